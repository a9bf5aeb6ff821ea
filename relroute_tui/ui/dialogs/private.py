"""A calm page before something that is only for the person at the laptop."""

from collections.abc import Callable, Iterable

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Static

from relroute_tui.language import N_, _
from relroute_tui.ui.commands import BACK, HELP, LEAVE, Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog

GO_ON = Command(
    "private_dialog.go_on",
    "go_on",
    ("enter",),
    N_("go on"),
    N_("Nobody else can see the screen; go on"),
)


class PrivateDialog(Dialog[bool]):
    """Dialog that asks to turn the television away. Its result is whether to go on."""

    HEADING = N_("Only for the person at the laptop")
    ABOUT = N_(
        "What comes now is not for a television or a second screen. Turn it off, or turn it away."
    )
    DIALOG_COMMANDS = (GO_ON,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, *, behind_lock: bool = False) -> None:
        """`behind_lock` is whether everything is locked: then there is nothing to cover."""
        super().__init__()
        self._behind_lock = behind_lock

    def commands(self) -> tuple[Command, ...]:
        """Leave out what works over a screen where nothing can be seen behind it."""
        here = super().commands()
        return (*self.DIALOG_COMMANDS, BACK, HELP, LEAVE) if self._behind_lock else here

    def compose_body(self) -> Iterable[Widget]:
        """Show what to do, and with which keys."""
        yield Static(_(self.ABOUT), classes="about", markup=False)
        yield Static(
            _("On Windows, Windows+P and then “PC screen only” shows it on the laptop alone."),
            classes="hint",
            markup=False,
        )
        with Horizontal(classes="buttons"):
            yield Button(_("Nobody else can see the screen"), id="go-on", classes="-primary")

    @on(Button.Pressed, "#go-on")
    def action_go_on(self) -> None:
        """Go on."""
        self.dismiss(True)


def once_in_private(
    screen: Widget, go_on: Callable[[], object], *, behind_lock: bool = False
) -> None:
    """Show the calm page over this screen first, and go on from there."""

    def answered(is_private: bool | None) -> None:
        if is_private:
            go_on()

    screen.app.push_screen(PrivateDialog(behind_lock=behind_lock), answered)
