"""A mask of ink, 0 to 255, as rows of cells."""

from collections.abc import Callable
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from relroute_tui.ui.widgets.letters.faces import QUADRANTS

if TYPE_CHECKING:
    from PIL.Image import Image

_SHADES: Final = 24

Rows: TypeAlias = tuple[Strip, ...]


def half_blocks(image: "Image", ink: Color, paper: Color) -> Rows:
    """Return a mask as rows of cells: two smooth pixels to a cell, one above the other."""
    # A little more of what there is most of: firm stems, open eyes in small letters.
    steps = [step / _SHADES for step in range(_SHADES + 1)]
    shades = [paper.blend(ink, (x + x * x * (3 - 2 * x)) / 2).rich_color for x in steps]

    @cache
    def style(top: int, bottom: int) -> Style:
        return Style(color=shades[top], bgcolor=shades[bottom])

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
        cells = (QUADRANTS[a + 2 * b + 4 * c + 8 * d] for a, b, c, d in quarters)
        return [Segment("".join(cells), style)]

    return _in_pairs(image.point([min(v, 1) for v in range(256)]), segments)


def _in_pairs(image: "Image", segments: Callable[[bytes, bytes], list[Segment]]) -> Rows:
    pixels, width = image.tobytes(), image.width
    rows = [pixels[at : at + width] for at in range(0, len(pixels), width)]
    return tuple(Strip(segments(*pair)) for pair in zip(rows[::2], rows[1::2], strict=True))
