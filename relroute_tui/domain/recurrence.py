"""The days of a contact: the one place that computes them, with the rules of RFC 5545.

A rhythm begins with the first ticked weekday from its start on. Weeks run from Monday to Sunday.
Every month means the n-th of that weekday, a fifth meaning the last; ticked days that follow each
other, such as a Saturday and a Sunday, stay together.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from relroute_tui.domain.contact import Contact, Every

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_DAY = timedelta(days=1)
LAST = -1
"""The place in the month of a weekday that would be the fifth."""


class MonthlyRun(Struct, frozen=True):
    """The days of a month on which a contact falls, in one run."""

    lead: int
    """The weekday that decides, 1 Monday to 7 Sunday."""
    nth: int
    """Position among these weekdays in the month: 1 to 4, or LAST."""
    others: tuple[int, ...]
    """The weekdays that follow it, in the order in which they come."""


class OccurrenceDay(Struct, frozen=True):
    """One day of a contact that takes place: the day on which it begins, or a later one."""

    day: date
    begun: date
    until: time | None = None
    """Time at which it ends, on its last day; None on the other days and where none is given."""

    @property
    def is_begin(self) -> bool:
        """Whether it begins on this day."""
        return self.day == self.begun


def first_day(contact: Contact, agreed: date | None = None) -> date | None:
    """Return the first day on which a contact falls; None where its rhythm or start is not known.

    It starts on the day that was said, else on the day on which it was `agreed`.
    """
    start = contact.since or agreed
    if start is None or not contact.weekdays or contact.every is Every.OTHER:
        return None
    week = islice(_days_from(start), 7)
    return next((day for day in week if day.isoweekday() in contact.weekdays), None)


def monthly_run(contact: Contact, agreed: date | None = None) -> MonthlyRun | None:
    """Return on which days of the month a monthly contact falls; None for any other contact."""
    day = first_day(contact, agreed)
    if day is None or contact.every is not Every.MONTH:
        return None
    if len(contact.weekdays) < 7:
        while (day - _DAY).isoweekday() in contact.weekdays:
            day -= _DAY
    nth = (day.day - 1) // 7 + 1
    following = islice(_days_from(day), 1, 7)
    others = tuple(day.isoweekday() for day in following if day.isoweekday() in contact.weekdays)
    return MonthlyRun(day.isoweekday(), nth if nth < 5 else LAST, others)


def days_of(
    contact: Contact, first: date, last: date, agreed: date | None = None
) -> Iterator[date]:
    """Yield the days from `first` to `last`, both included, on which a contact begins."""
    start = first_day(contact, agreed)
    if start is None or last < max(first, start):
        return
    if run := monthly_run(contact, agreed):
        yield from _days_of_months(run, max(first, start), last)
    else:
        for day in _weekly(contact, start).between(_noon(first), _noon(last), inc=True):
            yield day.date()


def occurrence_days(
    contact: Contact, first: date, last: date, agreed: date | None = None
) -> Iterator[OccurrenceDay]:
    """Yield each day from `first` to `last` on which a contact is, also after it began."""
    longest = timedelta(minutes=contact.minutes or 0) + _DAY
    for begun in days_of(contact, max(first, date.min + longest) - longest, last, agreed):
        yield from days_of_occurrence(begun, contact, first, last)


def days_of_occurrence(
    begun: date, contact: Contact, first: date, last: date
) -> Iterator[OccurrenceDay]:
    """Yield each day from `first` to `last` of a contact that begins on one day."""
    for day, until in _days_it_lasts(contact, begun):
        if first <= day <= last:
            yield OccurrenceDay(day, begun, until)


def _days_it_lasts(contact: Contact, begun: date) -> Iterator[tuple[date, time | None]]:
    """Yield the days on which something is that begins then, the last one with its end."""
    end = datetime.combine(begun, contact.at or time()) + timedelta(minutes=contact.minutes or 0)
    last = end.date()
    if last > begun and end.time() == time() and contact.at:
        last, end = last - _DAY, end.replace(hour=0)
    is_end_known = contact.at is not None and bool(contact.minutes)
    for day in takewhile(lambda day: day <= last, _days_from(begun)):
        yield day, end.time() if day == last and is_end_known else None


WEEKS_BETWEEN: Final = {Every.WEEK: 1, Every.TWO_WEEKS: 2, Every.FOUR_WEEKS: 4}
"""From one week to the next, where it is more than one."""


def _weekly(contact: Contact, start: date) -> "rrule":
    from dateutil.rrule import MO, WEEKLY, rrule  # loaded where a calendar is shown, not before

    return rrule(
        WEEKLY,
        dtstart=_noon(start),
        interval=WEEKS_BETWEEN[contact.every],
        byweekday=[day - 1 for day in contact.weekdays],
        wkst=MO,
    )


def _days_of_months(run: MonthlyRun, first: date, last: date) -> Iterator[date]:
    """Yield the days of the runs from `first` to `last`; a run may begin before."""
    from dateutil.rrule import MONTHLY, rrule, weekday

    before = _noon(max(first, date.min + 7 * _DAY) - 6 * _DAY)
    leads = rrule(MONTHLY, dtstart=before, byweekday=weekday(run.lead - 1)(run.nth))
    for lead in leads.xafter(before, inc=True):
        for day in (run.lead, *run.others):
            found = lead.date() + (day - run.lead) % 7 * _DAY
            if first <= found <= last:
                yield found
        if lead.date() >= last:
            return


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def _days_from(day: date) -> Iterator[date]:
    yield day
    while day < date.max:
        day += _DAY
        yield day
