"""The notice of a window that is too small for a screen."""

from textual.content import Content
from textual.widget import Widget

from relroute_tui.language import _


class TooSmallNotice(Widget):
    """One line in place of the screen, shown by the breakpoints of `BaseScreen`."""

    def __init__(self, least_width: int, least_height: int) -> None:
        """Take the smallest size of a screen, in cells."""
        super().__init__()
        self._least = least_width, least_height

    def render(self) -> Content:
        """Say how large the window must be, where that fits too."""
        columns, rows = self._least
        whole = Content(
            _("Window too small: {columns} × {rows} is the least").format(
                columns=columns, rows=rows
            )
        )
        fits = whole.cell_length <= self.size.width
        return whole if fits else Content(_("Window too small"))
