"""The days on which people in the Netherlands do not work, for a day that the app proposes.

Good Friday is none of them: it is a working day for most. Liberation Day is one every year here,
although some have it once in five years; to propose another day does no harm.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

_SATURDAY = 6


def is_working_day(day: date) -> bool:
    """Return whether people work on this day."""
    return day.isoweekday() < _SATURDAY and day not in holidays(day.year)


@lru_cache(maxsize=32)
def holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year in the Netherlands."""
    easter = easter_sunday(year)
    around_easter = (0, 1, 39, 49, 50)
    """Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday."""
    return frozenset(
        (
            date(year, 1, 1),
            kings_day(year),
            date(year, 5, 5),
            date(year, 12, 25),
            date(year, 12, 26),
            *(easter + timedelta(days=days) for days in around_easter),
        )
    )


def kings_day(year: int) -> date:
    """Return 27 April, or the day before where that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.isoweekday() > _SATURDAY else day


def easter_sunday(year: int) -> date:
    """Return Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def by_easter(*days: int) -> Callable[[int], tuple[date, ...]]:
    """Return which days of a year are so many days after Easter Sunday."""
    return lambda year: tuple(easter_sunday(year) + timedelta(days=offset) for offset in days)
