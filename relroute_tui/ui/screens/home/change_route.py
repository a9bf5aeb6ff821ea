"""The form for a route that is not open: from home."""

from collections.abc import Callable, Sequence

from relroute_tui.context import AppContext
from relroute_tui.domain.progress.todo import with_changes
from relroute_tui.domain.route import Route
from relroute_tui.language import _
from relroute_tui.language.save_words import not_saved_notice
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import Reason, SaveError, StorageError
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.screen import BaseScreen

LONGEST_WAIT = 2.0
"""Seconds that saving may take before it is reported as failed."""


def change_route(
    screen: BaseScreen[None],
    context: AppContext,
    route_id: str,
    taken: Sequence[str],
    go_on_asking: Callable[[str], None],
) -> None:
    """Open the route, ask what is to be another, keep that, and close it.

    `taken` are the nicknames of the other routes. A first route whose questions were left goes to
    `go_on_asking`. Where another window has the route there is no
    form: what is typed in it could not be kept.
    """
    try:
        opened = context.open(route_id)
    except StorageError as problem:
        screen.tell(problem_sentence(problem))
        return
    if opened.read_only:
        opened.close()
        screen.tell(_("This route is open in another window. Change it there."))
        return
    if opened.route.still_asks:
        opened.close()
        go_on_asking(route_id)
        return
    _ask(screen, context, opened, taken)


def _ask(
    screen: BaseScreen[None], context: AppContext, opened: OpenRoute, taken: Sequence[str]
) -> None:
    """Show the form; again with what was typed in it while that cannot be saved."""
    from relroute_tui.ui.screens.route.form import RouteForm

    def keep(changed: Route | None) -> None:
        if changed is not None:
            opened.put(with_changes(opened.route, changed, context.environment.now()))
            if not opened.save_now(LONGEST_WAIT):
                _warn(screen, not_saved_notice(opened.status) or _not_saved(context, opened))
                _ask(screen, context, opened, taken)
                return
        if not opened.close():
            _warn(screen, _not_saved(context, opened))

    screen.app.push_screen(RouteForm(context.environment, taken, opened.route), keep)


def _not_saved(context: AppContext, opened: OpenRoute) -> str:
    path = context.archive.path_to(opened.route.id)
    return problem_sentence(SaveError(path, opened.status.reason or Reason.OTHER))


def _warn(screen: BaseScreen[None], sentence: str) -> None:
    screen.app.notify(sentence, markup=False, timeout=30, severity="warning")
