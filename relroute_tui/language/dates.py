"""Dates and times as people say them."""

from datetime import date, datetime, time

from relroute_tui.language import current

_LOCALES = {"nl": "nl_NL", "en": "en_GB"}


def long_date(day: date) -> str:
    """ "woensdag 16 december 2026", "Wednesday 16 December 2026"."""
    return _formatted(day, "EEEE d MMMM y")


def day_and_month(day: date) -> str:
    """ "16 december": for a day in the months around now."""
    return _formatted(day, "d MMMM")


def weekday_and_day(day: date) -> str:
    """ "woensdag 16 december": for a day that people plan for."""
    return _formatted(day, "EEEE d MMMM")


def short_date(day: date) -> str:
    """ "16 dec 2026": for a column in a list."""
    return _formatted(day, "d MMM y").replace(".", "")


def brief_day(day: date) -> str:
    """ "16 dec": where there is little room."""
    return _formatted(day, "d MMM").replace(".", "")


def clock_time(moment: datetime | time) -> str:
    """ "14.32" or "14:32", as the language writes it."""
    return moment.strftime("%H.%M" if current() == "nl" else "%H:%M")


def weekday(day: date) -> str:
    """ "woensdag": the name of a day that comes round."""
    return _formatted(day, "EEEE")


def short_weekday(day: date) -> str:
    """ "wo": the name of a day above a column."""
    return _formatted(day, "EEEEEE")


def month_and_year(day: date) -> str:
    """ "december 2026": above a calendar."""
    return _formatted(day, "LLLL y")


def _formatted(day: date, pattern: str) -> str:
    from babel.dates import format_date  # costs too much to load before it is needed

    return format_date(day, pattern, locale=_LOCALES[current()])
