"""The settings of the lock: the pass phrase, the recovery key, and two times."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace
from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.context import AppContext
from relroute_tui.language import N_, _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import SaveError
from relroute_tui.storage.sealing.vault import RecoveryKey, Unlocked, Vault
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, KEEP, Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.dialogs.private import once_in_private
from relroute_tui.ui.screens.sealing.pass_phrase import pass_phrase_fields, typed_pass_phrase
from relroute_tui.ui.widgets.border_title import with_border_title

CHANGE = Command(
    "sealing_keys.change",
    "change",
    ("f2",),
    N_("pass phrase"),
    N_("Change the pass phrase; no route is touched"),
)
RENEW = Command(
    "sealing_keys.renew",
    "renew",
    ("f3",),
    N_("recovery key"),
    N_("A new recovery key; the old one stops working"),
)
JOIN_KEYS = Command(
    "sealing_keys.join_keys",
    "join_keys",
    ("f4",),
    N_("other key"),
    N_("Bring two keys together, where two laptops each chose a pass phrase"),
)


class KeysScreen(BaseScreen[None]):
    """Lock and key, once the routes are sealed."""

    CSS_PATH = ["../../base/screen.tcss", "sealing.tcss"]
    ABOUT = N_("The routes are sealed. Here you change what opens them, and when they lock.")
    SCREEN_COMMANDS = (CHANGE, RENEW, JOIN_KEYS, BACK)
    TAKES_LETTERS = True
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def __init__(self, context: AppContext, vault: Vault, unlocked: Unlocked) -> None:
        super().__init__()
        self.context = context
        self._vault = vault
        self._unlocked = unlocked

    def compose_body(self) -> Iterable[Widget]:
        """Show the two times, the public key, and the ways to change what opens the routes."""
        settings = self.context.settings
        with VerticalScroll(id="seal", can_focus=False):
            yield Static(_("Lock and key"), classes="title")
            yield Static(_(self.ABOUT), classes="quiet", markup=False)
            yield with_border_title(
                Input(str(settings.locks_after), id="locks-after", type="integer", max_length=3),
                _("Locks after this many minutes without a key press; 0 means never"),
            )
            yield with_border_title(
                Input(
                    str(settings.reminds_after), id="reminds-after", type="integer", max_length=3
                ),
                _("A reminder after this many quiet months; 0 means never"),
            )
            yield Static(
                _("Your public key, for a colleague who shares a route with you:"),
                classes="quiet",
                markup=False,
            )
            yield Static(self._unlocked.key.public, markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Another pass phrase"), id="change")
                yield Button(_("Another recovery key"), id="renew")

    def on_mount(self) -> None:
        """Put the cursor in the first field."""
        self.query_one("#locks-after").focus()

    @on(Button.Pressed, "#change")
    def action_change(self) -> None:
        """Ask for a new pass phrase for the same key."""

        def keep(pass_phrase: str | None) -> None:
            if pass_phrase:
                self._keep_key(lambda: self._vault.change(self._unlocked, pass_phrase))

        self.app.push_screen(PassPhraseDialog(), keep)

    @on(Button.Pressed, "#renew")
    def action_renew(self) -> None:
        """Show a new recovery key, tried out before the old one stops working."""
        from relroute_tui.ui.screens.sealing.recovery import RecoveryDialog

        recovery, environment = RecoveryKey.new(), self.context.environment

        def keep(tried: bool | None) -> None:
            if tried:
                self._keep_key(lambda: self._vault.renew_recovery(self._unlocked, recovery))

        dialog = RecoveryDialog(recovery, environment.papers, environment.sessions)
        once_in_private(self, lambda: self.app.push_screen(dialog, keep))

    def action_join_keys(self) -> None:
        """Bring two keys together; then go home, where every route is."""
        from relroute_tui.ui.screens.sealing.join_keys import JoinKeysScreen

        def joined(sentence: str | None) -> None:
            if sentence:
                self.tell(sentence)
                self.dismiss(None)

        self.app.push_screen(JoinKeysScreen(self.context, self._vault, self._unlocked), joined)

    def _keep_key(self, write: Callable[[], None]) -> None:
        try:
            write()
        except SaveError as error:
            self.tell(problem_sentence(error))
        else:
            self.tell(_("The pass phrase is changed. No route was touched."))

    @on(Input.Submitted)
    def action_back(self) -> None:
        """Keep the two times, and go back."""
        settings = self.context.settings
        changed = replace(
            settings,
            locks_after=self._number("#locks-after", settings.locks_after),
            reminds_after=self._number("#reminds-after", settings.reminds_after),
        )
        try:
            if changed != settings:
                self.context.change_settings(lambda _settings: changed)
        except SaveError as error:
            self.tell(problem_sentence(error))
        self.dismiss(None)

    def _number(self, field: str, before: int) -> int:
        typed = self.query_one(field, Input).value
        return int(typed) if typed.isdecimal() else before


class PassPhraseDialog(Dialog[str]):
    """Form for a new pass phrase. Its result is that, or nothing."""

    CSS_PATH = ["../../dialogs/dialog.tcss"]
    HEADING = N_("Another pass phrase")
    ABOUT = N_("From now on the new pass phrase opens the routes. No route is touched.")
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def compose_body(self) -> Iterable[Widget]:
        """Ask for the pass phrase, twice."""
        yield from pass_phrase_fields()
        yield Static("", classes="problem", markup=False)

    def on_mount(self) -> None:
        """Put the cursor in the first field."""
        self.query_one("#pass-phrase").focus()

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Hand the pass phrase over, or say what is not right yet."""
        pass_phrase, problem = typed_pass_phrase(self)
        if problem:
            self.tell_problem(problem)
        else:
            self.dismiss(pass_phrase)
