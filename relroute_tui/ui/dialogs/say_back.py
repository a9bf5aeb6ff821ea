"""The meaning of an agreement for somebody, in their own words."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from relroute_tui.language import N_, _
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.noticing import NoticingDialog


class SayBackDialog(NoticingDialog[str], UnsavedChangesGuard[str]):
    """Asks one person to say an agreement back. Its result is what they said; empty is passing."""

    ABOUT = N_(
        "A nod says nothing. Ask what it means for this person, and type it as they say it. "
        "It may stay empty: everyone may pass."
    )
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self._nickname = name
        self._words = words
        self._asked_once = False

    @property
    def heading(self) -> str:
        """The question."""
        return _("{name}, what does this mean for you?").format(name=self._nickname)

    def compose_body(self) -> Iterable[Widget]:
        """Show a line to answer on."""
        yield Input(self._words, id="words")
        yield Static(
            _("In your own words. This may also stay empty."), classes="hint", markup=False
        )
        yield Static("", classes="problem", markup=False)

    @on(Input.Submitted)
    def _submit(self) -> None:
        """Keep the words; without any, only at a second Enter, as `RemarkDialog` does."""
        if self._asked_once or self.query_one("#words", Input).value.strip():
            self.action_keep()
        else:
            self._asked_once = True
            self.tell_problem(_("Nothing was typed. Enter once more leaves it empty."))

    def action_keep(self) -> None:
        """Hand the words over."""
        self.dismiss(self.query_one("#words", Input).value.strip())
