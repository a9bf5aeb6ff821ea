"""From home to the two versions of a route that two laptops saved apart."""

from collections.abc import Iterable

from textual.content import Content

from relroute_tui.language import _, dates
from relroute_tui.storage.conflicts.sync_copies import Copy, copies_in
from relroute_tui.storage.errors import UnreadableRoute
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.context import AppContext


def show_two_versions(
    screen: BaseScreen[None], context: AppContext, unreadable: Iterable[UnreadableRoute]
) -> None:
    """Side by side; where there are more than two, after the choice which."""
    copies = copies_in(context.archive, unreadable)
    if not copies:
        screen.tell(_("There is one version of each route here."))
    elif len(copies) == 1:
        _show(screen, context, copies[0])
    else:
        _choose(screen, context, copies)


def _choose(screen: BaseScreen[None], context: AppContext, copies: tuple[Copy, ...]) -> None:
    from relroute_tui.ui.dialogs.choose import ChooseDialog

    def chosen(place: str | None) -> None:
        if place is not None:
            _show(screen, context, copies[int(place)])

    choices = [(str(place), _row(each)) for place, each in enumerate(copies)]
    screen.app.push_screen(ChooseDialog(_("Which other version?"), choices), chosen)


def _row(copy: Copy) -> Content:
    return Content.from_markup(
        "[bold]$name[/]  $saved\n[$quiet]$file[/]",
        name=copy.route.nickname,
        saved=_("saved {day}, {time}").format(
            day=dates.day_and_month(copy.at.date()), time=dates.clock_time(copy.at)
        ),
        file=copy.path.name,
    )


def _show(screen: BaseScreen[None], context: AppContext, copy: Copy) -> None:
    from relroute_tui.ui.screens.joining.screen import TwoVersionsScreen

    def joined(done: bool | None) -> None:
        if done:
            screen.tell(_("They are one route now. Nothing of either is lost."))

    screen.app.push_screen(TwoVersionsScreen(context, copy), joined)
