"""Help for where you are: what this screen is for, and every key in it."""

from collections.abc import Iterable, Sequence

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.language import N_, _
from relroute_tui.ui.commands import BACK, LEAVE, PALETTE, PAUSE, Command, bindings_of, shown_key
from relroute_tui.ui.dialogs.dialog import Dialog

CLOSE = Command("back", ("escape", "f1", "enter", "q"), BACK.name, BACK.tip)


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
        by_palette = f"{shown_key(PALETTE.keys[0])} …"
        for command in self._explained:
            keys = (*command.keys, command.letter)
            shown = "  ".join(shown_key(key) for key in keys if key) or by_palette
            yield Horizontal(
                Static(shown, classes="keys", markup=False),
                Static(_(command.tip), classes="tip", markup=False),
                classes="row",
            )

    def commands(self) -> tuple[Command, ...]:
        """Help needs no help."""
        return (CLOSE, PAUSE, LEAVE)
