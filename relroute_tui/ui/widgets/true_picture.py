"""A drawing as a true picture where the terminal can show one, in characters everywhere else."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from textual.reactive import reactive
from textual.strip import Strip

from relroute_tui.ui.widgets.graphics import LARGEST_SIXEL, Graphics, kitty, sixel
from relroute_tui.ui.widgets.overlaid_picture import OverlaidPicture, Piece
from relroute_tui.ui.widgets.picture import DRAWN_ON, drawn

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS: Final = 1400
"""Across: sharper is not seen, and takes longer."""


class TruePicture(OverlaidPicture):
    """An SVG drawing, centred on its own paper."""

    svg: reactive[str] = reactive("")

    def in_cells(self, y: int) -> Strip:
        """Return one row of characters."""
        width, height = self.size
        if not self.svg or not width or not height:
            return Strip.blank(width)
        return drawn(self.svg, width, height, self.background_colors[1].hex)[y]

    def pieces(self, cell: tuple[int, int]) -> Sequence[Piece]:
        """Return the pieces that draw it in the middle."""
        if not self.svg:
            return ()
        paper = self.background_colors[1].hex[:7]
        svg = self.svg.replace(DRAWN_ON, paper)
        width, height = self.region.size
        made, columns, rows = drawn_for(self.graphics, svg, (width, height), cell)
        return (((width - columns) // 2, (height - rows) // 2, made),)


@lru_cache(maxsize=1)
def drawn_for(
    graphics: Graphics, svg: str, cells: tuple[int, int], cell: tuple[int, int]
) -> tuple[str, int, int]:
    """Return the bytes that draw an SVG within so many cells, and the cells that it takes.

    `cell` is the size of a cell in pixels.
    """
    across, down = cell
    largest = LARGEST_SIXEL if graphics is Graphics.SIXEL else MOST_PIXELS
    picture = drawing(svg, min(cells[0] * across, largest), min(cells[1] * down, largest))
    columns, rows = -(-picture.width // across), -(-picture.height // down)
    if graphics is Graphics.SIXEL:
        return sixel(picture), columns, rows
    png = BytesIO()
    picture.save(png, "PNG")
    return kitty(png.getvalue(), columns, rows), columns, rows


def drawing(svg: str, width: int, height: int) -> "Image.Image":
    """Return an SVG in pixels, as large as fits in so many across and down."""
    import resvg_py
    from PIL import Image

    picture = Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=width)))
    if picture.height <= height:
        return picture.convert("RGB")
    narrower = max(1, width * height // picture.height)
    again = resvg_py.svg_to_bytes(svg_string=svg, width=narrower)
    return Image.open(BytesIO(again)).convert("RGB")
