"""The next meeting: its day, in the rhythm of the phase, and its agenda."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.content.agendas import AgendaTemplate
from relroute_tui.domain.meeting import meeting_day
from relroute_tui.domain.progress.planning import Planned, proposed_day
from relroute_tui.domain.route import Route, suggested_agenda
from relroute_tui.language import N_, _, ngettext, progress_words
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.widgets.day_field import DayField
from relroute_tui.ui.widgets.titled import TitledSelect, titled


class PlanKept(Struct, frozen=True):
    """What came of it; no meeting where the plan was taken out."""

    planned: Planned | None


class PlanDialog(Dialog[PlanKept], UnsavedChangesGuard[PlanKept]):
    """Proposes a day and asks for an agenda. Its result is the plan, or nothing."""

    HEADING = N_("Plan a meeting")
    ABOUT = N_("When you meet again, and with which agenda.")
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(
        self,
        route: Route,
        agendas: Sequence[AgendaTemplate],
        today: date,
        planned: Planned | None,
    ) -> None:
        super().__init__()
        self._agendas = agendas
        self._today = today
        self._is_new = planned is None
        last = route.finished_meetings[-1] if route.finished_meetings else None
        self._last = meeting_day(last) if last else None
        self._phase = route.phase
        self._others = tuple(each.day for each in route.planned if each != planned)
        proposed = Planned(proposed_day(route.phase, self._last, today), self._usual(route))
        self._planned = planned or proposed

    def _usual(self, route: Route) -> str:
        wanted = suggested_agenda(route)
        return wanted if wanted in {each.id for each in self._agendas} else ""

    def compose_body(self) -> Iterable[Widget]:
        """The day with what it is, the rhythm, and the agenda."""
        chosen = self._planned.agenda
        known = {each.id for each in self._agendas}
        day = DayField(self._planned.day, self._today, name="day")
        yield titled(day, _("When do we meet again?"))
        if self._others:
            told = progress_words.planned_sentence(self._others)
            yield Static(told, classes="hint", markup=False)
        yield Static(self._rhythm(), classes="hint", markup=False)
        yield TitledSelect(
            _("Which agenda?"),
            self._choices(),
            value=chosen if chosen in known else "",
            id="agenda",
        )
        yield Static("", classes="problem", markup=False)
        with Horizontal(classes="buttons"):
            if not self._is_new:
                yield Button(_("Take out"), id="take-out")
            yield Button(_("Keep"), id="keep", classes="-primary")

    def _choices(self) -> list[tuple[str, str]]:
        usual = [(_("the usual agenda"), "")]
        named = [
            (
                ngettext("{title} ({n} minute)", "{title} ({n} minutes)", each.minutes).format(
                    title=each.title, n=each.minutes
                ),
                each.id,
            )
            for each in self._agendas
        ]
        return usual + named

    def _rhythm(self) -> str:
        if self._last is None:
            return _("This is the first meeting.")
        return progress_words.rhythm_sentence(self._phase, self._last)

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Hand the plan over, or say what it still needs."""
        field = self.query_one("#day", DayField)
        problem = field.problem(_("{words} is past. On which day do you meet again?"))
        if field.day is None or problem:
            self.tell_problem(problem or _("On which day do you meet again?"), "#day")
            return
        agenda = str(self.query_one("#agenda", TitledSelect).value)
        self.dismiss(PlanKept(replace(self._planned, day=field.day, agenda=agenda)))

    @on(Button.Pressed, "#take-out")
    def _take_out(self) -> None:
        self.dismiss(PlanKept(None))
