"""Where one route stands: the map, what comes next, the meetings, and what is still agreed."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import getters, on, work
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.content.agendas import AgendaTemplate
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.cells import Cell
from relroute_tui.domain.progress.todo import ToDo, what_next
from relroute_tui.domain.route import Route
from relroute_tui.language import N_, _
from relroute_tui.storage.open_route import OpenRoute, SaveStatus
from relroute_tui.ui.base.panels import TabbedScreen
from relroute_tui.ui.base.save_status import not_saved_notice
from relroute_tui.ui.context import AppContext
from relroute_tui.ui.screens.route.map_panel import MapPanel
from relroute_tui.ui.screens.route.panels import AgreementsPanel, MeetingsPanel, NextPanel
from relroute_tui.ui.screens.route.rows import facts_about


class RouteOverview(TabbedScreen[None]):
    """Shows one opened route. It changes nothing; its heir acts."""

    PANELS: ClassVar[dict[str, str]] = {
        "map": N_("map"),
        "next": N_("what next"),
        "held": N_("meetings"),
        "open": N_("agreements"),
    }

    route: reactive[Route | None] = reactive(None)
    cells: reactive[tuple[Cell, ...]] = reactive(())
    phase: reactive[Phase] = reactive(Phase.INSTALLATION)
    to_dos: reactive[tuple[ToDo, ...]] = reactive(())
    agendas: reactive[dict[str, str]] = reactive(dict)
    panel = reactive("map", repaint=False)

    held = getters.query_one(MeetingsPanel)
    still_open = getters.query_one(AgreementsPanel)

    class Saved(Message):
        """The store has something to say about the last save."""

        def __init__(self, status: SaveStatus) -> None:
            super().__init__()
            self.status = status

    class AgendasRead(Message):
        """The agenda templates were read in the background."""

        def __init__(self, agendas: tuple[AgendaTemplate, ...]) -> None:
            super().__init__()
            self.agendas = agendas

    def __init__(self, context: AppContext, opened: OpenRoute) -> None:
        super().__init__()
        self.context = context
        self.opened = opened
        self._stop_listening: Callable[[], None] = lambda: None

    def compose_body(self) -> Iterable[Widget]:
        """About the route above; the map and what comes next, the meetings and the agreements."""
        with Vertical(id="about"):
            yield Static("", id="heading")
            yield Static("", id="facts")
            yield Static("", id="notice", markup=False)
            yield Static("", id="tabs")
        with Container(id="lists"):
            with Vertical(id="way"):
                yield MapPanel(id="map", classes="panel").data_bind(
                    RouteOverview.cells, RouteOverview.phase
                )
                yield NextPanel(id="next", classes="panel").data_bind(RouteOverview.to_dos)
            with Vertical(id="record"):
                yield MeetingsPanel(id="held", classes="panel").data_bind(
                    RouteOverview.route, RouteOverview.agendas
                )
                yield AgreementsPanel(id="open", classes="panel").data_bind(RouteOverview.route)

    def on_mount(self) -> None:
        """Show the route; the map first."""
        self._stop_listening = self.opened.listen(self._hear)
        self._read_agendas()
        self.go_to_panel("map")

    def on_unmount(self) -> None:
        """Everything is on the disk, and the route is free for another window."""
        self._stop_listening()
        self.opened.close()

    def work_with(self, opened: OpenRoute) -> None:
        """The same route, opened anew."""
        self._stop_listening()
        self.opened = opened
        self._stop_listening = opened.listen(self._hear)
        self.show_route()

    def on_screen_resume(self) -> None:
        """Show what the route holds now."""
        self.show_route()

    def show_route(self) -> None:
        """Hand the value of now down to the panels."""
        route = self.opened.route
        heading = _("The route of {name}").format(name=route.nickname)
        self.query_one("#heading", Static).update(
            Content.from_markup("[bold $title]$heading[/]", heading=heading)
        )
        self.query_one("#facts", Static).update(facts_about(route))
        self.route = route
        self.cells = route.cells
        self.phase = route.phase
        self.to_dos = what_next(route, self.context.environment.now().date())
        self._show_notice(self.opened.status)
        self.show_tabs()

    def _show_notice(self, status: SaveStatus) -> None:
        notice = ""
        if self.opened.read_only:
            notice = _(
                "This route is open in another window. You can read here; go on there, or close "
                "that window first."
            )
        elif status.reason is not None:
            notice = not_saved_notice(status)
        elif self.opened.is_outdated:
            notice = _(
                "This file is older than what was saved here last. F10 shows the versions; ask "
                "whoever synchronises this folder."
            )
        self.query_one("#notice", Static).update(notice)
        self.query_one("#notice").display = bool(notice)

    # What comes from the background

    def _hear(self, status: SaveStatus) -> None:
        self.post_message(self.Saved(status))

    @on(Saved)
    def _on_saved(self, message: Saved) -> None:
        self._show_notice(message.status)

    @work(thread=True)
    def _read_agendas(self) -> None:
        self.post_message(self.AgendasRead(self.context.agendas))

    @on(AgendasRead)
    def _show_agendas(self, message: AgendasRead) -> None:
        self.agendas = {each.id: each.title for each in message.agendas}
