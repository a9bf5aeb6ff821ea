"""The choice to seal the routes, or not."""

from collections.abc import Iterable
from pathlib import Path

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.language import N_, _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import FolderError, SaveError
from relroute_tui.storage.sealing.vault import RecoveryKey, Unlocked, Vault
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.dialogs.private import once_in_private
from relroute_tui.ui.screens.sealing.pass_phrase import pass_phrase_fields, typed_pass_phrase

SEAL = Command(
    "sealing_seal.seal", "seal", ("f2",), N_("seal"), N_("Seal the routes with this pass phrase")
)
LEAVE_OPEN = Command(
    "sealing_seal.leave_open", "leave_open", ("f3",), N_("leave open"), N_("Go on without sealing")
)


class SealScreen(BaseScreen[Unlocked | bool]):
    """Form for a pass phrase. Its result is the key, False to leave the routes open, or nothing."""

    CSS_PATH = ["../../base/screen.tcss", "sealing.tcss"]
    ABOUT = N_(
        "With a pass phrase, someone who finds or takes this laptop can read nothing. Without "
        "one, anyone who can open it can read everything that was said here."
    )
    SCREEN_COMMANDS = (SEAL, LEAVE_OPEN, BACK)
    TAKES_LETTERS = True
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def __init__(self, vault: Vault, papers: Path) -> None:
        super().__init__()
        self._vault = vault
        self._papers = papers

    def compose_body(self) -> Iterable[Widget]:
        """Say what it is for; ask for the pass phrase twice, and the two ways on."""
        with VerticalScroll(id="seal", can_focus=False):
            yield Static(_("Shall the routes be sealed?"), classes="title")
            yield Static(_(self.ABOUT), markup=False)
            yield Static(
                _(
                    "You type it each time you start. There is a recovery key on paper for when it "
                    "is forgotten; without both, nobody can open the routes any more."
                ),
                classes="quiet",
                markup=False,
            )
            yield from pass_phrase_fields()
            yield Static("", id="problem", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Seal"), id="seal-them", classes="-primary")
                yield Button(_("Leave them open"), id="leave-open")

    def on_mount(self) -> None:
        """Put the cursor in the pass phrase."""
        self.query_one("#pass-phrase").focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#seal-them")
    def action_seal(self) -> None:
        """Show the recovery key; once that was tried out, the key is made."""
        from relroute_tui.ui.screens.sealing.recovery import RecoveryDialog

        pass_phrase, problem = typed_pass_phrase(self)
        self._say(problem)
        if problem:
            return
        recovery = RecoveryKey.new()

        def make(tried: bool | None) -> None:
            if not tried:
                return
            try:
                if self._vault.has_keys:  # made in another window, or on another laptop
                    self._say(
                        _("There is a key here already. Start again and use its pass phrase.")
                    )
                else:
                    self.dismiss(self._vault.make(pass_phrase, recovery))
            except (FolderError, SaveError) as error:
                self._say(problem_sentence(error))

        dialog = RecoveryDialog(recovery, self._papers, self._vault.folder)
        once_in_private(self, lambda: self.app.push_screen(dialog, make))

    @on(Input.Changed)
    def _typed_on(self, event: Input.Changed) -> None:
        if event.value:  # a field that was emptied has just been told of
            self._say("")

    def _say(self, sentence: str) -> None:
        self.query_one("#problem", Static).update(Content(sentence))

    @on(Button.Pressed, "#leave-open")
    def action_leave_open(self) -> None:
        """Leave the routes open; home goes on saying so."""
        self.dismiss(False)
