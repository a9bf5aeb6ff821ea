"""A picture that lies over the cells of the terminal, and stays there whatever is written."""

import re
from collections.abc import Callable, Sequence
from typing import Final, Protocol, TypeAlias

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from relroute_tui.ui.textual_compat.message_pumps import timers_fire_late
from relroute_tui.ui.widgets.graphics import KITTY_CLEAR, Graphics, at, cell_pixels

FRAME_TIME: Final = 0.02
"""Seconds in which a frame goes out. A later one has the picture drawn once more."""
_NO_TEXT: Final = re.compile(r"(?:\x1b\[[?<>=]?[\d;]*[A-Za-ln-z])*")
"""Settings of the terminal, which paint nothing."""

Piece: TypeAlias = tuple[int, int, str]
"""The column and the row within the widget, and the bytes that draw a part of the picture there."""


class PictureTerminal(Protocol):
    """The parts of a terminal that a picture needs."""

    after_write: Callable[[str], None] | None

    def write(self, data: str, /) -> None:
        """Write to it."""


@timers_fire_late
class OverlaidPicture(Widget):
    """The cells stay empty paper; the picture lies over them, after whatever Textual writes.

    Many terminals erase a Sixel under text that is written later, blanks too, and Textual writes a
    cell again whenever it likes. So the picture is drawn again after every frame.
    """

    graphics: reactive[Graphics] = reactive(Graphics.BLOCKS)
    _terminal: PictureTerminal | None = None
    _is_asked = False
    """Whether the picture will be drawn in a moment."""
    _draws = False

    @property
    def is_overlaid(self) -> bool:
        """Whether there is a picture, and not characters in its place."""
        return self.graphics is not Graphics.BLOCKS

    @property
    def is_erased_by_text(self) -> bool:
        """Whether whatever is written on its cells later takes the picture away."""
        return self.graphics is Graphics.SIXEL

    def in_cells(self, y: int) -> Strip:
        """Return one row of characters, where no picture can be shown."""
        raise NotImplementedError

    def pieces(self, cell: tuple[int, int]) -> Sequence[Piece]:
        """Return the pieces of the picture for cells of so many pixels; none to draw nothing."""
        raise NotImplementedError

    def show_on(self, terminal: PictureTerminal) -> None:
        """Draw on this terminal from now on, and again after what others write there."""
        self._terminal = terminal
        terminal.after_write = self._written_over

    def on_unmount(self) -> None:
        """Take the picture away for good, and leave the terminal to the next screen."""
        self.take_away()
        if self._terminal is not None:
            self._terminal.after_write = None

    def take_away(self) -> None:
        """Show no picture: something else comes on the screen."""
        if self.graphics is Graphics.KITTY and self._terminal:
            self._write(KITTY_CLEAR)

    def render_line(self, y: int) -> Strip:
        """Return characters, or the paper that the picture will lie on."""
        if not self.is_overlaid:
            return self.in_cells(y)
        self.draw_soon()
        return Strip.blank(self.size.width, self.rich_style)

    def _written_over(self, data: str) -> None:
        if self.is_erased_by_text and not self._draws and not _NO_TEXT.fullmatch(data):
            self.draw_soon()

    def draw_soon(self) -> None:
        """Draw the picture once the frame is out."""
        if not self._is_asked:
            self._is_asked = True
            self.set_timer(FRAME_TIME, self._draw)

    def _draw(self) -> None:
        self._is_asked = False
        region = self.region
        is_on_top = self.is_attached and self.screen.is_active and self.display
        if not (is_on_top and self.is_overlaid and self._terminal and region):
            return
        if self.screen.query("Toast"):  # what is told there would lie under it
            return
        for column, row, drawn in self.pieces(cell_pixels()):
            self._write(at(region.x + column, region.y + row, drawn))

    def _write(self, data: str) -> None:
        if self._terminal is not None:
            self._draws = True
            self._terminal.write(data)
            self._draws = False
