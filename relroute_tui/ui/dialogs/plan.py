"""The next meeting: its day in the rhythm of the phase, its hour and place, and who comes."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Select, SelectionList, Static
from textual.widgets.selection_list import Selection

from relroute_tui.content.agendas import AgendaTemplate
from relroute_tui.domain.meeting import meeting_day
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.todo import proposed_next_day
from relroute_tui.domain.route import Route, suggested_agenda
from relroute_tui.language import N_, _, ngettext, progress_words
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.detail_check import DetailCheckDialog
from relroute_tui.ui.widgets.border_title import TitledSelect, with_border_title
from relroute_tui.ui.widgets.day_field import DayField
from relroute_tui.ui.widgets.hour_field import HourField
from relroute_tui.ui.widgets.tick_list import TickList


class PlanKept(Struct, frozen=True):
    """The result; no meeting where the plan was taken out."""

    planned: Planned | None


class PlanDialog(DetailCheckDialog[PlanKept], UnsavedChangesGuard[PlanKept]):
    """Dialog that proposes a day and asks for an agenda. Its result is the plan, or nothing."""

    HEADING = N_("Plan a meeting")
    ABOUT = N_("When and where you meet again, who is invited, and with which agenda.")
    IS_WIDE = True
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
        self._route = route
        self._people = route.participants
        self._today = today
        self._is_new = planned is None
        last = route.finished_meetings[-1] if route.finished_meetings else None
        self._last = meeting_day(last) if last else None
        self._phase = route.phase
        self._others = tuple(plan.day for plan in route.planned if plan != planned)
        proposed = Planned(proposed_next_day(route, today), self._suggested_agenda(route))
        self._planned = planned or proposed

    def _suggested_agenda(self, route: Route) -> str:
        wanted = suggested_agenda(route)
        return wanted if wanted in {agenda.id for agenda in self._agendas} else ""

    def compose_body(self) -> Iterable[Widget]:
        """Ask for the day, the rhythm, the hour and place, who comes, and the agenda."""
        chosen = self._planned.agenda
        known = {agenda.id for agenda in self._agendas}
        day = DayField(self._planned.day, self._today, name="day")
        yield with_border_title(day, _("When do we meet again?"))
        if self._others:
            sentence = progress_words.planned_sentence(self._others)
            yield Static(sentence, classes="hint", markup=False)
        yield Static(self._rhythm(), classes="hint", markup=False)
        with Horizontal(classes="pair"):
            yield with_border_title(HourField(self._planned.at, name="at"), _("At what time?"))
            yield with_border_title(Input(self._planned.place, id="place"), _("Where? No address"))
        if self._people:
            invited = self._planned.invited or tuple(person.id for person in self._people)
            guests = (
                Selection(Content(person.name), person.id, person.id in invited)
                for person in self._people
            )
            yield with_border_title(TickList[str](*guests, id="invited"), _("Who is invited?"))
        yield TitledSelect(
            _("Which agenda?"),
            self._choices(),
            value=chosen if chosen in known else "",
            id="agenda",
        )
        yield Static("", id="cannot", classes="cannot", markup=False)
        yield Static("", classes="problem", markup=False)
        with Horizontal(classes="buttons"):
            if not self._is_new:
                yield Button(_("Take out"), id="take-out")
            yield Button(_("Keep"), id="keep", classes="-primary")

    def _choices(self) -> list[tuple[str, str]]:
        choices = [(_("the usual agenda"), "")]
        named = [
            (
                ngettext("{title} ({n} minute)", "{title} ({n} minutes)", agenda.minutes).format(
                    title=agenda.title, n=agenda.minutes
                ),
                agenda.id,
            )
            for agenda in self._agendas
        ]
        return choices + named

    def _rhythm(self) -> str:
        if self._last is None:
            return _("This is the first meeting.")
        return progress_words.rhythm_sentence(self._phase, self._last)

    def on_mount(self) -> None:
        """Say who cannot on the day that is proposed."""
        self._say_who_cannot()

    @on(Input.Changed)
    @on(Select.Changed)
    @on(SelectionList.SelectedChanged)
    def _say_who_cannot(self) -> None:
        line = self.query_one("#cannot", Static)
        sentence = self._who_cannot_come() if self._route.busy else ""
        line.update(sentence)
        line.display = bool(sentence)

    def _who_cannot_come(self) -> str:
        from relroute_tui.domain.progress.calendar import invited_to
        from relroute_tui.domain.progress.clashes import who_cannot
        from relroute_tui.language.busy_words import cannot_sentence

        field = self.query_one("#day", DayField)
        if field.day is None:
            return ""
        at = self.query_one(HourField).at or field.reading.at
        people = invited_to(self._route, Planned(field.day, invited=self._invited))
        return cannot_sentence(who_cannot(self._route, people, field.day, at, self._minutes))

    @property
    def _minutes(self) -> int:
        """Minutes that the chosen agenda takes."""
        chosen = self.query_one("#agenda", TitledSelect).value or suggested_agenda(self._route)
        return next((agenda.minutes for agenda in self._agendas if agenda.id == chosen), 0)

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Hand the plan over, or say what it still needs."""
        field = self.query_one("#day", DayField)
        problem = field.problem(_("{words} is past. On which day do you meet again?"))
        if field.day is None or problem:
            self.tell_problem(problem or _("On which day do you meet again?"), "#day")
            return
        hour = self.query_one(HourField)
        if hour.problem:
            self.tell_problem(hour.problem, "#at")
            return
        planned = replace(
            self._planned,
            day=field.day,
            at=hour.at or field.reading.at,
            place=self.query_one("#place", Input).value.strip() or field.reading.place,
            invited=self._invited,
            agenda=str(self.query_one("#agenda", TitledSelect).value),
        )
        self.dismiss(PlanKept(planned))

    @property
    def _invited(self) -> tuple[str, ...]:
        """Ids of the people invited; none where that is everyone, who may be more by then."""
        everyone = tuple(person.id for person in self._people)
        ticked = [name for ticks in self.query(TickList) for name in ticks.selected]
        invited = tuple(person for person in everyone if person in ticked)
        return () if invited == everyone else invited

    @on(Button.Pressed, "#take-out")
    def _take_out(self) -> None:
        self.dismiss(PlanKept(None))
