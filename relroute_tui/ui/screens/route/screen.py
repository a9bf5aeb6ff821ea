"""One route, and the ways on from it."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.phase import phase_after
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.todo import Next, moved_to, with_changes
from relroute_tui.domain.route import OpenAgreement, Route, open_agreements
from relroute_tui.language import N_, _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.save_status import save_sentence
from relroute_tui.ui.commands import BACK, LEAVE, Command, bindings_of
from relroute_tui.ui.context import AppContext
from relroute_tui.ui.screens.route.commands import ROUTE_COMMANDS
from relroute_tui.ui.screens.route.map_panel import MapPanel
from relroute_tui.ui.screens.route.panels import AgreementsPanel, MeetingsPanel, NextPanel
from relroute_tui.ui.screens.route.versions_actions import VersionsActions

if TYPE_CHECKING:
    from relroute_tui.domain.search import Place

LONGEST_WAIT = 2.0
"""Seconds that leaving may take while the last change is saved."""


class RouteScreen(VersionsActions):
    """The room between home and a meeting."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is the route of one child: where it stands on the map, what comes next, the meetings "
        "that were held, newest first, and the agreements that still hold. Tab goes from one to "
        "the next."
    )
    SCREEN_COMMANDS = ROUTE_COMMANDS
    BINDINGS = bindings_of(ROUTE_COMMANDS)

    def __init__(
        self,
        context: AppContext,
        opened: OpenRoute,
        *,
        meet: bool = False,
        read: "Place | None" = None,
        leave_after: bool = False,
        finished: bool = False,
    ) -> None:
        super().__init__(context, opened)
        self._meet_at_once = meet
        self._read_at_once = read
        self._is_left_for_good = leave_after
        self._comes_from_closing = finished

    def commands(self) -> tuple[Command, ...]:
        """Where there is no home behind it, the way back is the way out, and is called so."""
        known = super().commands()
        return tuple(map(_as_way_out, known)) if self._is_left_for_good else known

    def on_mount(self) -> None:
        """Go straight on into the meeting where that was asked for."""
        if self._meet_at_once:
            self.action_meet()
        place = self._read_at_once
        if place is not None and self._route.meeting(place.meeting_id):
            self._read(place.meeting_id, place.line)
        if self._comes_from_closing:
            self._tell_it_is_closed()

    @property
    def _route(self) -> Route:
        return self.opened.route

    def _put(self, route: Route) -> None:
        self.opened.put(route)
        self.show_route()

    def _may_change(self) -> bool:
        if self.opened.read_only:
            self.tell(_("This route is open in another window. Change it there."))
        return not self.opened.read_only

    # The map

    @on(MapPanel.Chosen)
    def _open_cell(self, message: MapPanel.Chosen) -> None:
        from relroute_tui.ui.screens.cell.screen import CellScreen

        self.app.push_screen(CellScreen(self.context, self.opened, message.phase, message.module))

    @on(NextPanel.Chosen)
    def _do_next(self, message: NextPanel.Chosen) -> None:
        match message.to_do.what:
            case Next.GO_ON:
                self.action_meet()
            case Next.PLAN | Next.MEETING | Next.OVERDUE:
                self.action_plan()
            case Next.LOOK_BACK:
                self.go_to_panel("open")
            case Next.CELL:
                self.go_to_panel("map")
            case Next.NEXT_PHASE:
                self.action_next_phase()
            case Next.QUESTIONNAIRES:
                self.action_questionnaires()
            case Next.PREPARE:
                self.action_prepare()

    def action_next_phase(self) -> None:
        """To the next phase, after what is not finished was said once."""
        from relroute_tui.ui.dialogs.phase import PhaseDialog

        phase = phase_after(self._route.phase)
        if not self._may_change():
            return
        if phase is None:
            self.tell(_("This is the last phase. F3 changes it back."))
            return
        now = self.context.environment.now()
        moved = moved_to(self._route, phase, now)

        def go(agreed: bool | None) -> None:
            if agreed:
                self._put(moved)

        self.app.push_screen(PhaseDialog(moved), go)

    # Meetings

    def action_find(self) -> None:
        """To the field above the meetings."""
        self.go_to_panel("held")
        self.query_one("#filter").focus()

    @on(MeetingsPanel.Chosen)
    def _read_back(self, message: MeetingsPanel.Chosen) -> None:
        meeting = self._route.meeting(message.meeting_id)
        if meeting is None:
            return
        if meeting.finished is None and not self.opened.read_only:
            self._enter(meeting)
        else:
            self._read(meeting.id)

    def _read(self, meeting_id: str, line: str = "") -> None:
        from relroute_tui.ui.screens.review.screen import ReviewScreen

        self.app.push_screen(ReviewScreen(self.context, self.opened, meeting_id, line))

    def action_meet(self) -> None:
        """Go on with the meeting that was not rounded off, or begin one."""
        if self.opened.read_only:
            self.tell(_("This route is open in another window. Hold the meeting there."))
            return
        meeting, notice = self.context.meeting_at(self.opened)
        if notice:
            self.tell(notice)
        self._enter(meeting)

    def _enter(self, meeting: Meeting) -> None:
        from relroute_tui.ui.screens.meeting.screen import MeetingScreen

        def left(finished: bool | None) -> None:
            if finished:
                self._tell_it_is_closed()

        self.app.push_screen(MeetingScreen(self.context, self.opened, meeting.id), left)

    def _tell_it_is_closed(self) -> None:
        self.tell(_("The meeting was closed and saved. F6 takes it along on paper."))

    def action_plan(self) -> None:
        """The day and the agenda of the next meeting."""
        self._plan(None)

    @on(MeetingsPanel.PlanChosen)
    def _change_plan(self, message: MeetingsPanel.PlanChosen) -> None:
        self._plan(message.planned)

    def _plan(self, planned: Planned | None) -> None:
        from relroute_tui.ui.dialogs.plan import PlanDialog, PlanKept

        if not self._may_change():
            return

        def keep(kept: PlanKept | None) -> None:
            if kept is None:
                return
            others = tuple(each for each in self._route.planned if each != planned)
            added = (kept.planned,) if kept.planned else ()
            self._put(replace(self._route, planned=(*others, *added)))

        today = self.context.environment.now().date()
        self.app.push_screen(PlanDialog(self._route, self.context.agendas, today, planned), keep)

    # Agreements

    def _agreement_meant(self) -> OpenAgreement | None:
        """The marked one, or the only one; None where that is to be said first."""
        still_open = open_agreements(self._route)
        place = self.still_open.marked
        if not still_open or place is None:
            self.tell(_("There is no agreement yet."))
            return None
        return still_open[place] if self.is_clear_which("open", len(still_open)) else None

    @on(AgreementsPanel.Chosen)
    def action_look_back(self) -> None:
        """How did this agreement go?"""
        from relroute_tui.ui.screens.looking_back.flow import LookBackFlow

        meant = self._agreement_meant()
        if meant is not None and self._may_change():
            LookBackFlow(self, self.opened, self.context.environment).begin(meant, self.show_route)

    def action_history(self) -> None:
        """Where this agreement came from, and how it went since."""
        from relroute_tui.ui.screens.agreement.screen import AgreementScreen

        meant = self._agreement_meant()
        if meant is not None:
            self.app.push_screen(AgreementScreen(self._route, meant.agreement.id))

    def action_contact(self) -> None:
        """Who sees whom, and when."""
        from relroute_tui.ui.screens.contact.screen import ContactScreen

        self.app.push_screen(ContactScreen(self.context, self.opened))

    # What everyone thinks and wishes

    def action_questionnaires(self) -> None:
        """Who fills in what, and from there side by side."""
        from relroute_tui.ui.screens.questionnaire.who import WhoScreen

        self.app.push_screen(WhoScreen(self.context, self.opened))

    def action_prepare(self) -> None:
        """The talks apart, before the next meeting."""
        from relroute_tui.ui.screens.preparation.screen import PreparationScreen

        self.app.push_screen(PreparationScreen(self.context, self.opened))

    def action_letter(self) -> None:
        """The way so far, as a letter."""
        from relroute_tui.ui.screens.letter.screen import LetterScreen

        self.app.push_screen(LetterScreen(self.context, self.opened))

    # The route itself

    def action_change(self) -> None:
        """The form for this route."""
        from relroute_tui.ui.screens.route.form import RouteForm

        if not self._may_change():
            return
        try:
            listing = self.context.archive.listing()
        except StorageError as problem:
            self.tell(problem_sentence(problem))
            return
        others = tuple(each.nickname for each in listing.routes if each.id != self._route.id)

        def keep(changed: Route | None) -> None:
            if changed is not None:
                self._put(with_changes(self._route, changed, self.context.environment.now()))

        self.app.push_screen(RouteForm(self.context.environment, others, self._route), keep)

    def action_export(self) -> None:
        """The route or a part of it as a text."""
        from relroute_tui.ui.dialogs.export_choice import take_along

        take_along(self, self.context, self._route)

    def action_take_back_cards(self) -> None:
        """Cards that were set aside join in again."""
        if self.opened.read_only or not self._route.set_aside:
            self.tell(_("No card was set aside."))
            return
        self._put(replace(self._route, set_aside=()))
        self.tell(_("All cards join in again."))

    def action_back(self) -> None:
        """To the routes, once everything is on the disk."""
        if self.opened.save_now(LONGEST_WAIT):
            self.dismiss(None)
        else:
            self.tell(
                _("{problem}. This route stays open, so that nothing is lost.").format(
                    problem=save_sentence(self.opened.status).capitalize()
                )
            )


def _as_way_out(command: Command) -> Command:
    return replace(command, name=LEAVE.name, tip=LEAVE.tip) if command is BACK else command
