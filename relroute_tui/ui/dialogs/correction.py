"""An addition to a finished meeting: a name, the words, and the moment."""

from collections.abc import Callable, Iterable
from datetime import datetime

from textual import on
from textual.widget import Widget
from textual.widgets import Button, Input, Static, TextArea

from relroute_tui.domain.meeting import Correction
from relroute_tui.domain.notes.lines import one_line
from relroute_tui.domain.route import name_problem
from relroute_tui.language import N_, _, words
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.detail_check import DetailCheckDialog
from relroute_tui.ui.dialogs.dialog import problem_and_keep
from relroute_tui.ui.widgets.border_title import with_border_title


class CorrectionDialog(DetailCheckDialog[Correction], UnsavedChangesGuard[Correction]):
    """Dialog that asks who adds something and what. Its result is a correction, or nothing."""

    HEADING = N_("Add to this meeting")
    ABOUT = N_("What was closed stays as it is. Your words come below it, with name and date.")
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    CSS_PATH = ["dialog.tcss", "correction.tcss"]

    def __init__(self, by: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._by = by
        self._now = now

    def compose_body(self) -> Iterable[Widget]:
        """Ask what it is for, the words, and who says them."""
        yield Static(
            _("What was closed stays as it is. Your words come below it, with name and date."),
            classes="about",
            markup=False,
        )
        text = TextArea(id="text", soft_wrap=True, show_line_numbers=False)
        yield with_border_title(text, _("What do you want to add?"))
        yield with_border_title(Input(self._by, id="by"), _("Who says this?"))
        yield from problem_and_keep()

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Hand the correction over, or say what it still needs."""
        text = self.query_one("#text", TextArea).text.strip()
        by = one_line(self.query_one("#by", Input).value)
        problem = name_problem(by, ())
        if not text:
            self.tell_problem(_("There are no words yet. Type what you want to add."), "#text")
        elif problem is not None:
            self.tell_problem(words.name_problem_sentence(problem), "#by")
        else:
            self.dismiss(Correction(self._now(), by, text))
