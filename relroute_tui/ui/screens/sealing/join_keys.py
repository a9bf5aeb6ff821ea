"""Two keys brought together, where two laptops each chose a pass phrase."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from textual import on, work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.context import AppContext
from relroute_tui.language import N_, _, ngettext
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError, WrongPassPhrase
from relroute_tui.storage.progress import ReportProgress
from relroute_tui.storage.sealing.join_keys import KeyJoin, join_keys, plan_join
from relroute_tui.storage.sealing.key import NotAKey
from relroute_tui.storage.sealing.vault import RecoveryKey, Unlocked, Vault
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.widgets.border_title import with_border_title

GO_ON = Command(
    "sealing_join_keys.go_on",
    "go_on",
    ("f2",),
    N_("go on"),
    N_("See what the other key opens, then bring the two together"),
)


class JoinKeysScreen(BaseScreen[str]):
    """Form for the other pass phrase: it shows what will happen, and does it.

    Its result is a sentence about what came of it; nothing when it was left.
    """

    CSS_PATH = ["../../base/screen.tcss", "sealing.tcss"]
    ABOUT = N_(
        "When two laptops each choose a pass phrase, each seals its routes with a key of its own. "
        "Such a route is whole; it cannot be opened here yet. Here the two keys become one."
    )
    SCREEN_COMMANDS = (GO_ON, BACK)
    TAKES_LETTERS = True
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def __init__(self, context: AppContext, vault: Vault, unlocked: Unlocked) -> None:
        super().__init__()
        self.context = context
        self._vault = vault
        self._unlocked = unlocked
        self._plan: KeyJoin | None = None
        self._is_busy = False

    def compose_body(self) -> Iterable[Widget]:
        """Say what it is for; show a field for the other pass phrase, and what will happen."""
        with VerticalScroll(id="seal", can_focus=False):
            yield Static(_("Two keys become one"), classes="title")
            yield Static(_(self.ABOUT), markup=False)
            yield with_border_title(
                Input(password=True, id="other"),
                _("The other pass phrase, or the recovery key that goes with it"),
            )
            yield Static("", id="plan", markup=False)
            yield Static("", id="problem", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Go on"), id="look", classes="-primary")
                yield Button(_("Make them one"), id="join", classes="-primary")

    def on_mount(self) -> None:
        """Put the cursor in the field."""
        self.query_one("#join").display = self.query_one("#plan").display = False
        self.query_one("#other").focus()

    @on(Input.Submitted, "#other")
    @on(Button.Pressed)
    def action_go_on(self) -> None:
        """Look for the other key; once it is known what will happen, do it."""
        typed = self.query_one("#other", Input).value
        if self._is_busy or not (typed or self._plan):
            return
        self._is_busy = True
        self._say(_("One moment …"))
        if self._plan is None:
            self._look(typed)
        else:
            self._join(self._plan)

    @work(thread=True, exit_on_error=False)
    def _look(self, typed: str) -> None:
        """Look for keys, in a thread: it takes the better part of a second for each key."""
        try:
            other = self._other_key(typed)
            plan = None if other is None else self._plan_with(other)
        except StorageError as problem:
            self.app.call_from_thread(self._ask_again, problem_sentence(problem))
            return
        if plan is None:
            sentence = _("That one opens the key that is open already. Type the other one.")
            self.app.call_from_thread(self._ask_again, sentence)
        else:
            self.app.call_from_thread(self._show_plan, plan)

    def _other_key(self, typed: str) -> Unlocked | None:
        """Return a key that this opens beside the open one; None where there is no other.

        Raises WrongPassPhrase where it opens none, and FolderError.
        """
        found = list(self._vault.each_opened_by(typed))
        if not found:
            try:
                found = list(self._vault.each_recovered_by(RecoveryKey.from_words(typed)))
            except NotAKey:
                raise WrongPassPhrase from None
        if not found:
            raise WrongPassPhrase
        known = self._unlocked.keys
        return next((file for file in found if not set(file.keys) <= set(known)), None)

    def _plan_with(self, other: Unlocked) -> KeyJoin:
        environment = self.context.environment
        return plan_join(environment.sessions, self._notes, self._unlocked, other)

    @property
    def _notes(self) -> Path:
        return self.context.environment.private

    def _ask_again(self, sentence: str) -> None:
        self._is_busy = False
        field = self.query_one("#other", Input)
        field.value = ""
        field.focus()
        self._say(sentence)

    def _show_plan(self, plan: KeyJoin) -> None:
        self._is_busy = False
        self._plan = plan
        field = self.query_one("#other", Input)
        field.value = ""
        field.display = False
        self.query_one("#look").display = False
        join = self.query_one("#join")
        join.display = True
        join.focus()
        self._say("")
        plan_text = self.query_one("#plan", Static)
        plan_text.display = True
        plan_text.update(
            ngettext(
                "From now on either pass phrase opens all {n} route, and so does either recovery "
                "key. No word in it changes, and earlier versions come along. A laptop that has "
                "the other key open now can go on with it.",
                "From now on either pass phrase opens all {n} routes, and so does either recovery "
                "key. No word in them changes, and earlier versions come along. A laptop that has "
                "the other key open now can go on with it.",
                plan.routes,
            ).format(n=plan.routes)
        )

    def _join(self, plan: KeyJoin) -> None:
        """Join the keys, in a thread: every file of the plan is written anew."""
        from relroute_tui.ui.dialogs.progress import do_with_progress

        left: list[Path] = []

        def join(report: ReportProgress) -> str:
            try:
                left.extend(join_keys(self.context.environment.sessions, self._notes, plan, report))
            except StorageError as problem:
                return problem_sentence(problem)
            return ""

        def tell_or_leave(sentence: str) -> None:
            if sentence:
                self._could_not(sentence)
            else:
                self._joined(plan, bool(left))

        stopped = _(
            "Stopped. Each key opens what it opened before. Do this once more to finish it."
        )
        do_with_progress(self.app, _("Two keys become one"), join, stopped, tell_or_leave)

    def _could_not(self, sentence: str) -> None:
        self._is_busy = False
        self._say(sentence)

    def _joined(self, plan: KeyJoin, is_left: bool) -> None:
        unlocked = self._unlocked
        if unlocked.key != plan.kept:
            unlocked = replace(unlocked, key=plan.kept, older=(*unlocked.older, unlocked.key))
        self.context.unlock(unlocked)
        if is_left:
            self.dismiss(
                _(
                    "The two keys are one now. A route is open in another window: close it there, "
                    "and do this once more."
                )
            )
        else:
            self.dismiss(_("The two keys are one now. Either pass phrase opens every route."))

    def _say(self, sentence: str) -> None:
        self.query_one("#problem", Static).update(Content(sentence))

    def action_back(self) -> None:
        """Leave everything as it is; not amid the writing."""
        if not self._is_busy:
            self.dismiss(None)
