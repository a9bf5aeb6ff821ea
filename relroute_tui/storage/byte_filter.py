"""A filter on the bytes of a route: whether words can be in it, so that most need not be opened.

Nearly all of a text is plain letters, whose fold is a table of bytes. Only words with any other
letter are folded one by one, which takes fifty times as long. To go through all bytes takes longer
than to read them, so that is done once.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from relroute_tui.domain.text import fold
from relroute_tui.storage.summary import summary_in

_ESCAPED: Final = frozenset(('"', "\\", *map(chr, range(32))))
"""Characters that JSON writes as an escape; a file with a head has no other escapes."""


def _folded(code: int) -> int:
    folded = fold(chr(code)) if code < 128 else ""
    return ord(folded) if len(folded) == 1 and folded.isascii() else code


_OTHER: Final = b"\xff"
"""In place of each byte of any other letter; UTF-8 has no such byte."""
_PLAIN: Final = bytes(_folded(code) if code < 128 else _OTHER[0] for code in range(256))
"""The fold of each plain letter."""


def may_contain(content: bytes, words: Iterable[str]) -> bool:
    """Return whether each of these folded words can stand in the route with this content.

    What is no whole file of the newest format may hold anything: it has to be opened to tell.
    """
    if summary_in(content) is None:
        return True
    plain = content.translate(_PLAIN)
    others: str | None = None
    parts = (part for word in words if _ESCAPED.isdisjoint(word) for part in word.split())
    for part in parts:
        if part.isascii() and part.encode() in plain:
            continue
        if others is None:
            others = fold(" ".join(_words_with_other_letters(content, plain)))
        if part not in others:
            return False
    return True


def _words_with_other_letters(content: bytes, plain: bytes) -> Iterator[str]:
    """Yield each word that has a letter for which there is no table, with what is typed to it.

    `plain` is that content by the table.
    """
    end, place = 0, plain.find(_OTHER)
    while place >= 0:
        begin = max(end, 1 + content.rfind(b" ", end, place), 1 + content.rfind(b'"', end, place))
        quote = content.find(b'"', place)
        end = quote if quote >= 0 else len(content)
        blank = content.find(b" ", place, end)
        end = blank if blank >= 0 else end
        yield content[begin:end].decode("utf-8", "replace")
        place = plain.find(_OTHER, end)
