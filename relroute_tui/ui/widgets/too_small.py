"""What a window shows that is too small for a table."""

from textual.widgets import Static

from relroute_tui.language import _


class TooSmall(Static):
    """One line in place of the room, shown by the breakpoints of `Room`."""

    def __init__(self) -> None:
        super().__init__(_("Window too small"), markup=False)
