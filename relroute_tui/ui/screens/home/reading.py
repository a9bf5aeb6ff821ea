"""Reading of a folder's routes for home, which shows some of them while others are read."""

from collections.abc import Callable, Iterator
from time import monotonic

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import UnreadableRoute
from relroute_tui.storage.listing import Listing, by_nickname
from relroute_tui.storage.summary import RouteSummary

NOTHING = Listing((), ())


def read_listing(
    archive: Archive, *, at_least: int, every: float, is_wanted: Callable[[], bool]
) -> Iterator[tuple[Listing, bool]]:
    """Yield what was read so far, and whether that is all; nothing more once it is not wanted.

    A part comes once it holds `at_least` routes, and then at most one in `every` seconds. Raises
    FolderError.
    """
    routes: list[RouteSummary] = []
    unreadable: list[UnreadableRoute] = []
    show_at = 0.0
    for summary in archive.summaries():
        if not is_wanted():
            return
        if isinstance(summary, UnreadableRoute):
            unreadable.append(summary)
        else:
            routes.append(summary)
        if len(routes) >= at_least and monotonic() > show_at:
            show_at = monotonic() + every
            yield Listing(by_nickname(routes), tuple(unreadable)), False
    yield Listing(by_nickname(routes), tuple(unreadable)), True
