"""One route: its map, its meetings and what is still agreed, and the ways on from there."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.containers import Container, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from relroute_tui.content.agendas import AgendaTemplate
from relroute_tui.context import AppContext
from relroute_tui.domain.carers import Carers
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.cells import Cell
from relroute_tui.domain.progress.todo import Next, ToDo, things_to_do
from relroute_tui.domain.route import Route
from relroute_tui.language import N_, _
from relroute_tui.language.save_words import save_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.panels import PanelScreen
from relroute_tui.ui.commands import BACK, LEAVE, Command, bindings_of
from relroute_tui.ui.screens.route.changes import (
    change_people,
    round_off_route,
    take_back_cards,
    to_next_phase,
)
from relroute_tui.ui.screens.route.commands import ROUTE_COMMANDS
from relroute_tui.ui.screens.route.heading import RouteHeading
from relroute_tui.ui.screens.route.in_team import RouteInTeam
from relroute_tui.ui.screens.route.maintenance import erase_route, share_route, show_versions
from relroute_tui.ui.screens.route.map_panel import MapPanel
from relroute_tui.ui.screens.route.meeting_actions import MeetingActions
from relroute_tui.ui.screens.route.open_agreement_actions import OpenAgreementActions
from relroute_tui.ui.screens.route.panels import MeetingsPanel, OpenAgreementsPanel

if TYPE_CHECKING:
    from relroute_tui.domain.search import Place
    from relroute_tui.ui.base.destination import Destination

LONGEST_WAIT = 2.0
"""Seconds that leaving may take while the last change is saved."""


class RouteScreen(PanelScreen[None]):
    """Screen between home and a meeting: calm at first sight, with the ways on behind keys."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is the route of one child: where it stands on the map, the meetings that were held, "
        "newest first, and the agreements that still hold. Tab goes from one to the next. T says "
        "what there is to do."
    )
    SCREEN_COMMANDS = ROUTE_COMMANDS
    BINDINGS = bindings_of(ROUTE_COMMANDS)
    PANELS: ClassVar[dict[str, str]] = {
        "map": N_("map"),
        "held": N_("meetings"),
        "open": N_("agreements"),
    }

    route: reactive[Route | None] = reactive(None)
    cells: reactive[tuple[Cell, ...]] = reactive(())
    phase: reactive[Phase] = reactive(Phase.INSTALLATION)
    carers: reactive[Carers] = reactive(Carers())
    agendas: reactive[dict[str, str]] = reactive(dict)
    panel = reactive("map", repaint=False)

    class AgendasRead(Message):
        """The agenda templates were read in the background."""

        def __init__(self, agendas: tuple[AgendaTemplate, ...]) -> None:
            super().__init__()
            self.agendas = agendas

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
        """Open on into a meeting with `meet`, or at what was said with `read`.

        With `leave_after` there is no home behind it; with `finished` a meeting was just closed.
        """
        super().__init__()
        self.context = context
        self.opened = opened
        self._meet_at_once = meet
        self._read_at_once = read
        self._is_left_for_good = leave_after
        self._comes_from_closing = finished
        self._is_handed_on = False
        """Whether another screen keeps the route open."""

    def compose_body(self) -> Iterable[Widget]:
        """Show the facts above; below it the map, the meetings and the agreements."""
        yield RouteHeading(self.opened)
        with Container(id="lists"):
            yield MapPanel(id="map", classes="panel").data_bind(
                RouteScreen.cells, RouteScreen.phase, RouteScreen.carers
            )
            with Vertical(id="record"):
                yield MeetingsPanel(id="held", classes="panel").data_bind(
                    RouteScreen.route, RouteScreen.agendas
                )
                yield OpenAgreementsPanel(id="open", classes="panel").data_bind(RouteScreen.route)

    def commands(self) -> tuple[Command, ...]:
        """Return the commands; where there is no home behind it, the way back is the way out."""
        known = super().commands()
        return tuple(map(_as_way_out, known)) if self._is_left_for_good else known

    def destinations(self) -> "tuple[Destination, ...]":
        """Return the panels, every meeting, and every agreement that still holds."""
        return (
            *super().destinations(),
            *self._meetings.destinations(),
            *self._agreements.destinations(),
        )

    def on_mount(self) -> None:
        """Show the map first, or go straight on to where that was asked for."""
        self._read_agendas()
        self.go_to_panel("map")
        if self._meet_at_once:
            self.action_meet()
        place = self._read_at_once
        if place is not None and self.opened.route.meeting(place.meeting_id):
            self._meetings.read(place.meeting_id, place.line)
        if self._comes_from_closing:
            self._meetings.tell_it_is_closed()

    def on_unmount(self) -> None:
        """Leave everything on the disk, and the route free for another window."""
        if not self._is_handed_on:
            self.opened.close()

    def renewed(self) -> "RouteScreen":
        """Return the same route, still open, on a new screen."""
        self._is_handed_on = True
        return RouteScreen(self.context, self.opened, leave_after=self._is_left_for_good)

    def on_screen_resume(self) -> None:
        """Show what the route holds now."""
        self.show_route()

    def show_route(self) -> None:
        """Hand the route as it is now down to the panels."""
        route = self.opened.route
        self.query_one(RouteHeading).show(route, self.context.openers(route.id))
        self.route = route
        self.cells = route.cells
        self.phase = route.phase
        self.carers = route.carers
        self.show_tabs()

    @work(thread=True)
    def _read_agendas(self) -> None:
        self.post_message(self.AgendasRead(self.context.texts.agendas))

    @on(AgendasRead)
    def _show_agendas(self, message: AgendasRead) -> None:
        self.agendas = {agenda.id: agenda.title for agenda in message.agendas}

    # The map

    @on(MapPanel.Chosen)
    def _open_cell(self, message: MapPanel.Chosen) -> None:
        from relroute_tui.ui.screens.cell.screen import CellScreen

        self.app.push_screen(CellScreen(self.context, self.opened, message.phase, message.module))

    def action_to_do(self) -> None:
        """Say what there is to do next, and go to where that is done."""
        from relroute_tui.ui.dialogs.to_do import ToDoDialog

        today = self.context.environment.now().date()
        self.app.push_screen(ToDoDialog(things_to_do(self.opened.route, today)), self._go_to)

    def _go_to(self, to_do: ToDo | None) -> None:
        ways: Mapping[Next, Callable[[], None]] = {
            Next.GO_ON: self.action_meet,
            Next.QUESTIONNAIRES: self.action_questionnaires,
            Next.OVERDUE: self.action_plan,
            Next.MEETING: self.action_plan,
            Next.PLAN: self.action_plan,
            Next.PREPARE: self.action_prepare,
            Next.LOOK_BACK: partial(self.go_to_panel, "open"),
            Next.CELL: partial(self.go_to_panel, "map"),
            Next.NEXT_PHASE: self.action_next_phase,
            Next.ROUND_OFF: self.action_round_off,
        }
        if to_do is not None:
            ways[to_do.what]()

    def action_next_phase(self) -> None:
        """Move to the next phase, after saying once what is not finished."""
        to_next_phase(self, self.context, self.opened, self.show_route)

    def action_round_off(self) -> None:
        """Say that the route is done, or that it goes on."""
        round_off_route(self, self.context, self.opened, self.show_route)

    # Meetings

    def action_find(self) -> None:
        """Go to the field above the meetings."""
        self.go_to_panel("held")
        self.query_one("#filter").focus()

    @on(MeetingsPanel.Chosen)
    def _read_back(self, message: MeetingsPanel.Chosen) -> None:
        self._meetings.open(message.meeting_id, message.line)

    def action_meet(self) -> None:
        """Go on with the meeting that was not rounded off, or begin one."""
        self._meetings.meet()

    def action_plan(self) -> None:
        """Plan the next meeting."""
        self._meetings.plan(None)

    @on(MeetingsPanel.PlanChosen)
    def _change_plan(self, message: MeetingsPanel.PlanChosen) -> None:
        self._meetings.plan(message.planned)

    # Agreements

    @on(OpenAgreementsPanel.Chosen)
    def action_look_back(self) -> None:
        """Ask how the marked agreement went."""
        self._agreements.look_back()

    def action_history(self) -> None:
        """Show where the marked agreement came from, and how it went since."""
        self._agreements.show_history()

    def action_my_view(self) -> None:
        """Put somebody's own view beside the marked agreement or meeting."""
        if self.panel == "open":
            self._agreements.ask_for_view()
        else:
            self._meetings.ask_for_view()

    def action_contact(self) -> None:
        """Show who sees whom, and when."""
        from relroute_tui.ui.screens.contact.screen import ContactScreen

        self.app.push_screen(ContactScreen(self.context, self.opened))

    # What everyone thinks and wishes

    def action_questionnaires(self) -> None:
        """Show who fills in what, and from there what lies side by side."""
        from relroute_tui.ui.screens.questionnaire.who import WhoScreen

        self.app.push_screen(WhoScreen(self.context, self.opened))

    def action_prepare(self) -> None:
        """Show the talks apart, before the next meeting."""
        from relroute_tui.ui.screens.preparation.screen import PreparationScreen

        self.app.push_screen(PreparationScreen(self.context, self.opened))

    def action_letter(self) -> None:
        """Show the way so far, as a letter."""
        from relroute_tui.ui.screens.letter.screen import LetterScreen

        self.app.push_screen(LetterScreen(self.context, self.opened))

    def action_report(self) -> None:
        """Show what the way so far shows."""
        from relroute_tui.ui.screens.report.screen import ReportScreen

        self.app.push_screen(ReportScreen(self.context, self.opened))

    # The route itself

    def action_change(self) -> None:
        """Change the nickname, the phase or the people."""
        change_people(self, self.context, self.opened, self.show_route)

    def action_take_back_cards(self) -> None:
        """Let the cards that were set aside join in again."""
        take_back_cards(self, self.opened, self.show_route)

    def action_export(self) -> None:
        """Write the route or a part of it out as a text."""
        from relroute_tui.ui.dialogs.export_choice import take_along

        take_along(self, self.context, self.opened.route)

    def action_versions(self) -> None:
        """Show the versions that were kept; the chosen one becomes the current one."""
        show_versions(self, self.context, self.opened, self.show_route)

    def action_share(self) -> None:
        """Choose the keys that open this route."""
        share_route(self, self.context, self.opened, self._in_team)

    def action_show_openers(self) -> None:
        """Show who can open this route; it can be handed over from there."""
        self._in_team.show()

    def action_erase(self) -> None:
        """Erase all of it, once its nickname was typed."""
        erase_route(self, self.context, self.opened, self._open_again)

    # The parts of this screen, made for the route that is open now

    @property
    def _meetings(self) -> MeetingActions:
        return MeetingActions(self, self.context, self.opened, self.show_route)

    @property
    def _agreements(self) -> OpenAgreementActions:
        return OpenAgreementActions(self, self.context, self.opened, self.show_route)

    @property
    def _in_team(self) -> RouteInTeam:
        return RouteInTeam(self, self.context, self.opened, self._open_again)

    def _open_again(self) -> None:
        """Go on with the route that is still there; leave where it does not open."""
        try:
            self.opened = self.context.open(self.opened.route.id)
        except StorageError:
            self.dismiss(None)
        else:
            self.query_one(RouteHeading).follow(self.opened)
            self.show_route()

    def action_back(self) -> None:
        """Go back to the routes once all is on the disk; ask first where that ends the app."""
        if self.opened.save_now(LONGEST_WAIT):
            if not self._is_left_for_good or self.is_sure_to_leave():
                self.dismiss(None)
        else:
            self.tell(
                _("{problem}. This route stays open, so that nothing is lost.").format(
                    problem=save_sentence(self.opened.status).capitalize()
                )
            )


def _as_way_out(command: Command) -> Command:
    return replace(command, name=LEAVE.name, tip=LEAVE.tip) if command is BACK else command
