"""How much a route holds, and how two versions differ, in words."""

from relroute_tui.domain.amounts import Amount
from relroute_tui.language import _, ngettext


def how_much(amount: Amount) -> str:
    """ "2 meetings · 7 agreements · 1250 words"."""
    return " · ".join(
        (_meetings(amount.meetings), _agreements(amount.agreements), _words(amount.words))
    )


def what_differs(there: Amount, now: Amount) -> str:
    """What the version `there` has less and more than the route has now."""
    less, more = _what_there_is(now - there), _what_there_is(there - now)
    parts = []
    if less:
        parts.append(_("{what} less than now").format(what=less))
    if more:
        parts.append(_("{what} more than now").format(what=more))
    return "; ".join(parts) or _("as much as now, worded differently")


def _what_there_is(amount: Amount) -> str:
    said = (
        (_meetings, amount.meetings),
        (_agreements, amount.agreements),
        (_words, amount.words),
    )
    return ", ".join(say(number) for say, number in said if number > 0)


def _meetings(number: int) -> str:
    return ngettext("{n} meeting", "{n} meetings", number).format(n=number)


def _agreements(number: int) -> str:
    return ngettext("{n} agreement", "{n} agreements", number).format(n=number)


def _words(number: int) -> str:
    return ngettext("{n} word", "{n} words", number).format(n=number)
