"""Where one route stands: the map, what comes next, the meetings, and what is still agreed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on, work
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static

from relroute_tui.agendas import AgendaTemplate
from relroute_tui.domain.cells import Cell
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route
from relroute_tui.domain.way import ToDo, what_next
from relroute_tui.language import N_, _
from relroute_tui.storage.open_route import OpenRoute, SaveStatus
from relroute_tui.ui.desk import Desk
from relroute_tui.ui.room import Room
from relroute_tui.ui.route.map_panel import MapPanel
from relroute_tui.ui.route.panels import AgreementsPanel, MeetingsPanel, NextPanel
from relroute_tui.ui.route.rows import facts_about
from relroute_tui.ui.save_line import not_saved_notice
from relroute_tui.ui.widgets.tabs_line import tabs_line


class RouteOverview(Room[None]):
    """Shows one opened route. It changes nothing; its heir acts."""

    PANELS: ClassVar[dict[str, str]] = {
        "map": N_("map"),
        "next": N_("what next"),
        "held": N_("meetings"),
        "open": N_("agreements"),
    }
    """The panels, and what they are called on the line where only one is shown."""

    route: reactive[Route | None] = reactive(None)
    cells: reactive[tuple[Cell, ...]] = reactive(())
    phase: reactive[Phase] = reactive(Phase.INSTALLATION)
    to_dos: reactive[tuple[ToDo, ...]] = reactive(())
    agendas: reactive[dict[str, str]] = reactive(dict)
    panel: reactive[str] = reactive("map")

    held = getters.query_one(MeetingsPanel)
    still_open = getters.query_one(AgreementsPanel)

    @dataclass
    class Saved(Message):
        """The store has something to say about the last save."""

        status: SaveStatus

    @dataclass
    class AgendasRead(Message):
        """The agenda templates were read in the background."""

        agendas: tuple[AgendaTemplate, ...]

    def __init__(self, desk: Desk, opened: OpenRoute) -> None:
        super().__init__()
        self.desk = desk
        self.opened = opened
        self._stop_listening: Callable[[], None] = lambda: None

    def furnish(self) -> Iterable[Widget]:
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
        self.to_dos = what_next(route, self.desk.environment.now().date())
        self._show_notice(self.opened.status)
        self._show_tabs()

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
        self.post_message(self.AgendasRead(self.desk.agendas))

    @on(AgendasRead)
    def _show_agendas(self, message: AgendasRead) -> None:
        self.agendas = {each.id: each.title for each in message.agendas}

    # The way round the panels

    def action_next_panel(self) -> None:
        """To the next panel."""
        self._step_panel(1)

    def action_previous_panel(self) -> None:
        """To the previous panel."""
        self._step_panel(-1)

    def _step_panel(self, step: int) -> None:
        names = list(self.PANELS)
        self.go_to_panel(names[(names.index(self.panel) + step) % len(names)])

    def go_to_panel(self, panel: str) -> None:
        """The panel with the focus, and the one that shows where there is little room."""
        self.panel = panel
        wanted = self.query_one(f"#{panel}")
        target = wanted if wanted.can_focus else wanted.query_one(OptionList)
        target.focus()

    def watch_panel(self, panel: str) -> None:
        """The style sheet knows the panel that shows by this class."""
        for each in self.PANELS:
            self.set_class(each == panel, f"-at-{each}")
        if self.is_mounted:
            self._show_tabs()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keep up with the mouse."""
        for widget in event.widget.ancestors_with_self:
            if widget.id in self.PANELS:
                self.panel = widget.id

    def _show_tabs(self) -> None:
        self.query_one("#tabs", Static).update(tabs_line(self.PANELS, self.panel))
