"""What can be done with a route as a whole: an earlier version put back, or all of it erased."""

from relroute_tui.language import _, ngettext
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.versions.restore import Version, versions_of
from relroute_tui.ui.screens.route.overview import RouteOverview


class VersionsActions(RouteOverview):
    """The part of the route's room that is about the route as a whole."""

    def action_versions(self) -> None:
        """The versions that were kept; the chosen one becomes that of now."""
        from relroute_tui.ui.screens.versions.screen import VersionsScreen

        if self.opened.read_only:
            self.tell(_("This route is open in another window. Go on there."))
            return
        self.opened.save_now()
        versions = versions_of(self.context.archive, self.opened.route.id)
        if not versions:
            self.tell(_("There are no earlier versions yet. The next change makes one."))
            return
        self.app.push_screen(VersionsScreen(self.opened.route, versions), self._put_back)

    def _put_back(self, version: Version | None) -> None:
        if version is None:
            return
        if self.opened.put_back(version.route):
            self.show_route()
            self.tell(_("This version is put back. What was there is now a version too."))
        else:
            self.tell(_("It could not be put back yet. Nothing was changed; try again."))

    def action_share(self) -> None:
        """The keys that open this route."""
        if self.context.unlocked is None:
            self.tell(_("This route is not sealed, so it needs no key. F7 at home seals."))
            return
        from relroute_tui.ui.dialogs.share import ShareDialog

        self.app.push_screen(ShareDialog(self.opened.readers), self._share)

    def _share(self, readers: tuple[str, ...] | None) -> None:
        if readers is None:
            return
        from relroute_tui.storage.sealing.sharing import share_versions

        try:
            self.opened.share(readers)
            share_versions(self.context.archive, self.opened.route.id, readers)
        except StorageError as problem:
            self.tell(problem_sentence(problem))
        else:
            self.tell(_who_opens_it(len(readers)))

    def action_erase(self) -> None:
        """All of it, once its nickname was typed."""
        from relroute_tui.ui.dialogs.erase import EraseDialog

        if self.opened.read_only:
            self.tell(_("This route is open in another window. Close that first."))
            return
        self.app.push_screen(EraseDialog(self.opened.route.nickname), self._erase)

    def _erase(self, nickname_typed: bool | None) -> None:
        from relroute_tui.storage.versions.erase import erase

        if not nickname_typed:
            return
        route_id, environment = self.opened.route.id, self.context.environment
        self.opened.close()
        try:
            erase(self.context.archive, route_id, environment.exports, environment.now())
        except StorageError as problem:
            sentence = problem_sentence(problem)
            self.app.notify(sentence, markup=False, timeout=30, severity="warning")
            self._open_again(route_id)
            return
        self.app.notify(_("The route is erased."), markup=False)
        self.dismiss(None)

    def _open_again(self, route_id: str) -> None:
        """The route that is still there, as before; home where it does not open."""
        try:
            opened = self.context.open(route_id)
        except StorageError:
            self.dismiss(None)
        else:
            self.work_with(opened)


def _who_opens_it(number: int) -> str:
    if not number:
        return _("This route is shared with nobody.")
    return ngettext(
        "Beside you, {n} key opens this route.",
        "Beside you, {n} keys open this route.",
        number,
    ).format(n=number)
