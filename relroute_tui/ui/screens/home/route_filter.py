"""The filter that finds routes by a few letters."""

from relroute_tui.domain.text import fold, folded_words
from relroute_tui.language import _, words
from relroute_tui.storage.summary import RouteSummary


class RouteFilter:
    """Filter of routes by words in their nickname or phase. Each is folded once, not per key."""

    def __init__(self) -> None:
        self._routes: tuple[RouteSummary, ...] = ()
        self._folded: tuple[str, ...] = ()

    def matching(self, routes: tuple[RouteSummary, ...], typed: str) -> tuple[RouteSummary, ...]:
        """Return those of `routes` in which each word of what was typed stands.

        All where none was.
        """
        wanted = folded_words(typed)
        if not wanted:
            return routes
        if self._routes is not routes:
            self._routes, self._folded = routes, tuple(map(_searchable, routes))
        return tuple(
            route
            for route, text in zip(routes, self._folded, strict=True)
            if all(word in text for word in wanted)
        )


def _searchable(summary: RouteSummary) -> str:
    return fold(f"{summary.nickname} {_(words.PHASES[summary.phase])}")
