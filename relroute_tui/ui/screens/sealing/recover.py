"""The way back in when the pass phrase is forgotten: the recovery key, from paper."""

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.language import N_, _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import FolderError, SaveError, WrongPassPhrase
from relroute_tui.storage.sealing.key import NotAKey
from relroute_tui.storage.sealing.vault import RecoveryKey, Unlocked, Vault
from relroute_tui.ui.commands import BACK, HELP, LEAVE, Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.screens.sealing.pass_phrase import pass_phrase_fields, typed_pass_phrase
from relroute_tui.ui.widgets.border_title import with_border_title

OPEN = Command(
    "sealing_recover.open", "open", ("enter",), N_("open"), N_("Open the routes with this key")
)


class RecoverDialog(Dialog[Unlocked]):
    """Form for the recovery key and a new pass phrase. Its result is the key, or nothing."""

    HEADING = N_("With the recovery key")
    ABOUT = N_(
        "The recovery key from paper opens the routes; you choose a new pass phrase with it."
    )
    IS_WIDE = True
    DIALOG_COMMANDS = (OPEN,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    CSS_PATH = ["../../dialogs/dialog.tcss", "sealing.tcss"]

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self._vault = vault

    def commands(self) -> tuple[Command, ...]:
        """Leave out what works over a screen: behind it everything is locked."""
        return (*self.DIALOG_COMMANDS, BACK, HELP, LEAVE)

    def compose_body(self) -> Iterable[Widget]:
        """Ask for the recovery key, and a pass phrase in the place of the forgotten one."""
        yield with_border_title(
            Input(id="recovery"), _("The letters of the recovery key, from paper")
        )
        yield from pass_phrase_fields()
        yield Static("", classes="problem", markup=False)
        with Horizontal(classes="buttons"):
            yield Button(_("Open"), id="open", classes="-primary")

    def on_mount(self) -> None:
        """Put the cursor in the recovery key."""
        self.query_one("#recovery").focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#open")
    def action_open(self) -> None:
        """Open the key and change its pass phrase, or say what is not right yet."""
        try:
            recovery = RecoveryKey.from_words(self.query_one("#recovery", Input).value)
            unlocked = self._vault.recover(recovery)
        except (NotAKey, WrongPassPhrase):
            sentence = _(
                "That is not the recovery key. Look letter by letter; nothing was changed."
            )
            self.tell_problem(sentence, "#recovery")
            return
        except FolderError as error:
            self.tell_problem(problem_sentence(error))
            return
        pass_phrase, problem = typed_pass_phrase(self)
        if problem:
            self.tell_problem(problem)
            return
        try:
            self._vault.change(unlocked, pass_phrase)
        except SaveError as error:
            self.tell_problem(problem_sentence(error))
            return
        self.dismiss(unlocked)
