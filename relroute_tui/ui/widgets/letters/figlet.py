"""Single letters out of the fonts that come with pyfiglet.

pyfiglet reads all three thousand letters of a font before it gives one, which takes a tenth of a
second and leaves several megabytes behind. The format: G. Chappell and I. Chai, "The FIGfont
Version 2 FIGfont and FIGdriver Standard" (1997).
"""

from functools import lru_cache
from typing import Final

from relroute_tui.value import value

_IN_ORDER: Final = "".join(map(chr, range(32, 127))) + "ÄÖÜäöüß"
"""The letters with which each font begins; behind them come those with a code."""


@value
class FigletFont:
    """The text of a font file."""

    text: str

    @property
    def height(self) -> int:
        """The rows of each letter."""
        return int(self._header[1])

    def letter(self, character: str) -> list[str]:
        """The rows of a letter; none where the font does not have it."""
        coded = self.text.find(f"\n0x{ord(character):04X} ")
        if coded >= 0:
            return self._rows(self.text[coded + 1 :], 1)
        place = _IN_ORDER.find(character)
        before = 1 + int(self._header[5]) + place * self.height
        return self._rows(self.text, before) if place >= 0 else []

    @property
    def _header(self) -> list[str]:
        """The sign of the format with that of the hard blank, the height, …, lines of comment."""
        return self.text[: self.text.index("\n")].split()

    def _rows(self, text: str, start: int) -> list[str]:
        """The rows from a line on, without the signs at their ends, of which the last has two."""
        hard_blank = self._header[0][-1]
        drawn = []
        for row in text.split("\n", start + self.height)[start : start + self.height]:
            whole = row.rstrip()
            end = whole[-1:]
            drawn.append(whole.removesuffix(end).removesuffix(end).replace(hard_blank, " "))
        return drawn


@lru_cache(maxsize=1)
def figlet_font(name: str) -> FigletFont:
    """A font of pyfiglet by its name; the last one is kept, as letters are asked for in turn.

    It is half a megabyte: `forget_font` when all of them were asked for.
    """
    from pyfiglet import FigletFont as Reader

    return FigletFont(Reader.preloadFont(name))


def forget_font() -> None:
    """Keep no font in memory."""
    figlet_font.cache_clear()
