"""Words for the size of a route, and for the differences between two versions."""

from collections.abc import Callable, Mapping
from typing import Final

from relroute_tui.domain.route import Route
from relroute_tui.domain.route_size import RouteSize, size_of
from relroute_tui.language import N_, _, ngettext

_Parts = Mapping[str, Callable[[Route], object]]
_ABOUT: Final[_Parts] = {
    N_("the nickname"): lambda route: route.nickname,
    N_("the phase"): lambda route: route.phase,
    N_("the people"): lambda route: route.participants,
}
_PARTS: Final[_Parts] = {
    N_("the map"): lambda route: route.cells,
    N_("the answers to a questionnaire"): lambda route: route.filled,
    N_("the plans"): lambda route: route.planned,
    N_("the talks with each person alone"): lambda route: route.preparations,
    N_("contact"): lambda route: route.agreements,
    N_("what we looked back on"): lambda route: route.look_backs,
    N_("the cards that were set aside"): lambda route: route.set_aside,
    N_("the moves from phase to phase"): lambda route: route.history,
}
"""Parts in which versions can differ besides size and meetings."""


def how_much(amount: RouteSize) -> str:
    """Return such as "2 meetings · 7 agreements · 1250 words"."""
    return " · ".join(
        (_meetings(amount.meetings), _agreements(amount.agreements), _words(amount.words))
    )


def what_differs(there: Route, now: Route) -> str:
    """Say what the version `there` has less and more than the route has now, or how it differs.

    Of an answer to a questionnaire, only that there is another.
    """
    amount, amount_now = size_of(there), size_of(now)
    less, more = _what_there_is(amount_now - amount), _what_there_is(amount - amount_now)
    parts = []
    if less:
        parts.append(_("{what} less than now").format(what=less))
    if more:
        parts.append(_("{what} more than now").format(what=more))
    return "; ".join(parts) or _what_is_other(there, now)


def parts_that_differ(one: Route, other: Route) -> tuple[str, ...]:
    """Name what two versions differ in beside their meetings and what stands at their head."""
    return tuple(_(name) for name, part in _PARTS.items() if part(one) != part(other))


def _what_is_other(there: Route, now: Route) -> str:
    other = [_(name) for name, part in _ABOUT.items() if part(there) != part(now)]
    other += parts_that_differ(there, now)
    if there.meetings != now.meetings:
        other.insert(0, _("the words"))
    if not other:
        return _("the same as now")
    return _("as much as now; what differs: {parts}").format(parts=", ".join(other))


def _what_there_is(amount: RouteSize) -> str:
    units = (
        (_meetings, amount.meetings),
        (_agreements, amount.agreements),
        (_words, amount.words),
    )
    return ", ".join(say(number) for say, number in units if number > 0)


def _meetings(number: int) -> str:
    return ngettext("{n} meeting", "{n} meetings", number).format(n=number)


def _agreements(number: int) -> str:
    return ngettext("{n} agreement", "{n} agreements", number).format(n=number)


def _words(number: int) -> str:
    return ngettext("{n} word", "{n} words", number).format(n=number)
