"""A screen about one opened route, or about one of its meetings."""

from datetime import date
from typing import TypeVar

from relroute_tui.context import AppContext
from relroute_tui.domain.route import Route
from relroute_tui.language import _
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.screen import BaseScreen

Result = TypeVar("Result")


class OpenedRouteScreen(BaseScreen[Result]):
    """Screen about an opened route. The route itself is always read from `opened`."""

    def __init__(self, context: AppContext, opened: OpenRoute) -> None:
        super().__init__()
        self.context = context
        self.opened = opened

    @property
    def route(self) -> Route:
        """The route as it is now."""
        return self.opened.route

    @property
    def today(self) -> date:
        """The day on which this is looked at."""
        return self.context.environment.now().date()

    def may_change(self) -> bool:
        """Return whether the route can be changed here; say so where another window has it."""
        if self.opened.read_only:
            self.tell(_("This route is open in another window. Change it there."))
        return not self.opened.read_only
