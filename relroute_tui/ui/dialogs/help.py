"""Help for where you are: what this screen is for, and every key in it."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.language import N_, _
from relroute_tui.ui.commands import BACK, LEAVE, PALETTE, PAUSE, Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.keyboard.in_use import key_for
from relroute_tui.ui.keyboard.names import shown_key
from relroute_tui.ui.widgets.key_table import KeyTable

CLOSE = Command("help_dialog.close", "back", ("escape", "f1", "enter", "q"), BACK.name, BACK.tip)


class HelpDialog(Dialog[None]):
    """The commands of a screen or a dialog, one a line."""

    HEADING = N_("Help")
    IS_WIDE = True
    SCROLLS_BY_KEY = True
    BINDINGS = bindings_of((CLOSE,))

    def __init__(self, about: str, commands: Sequence[Command]) -> None:
        super().__init__()
        self._about = about
        self._explained = commands

    def compose_body(self) -> Iterable[Widget]:
        """Show what the screen is for, then its keys."""
        yield Static(self._about, markup=False, classes="about")
        yield KeyTable([(_keys(command), _(command.tip)) for command in self._explained])

    def commands(self) -> tuple[Command, ...]:
        """Return the same: help needs no help."""
        return self.listed_commands()

    @classmethod
    def listed_commands(cls) -> tuple[Command, ...]:
        """Return the way back, and what works over every screen."""
        return (CLOSE, PAUSE, LEAVE)


def _keys(command: Command) -> str:
    """Return the keys of a command as they are called; where it has none, how to search for it."""
    return "  ".join(map(shown_key, command.default_keys)) or f"{key_for(PALETTE)} …"
