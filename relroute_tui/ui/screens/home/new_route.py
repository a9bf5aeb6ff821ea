"""The form for a new route: from home."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from relroute_tui.context import AppContext
from relroute_tui.domain.route import Route
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.ui.base.screen import BaseScreen


def ask_for_route(
    screen: BaseScreen[None],
    context: AppContext,
    taken: Sequence[str],
    keep: Callable[[Route], None],
) -> None:
    """Ask for a new route, the first one question by question, and hand it to `keep`.

    `taken` are the nicknames of the other routes.
    """

    def answered(route: Route | None) -> None:
        if route is not None:
            keep(route)

    if taken:
        from relroute_tui.ui.screens.route.form import RouteForm

        screen.app.push_screen(RouteForm(context.environment, taken), answered)
    else:
        from relroute_tui.ui.screens.first_route.screen import FirstRouteScreen

        screen.app.push_screen(FirstRouteScreen(context.environment), answered)


def keep_route(
    screen: BaseScreen[None], context: AppContext, route: Route, done: Callable[[str], None]
) -> None:
    """Keep a new route; `done` is called with its id."""
    try:
        route = replace(route, id=context.archive.new_id())
        context.create(route).close()
    except StorageError as problem:
        sentence = problem_sentence(problem)
        screen.notify(sentence, markup=False, timeout=30, severity="warning")
        return
    done(route.id)
