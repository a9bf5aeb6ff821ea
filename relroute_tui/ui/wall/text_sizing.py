"""Kitty's text sizing (OSC 66): the terminal's own letters, up to seven times as large.

https://sw.kovidgoyal.net/kitty/text-sizing-protocol/. A terminal that does not know it shows
nothing of such a text, so it is asked first.
"""

from collections.abc import Sequence
from typing import Final

from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

LARGEST: Final = 7
"""Times as large: a character takes so many cells across and down."""
_REPORT: Final = "\x1b[6n"
"""Query for the cursor's place. The answer comes in as a `CursorPosition`."""
_MOVES: Final = 2
"""Cells that the cursor goes on with each of the two that are asked."""


def _sized(text: str, how: str) -> str:
    return f"\x1b]66;{how};{text}\x07"


QUERY: Final = (
    f"\x1b7\x1b[H{_REPORT}{_sized(' ', f'w={_MOVES}')}{_REPORT}{_sized(' ', f's={_MOVES}')}"
    f"{_REPORT}\x1b8"
)
"""Blanks two cells wide and two by two, with queries for the cursor's place around them."""


def has_text_sizing(columns: Sequence[int]) -> bool:
    """Return whether these three columns of the cursor, the answers to the query, say so."""
    return [column - columns[0] for column in columns] == [0, _MOVES, 2 * _MOVES]


def enlarged(strip: Strip, scale: int, *, true_colour: bool) -> str:
    """Return the sequence that draws a row so many times as large, from the cursor on."""
    system = ColorSystem.TRUECOLOR if true_colour else ColorSystem.EIGHT_BIT
    return "".join(
        (segment.style or Style()).render(_sized(segment.text, f"s={scale}"), color_system=system)
        for segment in strip
        if segment.text
    )
