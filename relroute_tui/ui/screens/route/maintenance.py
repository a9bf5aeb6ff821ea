"""Maintenance of a route as a whole: put an earlier version back, share it, erase it.

Each of these is handed the screen over which it asks.
"""

from collections.abc import Callable

from relroute_tui.context import AppContext
from relroute_tui.language import _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.storage.versions.restore import Version, versions_of
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.screens.route.in_team import RouteInTeam, who_opens_it


def show_versions(
    screen: BaseScreen[None], context: AppContext, opened: OpenRoute, done: Callable[[], None]
) -> None:
    """Show the versions that were kept; `done` is called when one was put back."""
    from relroute_tui.ui.screens.versions.screen import VersionsScreen

    if opened.read_only:
        screen.tell(_("This route is open in another window. Go on there."))
        return
    opened.save_now()
    versions = versions_of(context.archive, opened.route.id)
    if not versions:
        screen.tell(_("There are no earlier versions yet. The next change makes one."))
        return

    def put_back(version: Version | None) -> None:
        if version is None:
            return
        if opened.put_back(version.route):
            done()
            screen.tell(_("This version has been put back. What was there is now a version too."))
        else:
            screen.tell(_("It could not be put back yet. Nothing was changed; try again."))

    screen.app.push_screen(VersionsScreen(opened.route, versions), put_back)


def share_route(
    screen: BaseScreen[None], context: AppContext, opened: OpenRoute, in_team: RouteInTeam
) -> None:
    """Ask whose keys open this route too, and seal it for them; `in_team` in an organisation."""
    from relroute_tui.storage.sealing.sharing import share_versions
    from relroute_tui.ui.dialogs.share import ShareDialog

    if context.unlocked is None:
        screen.tell(_("This route is not sealed, so it needs no key. F7 on the home screen seals."))
        return

    def share(readers: tuple[str, ...] | None) -> None:
        if readers is None:
            return
        if context.environment.team_place.has_team:
            in_team.share(readers)
            return
        try:
            opened.share(readers)
            share_versions(context.archive, opened.route.id, readers)
        except StorageError as problem:
            screen.tell(problem_sentence(problem))
        else:
            screen.tell(who_opens_it(len(readers)))

    dialog = ShareDialog(opened.readers, context.unlocked.key.public, context.team.colleagues)
    screen.app.push_screen(dialog, share)


def erase_route(
    screen: BaseScreen[None],
    context: AppContext,
    opened: OpenRoute,
    open_again: Callable[[], None],
) -> None:
    """Erase all of it, once its nickname was typed, and leave the screen.

    `open_again` is called where that did not succeed and the route had to be closed for it.
    """
    from relroute_tui.language.opener_words import before_erasing
    from relroute_tui.storage.versions.erase import erase
    from relroute_tui.ui.dialogs.erase import EraseDialog

    if opened.read_only:
        screen.tell(_("This route is open in another window. Close that first."))
        return
    environment, route_id = context.environment, opened.route.id

    def erase_it(is_nickname_typed: bool | None) -> None:
        if not is_nickname_typed:
            return
        opened.close()
        try:
            erase(context.archive, route_id, environment.exports, environment.now())
        except StorageError as problem:
            sentence = problem_sentence(problem)
            screen.app.notify(sentence, markup=False, timeout=30, severity="warning")
            open_again()
            return
        if reach is not None and reach.is_for_server:
            context.team.erase_on_server(route_id)
        context.team.note_act("erased", route_id)
        screen.app.notify(_("The route is erased."), markup=False)
        screen.dismiss(None)

    reach = context.team.reach_of_erasing(opened.readers)
    about_colleagues = before_erasing(reach) if reach is not None else ""
    screen.app.push_screen(EraseDialog(opened.route.nickname, about_colleagues), erase_it)
