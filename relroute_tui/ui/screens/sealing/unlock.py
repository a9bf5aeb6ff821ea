"""The calm screen that asks for the pass phrase: at the start, and after a time without keys."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Center
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from relroute_tui.language import N_, _, ngettext
from relroute_tui.language.storage_messages import pass_phrase_sentence, problem_sentence
from relroute_tui.storage.errors import StorageError, WrongPassPhrase
from relroute_tui.storage.sealing.vault import Unlocked, Vault
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.commands import LEAVE, Command, bindings_of
from relroute_tui.ui.dialogs.private import once_in_private
from relroute_tui.ui.keyboard.in_use import key_for
from relroute_tui.ui.widgets.border_title import with_border_title

LONGEST_PAUSE: Final = 30
"""Seconds after a wrong pass phrase: 1, 2, 4 … up to this."""


RECOVER = Command(
    "sealing_unlock.recover",
    "recover",
    ("f4",),
    N_("recovery key"),
    N_("Open the routes with the recovery key"),
)


class UnlockScreen(ModalScreen[Unlocked], CommandScreen[Unlocked]):
    """Screen that covers everything until a key is opened. Its result is that key."""

    CSS_PATH = "sealing.tcss"
    keeps_locked = True
    covers_everything = True
    BINDINGS = bindings_of((RECOVER,))

    def __init__(
        self,
        vault: Vault,
        now: Callable[[], datetime],
        before: Unlocked | None = None,
    ) -> None:
        """Accept only the key `before`, the one that was open, where it is given."""
        super().__init__()
        self._vault = vault
        self._now = now
        self._before = before
        self._since = now()
        self._failed = 0
        self._is_trying = False

    @classmethod
    def listed_commands(cls) -> tuple[Command, ...]:
        """Return the other way in."""
        return (RECOVER,)

    @property
    def length(self) -> timedelta:
        """Time that this screen has been there."""
        return self._now() - self._since

    def compose(self) -> ComposeResult:
        """Show a word, the field, and the ways on."""
        at_start = self._before is None
        yield Static(
            _("Good to see you · locked") if at_start else _("A moment of rest · locked"), id="rest"
        )
        with Center():
            yield with_border_title(Input(password=True, id="pass-phrase"), _("Pass phrase"))
        yield Static(self._hint(), id="told", markup=False)
        yield Static(
            _("{recover}: with the recovery key   {leave}: leave").format(
                recover=key_for(RECOVER), leave=key_for(LEAVE)
            ),
            id="ways",
            markup=False,
        )

    def _hint(self) -> str:
        if self._before is None:
            return pass_phrase_sentence(has_key_conflict=self._vault.has_key_conflict)
        return _("Nobody typed for a while. Everything is kept as it was.")

    def on_mount(self) -> None:
        """Put the cursor in the field."""
        self.query_one("#pass-phrase").focus()

    @on(Input.Submitted, "#pass-phrase")
    def _try(self, event: Input.Submitted) -> None:
        if event.value:
            self._is_trying = True
            self._wait(_("One moment …"))
            self._open(event.value)

    def _wait(self, sentence: str) -> None:
        self.query_one("#told", Static).update(Content(sentence))
        field = self.query_one("#pass-phrase", Input)
        field.value = ""
        field.disabled = True

    @work(thread=True, exit_on_error=False)
    def _open(self, pass_phrase: str) -> None:
        """Open it, in a thread: that takes the better part of a second."""
        try:
            unlocked = self._vault.open(pass_phrase)
        except WrongPassPhrase:
            self.app.call_from_thread(self._refuse)
            return
        except StorageError as problem:
            self.app.call_from_thread(self._ask_again, problem_sentence(problem))
            return
        self.app.call_from_thread(self._accept, unlocked)

    def _accept(self, unlocked: Unlocked) -> None:
        self._is_trying = False
        if self._before is not None and self._before.key not in unlocked.keys:
            self._refuse()
        else:
            self.dismiss(unlocked)

    def _refuse(self) -> None:
        self._is_trying = False
        self._failed += 1
        seconds = min(2 ** (self._failed - 1), LONGEST_PAUSE)
        self._wait(
            ngettext(
                "That is not the pass phrase. Nothing was changed. Again in {n} second.",
                "That is not the pass phrase. Nothing was changed. Again in {n} seconds.",
                seconds,
            ).format(n=seconds)
        )
        again = _("That was not the pass phrase. Nothing was changed. Try it again.")
        self.set_timer(seconds, partial(self._ask_again, again))

    def _ask_again(self, sentence: str) -> None:
        self._is_trying = False
        field = self.query_one("#pass-phrase", Input)
        field.disabled = False
        field.focus()
        self.query_one("#told", Static).update(Content(sentence))

    def action_recover(self) -> None:
        """Open with the recovery key from paper; not while a pass phrase is being tried."""
        if self._is_trying:
            return
        from relroute_tui.ui.screens.sealing.recover import RecoverDialog

        def opened(unlocked: Unlocked | None) -> None:
            if unlocked is not None:
                self._accept(unlocked)

        dialog = RecoverDialog(self._vault)
        once_in_private(self, lambda: self.app.push_screen(dialog, opened), behind_lock=True)
