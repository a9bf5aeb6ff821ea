"""Days on which something in a calendar recurs, within a bounded amount of work.

A rule of RFC 5545 can be endless and name no day at all, and a library that walks it from day to
day does not come back. So no day is looked at outside the days that are asked for, but for a rule
that counts, and each day that is looked at counts as work.
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from icalendar import vRecur
from msgspec import Struct

_WEEKDAYS: Final = {"MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6, "SU": 7}
_PARTS: Final = frozenset(
    ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS")
)
_DAY: Final = timedelta(days=1)


class UnsupportedRule(ValueError):  # noqa: N818 - a rule that is right, and not read here
    """The rule is of a kind that is not read, such as one by the hour."""


class TooManyDays(ValueError):  # noqa: N818 - what is wrong with the file, not with the program
    """More days would have to be looked at than anybody would wait for."""


class DayBudget:
    """Budget of days that may still be looked at."""

    def __init__(self, days: int) -> None:
        self._left = days

    def spend(self) -> None:
        """Count one day. Raises TooManyDays."""
        self._left -= 1
        if self._left < 0:
            raise TooManyDays


class Frequency(StrEnum):
    """Unit of time by which a rule steps."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class RecurrenceRule(Struct, frozen=True):
    """A rule, without its end by a moment."""

    start: date
    frequency: Frequency
    interval: int = 1
    count: int | None = None
    week_begins: int = 1
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    """1 to 31 from the first day on, -1 to -31 from the last one back."""
    weekdays: frozenset[tuple[int, int]] = frozenset()
    """Pairs: position in the month or the year, 0 for each, and weekday, 1 Monday to 7 Sunday."""
    positions: frozenset[int] = frozenset()
    """Positions of the days to keep among those that fit in one step; empty: all."""

    def days(self, first: date, last: date, budget: DayBudget) -> Iterator[date]:
        """Yield the days from `first` to `last`. Raises TooManyDays."""
        begin = self.start if self.count else max(first, self.start)
        for number, day in enumerate(self._all(begin, last, budget), 1):
            if self.count is not None and number > self.count:
                return
            if first <= day <= last:
                yield day

    def _all(self, first: date, last: date, budget: DayBudget) -> Iterator[date]:
        """Yield the days from the step of `first` on; the start is always one of them."""
        if first <= self.start <= last:
            yield self.start
        for begin, end in self._steps(first, last):
            fitting = []
            day = begin
            while day < end:
                budget.spend()
                if self._fits(day):
                    fitting.append(day)
                day += _DAY
            for place, day in enumerate(fitting):
                is_chosen = not self.positions or self.positions & {
                    place + 1,
                    place - len(fitting),
                }
                if is_chosen and self.start < day <= last:
                    yield day

    def _steps(self, first: date, last: date) -> Iterator[tuple[date, date]]:
        """Yield each step from that of `first` on: its first day, and the one after its last."""
        begin = self._step_of(self.start)
        if first > self.start:
            begin = self._moved(begin, self._steps_between(begin, self._step_of(first)))
        while begin <= last:
            yield begin, self._moved(begin, 1, single=True)
            begin = self._moved(begin, 1)

    def _step_of(self, day: date) -> date:
        match self.frequency:
            case Frequency.DAILY:
                return day
            case Frequency.WEEKLY:
                return day - (day.isoweekday() - self.week_begins) % 7 * _DAY
            case Frequency.MONTHLY:
                return day.replace(day=1)
            case Frequency.YEARLY:
                return day.replace(month=1, day=1)

    def _steps_between(self, begin: date, other: date) -> int:
        """Return how many intervals fit between the begins of two steps."""
        match self.frequency:
            case Frequency.DAILY:
                steps = (other - begin).days
            case Frequency.WEEKLY:
                steps = (other - begin).days // 7
            case Frequency.MONTHLY:
                steps = (other.year - begin.year) * 12 + other.month - begin.month
            case Frequency.YEARLY:
                steps = other.year - begin.year
        return steps // self.interval

    def _moved(self, begin: date, intervals: int, *, single: bool = False) -> date:
        """Return the begin of a later step; `single` counts steps and not intervals."""
        steps = intervals if single else intervals * self.interval
        match self.frequency:
            case Frequency.DAILY:
                return begin + steps * _DAY
            case Frequency.WEEKLY:
                return begin + steps * 7 * _DAY
            case Frequency.MONTHLY:
                month = begin.year * 12 + begin.month - 1 + steps
                return date(month // 12, month % 12 + 1, 1)
            case Frequency.YEARLY:
                return date(begin.year + steps, 1, 1)

    def _fits(self, day: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        if self.month_days and not self.month_days & {day.day, day.day - _days_in_month(day) - 1}:
            return False
        if self.weekdays:
            return any(
                weekday == day.isoweekday() and (not nth or nth in self._places(day))
                for nth, weekday in self.weekdays
            )
        return bool(self.month_days) or self._fits_by_its_start(day)

    def _fits_by_its_start(self, day: date) -> bool:
        """Return whether it is like the first day, where no rule says which day it is."""
        match self.frequency:
            case Frequency.DAILY:
                return True
            case Frequency.WEEKLY:
                return day.isoweekday() == self.start.isoweekday()
            case Frequency.MONTHLY:
                return day.day == self.start.day
            case Frequency.YEARLY:
                is_month = bool(self.months) or day.month == self.start.month
                return is_month and day.day == self.start.day

    def _places(self, day: date) -> tuple[int, int]:
        """Return which of this weekday it is, counted from the begin and from the end."""
        if self.frequency is Frequency.YEARLY and not self.months:
            number, length = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
        else:
            number, length = day.day, _days_in_month(day)
        return (number - 1) // 7 + 1, -((length - number) // 7 + 1)


def recurrence_rule_in(rule: vRecur, start: date) -> RecurrenceRule:
    """Return what a rule says. Raises UnsupportedRule, and ValueError for no rule."""
    frequency = _one(rule, "FREQ")
    if frequency is None:
        raise ValueError
    if rule.keys() - _PARTS or frequency not in tuple(Frequency):
        raise UnsupportedRule
    interval, count = int(_one(rule, "INTERVAL") or 1), _one(rule, "COUNT")
    if interval < 1:
        raise ValueError
    if interval > 1_000:
        raise UnsupportedRule
    return RecurrenceRule(
        start=start,
        frequency=Frequency(frequency),
        interval=interval,
        count=None if count is None else int(count),
        week_begins=_WEEKDAYS[str(_one(rule, "WKST") or "MO")],
        months=frozenset(map(int, rule.get("BYMONTH", ()))),
        month_days=frozenset(map(int, rule.get("BYMONTHDAY", ()))),
        weekdays=frozenset(map(_weekday, rule.get("BYDAY", ()))),
        positions=frozenset(map(int, rule.get("BYSETPOS", ()))),
    )


def _one(rule: vRecur, part: str) -> str | None:
    values = rule.get(part) or [None]
    return None if values[0] is None else str(values[0])


def _weekday(code: object) -> tuple[int, int]:
    nth, weekday = str(code)[:-2], str(code)[-2:].upper()
    return int(nth or 0), _WEEKDAYS[weekday]


def _days_in_month(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
