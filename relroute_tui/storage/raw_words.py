"""Whether words can be in a route at all, told by its bytes: most routes need not be opened.

Nearly all of a text is plain letters, whose fold is a table of bytes. Only words with any other
letter are folded one by one, which takes fifty times as long.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from relroute_tui.domain.text import fold
from relroute_tui.storage.summary import summary_in

_ESCAPED = frozenset('"\\')
"""What JSON writes in another way than it was typed."""


def _folded(code: int) -> int:
    folded = fold(chr(code)) if code < 128 else ""
    return ord(folded) if len(folded) == 1 and folded.isascii() else code


_PLAIN: Final = bytes(map(_folded, range(256)))
"""The fold of each plain letter; any other byte is itself."""
_OTHERS: Final = bytes(255 if code > 127 else 0 for code in range(256))
"""Tells the bytes of all other letters from those of the plain ones."""


def may_hold(content: bytes, words: Iterable[str]) -> bool:
    """Return whether each of these folded words can stand in the route with this content.

    What is no whole file of the newest format may hold anything: it has to be opened to tell.
    """
    if summary_in(content) is None or b"\\u" in content:
        return True
    plain = content.translate(_PLAIN)
    others: str | None = None
    parts = (part for word in words if _ESCAPED.isdisjoint(word) for part in word.split())
    for part in parts:
        if part.isascii() and part.encode() in plain:
            continue
        if others is None:
            others = fold(" ".join(_words_with_other_letters(content)))
        if part not in others:
            return False
    return True


def _words_with_other_letters(content: bytes) -> Iterator[str]:
    """Yield each word that has a letter for which there is no table, with what is typed to it."""
    others = content.translate(_OTHERS)
    end, place = 0, others.find(b"\xff")
    while place >= 0:
        begin = max(end, 1 + content.rfind(b" ", end, place), 1 + content.rfind(b'"', end, place))
        quote = content.find(b'"', place)
        end = quote if quote >= 0 else len(content)
        blank = content.find(b" ", place, end)
        end = blank if blank >= 0 else end
        yield content[begin:end].decode("utf-8", "replace")
        place = others.find(b"\xff", end)
