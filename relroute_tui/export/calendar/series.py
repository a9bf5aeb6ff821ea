"""The rhythm of a contact as series that every calendar program repeats in the same way.

A monthly contact on days that follow each other, such as the first Saturday and the Sunday after
it, is a series for each weekday: that Sunday is not the first Sunday of the month where the month
begins with one. It is written as the Sunday between the 2nd and the 8th.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from relroute_tui.domain.contact import Contact
from relroute_tui.domain.recurrence import (
    LAST,
    WEEKS_BETWEEN,
    MonthlyRun,
    days_of,
    first_day,
    monthly_run,
)

_DAY: Final = timedelta(days=1)
_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_AHEAD: Final = timedelta(days=3653)
"""Period over which days that no rule can express are written out one by one: ten years."""
_WITHIN: Final = timedelta(days=400)
"""Each series comes round within this time, whatever its rhythm."""
_LONGEST_MONTH: Final = 31

Rule = Mapping[str, object]


class Series(Struct, frozen=True):
    """Days that a calendar repeats by one rule, or one day."""

    name: str
    """Tells it from the other series of the same contact; the first one has none."""
    weekdays: tuple[int, ...]
    """1 Monday to 7 Sunday."""
    first: date
    last: date | None
    """The last day on which it falls; None where it goes on."""
    rule: Rule | None
    """Without its end; None for one day."""
    called_off: tuple[date, ...] = ()
    """Days in it on which nothing takes place."""


def series_of(
    contact: Contact,
    agreed: date,
    ended: date | None = None,
    called_off: frozenset[date] = frozenset(),
) -> Iterator[Series]:
    """Yield the series of a contact that was `agreed` on a day and `ended` on another.

    It does not take place any more on the day on which it ended. A series without any day is none.
    """
    start = first_day(contact, agreed)
    if start is None:
        return
    end = date.max if ended is None else ended - _DAY
    run = monthly_run(contact, agreed)
    if run is None:
        weekdays = tuple(sorted(contact.weekdays))
        rules = [("", weekdays, _weekly(contact))]
    else:
        others = [(f"-{day}", (day,), _monthly(run, day)) for day in run.others]
        rules = [("", (run.lead,), _monthly(run, run.lead)), *others]
    for name, weekdays, rule in rules:
        days = _Days(contact, agreed, start, end, weekdays, run)
        yield from _with_a_first_day(name, weekdays, rule, days, called_off)
    if run is not None:
        for day in _days_without_a_rule(contact, agreed, run, start, min(end, start + _AHEAD)):
            if day not in called_off:
                yield Series(f"-{day.isoformat()}", (day.isoweekday(),), day, day, None)


class _Days(Struct, frozen=True):
    """The days of one series of a contact."""

    contact: Contact
    agreed: date
    start: date
    end: date
    weekdays: tuple[int, ...]
    run: MonthlyRun | None

    def between(self, first: date, last: date) -> Iterator[date]:
        for day in days_of(self.contact, first, min(last, self.end), self.agreed):
            if day.isoweekday() in self.weekdays and not _is_without_a_rule(day, self.run):
                yield day


def _with_a_first_day(
    name: str,
    weekdays: tuple[int, ...],
    rule: Rule,
    days: _Days,
    called_off: frozenset[date],
) -> Iterator[Series]:
    """Yield the series from the first day on that is not called off, if there is one."""
    latest = max(called_off, default=days.start)
    until = max(latest, days.start) + _WITHIN
    first = next((day for day in days.between(days.start, until) if day not in called_off), None)
    if first is None:
        return
    last = None
    if days.end < date.max:
        last = max(days.between(max(first, days.end - _WITHIN), days.end))
    skipped = tuple(day for day in sorted(called_off) if day in days.between(first, latest))
    yield Series(name, weekdays, first, last, rule, skipped)


def _weekly(contact: Contact) -> Rule:
    codes = [_CODES[day - 1] for day in sorted(contact.weekdays)]
    return {
        "FREQ": "WEEKLY",
        "INTERVAL": WEEKS_BETWEEN[contact.every],
        "BYDAY": codes,
        "WKST": "MO",
    }


def _monthly(run: MonthlyRun, day: int) -> Rule:
    """Return the rule for one weekday of a run."""
    code, after = _CODES[day - 1], (day - run.lead) % 7
    if not after:
        return {"FREQ": "MONTHLY", "BYDAY": f"{run.nth}{code}", "WKST": "MO"}
    if run.nth == LAST:
        days = [*range(after - 7, 0), *range(1, after + 1)]
    else:
        last = 7 * run.nth + after
        days = [day for day in range(last - 6, last + 1) if day <= _LONGEST_MONTH]
    return {"FREQ": "MONTHLY", "BYDAY": code, "BYMONTHDAY": days, "WKST": "MO"}


def _is_without_a_rule(day: date, run: MonthlyRun | None) -> bool:
    """Return whether this day belongs to a fourth weekday of the month before.

    Which day of a month that is depends on how long the month before was.
    """
    if run is None or run.nth != 4:
        return False
    lead = day - (day.isoweekday() - run.lead) % 7 * _DAY
    return lead.month != day.month


def _days_without_a_rule(
    contact: Contact, agreed: date, run: MonthlyRun, first: date, last: date
) -> Iterator[date]:
    if run.nth == 4 and run.others:
        for day in days_of(contact, first, last, agreed):
            if _is_without_a_rule(day, run):
                yield day
