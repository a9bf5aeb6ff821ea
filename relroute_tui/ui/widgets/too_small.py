"""What a window shows that is too small for a table."""

from rich.cells import cell_len
from textual.widgets import Static

from relroute_tui.language import _


class TooSmall(Static):
    """One line in place of the room, shown by the breakpoints of `Room`."""

    def __init__(self, least_width: int, least_height: int) -> None:
        """In cells: what a room takes."""
        super().__init__(_("Window too small"), markup=False)
        self._least = least_width, least_height

    def on_resize(self) -> None:
        """Say how large it must be, where that fits too."""
        columns, rows = self._least
        sentence = _("Window too small: {columns} × {rows} is the least").format(
            columns=columns, rows=rows
        )
        fits = cell_len(sentence) <= self.size.width
        self.update(sentence if fits else _("Window too small"))
