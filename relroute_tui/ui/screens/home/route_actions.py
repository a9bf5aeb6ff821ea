"""Actions on the routes of a folder: begin one, change one, look at two versions of one."""

from collections.abc import Callable

from relroute_tui.context import AppContext
from relroute_tui.language import _
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.screens.home.folder_reader import FolderReader


class RouteActions:
    """Actions that compare a route with all others: they wait until those are read."""

    def __init__(
        self,
        screen: BaseScreen[None],
        context: AppContext,
        folder: FolderReader,
        go_to: Callable[[str], None],
    ) -> None:
        """`go_to` is called with the id of a route that was begun, or that still asks."""
        self._screen = screen
        self._context = context
        self._folder = folder
        self._go_to = go_to
        self._has_gone_on = False
        """Whether a route that was left half-way was gone on with; the next time one begins."""

    @property
    def goes_on_with(self) -> str:
        """The id of the route with whose questions F2 goes on; "" where it begins a new one."""
        routes = self._folder.listing.routes
        is_left = len(routes) == 1 and routes[0].still_asks and not self._has_gone_on
        return routes[0].id if is_left else ""

    def begin(self) -> None:
        """Ask for a new route, and go there; first go on with one that was left half-way, once."""
        if not self._knows_all_routes():
            return
        from relroute_tui.ui.screens.home.new_route import begin_route

        if left := self.goes_on_with:
            self._has_gone_on = True
            self._go_to(left)
        else:
            begin_route(self._screen, self._context, self._taken_names(), self._go_to)

    def change(self, marked: str | None) -> None:
        """Open the same form for the marked route."""
        from relroute_tui.ui.screens.home.change_route import change_route

        if not self._folder.listing.routes:
            self._screen.tell(_("There is no route here yet. F2 begins one."))
        elif marked is not None and self._knows_all_routes():
            taken = self._taken_names(except_id=marked)
            change_route(self._screen, self._context, marked, taken, self._go_to)

    def show_two_versions(self) -> None:
        """Show what two laptops saved apart, side by side."""
        if self._knows_all_routes():
            from relroute_tui.ui.screens.home.two_versions import show_two_versions

            show_two_versions(self._screen, self._context, self._folder.listing.unreadable)

    def _knows_all_routes(self) -> bool:
        """Return whether a nickname can be compared with all others; say so where it cannot."""
        if not self._folder.is_all_read:
            self._screen.tell(_("The routes are still being read. Try again in a moment."))
        return self._folder.is_all_read

    def _taken_names(self, except_id: str = "") -> tuple[str, ...]:
        return tuple(
            route.nickname for route in self._folder.listing.routes if route.id != except_id
        )
