"""A filter of lines for a terminal with sixteen colours."""

from functools import lru_cache

from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.filter import LineFilter

from relroute_tui.ui.colours import REVERSED, looks_in

_GREY = 7
"""The last colour but the bright ones."""


@lru_cache(maxsize=1)
def filters_for(theme: str) -> tuple[LineFilter, ...]:
    """Return the filters of every line with the looks of this name."""
    grounds: dict[str, str] = {looks.name: looks.ground for looks in looks_in("standard")}
    return (SixteenColourFilter(grounds[theme]),)


class SixteenColourFilter(LineFilter):
    """Filter that draws a marked row in reverse, and dark text without bold.

    Terminals with sixteen colours draw bold text in the bright form of its colour: ink on paper
    would become grey.
    """

    def __init__(self, ground: str) -> None:
        super().__init__()
        self._ground = Color.parse(ground)

    def apply(
        self,
        segments: list[Segment],
        background: TextualColor,  # noqa: ARG002 - Textual hands it to every filter
    ) -> list[Segment]:
        """Return the line as such a terminal shows it best."""
        return [
            Segment(text, style and _readable(style, self._ground), control)
            for text, style, control in segments
        ]


@lru_cache(maxsize=1024)
def _readable(style: Style, ground: Color) -> Style:
    if style.bgcolor is not None and style.color is not None and _is_reversed(style.bgcolor):
        style += Style(color=ground, bgcolor=style.color)
    return style + Style(bold=False) if style.bold and _turns_bright(style.color) else style


def _is_reversed(colour: Color) -> bool:
    return colour.triplet is not None and colour.triplet.hex == REVERSED


def _turns_bright(colour: Color | None) -> bool:
    number = None if colour is None else colour.downgrade(ColorSystem.STANDARD).number
    return number is not None and number < _GREY
