"""The end of a route: the day on which it was done, and what people say about it."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.domain.route import Route
from relroute_tui.language import N_, _
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.detail_check import DetailCheckDialog
from relroute_tui.ui.widgets.border_title import with_border_title
from relroute_tui.ui.widgets.day_field import DayField


class EndKept(Struct, frozen=True):
    """The result; no day where the route goes on."""

    on: date | None
    words: str = ""


class RoundOffDialog(DetailCheckDialog[EndKept], UnsavedChangesGuard[EndKept]):
    """Dialog for the day on which the route was done. Its result is its end, or that it goes on."""

    HEADING = N_("Round off this route")
    ABOUT = N_(
        "The route is done. Everything can still be read, and the route can be taken up again "
        "at any time. What is not finished may stay unfinished."
    )
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, route: Route, today: date) -> None:
        super().__init__()
        self._end = route.rounded_off
        self._today = today

    def compose_body(self) -> Iterable[Widget]:
        """Ask for the day and the words."""
        yield Static(_(self.ABOUT), classes="hint", markup=False)
        day = self._end.on if self._end else self._today
        yield with_border_title(
            DayField(day, self._today, name="day"), _("On which day was it done?")
        )
        words = self._end.words if self._end else ""
        yield with_border_title(
            Input(words, id="words"),
            _("What do you want to say about it? This may stay empty."),
        )
        yield Static("", classes="problem", markup=False)
        with Horizontal(classes="buttons"):
            if self._end:
                yield Button(_("It goes on"), id="go-on")
            yield Button(_("Keep"), id="keep", classes="-primary")

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Hand the end over, or say what it still needs."""
        field = self.query_one("#day", DayField)
        if field.day is None:
            self.tell_problem(field.problem() or _("On which day was it done?"), "#day")
            return
        self.dismiss(EndKept(field.day, self.query_one("#words", Input).value.strip()))

    @on(Button.Pressed, "#go-on")
    def _go_on(self) -> None:
        self.dismiss(EndKept(None))
