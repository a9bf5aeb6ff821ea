"""Since when a cell of the map is as it is: also a day that lies further back."""

from collections.abc import Iterable
from datetime import date

from textual import on
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.language import N_, _
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog, problem_and_keep
from relroute_tui.ui.widgets.border_title import with_border_title
from relroute_tui.ui.widgets.day_field import DayField


class SinceDialog(Dialog[date], UnsavedChangesGuard[date]):
    """Dialog that asks for a day that is not still to come. Its result is that day, or nothing."""

    HEADING = N_("Since when?")
    ABOUT = N_("The day from which it was like this. It can be before this route was started here.")
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, since: date, today: date) -> None:
        super().__init__()
        self._since = since
        self._today = today

    def compose_body(self) -> Iterable[Widget]:
        """Ask for the day."""
        yield Static(_(self.ABOUT), classes="hint", markup=False)
        yield with_border_title(DayField(self._since, self._today, name="day"), _("On which day?"))
        yield from problem_and_keep()

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Hand the day over, or say what is wrong with it."""
        field = self.query_one("#day", DayField)
        if field.day is None:
            self.tell_problem(field.problem() or _("On which day?"), "#day")
        elif field.day > self._today:
            self.tell_problem(
                _("That day is still to come. Since when has it been like this?"), "#day"
            )
        else:
            self.dismiss(field.day)
