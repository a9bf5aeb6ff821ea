"""The date of the next meeting, in the rhythm of the phase."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from itertools import count
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.phase import Phase

HELD_AROUND: Final = timedelta(days=7)
"""A meeting that begins this long before its planned day is that meeting all the same."""


class Planned(Struct, frozen=True):
    """A meeting that is to come, with the agenda that it will follow."""

    day: date
    agenda: str = ""
    """The id of an agenda template; "" for the default one."""
    themes: tuple[Theme, ...] = ()
    """The themes whose cards come first, such as those that the questionnaires suggest."""
    at: time | None = None
    """The hour at which it begins; None where nobody said yet."""
    place: str = ""
    """Place of the meeting, in free text; never an address that has to stay secret."""
    invited: tuple[str, ...] = ()
    """The ids of the participants who are invited; empty: everyone on the route."""


class Rhythm(Struct, frozen=True):
    """Number of weeks after which people meet again."""

    soonest: int
    latest: int


RHYTHMS: Final[Mapping[Phase, Rhythm]] = {
    Phase.INSTALLATION: Rhythm(3, 6),
    Phase.STABILISATION: Rhythm(8, 13),
    Phase.EVALUATION: Rhythm(8, 13),
}
"""A choice of this project: 3 to 6 weeks, then 2 to 3 months; the evaluation closes that rhythm."""


def proposed_day(phase: Phase, last_meeting: date | None, today: date) -> date:
    """Return a day for the next meeting: in the middle of the rhythm, on the weekday of the last.

    Never before tomorrow; a first meeting, or one that is overdue, in a week or so. A working day,
    as near to that as there is one.
    """
    from relroute_tui.domain.days.holidays import is_working_day  # no meeting begins with it

    rhythm = RHYTHMS[phase]
    weeks = (rhythm.soonest + rhythm.latest) // 2
    day = (last_meeting or today) + timedelta(weeks=weeks if last_meeting else 1)
    while day <= today:
        day += timedelta(weeks=1)
    return next(at for at in _nearest(day) if at > today and is_working_day(at))


def _nearest(day: date) -> Iterator[date]:
    """Yield this day and those around it, the nearest first; of two the later one."""
    yield day
    for distance in count(1):
        yield day + timedelta(days=distance)
        yield day - timedelta(days=distance)


def window(phase: Phase, last_meeting: date) -> tuple[date, date]:
    """Return the first and the last day that fit the rhythm of this phase after that meeting."""
    rhythm = RHYTHMS[phase]
    return (
        last_meeting + timedelta(weeks=rhythm.soonest),
        last_meeting + timedelta(weeks=rhythm.latest),
    )


def in_order(planned: Iterable[Planned]) -> tuple[Planned, ...]:
    """Return the same meetings, the first one first."""
    return tuple(sorted(planned, key=lambda plan: (plan.day, plan.agenda)))


def plan_of_today(planned: Iterable[Planned], today: date) -> Planned | None:
    """Return the planned meeting that one which begins today is: the nearest, if one is near."""
    near = [plan for plan in in_order(planned) if plan.day <= today + HELD_AROUND]
    return min(near, key=lambda plan: (abs(plan.day - today), plan.day < today), default=None)


def coming_meeting(planned: Iterable[Planned], today: date) -> Planned | None:
    """Return the first planned meeting from today on; one that was not held is not it."""
    return next((plan for plan in in_order(planned) if plan.day >= today), None)


def with_next_on(
    planned: Iterable[Planned],
    day: date | None,
    today: date,
    at: time | None = None,
    place: str = "",
) -> tuple[Planned, ...]:
    """Return the planned meetings after the next of them moved to `day`; None takes it out.

    Where no hour or place is given, the meeting keeps its own. One that was planned before today
    and not held stays, to be told.
    """
    planned = in_order(planned)
    coming = coming_meeting(planned, today)
    others = tuple(plan for plan in planned if plan is not coming)
    if day is None:
        return others
    moved = coming or Planned(day)
    moved = replace(moved, day=day, at=at or moved.at, place=place or moved.place)
    return in_order((*others, moved))
