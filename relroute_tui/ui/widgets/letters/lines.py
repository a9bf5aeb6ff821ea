"""Text as paragraphs of words, and words as lines."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from rich.cells import cell_len, chop_cells

NO_BREAK_SPACE: Final = "\u00a0"
_FIXED_SPACES: Final = re.compile("[\u00a0\u2007\u202f]")
_BREAKING_SPACES: Final = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_HIDDEN: Final = {"Cc", "Cf", "Cs"}
_NON_JOINER: Final = "\u200c"
"""A letter of Persian spelling, though it is among the hidden ones."""
_ORDERING: Final = frozenset("\u200d\u2066\u2067\u2068\u2069")
"""Characters that join letters, or keep a name or a number in order: never for a terminal."""
_VARIATION_SELECTORS: Final = "\ufe0e\ufe0f"
"""With them, terminals disagree on an emoji's width."""

STAND_INS: Final[Mapping[str, str]] = {
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("‐‑–—−", "-"),
    **{"…": "...", "ĳ": "ij", "Ĳ": "IJ"},
}
"""Replacements for characters that a font lacks."""

Paragraphs: TypeAlias = list[list[str]]


def paragraphs_of(text: str, *, is_ordered: bool = False) -> Paragraphs:
    """Return the words of each paragraph, without invisible characters.

    `is_ordered` keeps those that decide in which order the text is shaped.
    """
    kept = _ORDERING if is_ordered else frozenset()
    lines = unicodedata.normalize("NFC", text).splitlines()
    split = ([_visible(word, kept) for word in _BREAKING_SPACES.split(line)] for line in lines)
    return [words for line in split if (words := list(filter(None, line)))]


def with_stand_ins(paragraphs: Paragraphs, has: Callable[[str], object]) -> Paragraphs:
    """Return the words with a replacement for each character that a font lacks."""
    return [
        ["".join(c if has(c) else STAND_INS.get(c, c) for c in word) for word in words]
        for words in paragraphs
    ]


def plain_lines(paragraphs: Paragraphs, width: int) -> list[str]:
    """Return the lines in the terminal's own letters; a word that is too wide is cut in pieces."""
    pieces = (
        [piece for word in words for piece in chop_cells(word, width) if piece]
        for words in paragraphs
    )
    # A piece is wider than its line only if one character is: two cells where there is one.
    return break_lines(pieces, lambda piece: min(width, cell_len(piece)), width) or []


def _visible(word: str, kept: frozenset[str]) -> str:
    seen = (
        c for c in word if c == _NON_JOINER or c in kept or unicodedata.category(c) not in _HIDDEN
    )
    shown = "".join(c for c in seen if c not in _VARIATION_SELECTORS)
    return _FIXED_SPACES.sub(NO_BREAK_SPACE, shown).strip(NO_BREAK_SPACE)


def break_lines(
    paragraphs: Iterable[Sequence[str]], width_of: Callable[[str], float], room: float
) -> list[str] | None:
    """Break words into as few lines as possible, of like width; None if a word does not fit.

    Among those, a last line of one word is avoided, and a line preferably ends at a pause in the
    sentence.
    """
    broken: list[str] = []
    for words in paragraphs:
        end, widths = len(words), [width_of(word) for word in words]
        if max(widths) > room:
            return None
        # From each word on: lines, lonely last words, unevenness; and the next break.
        best: list[tuple[int, int, float, int]] = [(0, 0, 0.0, end)] * (end + 1)
        for start in range(end - 1, -1, -1):
            used = -width_of(" ")
            choices = []
            for stop in range(start + 1, end + 1):
                used += width_of(" ") + widths[stop - 1]
                if used > room:
                    break
                lines, lonely, uneven, _ = best[stop]
                lonely += stop == end and stop - start == 1 and start > 0
                breathes = stop < end and words[stop - 1][-1] in ",;:.!?…"
                uneven += (room - used) ** 2 - breathes * (room / 5) ** 2
                choices.append((lines + 1, lonely, uneven, stop))
            best[start] = min(choices)
        start = 0
        while start < end:
            stop = best[start][-1]
            broken.append(" ".join(words[start:stop]))
            start = stop
    return broken
