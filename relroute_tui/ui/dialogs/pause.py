"""The calm screen: over everything at once, and gone as it came."""

from collections.abc import Callable
from datetime import datetime, timedelta

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from relroute_tui.language import _
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.commands import PAUSE
from relroute_tui.ui.keyboard.in_use import key_for


class PauseScreen(ModalScreen[timedelta], CommandScreen[timedelta], inherit_bindings=False):
    """Calm screen that covers everything. Its result is the length of the pause."""

    CSS_PATH = "pause.tcss"
    covers_everything = True
    is_toggled = True
    """The key that brings it takes it away, however soon it is pressed again."""
    BLANK = True  # its ground alone, beside two lines of text

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._since = now()

    def compose(self) -> ComposeResult:
        """Show a word and the way back."""
        yield Static(_("A moment of rest"), id="rest")
        yield Static(
            _("{key}: go on where we were").format(key=key_for(PAUSE)), id="way-back", markup=False
        )

    def go_on(self) -> None:
        """Go back to the screen below."""
        self.dismiss(self._now() - self._since)
