"""Dates and times as people say them."""

from datetime import date, datetime, time

from msgspec import Struct

from relroute_tui.language import spoken_words


class DateWords(Struct, frozen=True):
    """Names in one language for the days, from Monday on, and the months, and its format of a time.

    A test compares them with CLDR; to load that would cost a first screen 25 ms and 4 MB.
    """

    days: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    clock: str
    """Format for `strftime`."""


def _words() -> DateWords:
    return spoken_words("dates", DateWords)


def long_date(day: date) -> str:
    """Write "woensdag 16 december 2026", "Wednesday 16 December 2026"."""
    return f"{weekday_and_day(day)} {day.year}"


def whole_date(day: date) -> str:
    """Write "16 december 2026": for a day that may be in another year."""
    return f"{day_and_month(day)} {day.year}"


def day_and_month(day: date) -> str:
    """Write "16 december": for a day in the months around now."""
    return f"{day.day} {_words().months[day.month - 1]}"


def weekday_and_day(day: date) -> str:
    """Write "woensdag 16 december": for a day that people plan for."""
    return f"{_words().days[day.weekday()]} {day_and_month(day)}"


def short_date(day: date) -> str:
    """Write "16 dec 2026": for a column in a list."""
    return f"{short_day(day)} {day.year}"


def short_day(day: date) -> str:
    """Write "16 dec": where the year is said elsewhere, and there is little room."""
    return f"{day.day} {_words().short_months[day.month - 1]}"


def weekdays() -> tuple[str, ...]:
    """Return what the days are called, from Monday on."""
    return _words().days


def months() -> tuple[str, ...]:
    """Return what the months are called."""
    return _words().months


def short_months() -> tuple[str, ...]:
    """Return what the months are called where there is little room."""
    return _words().short_months


def weekday(day: date) -> str:
    """Write "woensdag": the name of a day that comes round."""
    return _words().days[day.weekday()]


def short_weekday(day: date) -> str:
    """Write "wo": the name of a day above a column."""
    return weekday(day)[:2]


def month_and_year(day: date) -> str:
    """Write "december 2026": above a calendar."""
    return f"{_words().months[day.month - 1]} {day.year}"


def short_month_and_year(day: date) -> str:
    """Write "dec 2026": where there is little room."""
    return f"{_words().short_months[day.month - 1]} {day.year}"


def clock_time(moment: datetime | time) -> str:
    """Write "14.32" or "14:32", as the language writes it."""
    return moment.strftime(_words().clock)
