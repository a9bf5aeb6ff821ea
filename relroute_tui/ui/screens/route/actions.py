"""The actions of a route, put together: what its commands do, by the name that each has."""

from collections.abc import Callable, Mapping
from functools import partial

from textual.screen import Screen
from textual.widgets import Input

from relroute_tui.context import AppContext
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.progress.todo import Next, ToDo, things_to_do
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.panels import PanelScreen
from relroute_tui.ui.screens.route.changes import (
    Done,
    change_people,
    round_off_route,
    take_back_cards,
    to_next_phase,
)
from relroute_tui.ui.screens.route.in_team import RouteInTeam
from relroute_tui.ui.screens.route.maintenance import erase_route, share_route, show_versions
from relroute_tui.ui.screens.route.meeting_actions import MeetingActions
from relroute_tui.ui.screens.route.open_agreement_actions import OpenAgreementActions


class RouteActions:
    """Actions on an opened route, from its screen."""

    def __init__(
        self,
        screen: PanelScreen[None],
        context: AppContext,
        opened: OpenRoute,
        done: Done,
        open_again: Callable[[], None],
    ) -> None:
        """`done` is called once something was kept, `open_again` where the route was closed."""
        self._screen = screen
        self._context = context
        self._opened = opened
        self._done = done
        self._open_again = open_again
        self.meetings = MeetingActions(screen, context, opened, done)
        self.agreements = OpenAgreementActions(screen, context, opened, done)
        self._in_team = RouteInTeam(screen, context, opened, open_again)

    def do(self, name: str) -> None:
        """Do what a command asks."""
        self.by_name[name]()

    @property
    def by_name(self) -> Mapping[str, Callable[[], None]]:
        """All of them, by the names that the commands give them."""
        return {**self._on_the_way, **self._on_the_whole, **self._to_screens}

    @property
    def _on_the_way(self) -> Mapping[str, Callable[[], None]]:
        """Meetings, agreements, and what comes next."""
        return {
            "meet": self.meetings.meet,
            "plan": partial(self.meetings.plan, None),
            "find": self._find,
            "look_back": self.agreements.look_back,
            "history": self.agreements.show_history,
            "my_view": self._ask_for_view,
            "to_do": self._show_to_do,
        }

    @property
    def _on_the_whole(self) -> Mapping[str, Callable[[], None]]:
        """Changes of the route itself, and what becomes of it."""
        screen, context, opened, done = self._screen, self._context, self._opened, self._done
        return {
            "change": partial(change_people, screen, context, opened, done),
            "next_phase": partial(to_next_phase, screen, context, opened, done),
            "round_off": partial(round_off_route, screen, context, opened, done),
            "take_back_cards": partial(take_back_cards, screen, opened, done),
            "export": self._export,
            "versions": partial(show_versions, screen, context, opened, done),
            "share": partial(share_route, screen, context, opened, self._in_team),
            "show_openers": self._in_team.show,
            "erase": partial(erase_route, screen, context, opened, self._open_again),
        }

    @property
    def _to_screens(self) -> Mapping[str, Callable[[], None]]:
        """Ways to other screens about the same route, each loaded at its first use."""
        return {
            "contact": self._show_contact,
            "questionnaires": self._show_questionnaires,
            "prepare": self._show_talks_apart,
            "letter": self._show_letter,
            "report": self._show_report,
        }

    def _show_contact(self) -> None:
        from relroute_tui.ui.screens.contact.screen import ContactScreen

        self._show(ContactScreen(self._context, self._opened))

    def _show_questionnaires(self) -> None:
        from relroute_tui.ui.screens.questionnaire.overview import QuestionnairesScreen

        self._show(QuestionnairesScreen(self._context, self._opened))

    def _show_talks_apart(self) -> None:
        from relroute_tui.ui.screens.preparation.screen import PreparationScreen

        self._show(PreparationScreen(self._context, self._opened))

    def _show_letter(self) -> None:
        from relroute_tui.ui.screens.letter.screen import LetterScreen

        self._show(LetterScreen(self._context, self._opened))

    def _show_report(self) -> None:
        from relroute_tui.ui.screens.report.screen import ReportScreen

        self._show(ReportScreen(self._context, self._opened))

    def _show(self, screen: Screen[None]) -> None:
        self._screen.app.push_screen(screen)

    def open_cell(self, phase: Phase, module: Module) -> None:
        """Open a cell of the map."""
        from relroute_tui.ui.screens.cell.screen import CellScreen

        self._show(CellScreen(self._context, self._opened, phase, module))

    def _find(self) -> None:
        """Go to the field above the meetings."""
        self._screen.go_to_panel("held")
        self._screen.query_one("#filter", Input).focus()

    def _ask_for_view(self) -> None:
        """Ask for somebody's own view beside the marked agreement or meeting."""
        if self._screen.panel == "open":
            self.agreements.ask_for_view()
        else:
            self.meetings.ask_for_view()

    def _export(self) -> None:
        """Write the route or a part of it out as a text."""
        from relroute_tui.ui.dialogs.export_choice import take_along

        take_along(self._screen, self._context, self._opened.route)

    def _show_to_do(self) -> None:
        """Say what there is to do next, and go to where that is done."""
        from relroute_tui.ui.dialogs.to_do import ToDoDialog

        today = self._context.environment.now().date()
        dialog = ToDoDialog(things_to_do(self._opened.route, today))
        self._screen.app.push_screen(dialog, self._go_to)

    def _go_to(self, to_do: ToDo | None) -> None:
        if to_do is None:
            return
        if to_do.what in _PANEL_FOR:
            self._screen.go_to_panel(_PANEL_FOR[to_do.what])
        else:
            self.do(_ACTION_FOR[to_do.what])


_PANEL_FOR: Mapping[Next, str] = {Next.LOOK_BACK: "open", Next.CELL: "map"}
_ACTION_FOR: Mapping[Next, str] = {
    Next.GO_ON: "meet",
    Next.QUESTIONNAIRES: "questionnaires",
    Next.OVERDUE: "plan",
    Next.MEETING: "plan",
    Next.PLAN: "plan",
    Next.PREPARE: "prepare",
    Next.NEXT_PHASE: "next_phase",
    Next.ROUND_OFF: "round_off",
}
