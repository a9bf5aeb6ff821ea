"""A drawing as a true picture where the terminal can show one, in letters everywhere else."""

from io import BytesIO
from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.strip import Strip

from relroute_tui.ui.screens.story.graphics import (
    KITTY_CLEAR,
    Graphics,
    at,
    cell_pixels,
    kitty,
    sixel,
)
from relroute_tui.ui.widgets.picture import DRAWN_ON, Picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image

MOST_PIXELS = 1400
"""Across: sharper is not seen, and takes longer."""


class TruePicture(Picture):
    """The cells stay empty paper; the picture is laid over them, after whatever Textual draws."""

    graphics: reactive[Graphics] = reactive(Graphics.BLOCKS)
    _write: "Callable[[str], None] | None" = None
    _laying = False

    def writes_with(self, write: "Callable[[str], None]") -> None:
        """How signs reach the terminal."""
        self._write = write

    def render_line(self, y: int) -> Strip:
        """Letters, or the paper that the picture will lie on."""
        if self.graphics is Graphics.BLOCKS:
            return super().render_line(y)
        if not self._laying:
            self._laying = True
            self.call_after_refresh(self._lay)
        return Strip.blank(self.size.width, self.rich_style)

    def take_away(self) -> None:
        """No picture: something else comes on the screen."""
        if self.graphics is Graphics.KITTY and self._write:
            self._write(KITTY_CLEAR)

    def _lay(self) -> None:
        self._laying = False
        region = self.region
        on_top = self.is_attached and self.screen.is_active and self.display
        if not (on_top and self._write and self.svg and region.width and region.height):
            return
        across, down = cell_pixels()
        paper = self.background_colors[1].hex[:7]
        picture = drawing(
            self.svg.replace(DRAWN_ON, paper), region.width * across, region.height * down
        )
        columns, rows = -(-picture.width // across), -(-picture.height // down)
        column = region.x + (region.width - columns) // 2
        row = region.y + (region.height - rows) // 2
        if self.graphics is Graphics.KITTY:
            png = BytesIO()
            picture.save(png, "PNG")
            self._write(at(column, row, kitty(png.getvalue(), columns, rows)))
        else:
            self._write(at(column, row, sixel(picture)))


def drawing(svg: str, width: int, height: int) -> "Image.Image":
    """An SVG in pixels, as large as fits."""
    import resvg_py
    from PIL import Image

    wide = min(width, MOST_PIXELS)
    picture = Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=wide)))
    if picture.height <= height:
        return picture.convert("RGB")
    narrower = max(1, wide * height // picture.height)
    again = resvg_py.svg_to_bytes(svg_string=svg, width=narrower)
    return Image.open(BytesIO(again)).convert("RGB")
