"""Which day a phrase means, seen from today: one for sure, or those that it may mean."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from relroute_tui.domain.days.arithmetic import (
    month_from,
    months_later,
    nth_weekday,
    numbers_in,
)
from relroute_tui.domain.days.tokens import FILLER, Item
from relroute_tui.domain.days.words import DayWords

_YEARS: Final = 8
"""In so many years every day of the year comes at least once."""
_MOST: Final = 120
"""Days, weeks or months from now: what is further off was meant otherwise."""
_WEEK: Final = timedelta(weeks=1)
_DAY: Final = timedelta(days=1)
_DATE: Final = re.compile(r"W?(?:#|NN[NY]?|[NO]M[NY]?|M[NO]Y?)")
_IN_TIME: Final = re.compile(r"I?N[dwmy]L?")
_ON_WEEKDAY: Final = re.compile(r"WINw|INwW")
_FROM_DAY: Final = re.compile(r"DIN[dw]|IN[dw]D")


class Meant(Struct, frozen=True):
    """The days that a phrase may mean; `is_sure` where it is one and no other."""

    days: tuple[date, ...]
    is_sure: bool = False


def meant_by(items: Sequence[Item], today: date, words: DayWords) -> Meant | None:
    """Return which days a phrase may mean; None where it is no phrase for a day."""
    said = [each for each in items if each.symbol != FILLER]
    if len(said) > 1 and said[-1].symbol == "P":
        said = said[:-1]
    if not said or items[-1].symbol == FILLER:
        return None
    try:
        return _Phrase(said, today, words).meant()
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def _sure(day: date | None) -> Meant | None:
    return None if day is None else Meant((day,), is_sure=True)


def _either(*days: date) -> Meant:
    found = tuple(sorted(set(days)))
    return Meant(found, is_sure=len(found) == 1)


class _Phrase:
    """What was said, without the words that say nothing."""

    def __init__(self, said: Sequence[Item], today: date, words: DayWords) -> None:
        self._said = said
        self._today = today
        self._words = words
        self._symbols = "".join(each.symbol for each in said)
        self._monday = today - timedelta(days=today.weekday())

    def _value(self, symbol: str) -> int:
        return next((each.value for each in self._said if each.symbol == symbol), 0)

    def meant(self) -> Meant | None:
        """Return the days, by the kinds of the words and their order."""
        for read in (self._near, self._weekday, self._in_time, self._of_week, self._of_month):
            if found := read():
                return found
        return self._date() if _DATE.fullmatch(self._symbols) else None

    def _near(self) -> Meant | None:
        match self._symbols:
            case "D":
                return _sure(self._today + self._value("D") * _DAY)
            case "F" | "FY":
                month, day = divmod(self._value("F"), 100)
                return _sure(self._first_of_year(day, month, self._value("Y") or None))
            case "V" | "VY":
                return self._feast(self._value("Y"))
            case "E" | "CE" | "TE" | "XE":
                is_to_come = self._today.weekday() < 5 or "C" in self._symbols
                saturday = self._coming(6) if is_to_come else self._monday + 5 * _DAY
                saturday += _WEEK if "X" in self._symbols else 0 * _WEEK
                return Meant((saturday, saturday + _DAY))
            case "Xw" | "Tw" | "Xm" | "Tm" | "wN":
                return Meant(())
        return None

    def _feast(self, year: int) -> Meant | None:
        """The days of a feast that moves: in that year, or the first ones from today on."""
        days_in = self._words.feasts_by_year.get(self._said[0].word)
        if days_in is None:
            return None
        years = (year,) if year else (self._today.year, self._today.year + 1)
        found = [days_in(each) for each in years]
        return _either(*next(days for days in found if year or days[-1] >= self._today))

    def _coming(self, weekday: int) -> date:
        """Return the first such day after today."""
        return self._today + ((weekday - self._today.isoweekday() - 1) % 7 + 1) * _DAY

    def _weekday(self) -> Meant | None:
        weekday = self._value("W")
        coming = self._coming(weekday) if weekday else self._today
        match self._symbols:
            case "W" | "CW" | "WC":
                return _sure(coming)
            case "XW" | "WX":
                is_a_week = coming == self._today + _WEEK
                return _sure(coming) if is_a_week else _either(coming, coming + _WEEK)
            case "TW" | "WT":
                return self._this(weekday, coming)
            case "Ww" | "Dw" if self._words.week_behind_a_day and self._value("w") == 1:
                return _sure(self._base() + _WEEK)
            case "NwW" | "NwD" if self._words.week_behind_a_day:
                return _sure(self._base() + self._weeks())
        return None

    def _this(self, weekday: int, coming: date) -> Meant:
        """ "This Friday": sure while it is still to come this week."""
        this = self._monday + (weekday - 1) * _DAY
        if this == self._today:
            return _either(this, coming)
        return Meant((coming,), is_sure=this > self._today)

    def _base(self) -> date:
        """Return the day that "a week on Friday" or "today week" counts from."""
        weekday = self._value("W")
        return self._coming(weekday) if weekday else self._today + self._value("D") * _DAY

    def _number(self) -> int:
        number = self._value("N")
        if not 0 < number <= _MOST:
            raise ValueError(number)
        return number

    def _weeks(self) -> timedelta:
        return self._number() * self._value("w") * _WEEK

    def _in_time(self) -> Meant | None:
        symbols = self._symbols
        if _IN_TIME.fullmatch(symbols) and ("I" in symbols or "L" in symbols):
            return _sure(self._after(self._today))
        if _FROM_DAY.fullmatch(symbols):
            return _sure(self._after(self._base()))
        if _ON_WEEKDAY.fullmatch(symbols):
            that_week = self._monday + self._weeks() + (self._value("W") - 1) * _DAY
            return _either(that_week, self._coming(self._value("W")) + self._weeks())
        return None

    def _after(self, day: date) -> date:
        unit = next(symbol for symbol in self._symbols if symbol in "dwmy")
        number = self._number()
        if unit == "d":
            return day + number * _DAY
        return (
            day + self._weeks()
            if unit == "w"
            else months_later(day, number * (12 if unit == "y" else 1))
        )

    def _of_week(self) -> Meant | None:
        weekday = self._value("W")
        this = self._monday + (weekday - 1) * _DAY
        match self._symbols:
            case "XwW" | "WXw" if self._value("w") == 1:
                if self._words.week_may_begin_on_sunday and 7 in (
                    weekday,
                    self._today.isoweekday(),
                ):
                    sunday = self._today - self._today.isoweekday() % 7 * _DAY
                    return _either(this + _WEEK, sunday + _WEEK + weekday % 7 * _DAY)
                return _sure(this + _WEEK)
            case "TwW" | "WTw" if self._value("w") == 1:
                return Meant((this,), is_sure=this >= self._today)
            case "WwN" | "wNW" | "wWN":
                return _sure(self._in_week(self._value("N"), weekday))
        return None

    def _in_week(self, number: int, weekday: int) -> date:
        found = date.fromisocalendar(self._today.isocalendar()[0], number, weekday)
        if found < self._today:
            found = date.fromisocalendar(self._today.isocalendar()[0] + 1, number, weekday)
        return found

    def _of_month(self) -> Meant | None:
        ordinal, weekday = self._value("O"), self._value("W")
        match self._symbols:
            case "O":
                return _sure(next(self._with_number(ordinal), None))
            case "WO":
                return self._numbered_weekday(ordinal, weekday)
            case "OXm" | "OTm" | "Om":
                first = month_from(self._today, 1 if "X" in self._symbols else 0)
                day = first.replace(day=ordinal)
                return Meant((day,), is_sure=day >= self._today)
            case "OWXm" | "OWTm" | "OWm":
                first = month_from(self._today, 1 if "X" in self._symbols else 0)
                day = nth_weekday(first, weekday, ordinal)
                return Meant((day,), is_sure=day >= self._today)
            case "OWM" | "OWMY" | "OWIM" | "OWIMY":
                return _sure(self._nth_of_month(ordinal, weekday))
        return None

    def _with_number(self, number: int) -> Iterator[date]:
        """Return the coming days with this number in their month, from today on."""
        for months in range(14):
            first = month_from(self._today, months)
            if 1 <= number <= monthrange(first.year, first.month)[1]:
                day = first.replace(day=number)
                if day >= self._today:
                    yield day

    def _numbered_weekday(self, number: int, weekday: int) -> Meant | None:
        """ "Friday the 22nd": sure where the next 22nd is a Friday."""
        coming = list(self._with_number(number))
        matching = [day for day in coming if day.isoweekday() == weekday]
        if not coming:
            return None
        return (
            Meant((*coming[:1], *matching[:1])) if coming[:1] != matching[:1] else _sure(coming[0])
        )

    def _nth_of_month(self, ordinal: int, weekday: int) -> date | None:
        year = self._value("Y")
        for each in (year,) if year else (self._today.year, self._today.year + 1):
            day = nth_weekday(date(each, self._value("M"), 1), weekday, ordinal)
            if year or day >= self._today:
                return day
        return None

    def _date(self) -> Meant | None:
        """Read a date, and the day of the week that is said with it must be right."""
        days = tuple(dict.fromkeys(self._dates()))
        weekday = self._value("W")
        if not weekday:
            return Meant(days, is_sure=len(days) == 1) if days else None
        right = tuple(day for day in days if day.isoweekday() == weekday)
        return (Meant(right, is_sure=len(right) == 1) if right else Meant(days)) if days else None

    def _dates(self) -> Iterator[date]:
        said = [each for each in self._said if each.symbol != "W"]
        if said[0].symbol == "#":
            numbers, is_own_form = numbers_in(said[0].word)
            yield from self._in_digits(numbers, is_own_form=is_own_form)
        elif self._value("M"):
            day = next(each.value for each in said if each.symbol in "NO")
            years = [each.value for each in said if each.symbol == "Y"]
            if self._symbols.endswith("MN") and len(said) == 3:
                years = [2000 + said[-1].value]
            found = self._first_of_year(day, self._value("M"), *years)
            yield from (found,) if found else ()
        else:
            yield from self._in_digits([each.value for each in said], is_own_form=False)

    def _in_digits(self, numbers: Sequence[int], *, is_own_form: bool) -> Iterator[date]:
        day, month, *years = numbers
        if years and years[0] < 100:
            years = [2000 + years[0]]
        orders = [(day, month)]
        if self._words.month_may_come_first and not is_own_form:
            orders.append((month, day))
        for each_day, each_month in orders:
            found = self._first_of_year(each_day, each_month, *years)
            if found:
                yield found

    def _first_of_year(self, day: int, month: int, year: int | None = None) -> date | None:
        """Return that day of the year; where none is said, the first one from today on."""
        for each in (year,) if year else range(self._today.year, self._today.year + _YEARS + 1):
            try:
                found = date(each, month, day)
            except ValueError:
                continue
            if year or found >= self._today:
                return found
        return None
