"""The end of a route's working copy, by an organisation's rule; a wrong clock ends none."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

REMIND_WITHIN: Final = timedelta(days=30)
"""Time before the end at which somebody is reminded of it."""
_BEHIND: Final = timedelta(days=1)
"""A clock may be in another time zone."""
_AHEAD: Final = timedelta(days=40)
"""Time within which somebody in an organisation surely writes something."""


class Clock(StrEnum):
    """State of this laptop's clock, judged by what others wrote."""

    PLAUSIBLE = "plausible"
    BEHIND = "behind"
    """Something was written later than it is by this clock."""
    AHEAD = "ahead"
    """Nobody else wrote for so long that the clock may be wrong."""


class Ending(Struct, frozen=True):
    """The end of the working copy of one route."""

    route_id: str
    nickname: str
    on: date

    def is_over(self, today: date) -> bool:
        """Return whether the day is there."""
        return self.on <= today

    def is_near(self, today: date) -> bool:
        """Return whether somebody has to be reminded of it."""
        return self.on - REMIND_WITHIN <= today


def ends_on(rounded_off: date | None, days_kept: int) -> date | None:
    """Return the day on which a working copy ends; None while a route goes on, or without a rule.

    Also None for a day so far away that no calendar has it.
    """
    if rounded_off is None or not days_kept:
        return None
    try:
        return rounded_off + timedelta(days=days_kept)
    except OverflowError:
        return None


def clock_beside(now: datetime, ours: Sequence[datetime], of_others: Sequence[datetime]) -> Clock:
    """Compare the clock with the times at which we and others wrote anything.

    What we wrote may have the same wrong clock: that it is as late as now proves nothing.
    """
    if any(moment - now > _BEHIND for moment in (*ours, *of_others)):
        return Clock.BEHIND
    is_heard_of = any(now - moment < _AHEAD for moment in of_others)
    return Clock.PLAUSIBLE if is_heard_of else Clock.AHEAD
