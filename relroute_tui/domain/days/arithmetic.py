"""Arithmetic of days: in digits, in later months, by their place in a month, the next to come."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

_DAY: Final = timedelta(days=1)
_YEAR_FIRST: Final = re.compile(r"\d{4}([-/.])\d\d?\1\d\d?")
_DAY_FIRST: Final = re.compile(r"\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}(?:\.\d+)?")
"""Forms that never have the month first: our own, and dates with full stops."""
_IN_DIGITS: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}(?:[-/.](?:\d{4}|\d\d))?")


def numbers_in(word: str) -> tuple[list[int], bool]:
    """Return day, month and perhaps the year, and if no other order can be meant."""
    numbers = [int(number) for number in re.split(r"\D", word)]
    if _YEAR_FIRST.fullmatch(word):
        return numbers[::-1], True
    if not _IN_DIGITS.fullmatch(word):
        raise ValueError
    return numbers, _DAY_FIRST.fullmatch(word) is not None


def month_from(day: date, later: int) -> date:
    """Return the first day of the month, so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + later, 12)
    return date(year, month + 1, 1)


def months_later(day: date, number: int) -> date:
    """Return the same day of a later month, or its last one."""
    first = month_from(day, number)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def day_of_month(first: date, ordinal: int) -> date:
    """Return the n-th day of the month that begins then; -1 is the last.

    Raises ValueError where there is none.
    """
    return first.replace(day=monthrange(first.year, first.month)[1] if ordinal == -1 else ordinal)


def nth_weekday(first: date, weekday: int, ordinal: int) -> date:
    """Return the n-th such weekday of the month that begins then; -1 is the last.

    Raises ValueError where there is none.
    """
    days = [
        first + n * _DAY
        for n in range(monthrange(first.year, first.month)[1])
        if (first + n * _DAY).isoweekday() == weekday
    ]
    if ordinal != -1 and not 1 <= ordinal <= len(days):
        raise ValueError(ordinal)
    return days[ordinal - 1 if ordinal > 0 else -1]


def coming_weekday(today: date, weekday: int) -> date:
    """Return the first such day of the week after today; Monday is 1."""
    return today + timedelta(days=(weekday - today.isoweekday() - 1) % 7 + 1)


def coming_week_day(today: date, week: int, weekday: int) -> date:
    """Return a day of the week with this number: this year's, or next year's where it is past."""
    year = today.isocalendar()[0]
    found = date.fromisocalendar(year, week, weekday)
    return date.fromisocalendar(year + 1, week, weekday) if found < today else found


def coming_days_numbered(today: date, number: int) -> Iterator[date]:
    """Return the coming days with this number in their month, from today on."""
    for months in range(14):
        first = month_from(today, months)
        if 1 <= number <= monthrange(first.year, first.month)[1]:
            day = first.replace(day=number)
            if day >= today:
                yield day
