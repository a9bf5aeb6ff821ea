"""From home to the two versions of a route that two laptops saved apart."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace
from textual.content import Content

from relroute_tui.context import AppContext
from relroute_tui.domain.route import Route
from relroute_tui.export.side_by_side import Difference, side_by_side
from relroute_tui.language import _, dates, ngettext
from relroute_tui.storage.conflicts.sync_copies import VersionsApart, versions_apart
from relroute_tui.storage.errors import UnreadableRoute
from relroute_tui.storage.progress import ReportProgress, unreported
from relroute_tui.ui.base.screen import BaseScreen

LONG: Final = 1_000_000
"""Bytes of versions; what is less is compared before anybody can strike another key."""


def show_two_versions(
    screen: BaseScreen[None], context: AppContext, unreadable: Iterable[UnreadableRoute]
) -> None:
    """Show them side by side; where more routes have versions, after the choice which."""
    copies = versions_apart(context.archive, unreadable)
    if not copies:
        screen.tell(_("There is one version of each route here."))
    elif len(copies) == 1:
        _show(screen, context, copies[0])
    else:
        _choose(screen, context, copies)


def _choose(
    screen: BaseScreen[None], context: AppContext, copies: tuple[VersionsApart, ...]
) -> None:
    from relroute_tui.ui.dialogs.choose import ChooseDialog

    def chosen(place: str | None) -> None:
        if place is not None:
            _show(screen, context, copies[int(place)])

    choices = [(str(place), _row(copy)) for place, copy in enumerate(copies)]
    screen.app.push_screen(ChooseDialog(_("Of which route?"), choices), chosen)


def _row(copy: VersionsApart) -> Content:
    return Content.from_markup(
        "[bold]$name[/]  $saved\n[$quiet]$number[/]",
        name=copy.nickname,
        saved=_("saved {day}, {time}").format(
            day=dates.day_and_month(copy.newest.date()), time=dates.clock_time(copy.newest)
        ),
        number=ngettext("{n} version", "{n} versions", copy.number).format(n=copy.number),
    )


def _show(screen: BaseScreen[None], context: AppContext, copy: VersionsApart) -> None:
    """Compare them and show that; where it takes long, with how far it is."""
    if copy.size < LONG:
        _show_compared(screen, context, copy, _compared(copy, unreported))
        return
    from relroute_tui.ui.dialogs.progress import do_with_progress

    differences: list[Difference] = []

    def compare(report: ReportProgress) -> str:
        differences.extend(_compared(copy, report))
        return ""

    def tell_or_show(sentence: str) -> None:
        if sentence:
            screen.tell(sentence)
        elif screen.is_current:
            _show_compared(screen, context, copy, differences)

    do_with_progress(
        screen.app,
        _("Comparing the versions"),
        compare,
        _("Stopped. Nothing of any version is lost."),
        tell_or_show,
    )


def _compared(copy: VersionsApart, report: ReportProgress) -> Sequence[Difference]:
    theirs = copy.theirs(report)
    here = copy.here.route if copy.here else _nothing_of(theirs)
    return side_by_side(here, theirs)


def _nothing_of(route: Route) -> Route:
    return replace(route, participants=(), meetings=(), look_backs=())


def _show_compared(
    screen: BaseScreen[None],
    context: AppContext,
    copy: VersionsApart,
    differences: Sequence[Difference],
) -> None:
    from relroute_tui.ui.screens.two_versions.screen import TwoVersionsScreen

    def joined(done: bool | None) -> None:
        if done:
            screen.tell(_("They are one route now. Nothing of any is lost."))

    screen.app.push_screen(TwoVersionsScreen(context, copy, differences), joined)
