"""One question between the notes and the read-back, for whoever pressed F9 by mistake."""

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Static

from relroute_tui.language import N_, _
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog

GO_ON = Command(
    "round_off_meeting_dialog.go_on",
    "go_on",
    ("f9", "enter"),
    N_("round off"),
    N_("Read back, everyone responds"),
)


class RoundOffMeetingDialog(Dialog[bool]):
    """Dialog that asks before the notes are left. Its result is whether to go on."""

    HEADING = N_("Round off this meeting?")
    ABOUT = N_(
        "You read back everything that was agreed, and everyone responds. Until the end you can "
        "still go back to the notes."
    )
    DIALOG_COMMANDS = (GO_ON,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def compose_body(self) -> Iterable[Widget]:
        """Say what comes, and that there is a way back."""
        yield Static(_(self.ABOUT), classes="about", markup=False)
        with Horizontal(classes="buttons"):
            yield Button(_("Round off"), id="go-on", classes="-primary")

    @on(Button.Pressed, "#go-on")
    def action_go_on(self) -> None:
        """Go on."""
        self.dismiss(True)
