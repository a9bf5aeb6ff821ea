"""The sheet for at home, to be looked at before the meeting is closed: nothing is written."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.language import N_
from relroute_tui.ui.dialogs.dialog import Dialog


class SheetDialog(Dialog[None]):
    """Dialog with the lines of a paper as it would be now."""

    HEADING = N_("The sheet for at home")
    ABOUT = N_("This is how it will look if you close now. Nothing is closed or written yet.")
    IS_WIDE = True
    SCROLLS_BY_KEY = True

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._lines = lines

    def compose_body(self) -> Iterable[Widget]:
        """Show what it is, and then the paper."""
        yield Static(self.purpose, classes="about", markup=False)
        yield Static(Content("\n\n").join(map(Content, self._lines)), id="sheet")
