"""One route: its map, its meetings and what is still agreed, and the ways on from there."""

from collections.abc import Iterable
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
from relroute_tui.domain.route import Route
from relroute_tui.language import N_, _
from relroute_tui.language.save_words import save_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.panels import PanelScreen
from relroute_tui.ui.commands import BACK, LEAVE, Command, bindings_of
from relroute_tui.ui.screens.route.actions import RouteActions
from relroute_tui.ui.screens.route.commands import ROUTE_COMMANDS
from relroute_tui.ui.screens.route.heading import RouteHeading
from relroute_tui.ui.screens.route.map_panel import MapPanel
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
            *self.actions.meetings.destinations(),
            *self.actions.agreements.destinations(),
        )

    def on_mount(self) -> None:
        """Show the map first, or go straight on to where that was asked for."""
        self._read_agendas()
        self.go_to_panel("map")
        if self._meet_at_once:
            self.actions.meetings.meet()
        place = self._read_at_once
        if place is not None and self.opened.route.meeting(place.meeting_id):
            self.actions.meetings.read(place.meeting_id, place.line)
        if self._comes_from_closing:
            self.actions.meetings.tell_it_is_closed()

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
        title = self.context.title_of(route)
        self.query_one(RouteHeading).show(route, title, self.context.openers(route.id))
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

    # Actions

    @property
    def actions(self) -> RouteActions:
        """Actions on the route that is open now."""
        return RouteActions(self, self.context, self.opened, self.show_route, self._open_again)

    def action_do(self, name: str) -> None:
        """Do what a command asks of the route."""
        self.actions.do(name)

    def action_my_view(self) -> None:
        """Put somebody's own view beside the marked agreement or meeting."""
        self.actions.do("my_view")

    @on(MapPanel.Chosen)
    def _open_cell(self, message: MapPanel.Chosen) -> None:
        self.actions.open_cell(message.phase, message.module)

    @on(MeetingsPanel.Chosen)
    def _read_back(self, message: MeetingsPanel.Chosen) -> None:
        self.actions.meetings.open(message.meeting_id, message.line)

    @on(MeetingsPanel.PlanChosen)
    def _change_plan(self, message: MeetingsPanel.PlanChosen) -> None:
        self.actions.meetings.plan(message.planned)

    @on(OpenAgreementsPanel.Chosen)
    def _look_back(self) -> None:
        self.actions.agreements.look_back()

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
