"""When home asks whether the routes are to be sealed."""

from collections.abc import Iterable

from relroute_tui.context import AppContext
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.summary import RouteSummary


def is_time_to_ask(context: AppContext, routes: Iterable[RouteSummary]) -> bool:
    """Return whether nobody decided yet, and there are words to seal.

    It is never in the middle of a meeting.
    """
    if not context.is_undecided:
        return False
    routes, today = tuple(routes), context.environment.now().date()
    begun = (route.unfinished_since for route in routes)
    if any(since is not None and since.date() == today for since in begun):
        return False
    return any(_holds_words(context, route) for route in routes)


def _holds_words(context: AppContext, summary: RouteSummary) -> bool:
    if summary.last_meeting is None:
        return False
    try:
        return context.archive.load(summary.id).has_words
    except StorageError:
        return False  # it was erased or damaged since, which home says itself
