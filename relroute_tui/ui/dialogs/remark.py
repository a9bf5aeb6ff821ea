"""Somebody's own words with a response."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from relroute_tui.domain.agreement import Stance
from relroute_tui.language import _
from relroute_tui.ui.leaving import LeftTwice


class RemarkDialog(ModalScreen[str], LeftTwice[str]):
    """Asks for the words that belong to "yes, if …" or "not yet". They may stay empty."""

    CSS_PATH = "dialog.tcss"

    def __init__(self, name: str, stance: Stance, words: str) -> None:
        super().__init__()
        self._name = name
        self._stance = stance
        self._words = words

    def compose(self) -> ComposeResult:
        """The question and a line to answer on."""
        question = (
            _("{name} says yes, if …")
            if self._stance is Stance.YES_IF
            else _("{name} says not yet. What is needed for a yes?")
        )
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(question.format(name=self._name))
            dialog.border_subtitle = Content(_("Enter: keep   Esc: back"))
            yield Input(self._words, id="words", max_length=500)
            yield Static(
                _("In your own words. This may also stay empty."), classes="hint", markup=False
            )

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())
