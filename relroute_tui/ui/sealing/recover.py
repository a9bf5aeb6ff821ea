"""The way back in when the pass phrase is forgotten: the recovery key, from paper."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from relroute_tui.language import _
from relroute_tui.problems import problem_sentence
from relroute_tui.storage.errors import FolderError, SaveError, WrongPassPhrase
from relroute_tui.storage.sealing.key import NotAKey
from relroute_tui.storage.sealing.vault import RecoveryKey, Unlocked, Vault
from relroute_tui.ui.sealing.pass_phrase import pass_phrase_fields, typed_pass_phrase
from relroute_tui.ui.widgets.titled import titled


class RecoverDialog(ModalScreen[Unlocked]):
    """Takes the recovery key and a new pass phrase. Its result is the key, or nothing."""

    CSS_PATH = ["../dialogs/dialog.tcss", "sealing.tcss"]
    BINDINGS = [Binding("escape", "dismiss", show=False)]

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self._vault = vault

    def compose(self) -> ComposeResult:
        """The recovery key, and the pass phrase that takes the place of the forgotten one."""
        with VerticalScroll(classes="dialog wide", can_focus=False) as dialog:
            dialog.border_title = Content(_("With the recovery key"))
            dialog.border_subtitle = Content(_("Esc: back"))
            yield titled(
                Input(id="recovery"), _("The groups of letters of the recovery key, from paper")
            )
            yield from pass_phrase_fields()
            yield Static("", classes="problem", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Open"), id="open", classes="-primary")

    def on_mount(self) -> None:
        """The cursor in the recovery key."""
        self.query_one("#recovery").focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#open")
    def _open(self) -> None:
        try:
            recovery = RecoveryKey.from_words(self.query_one("#recovery", Input).value)
            unlocked = self._vault.recover(recovery)
        except (NotAKey, WrongPassPhrase):
            self.query_one("#recovery").focus()
            self._say(
                _("That is not the recovery key. Look letter by letter; nothing was changed.")
            )
            return
        except FolderError as error:
            self._say(problem_sentence(error))
            return
        pass_phrase, problem = typed_pass_phrase(self)
        if problem:
            self._say(problem)
            return
        try:
            self._vault.change(unlocked, pass_phrase)
        except SaveError as error:
            self._say(problem_sentence(error))
            return
        self.dismiss(unlocked)

    def _say(self, sentence: str) -> None:
        self.query_one(".problem", Static).update(Content(sentence))
