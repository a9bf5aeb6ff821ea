"""Comparison of words: one fold for names, search, filters, completion and sorting.

Two spellings that a reader would take for the same word fold to the same text: capitals, accents,
composed or combining letters, kinds of apostrophe, quotation mark, hyphen and blank make no
difference, and neither does what cannot be seen (a zero-width space, a byte-order mark).
"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

_T = TypeVar("_T")

_LETTERS: Final = {
    **dict.fromkeys("'`´‘’‚‛′ʹʻʼʽˈꞌ＇", "'"),
    **dict.fromkeys('"“”„‟«»″', '"'),
    **dict.fromkeys("-‐‑‒–—―−﹘﹣－", "-"),
    **{"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "þ": "th"},
    **{"æ": "ae", "œ": "oe", "ß": "ss"},
    # Arabic and Persian keyboards have different letters for the same sound, and a stretcher.
    **{"ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": ""},
}
"""Equivalent letters that neither decomposition nor case folding brings together."""


class _Folded(dict[int, str]):
    """The fold of each character, worked out when it is first met; for `str.translate`."""

    def __missing__(self, code: int) -> str:
        character = unicodedata.normalize("NFC", chr(code))
        folded = _LETTERS.get(character)
        if folded is None:
            decomposed = unicodedata.normalize("NFKD", character).casefold()
            parts = unicodedata.normalize("NFKD", decomposed)
            folded = "".join(map(_without_mark, parts))
        self[code] = folded
        return folded


def _without_mark(character: str) -> str:
    if character.isspace():
        return character if character == "\n" else " "
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return ""
    return _LETTERS.get(character, character)


_FOLDED: Final = _Folded()


def fold(text: str) -> str:
    """Return the text as it counts in a comparison. Lines stay lines.

    Every character folds by itself, so the fold of a part is a part of the fold.
    """
    return text.translate(_FOLDED)


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they count in a comparison."""
    return tuple(fold(text).split())


def fold_line(text: str) -> str:
    """Return the fold of a text on one line, with one blank between its words."""
    return " ".join(folded_words(text))


def same_words(one: str, other: str) -> bool:
    """Return whether two texts would be taken for each other when read aloud."""
    return fold_line(one) == fold_line(other)


def spelling(text: str) -> str:
    """Return the fold of a text with its accents kept: it tells Zoe from Zoë."""
    if text.isascii():
        return fold_line(text)
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(
        character if _is_accented(character) else fold(character) for character in composed
    )
    return " ".join(kept.split())


def _is_accented(character: str) -> bool:
    return unicodedata.combining(character) != 0 or (
        unicodedata.normalize("NFD", character) != character
    )


def closest(wanted: str, known: Iterable[_T], name_of: Callable[[_T], str]) -> tuple[_T, ...]:
    """Return those with this name: spelled exactly like it, else all that read like it."""
    alike = tuple(item for item in known if same_words(name_of(item), wanted))
    spelled = tuple(item for item in alike if spelling(name_of(item)) == spelling(wanted))
    return spelled or alike


def starts_with(text: str, name: str) -> int | None:
    """Return how long `name` is at the beginning of `text`, in any spelling; None if not there.

    What combines with the last letter belongs to it. What follows may be anything.
    """
    wanted, folded, length = fold(name), "", 0
    for character in text:
        more = fold(character)
        if folded == wanted and more:
            break
        folded += more
        length += 1
        if not wanted.startswith(folded):
            return None
    return length if wanted and folded == wanted else None


def sort_key(text: str) -> tuple[str, str, str]:
    """Return a key that sorts as Dutch and English dictionaries do.

    Letters decide; an accented letter stands right behind its base letter, and ĳ is i and j.
    CLDR has no rule of its own for either language.
    """
    folded = fold_line(text)
    return folded, folded if text.isascii() else spelling(text), text
