"""The way from screen to screen: home, a route, its meeting, the practice family."""

from typing import TYPE_CHECKING

from textual.app import App

from relroute_tui.context import AppContext
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.ui.start import Start

if TYPE_CHECKING:
    from relroute_tui.content.practice import Family, PracticeFamily
    from relroute_tui.domain.route import Route
    from relroute_tui.domain.search import Place
    from relroute_tui.storage.open_route import OpenRoute


class Navigator:
    """Navigation to the screens of `app` that others lead to."""

    def __init__(self, app: App[None], context: AppContext, start: Start) -> None:
        self._app = app
        self._context = context
        self._start = start
        self._practice: PracticeFamily | None = None

    @property
    def is_at_home(self) -> bool:
        """Whether home is in view; else a key was pressed twice, and the first opened something."""
        from relroute_tui.ui.screens.home.screen import HomeScreen

        return isinstance(self._app.screen, HomeScreen)

    def open_first(self, route_id: str | None) -> None:
        """Open home, or a route at once; another family's name is never on the way."""
        if route_id is None:
            from relroute_tui.ui.screens.home.screen import HomeScreen

            self._app.push_screen(HomeScreen(self._context))
        else:
            self._open(self._context, route_id, meet=self._start.meet, leave_after=True)

    def begin_again_at_home(self) -> None:
        """Open home anew, in the language that holds now."""
        from relroute_tui.ui.screens.home.screen import HomeScreen

        self._app.switch_screen(HomeScreen(self._context))

    def open_route(self, route_id: str, read: "Place | None" = None) -> None:
        """Open a route from home; with `read` at what was said in a meeting."""
        self._open(self._context, route_id, read=read)

    def open_practice(self, family: "Family", *, meet: bool = False) -> None:
        """Open a practice family, or its meeting: a copy that goes when the app goes."""
        from relroute_tui.content.practice import practice_family

        self.throw_away_practice()
        try:
            practice = practice_family(self._context.environment.language, family)
        except StorageError as problem:
            self._app.notify(problem_sentence(problem), markup=False, timeout=10)
            return
        self._practice = practice
        self._open(self._context.at_practice(practice.folder), practice.route_id, meet=meet)

    def throw_away_practice(self) -> None:
        """Remove the copy of a practice family, if there is one."""
        if self._practice is not None:
            self._practice.throw_away()
            self._practice = None

    def _open(
        self,
        context: AppContext,
        route_id: str,
        *,
        meet: bool = False,
        read: "Place | None" = None,
        leave_after: bool = False,
    ) -> None:
        try:
            opened = context.open(route_id)
        except StorageError as problem:
            if leave_after:
                self._app.exit(return_code=1, message=problem_sentence(problem))
            else:
                self._app.notify(problem_sentence(problem), markup=False, timeout=10)
            return
        if opened.route.still_asks and not opened.read_only:
            self._go_on_asking(context, opened, meet=meet, leave_after=leave_after)
        elif meet and not opened.read_only:
            self._begin_at_the_table(context, opened, leave_after=leave_after)
        else:
            self._show_route(context, opened, meet=meet, read=read, leave_after=leave_after)

    def _go_on_asking(
        self, context: AppContext, opened: "OpenRoute", *, meet: bool, leave_after: bool
    ) -> None:
        """Ask on where the questions of a first route were left, and then open the route."""
        from relroute_tui.ui.screens.first_route.screen import FirstRouteScreen

        def asked(answered: "Route | None") -> None:
            if answered is not None:
                self._open(context, answered.id, meet=meet, leave_after=leave_after)
            elif leave_after:
                self._app.exit()

        self._app.clear_notifications()  # that they can go on, which they do now
        self._app.push_screen(FirstRouteScreen(context, opened), asked)

    def _begin_at_the_table(
        self, context: AppContext, opened: "OpenRoute", *, leave_after: bool
    ) -> None:
        """Open the meeting that was asked for before the screen of its route."""
        from relroute_tui.ui.screens.meeting.screen import MeetingScreen

        def to_the_route(finished: bool | None) -> None:
            context.call_carers(opened.route.carers)
            self._show_route(context, opened, leave_after=leave_after, finished=bool(finished))

        meeting, notice = context.meeting_at(opened)
        self._app.push_screen(MeetingScreen(context, opened, meeting.id), to_the_route)
        if notice:
            self._app.notify(notice, markup=False)

    def _show_route(
        self,
        context: AppContext,
        opened: "OpenRoute",
        *,
        meet: bool = False,
        read: "Place | None" = None,
        leave_after: bool,
        finished: bool = False,
    ) -> None:
        from relroute_tui.ui.screens.route.screen import RouteScreen

        screen = RouteScreen(
            context, opened, meet=meet, read=read, leave_after=leave_after, finished=finished
        )
        self._app.push_screen(screen, (lambda _done: self._app.exit()) if leave_after else None)
