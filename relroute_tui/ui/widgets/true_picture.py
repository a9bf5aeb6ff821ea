"""A drawing as a true picture where the terminal can show one, in characters everywhere else."""

import re
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final, Protocol

from textual.reactive import reactive
from textual.strip import Strip

from relroute_tui.ui.widgets.graphics import (
    KITTY_CLEAR,
    LARGEST_SIXEL,
    Graphics,
    at,
    cell_pixels,
    kitty,
    sixel,
)
from relroute_tui.ui.widgets.picture import DRAWN_ON, Picture

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS: Final = 1400
"""Across: sharper is not seen, and takes longer."""
FRAME_TIME: Final = 0.02
"""Seconds in which a frame goes out. A later one has the picture drawn once more."""
_NO_TEXT = re.compile(r"(?:\x1b\[[?<>=]?[\d;]*[A-Za-ln-z])*")
"""Settings of the terminal, which paint nothing."""


class PictureTerminal(Protocol):
    """What a picture needs of a terminal."""

    after_write: Callable[[str], None] | None

    def write(self, data: str, /) -> None:
        """Write to it."""


class TruePicture(Picture):
    """The cells stay empty paper; the picture lies over them, after whatever Textual writes.

    Many terminals erase a Sixel under text that is written later, blanks too, and Textual writes a
    cell again whenever it likes. So the picture is drawn again after every frame.
    """

    graphics: reactive[Graphics] = reactive(Graphics.BLOCKS)
    _terminal: PictureTerminal | None = None
    _is_asked = False
    """Whether the picture will be drawn in a moment."""
    _draws = False

    def show_on(self, terminal: PictureTerminal) -> None:
        """Draw on this terminal from now on, and again after what others write there."""
        self._terminal = terminal
        terminal.after_write = self._written_over

    def leave(self) -> None:
        """Take the picture away for good."""
        self.take_away()
        if self._terminal is not None:
            self._terminal.after_write = None

    def take_away(self) -> None:
        """Show no picture: something else comes on the screen."""
        if self.graphics is Graphics.KITTY and self._terminal:
            self._write(KITTY_CLEAR)

    def render_line(self, y: int) -> Strip:
        """Return characters, or the paper that the picture will lie on."""
        if self.graphics is Graphics.BLOCKS:
            return super().render_line(y)
        self._draw_soon()
        return Strip.blank(self.size.width, self.rich_style)

    def _written_over(self, data: str) -> None:
        if self.graphics is Graphics.SIXEL and not self._draws and not _NO_TEXT.fullmatch(data):
            self._draw_soon()

    def _draw_soon(self) -> None:
        if not self._is_asked:
            self._is_asked = True
            self.set_timer(FRAME_TIME, self._draw)

    def _draw(self) -> None:
        self._is_asked = False
        region = self.region
        is_on_top = self.is_attached and self.screen.is_active and self.display
        if not (is_on_top and self._terminal and self.svg and region.width and region.height):
            return
        if self.screen.query("Toast"):  # what is told there would lie under it
            return
        paper = self.background_colors[1].hex[:7]
        svg = self.svg.replace(DRAWN_ON, paper)
        drawn, columns, rows = drawn_for(
            self.graphics, svg, (region.width, region.height), cell_pixels()
        )
        column = region.x + (region.width - columns) // 2
        row = region.y + (region.height - rows) // 2
        self._write(at(column, row, drawn))

    def _write(self, data: str) -> None:
        if self._terminal is not None:
            self._draws = True
            self._terminal.write(data)
            self._draws = False


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
