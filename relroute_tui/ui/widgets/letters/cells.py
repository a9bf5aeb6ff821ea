"""A mask of ink, 0 to 255, as rows of cells."""

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from PIL.Image import Image

_SHADES: Final = 24
_QUADRANTS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""The block characters by their pixels: upper left 1 and right 2, lower left 4 and right 8."""

Rows: TypeAlias = tuple[Strip, ...]


class Colours(Struct, frozen=True):
    """The colours of letters."""

    ink: Color
    paper: Color
    true_colour: bool
    """Whether the terminal has every shade; colours that are its own cannot be blended."""

    @property
    def can_be_blended(self) -> bool:
        """Whether there are shades between ink and paper."""
        return self.true_colour and self.ink.ansi is None and self.paper.ansi is None


def colours_of(widget: Widget) -> Colours:
    """Return the colours in which a widget shows a text on this terminal."""
    *_edge, paper, ink = widget.colors
    # A see-through or automatic ink becomes the colour that one sees.
    return Colours(paper + ink, paper, widget.app.console.color_system == "truecolor")


def half_blocks(image: "Image", ink: Color, paper: Color) -> Rows:
    """Return a mask as rows of cells: two smooth pixels to a cell, one above the other."""
    style = _styles(ink, paper)

    def segments(upper: bytes, lower: bytes) -> list[Segment]:
        # A blank where both are alike, so that no terminal leaves a seam.
        return [
            Segment((" " if top == bottom else "▀") * len(list(cells)), style(top, bottom))
            for (top, bottom), cells in groupby(zip(upper, lower, strict=True))
        ]

    return _in_pairs(image.point([round(v * _SHADES / 255) for v in range(256)]), segments)


def quadrants(image: "Image", ink: Color, paper: Color) -> Rows:
    """Return a mask as rows of cells: four pixels to a cell, either ink or paper."""
    style = Style(color=ink.rich_color, bgcolor=paper.rich_color)

    def segments(upper: bytes, lower: bytes) -> list[Segment]:
        quarters = zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)
        cells = (_QUADRANTS[a + 2 * b + 4 * c + 8 * d] for a, b, c, d in quarters)
        return [Segment("".join(cells), style)]

    return _in_pairs(image.point([min(v, 1) for v in range(256)]), segments)


def quarter_blocks(image: "Image", ink: Color, paper: Color) -> Rows:
    """Return a mask as rows of cells: four smooth pixels to a cell, in the two shades nearest.

    Twice as sharp across as `half_blocks`, for letters that are too small for those.
    """
    style = _styles(ink, paper)

    def segments(upper: bytes, lower: bytes) -> list[Segment]:
        quarters = zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)
        cells = [_in_two_shades(cell) for cell in quarters]
        return [
            Segment("".join(drawn for drawn, *_shades in same), style(dark, light))
            for (dark, light), same in groupby(cells, key=lambda cell: cell[1:])
        ]

    return _in_pairs(image.point([round(v * _SHADES / 255) for v in range(256)]), segments)


# A letter has some three hundred, and the next text has the same ones.
@lru_cache(maxsize=1)
def _styles(ink: Color, paper: Color) -> Callable[[int, int], Style]:
    """Return a function that gives the style of a cell by its shades, each made once."""
    shades = _shades(ink, paper)

    @cache
    def style(foreground: int, background: int) -> Style:
        return Style(color=shades[foreground], bgcolor=shades[background])

    return style


def _shades(ink: Color, paper: Color) -> list[RichColor]:
    """Return the colours from paper to ink: a little more of what there is most of.

    So stems are firm, and the eyes of small letters open.
    """
    steps = [step / _SHADES for step in range(_SHADES + 1)]
    return [paper.blend(ink, (x + x * x * (3 - 2 * x)) / 2).rich_color for x in steps]


@lru_cache(maxsize=4096)
def _in_two_shades(quarters: tuple[int, ...]) -> tuple[str, int, int]:
    """Return the block character of a cell, and the shades of its ink and of its paper."""
    middle = (min(quarters) + max(quarters)) / 2
    inked = [shade for shade in quarters if shade > middle]
    blank = [shade for shade in quarters if shade <= middle]
    dark = round(sum(inked) / len(inked)) if inked else blank[0]
    places = sum(1 << place for place, shade in enumerate(quarters) if shade > middle)
    return _QUADRANTS[places], dark, round(sum(blank) / len(blank))


def _in_pairs(image: "Image", segments: Callable[[bytes, bytes], list[Segment]]) -> Rows:
    pixels, width = image.tobytes(), image.width
    rows = [pixels[at : at + width] for at in range(0, len(pixels), width)]
    return tuple(Strip(segments(*pair)) for pair in zip(rows[::2], rows[1::2], strict=True))
