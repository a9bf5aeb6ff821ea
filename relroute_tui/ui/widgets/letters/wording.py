"""The words of a text as they can be drawn."""

import re
import unicodedata
from collections.abc import Callable, Sequence

NO_BREAK_SPACE = "\u00a0"
_FIXED_SPACES = re.compile("[\u00a0\u2007\u202f]")
_BREAKING_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_HIDDEN = {"Cc", "Cf", "Cs"}
_ZERO_WIDTH_NON_JOINER = "\u200c"  # a letter of Persian spelling, unlike the other format marks
_VARIATION_SELECTORS = {"\ufe0e", "\ufe0f"}  # with them, terminals disagree on an emoji's width


def paragraphs_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each line of `text` that has any; what cannot be seen is left out."""
    lines = (
        tuple(filter(None, map(_visible, _BREAKING_SPACES.split(line))))
        for line in unicodedata.normalize("NFC", text).splitlines()
    )
    return tuple(filter(None, lines))


def _visible(word: str) -> str:
    seen = "".join(character for character in word if not _is_hidden(character))
    return _FIXED_SPACES.sub(NO_BREAK_SPACE, seen).strip(NO_BREAK_SPACE)


def _is_hidden(character: str) -> bool:
    return character in _VARIATION_SELECTORS or (
        unicodedata.category(character) in _HIDDEN and character != _ZERO_WIDTH_NON_JOINER
    )


_STAND_INS = {
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("‐‑–—−", "-"),
    **{"…": "...", "ĳ": "ij", "Ĳ": "IJ"},
}
"""What stands for a character that a font lacks."""


def spelled(
    paragraphs: Sequence[Sequence[str]], known: Callable[[str], object]
) -> tuple[tuple[str, ...], ...]:
    """The words with stand-ins for the characters that are not `known`."""
    return tuple(
        tuple("".join(c if known(c) else _STAND_INS.get(c, c) for c in word) for word in words)
        for words in paragraphs
    )


def characters_in(paragraphs: Sequence[Sequence[str]]) -> set[str]:
    """Every character that occurs."""
    return {character for words in paragraphs for word in words for character in word}
