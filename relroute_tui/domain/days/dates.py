"""Dates as people say them: "15 December", "the 15th of May 2027", "15-12", "15/12/26"."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from relroute_tui.domain.days.arithmetic import numbers_in
from relroute_tui.domain.days.tokens import Item

_YEARS: Final = 8
"""Number of years in which every day of the year comes at least once."""
_YEARS_AHEAD: Final = 20
"""Most years ahead for a year of two digits; digits that would lie further are not a year."""


def dates_in(
    items_said: Sequence[Item], today: date, *, month_may_come_first: bool
) -> tuple[date, ...]:
    """Return the days that a date may mean: two where the month may come first in digits."""
    items = [item for item in items_said if item.symbol != "W"]
    if any(item.symbol == "M" for item in items):
        return _with_the_name_of_a_month(items, today)
    numbers, is_day_first = [item.value for item in items], False
    if items[0].symbol == "#":
        in_digits, is_day_first = numbers_in(items[0].word)
        numbers = [*in_digits, *numbers[1:]]
    both = month_may_come_first and not is_day_first
    return tuple(dict.fromkeys(_in_digits(numbers, today, month_may_come_first=both)))


def _with_the_name_of_a_month(items_said: Sequence[Item], today: date) -> tuple[date, ...]:
    month = next(item.value for item in items_said if item.symbol == "M")
    day = next(item.value for item in items_said if item.symbol in "NO")
    years = [item.value for item in items_said if item.symbol == "Y"]
    if items_said[0].symbol in "NO" and items_said[-1].symbol == "N" and len(items_said) > 1:
        years = [2000 + items_said[-1].value]  # "15 December 26"
        if not 0 <= years[0] - today.year <= _YEARS_AHEAD:
            return ()  # "15 December 15" is an hour
    found = first_of_year(today, day, month, *years)
    return () if found is None else (found,)


def _in_digits(
    numbers: Sequence[int], today: date, *, month_may_come_first: bool
) -> Iterator[date]:
    day, month, *years = numbers
    if years and years[0] < 100:
        years = [2000 + years[0]]
    orders = [(day, month), (month, day)] if month_may_come_first else [(day, month)]
    for each_day, each_month in orders:
        found = first_of_year(today, each_day, each_month, *years)
        if found:
            yield found


def first_of_year(today: date, day: int, month: int, year: int | None = None) -> date | None:
    """Return that day of the year; where none is said, the first one from today on."""
    for likely in (year,) if year else range(today.year, today.year + _YEARS + 1):
        try:
            found = date(likely, month, day)
        except ValueError:
            continue
        if year or found >= today:
            return found
    return None
