"""Help for where you are: what this room is for, and every key in it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from relroute_tui.language import _
from relroute_tui.ui.commands import Command, shown_key


class HelpDialog(ModalScreen[None]):
    """The commands of a room, one a line."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [Binding("escape,f1,enter,q", "close", show=False)]

    def __init__(self, about: str, commands: Sequence[Command]) -> None:
        super().__init__()
        self._about = about
        self._commands = commands

    def compose(self) -> ComposeResult:
        """What the room is for, then its keys."""
        with VerticalScroll(classes="dialog wide") as dialog:
            dialog.border_title = _("Help")
            dialog.border_subtitle = Content(_("Esc: back"))
            yield Static(self._about, markup=False, classes="about")
            for command in self._commands:
                with Horizontal(classes="row"):
                    keys = (*command.keys, command.letter)
                    shown = "  ".join(shown_key(key) for key in keys if key)
                    yield Static(shown, classes="keys", markup=False)
                    yield Static(_(command.tip), classes="tip", markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def action_close(self) -> None:
        """Back to the room."""
        self.dismiss()
