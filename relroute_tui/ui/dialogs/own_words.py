"""Somebody's own words: with a response, or to say an agreement back."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from relroute_tui.domain.agreement import Stance
from relroute_tui.language import _, words
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.detail_check import DetailCheckDialog


class OwnWordsDialog(DetailCheckDialog[str], UnsavedChangesGuard[str]):
    """Question to one person. Its result is what they said, which may stay empty."""

    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, question: str, about: str, own_words: str) -> None:
        super().__init__()
        self._question = question
        self._about = about
        self._own_words = own_words
        self._asked_once = False

    @property
    def heading(self) -> str:
        """The question."""
        return self._question

    @property
    def purpose(self) -> str:
        """Purpose of the words."""
        return self._about

    def compose_body(self) -> Iterable[Widget]:
        """Show a line to answer on."""
        yield Input(self._own_words, id="words")
        may_stay_empty = _("In your own words. This may also stay empty.")
        anew = _("Ctrl+U empties the line.") if self._own_words else ""
        yield Static(f"{may_stay_empty} {anew}", classes="hint", markup=False)
        yield Static("", classes="problem", markup=False)

    @on(Input.Submitted)
    def _submit(self) -> None:
        """Keep the words; without any, only at a second Enter.

        Whoever struck Enter once too often would go on to type these words at the next person.
        """
        if self._asked_once or self.query_one("#words", Input).value.strip():
            self.action_keep()
        else:
            self._asked_once = True
            self.tell_problem(_("Nothing was typed. Enter once more leaves it empty."))

    def action_keep(self) -> None:
        """Hand the words over."""
        self.dismiss(self.query_one("#words", Input).value.strip())


def remark_dialog(name: str, stance: Stance, own_words: str) -> OwnWordsDialog:
    """Return the dialog for the words that belong to "yes, if …", "not yet" or "no"."""
    question = _(words.OWN_WORDS[stance]).format(name=name)
    about = _("Their own words about their answer. They may stay empty.")
    return OwnWordsDialog(question, about, own_words)


def say_back_dialog(name: str, own_words: str) -> OwnWordsDialog:
    """Return the dialog in which one person says an agreement back; staying empty is passing."""
    question = _("{name}, what does this mean for you?").format(name=name)
    about = _(
        "A nod says nothing. Ask what it means for this person, and type it as they say it. "
        "It may stay empty: everyone may pass."
    )
    return OwnWordsDialog(question, about, own_words)
