"""A new route, from home."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from relroute_tui.context import AppContext
from relroute_tui.domain.route import Route
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.ui.base.screen import BaseScreen


def begin_route(
    screen: BaseScreen[None],
    context: AppContext,
    taken: Sequence[str],
    done: Callable[[str], None],
) -> None:
    """Ask for a new route, the first one question by question; `done` is called with its id.

    `taken` are the nicknames of the other routes.
    """
    if taken:
        from relroute_tui.ui.screens.route.form import RouteForm

        def keep(route: Route | None) -> None:
            if route is not None:
                _keep(screen, context, route, done)

        screen.app.push_screen(RouteForm(context.environment, taken), keep)
    else:
        from relroute_tui.ui.screens.first_route.screen import FirstRouteScreen

        def answered(route: Route | None) -> None:
            if route is not None:
                done(route.id)

        screen.app.push_screen(FirstRouteScreen(context), answered)


def _keep(
    screen: BaseScreen[None], context: AppContext, route: Route, done: Callable[[str], None]
) -> None:
    try:
        route = replace(route, id=context.archive.new_id())
        context.create(route).close()
    except StorageError as problem:
        sentence = problem_sentence(problem)
        screen.notify(sentence, markup=False, timeout=30, severity="warning")
        return
    done(route.id)
