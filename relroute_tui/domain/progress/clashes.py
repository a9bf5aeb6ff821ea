"""Clashes of planned days with the calendars that were read."""

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.busy import Busy, BusyTime
from relroute_tui.domain.contact import Contact
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.calendar import takes_part
from relroute_tui.domain.recurrence import days_of
from relroute_tui.domain.route import Route
from relroute_tui.domain.zone import moment_at

_AHEAD: Final = timedelta(days=366)
_AT_LEAST: Final = timedelta(minutes=1)
"""Least duration of anything; it stands in where nobody said how long it takes."""
_DAY: Final = timedelta(days=1)


class Clash(Struct, frozen=True):
    """Somebody cannot on some of the days of a contact."""

    person: Participant
    days: tuple[date, ...]


def with_busy(route: Route, busy: Busy) -> Route:
    """Return the route with the times of one person, in place of those that were read before."""
    others = (other for other in route.busy if other.participant_id != busy.participant_id)
    kept = (busy,) if busy.times else ()
    return replace(route, busy=(*others, *kept))


def who_cannot(
    route: Route, people: Iterable[Participant], day: date, at: time | None, minutes: int = 0
) -> tuple[Participant, ...]:
    """Return who of these people cannot then.

    Where no hour was said, that is who cannot the whole day.
    """
    times = {busy.participant_id: busy.times for busy in route.busy}
    return tuple(
        person for person in people if _is_busy(times.get(person.id, ()), day, at, minutes)
    )


def clashes_of(route: Route, contact: Contact, today: date) -> Iterator[Clash]:
    """Yield who cannot on which days of a contact, in the year to come."""
    people = [
        person
        for person in takes_part(route, contact)
        if any(busy.participant_id == person.id for busy in route.busy)
    ]
    if not people:
        return
    days = tuple(days_of(contact, today, today + _AHEAD, today))
    for person in people:
        found = tuple(
            day
            for day in days
            if who_cannot(route, (person,), day, contact.at, contact.minutes or 0)
        )
        if found:
            yield Clash(person, found)


def _is_busy(times: tuple[BusyTime, ...], day: date, at: time | None, minutes: int) -> bool:
    if at is None:
        begin, end = moment_at(day, time()), moment_at(day + _DAY, time())
        return any(interval.begin <= begin and end <= interval.end for interval in times)
    begin = moment_at(day, at)
    end = begin + max(timedelta(minutes=minutes), _AT_LEAST)
    return any(interval.begin < end and begin < interval.end for interval in times)
