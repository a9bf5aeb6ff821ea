"""Days as people say them at a table: "vrijdag", "over twee weken", "16 december"."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from relroute_tui.domain.notes.dates import parse_date
from relroute_tui.language import dates, spoken_words


class SaidDays(Struct, frozen=True):
    """What one language says in place of a date."""

    days: tuple[str, ...]
    """Today, tomorrow, and the day after."""
    later: re.Pattern[str]
    """So many days, weeks or months from today."""
    numbers: Mapping[str, int]


_DATE: Final = re.compile(
    r"(?:(?P<weekday>[^\W\d]+)[ .]+)?"
    r"(?P<d>\d{1,2})(?:[-/. ] ?(?P<number>\d{1,2})|[. ]+(?P<month>[^\W\d]+))"
    r"(?:[-/. ]+(?P<y>\d{4}|\d\d))?\.?"
)
_YEARS: Final = 8
"""In so many years every day of the year comes at least once."""
_MOST: Final = 120
"""Days, weeks or months from now: what is further off was meant otherwise."""


def day_said(text: str, today: date) -> date | None:
    """The day that somebody means in the language that is spoken; None where that is not clear.

    Whatever the program shows as a day it takes as one too. Where the year is not said it is the
    first such day from `today` on, and a day of the week is the first one after today.
    """
    said = " ".join(text.replace(",", " ").casefold().split())
    day = parse_date(said) or _near(said, today)
    if day is None and (match := _DATE.fullmatch(said)):
        day = _of_date(match, today)
    return day


def _near(said: str, today: date) -> date | None:
    words = spoken_words("said_days", SaidDays)
    if said in words.days:
        return today + timedelta(days=words.days.index(said))
    weekday = _place(said, dates.weekdays(), 2)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    later = words.later.fullmatch(said)
    number = _number(later["n"], words.numbers) if later else None
    if later is None or number is None:
        return None
    if later["d"] or later["w"]:
        return today + timedelta(days=number if later["d"] else 7 * number)
    return _months_later(today, number)


def _number(said: str, numbers: Mapping[str, int]) -> int | None:
    number = int(said) if said.isdecimal() and len(said) < 4 else numbers.get(said, 0)
    return number if 0 < number <= _MOST else None


def _months_later(day: date, number: int) -> date:
    """The same day of a later month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _of_date(said: re.Match[str], today: date) -> date | None:
    """The day, where there is one and it is the day of the week that was said with it."""
    month = int(said["number"]) if said["number"] else _month(said["month"])
    if month is None:
        return None
    day = next(_days(int(said["d"]), month, said["y"], today), None)
    if day is None or not said["weekday"]:
        return day
    return day if _place(said["weekday"], dates.weekdays(), 2) == day.weekday() else None


def _days(day: int, month: int, year: str | None, today: date) -> Iterator[date]:
    """That day of the year; where none is said, of this year and those after it, from today on."""
    if year is None:
        years: Sequence[int] = range(today.year, today.year + _YEARS + 1)
    else:
        years = (int(year) if len(year) == 4 else 2000 + int(year),)
    for each in years:
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year is not None or found >= today:
            yield found


def _month(said: str) -> int | None:
    place = _place(said, dates.months(), 3)
    if place is None:
        place = _place(said, dates.short_months(), 3)
    return None if place is None else place + 1


def _place(said: str, names: Sequence[str], least: int) -> int | None:
    """Which of the names begins like this, by `least` letters or more."""
    found = [n for n, name in enumerate(names) if name.casefold().startswith(said)]
    return found[0] if len(said) >= least and len(found) == 1 else None
