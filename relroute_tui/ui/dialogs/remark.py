"""Somebody's own words with a response."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from relroute_tui.domain.agreement import Stance
from relroute_tui.language import N_, _
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog


class RemarkDialog(Dialog[str], UnsavedChangesGuard[str]):
    """Asks for the words that belong to "yes, if …" or "not yet". They may stay empty."""

    ABOUT = N_("Somebody's own words with what they say. They may stay empty.")
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, name: str, stance: Stance, words: str) -> None:
        super().__init__()
        self._nickname = name
        self._stance = stance
        self._words = words

    @property
    def heading(self) -> str:
        """The question."""
        question = (
            _("{name} says yes, if …")
            if self._stance is Stance.YES_IF
            else _("{name} says not yet. What is needed for a yes?")
        )
        return question.format(name=self._nickname)

    def compose_body(self) -> Iterable[Widget]:
        """A line to answer on."""
        yield Input(self._words, id="words", max_length=500)
        yield Static(
            _("In your own words. This may also stay empty."), classes="hint", markup=False
        )

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Hand the words over."""
        self.dismiss(self.query_one("#words", Input).value.strip())
