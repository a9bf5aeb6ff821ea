"""Notices at home beside the routes: not sealed, long ago, damaged and yet there."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from textual.content import Content

from relroute_tui.context import AppContext
from relroute_tui.language import _, dates, ngettext
from relroute_tui.language.progress_words import joined
from relroute_tui.storage.errors import Problem, UnreadableKind
from relroute_tui.storage.listing import Listing
from relroute_tui.storage.summary import RouteSummary
from relroute_tui.storage.versions.restore import Rescue
from relroute_tui.ui.keyboard.in_use import key_for
from relroute_tui.ui.screens.home.commands import SETTINGS

if TYPE_CHECKING:
    from relroute_tui.team.roll import Member

RESCUE: Final = "rescue:"
"""Before the id of a row that offers a version; no id of a route has that character."""
_MONTH: Final = timedelta(days=30.44)
_NAMED: Final = 3


def notes_of(context: AppContext, listing: Listing) -> Iterator[str]:
    """Yield the sentences for the foot of the list."""
    if context.unlocked is None:
        yield _("Not sealed: anyone who can open this laptop can read these routes. F7 seals them.")
    if context.settings_as_read.faults:
        yield _("Something in your settings is not right; {key} shows it.").format(
            key=key_for(SETTINGS)
        )
    yield from _about_the_archive(context, listing)
    yield from _about_endings(context, listing)
    yield from _about_the_list_of_colleagues(context)
    yield from _about_colleagues(context, listing)
    months = context.settings.reminds_after
    rested = resting(listing.routes, context.environment.now().date(), months)
    if rested:
        names = ", ".join(route.nickname for route in rested[:_NAMED])
        more = " …" if len(rested) > _NAMED else ""
        yield ngettext(
            "{names}: no meeting for {n} month. Is all of it in the file of the organisation? "
            "Then it can be erased here, from the route itself with Ctrl+P.",
            "{names}: no meeting for {n} months. Is all of it in the file of the organisation? "
            "Then it can be erased here, from the route itself with Ctrl+P.",
            months,
        ).format(names=names + more, n=months)


def _about_the_archive(context: AppContext, listing: Listing) -> Iterator[str]:
    if context.shared is None and not context.environment.archive:
        return
    from relroute_tui.language.archive_messages import archive_notes, archive_sentence

    if context.shared is None:
        yield archive_sentence(Problem.NOT_SEALED)
        return
    names = {route.id: route.nickname for route in listing.routes}
    yield from archive_notes(context.shared.status, lambda route_id: names.get(route_id, route_id))


def _about_the_list_of_colleagues(context: AppContext) -> Iterator[str]:
    """Say who came and left, as every colleague can let people in and take them off the list."""
    for news in context.team.news:
        if news.came:
            yield _(
                "New in your organisation: {names}. `relroute team list` shows by whom."
            ).format(names=_names(context, news.came))
        if news.left:
            yield _(
                "No longer in your organisation: {names}. `relroute team log` shows by whom."
            ).format(names=_names(context, news.left))
        if news.has_new_council:
            yield _(
                "Your organisation's council has a new key, to which new routes are sealed. "
                "`relroute team log` shows by whom."
            )
        if news.is_shortened:
            yield _(
                "Lines that stood in your organisation's list are gone. Your routes are safe. "
                "Where a synchroniser is at work, wait for it; otherwise tell whoever set this up."
            )


def _names(context: AppContext, members: "tuple[Member, ...]") -> str:
    return joined(sorted(map(context.team.name_of, members)))


def _about_colleagues(context: AppContext, listing: Listing) -> Iterator[str]:
    """Say how many files are shut because they are of colleagues."""
    ours = context.environment.team_place.not_of_colleagues(listing.unreadable)
    if number := len(listing.unreadable) - len(ours):
        yield ngettext(
            "{n} route here is of a colleague; your key does not open it.",
            "{n} routes here are of colleagues; your key does not open them.",
            number,
        ).format(n=number)


def _about_endings(context: AppContext, listing: Listing) -> Iterator[str]:
    """Remind of the working copies whose time is over soon, by the rule of the organisation."""
    if not context.team.days_kept:
        return
    from relroute_tui.team.endings import endings_of

    today = context.environment.now().date()
    near = [
        ending
        for ending in endings_of(listing.routes, context.team.days_kept)
        if ending.is_near(today)
    ]
    for ending in near[:_NAMED]:
        yield _(
            "{name}: this working copy stays until {day}. `relroute team end` makes the record "
            "and the book, and then erases it."
        ).format(name=ending.nickname, day=dates.long_date(ending.on))


def resting(routes: tuple[RouteSummary, ...], today: date, months: int) -> tuple[RouteSummary, ...]:
    """Return the routes that seem to be rounded off.

    Nothing planned, and no meeting for that long.
    """
    if not months:
        return ()
    since = today - months * _MONTH
    return tuple(
        route
        for route in routes
        if route.last_meeting is not None
        and route.last_meeting < since
        and route.unfinished_since is None
        and (route.next_meeting is None or route.next_meeting < since)
    )


def rescue_row(rescue: Rescue) -> Content:
    """Show a route whose file does not read, and what can be had of it."""
    saved = rescue.version.saved
    when = f"{dates.day_and_month(saved.date())}, {dates.clock_time(saved)}"
    match rescue.kind:
        case None:
            what = _("The file is gone")
        case UnreadableKind.NOT_BY_A_READER:
            what = _("The file is by somebody who may no longer write to this route")
        case _:
            what = _("The file is damaged")
    sentence = _(
        "{what}; the version of {when} is whole, what was typed after that is missing. "
        "Enter puts it back."
    ).format(what=what, when=when)
    return Content.from_markup(
        "[bold]$name[/]\n[$care]$sentence[/]",
        name=rescue.version.route.nickname,
        sentence=sentence,
    )
