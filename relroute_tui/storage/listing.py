"""Contents of a folder with routes, as a list shows them."""

from collections.abc import Iterable

from msgspec import Struct

from relroute_tui.storage.errors import UnreadableRoute
from relroute_tui.storage.summary import RouteSummary


class Listing(Struct, frozen=True):
    """Every route of a folder, by nickname, and every file that should be one and is not."""

    routes: tuple[RouteSummary, ...]
    unreadable: tuple[UnreadableRoute, ...]


def by_nickname(routes: Iterable[RouteSummary]) -> tuple[RouteSummary, ...]:
    """Return the routes in the order in which people look for them."""
    from relroute_tui.domain.text import sort_key

    return tuple(sorted(routes, key=lambda route: (sort_key(route.nickname), route.id)))
