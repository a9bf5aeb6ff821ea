"""Days that a phrase can mean, seen from today: one for certain, or several candidates."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from msgspec import Struct

from relroute_tui.domain.days.arithmetic import (
    coming_days_numbered,
    coming_week_day,
    coming_weekday,
    day_of_month,
    month_from,
    months_later,
    nth_weekday,
)
from relroute_tui.domain.days.dates import dates_in, first_of_year
from relroute_tui.domain.days.tokens import FILLER, Item
from relroute_tui.domain.days.words import DayWords

_MOST: Final = 120
"""Days, weeks or months from now: what is further off was meant otherwise."""
_WEEK: Final = timedelta(weeks=1)
_DAY: Final = timedelta(days=1)
_DATE: Final = re.compile(r"W?(?:#Y?|NN[NY]?|[NO]M[NY]?|M[NO]Y?)|Y(?:[NO]M|M[NO])")
_IN_TIME: Final = re.compile(r"I?N[dwmy]L?")
_ON_WEEKDAY: Final = re.compile(r"WINw|INwW")
_NEAR_WEEKDAY: Final = re.compile(r"WIN[dmy]|IN[dmy]W")
_FROM_DAY: Final = re.compile(r"DIN[dwmy]|IN[dwmy]D")


class PossibleDays(Struct, frozen=True):
    """The days that a phrase may mean; `is_sure` where it is one and no other."""

    days: tuple[date, ...]
    is_sure: bool = False


def possible_days(items: Sequence[Item], today: date, words: DayWords) -> PossibleDays | None:
    """Return which days a phrase may mean; None where it is no phrase for a day."""
    phrase = [item for item in items if item.symbol != FILLER]
    if len(phrase) > 1 and phrase[-1].symbol == "P":
        phrase = phrase[:-1]
    if len(phrase) > 1 and phrase[-1].symbol == "C" and phrase[0].symbol != "E":
        phrase = phrase[:-1]  # the first one to come is meant anyhow
    if not phrase or items[-1].symbol == FILLER:
        return None
    try:
        return _Phrase(phrase, today, words).meant()
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def _with_years(phrase: Sequence[Item], this_year: int) -> tuple[Item, ...]:
    """Return the words with "next year" and "this year" as the years that they are."""
    found = [*phrase]
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at : at + 2]
        if one.symbol in "XT" and other.symbol == "y":
            tokens, word = one.tokens + other.tokens, f"{one.word} {other.word}"
            found[at : at + 2] = [Item("Y", this_year + (one.symbol == "X"), word, tokens)]
    return tuple(found)


def _sure(day: date | None) -> PossibleDays | None:
    return None if day is None else PossibleDays((day,), is_sure=True)


def _either(*days: date) -> PossibleDays:
    found = tuple(sorted(set(days)))
    return PossibleDays(found, is_sure=len(found) == 1)


class _Phrase:
    """Spoken phrase, without the words that carry no meaning."""

    def __init__(self, said: Sequence[Item], today: date, words: DayWords) -> None:
        self._said = _with_years(said, today.year)
        self._today = today
        self._words = words
        self._symbols = "".join(item.symbol for item in self._said)
        self._monday = today - timedelta(days=today.weekday())

    def _value(self, symbol: str) -> int:
        return next((item.value for item in self._said if item.symbol == symbol), 0)

    def meant(self) -> PossibleDays | None:
        """Return the days, by the kinds of the words and their order."""
        for read in (self._near, self._weekday, self._in_time, self._of_week, self._of_month):
            if found := read():
                return found
        if _DATE.fullmatch(self._symbols):
            return self._date()
        return self._near_date() if _DATE.fullmatch(self._symbols[1:]) else None

    def _date(self) -> PossibleDays | None:
        """Read a date, and the day of the week that is said with it must be right."""
        month_first = self._words.month_may_come_first
        days = dates_in(self._said, self._today, month_may_come_first=month_first)
        weekday = self._value("W")
        right = tuple(day for day in days if day.isoweekday() == weekday) if weekday else days
        return PossibleDays(right or days, is_sure=len(right) == 1) if days else None

    def _near_date(self) -> PossibleDays | None:
        """Read "tomorrow, the 25th of November": both have to be the same day."""
        if self._said[0].symbol != "D":
            return None
        near = self._today + self._said[0].value * _DAY
        date_behind = _Phrase(self._said[1:], self._today, self._words).meant()
        if date_behind is None or near in date_behind.days:
            return date_behind and _sure(near)
        return _either(near, *date_behind.days)

    def _near(self) -> PossibleDays | None:
        match self._symbols:
            case "D":
                return _sure(self._today + self._value("D") * _DAY)
            case "F" | "FY":
                month, day = divmod(self._value("F"), 100)
                return _sure(first_of_year(self._today, day, month, self._value("Y") or None))
            case "V" | "VY":
                return self._feast(self._value("Y"))
            case "E" | "CE" | "TE" | "XE":
                is_to_come = self._today.weekday() < 5 or "C" in self._symbols
                saturday = coming_weekday(self._today, 6) if is_to_come else self._monday + 5 * _DAY
                saturday += _WEEK if "X" in self._symbols else 0 * _WEEK
                return PossibleDays((saturday, saturday + _DAY))
            case "Xw" | "Tw" | "Xm" | "Tm" | "wN":
                return PossibleDays(())
        return None

    def _feast(self, year: int) -> PossibleDays | None:
        """Return the days of a feast that moves: in that year, or the first ones from today on.

        In the middle of a feast it is not sure whether the rest is meant or the next one.
        """
        days_in = self._words.feasts_by_year.get(self._said[0].word)
        if days_in is None:
            return None
        if year:
            return _either(*days_in(year))
        this, following = (days_in(self._today.year + more) for more in (0, 1))
        left = tuple(day for day in this if day >= self._today)
        return _either(*left) if left == this else _either(*left, *following)

    def _weekday(self) -> PossibleDays | None:
        weekday = self._value("W")
        coming = coming_weekday(self._today, weekday) if weekday else self._today
        match self._symbols:
            case "W" | "CW":
                return _sure(coming)
            case "WD" | "DW":
                return self._near_weekday(weekday, coming)
            case "XW" | "WX":
                is_a_week = coming == self._today + _WEEK
                return _sure(coming) if is_a_week else _either(coming, coming + _WEEK)
            case "TW" | "WT":
                return self._this(weekday, coming)
            case "Ww" | "Dw" | "NwW" | "NwD" | "WNw" | "DNw" if self._words.week_behind_a_day:
                weeks = self._weeks() if "N" in self._symbols else self._value("w") * _WEEK
                return self._counted_from_day(lambda day: day + weeks)
        return None

    def _near_weekday(self, weekday: int, coming: date) -> PossibleDays:
        """Read "tomorrow, Wednesday": both have to be the same day. "Friday morning" is Friday."""
        near = self._today + self._value("D") * _DAY
        if near.isoweekday() == weekday:
            return PossibleDays((near,), is_sure=True)
        is_part = self._said[-1].word in self._words.parts
        return PossibleDays((coming,), is_sure=True) if is_part else _either(near, coming)

    def _this(self, weekday: int, coming: date) -> PossibleDays:
        """Read "this Friday": sure while it is still to come this week."""
        this = self._monday + (weekday - 1) * _DAY
        if this == self._today:
            return _either(this, coming)
        return PossibleDays((coming,), is_sure=this > self._today)

    def _counted_from_day(self, count: Callable[[date], date]) -> PossibleDays:
        """Count from the day in "a week on Friday" or "today week".

        On a Friday some mean today by Friday, and some the next.
        """
        weekday = self._value("W")
        if not weekday:
            return PossibleDays((count(self._today + self._value("D") * _DAY),), is_sure=True)
        coming = count(coming_weekday(self._today, weekday))
        if weekday != self._today.isoweekday():
            return PossibleDays((coming,), is_sure=True)
        return _either(count(self._today), coming)

    def _number(self) -> int:
        number = self._value("N")
        if not 0 < number <= _MOST:
            raise ValueError(number)
        return number

    def _weeks(self) -> timedelta:
        return self._number() * self._value("w") * _WEEK

    def _in_time(self) -> PossibleDays | None:
        symbols = self._symbols
        if _IN_TIME.fullmatch(symbols) and ("I" in symbols or "L" in symbols):
            return _sure(self._after(self._today))
        if _FROM_DAY.fullmatch(symbols):
            return self._counted_from_day(self._after)
        is_in_weeks = "d" in symbols and self._value("N") % 7 == 0
        if _ON_WEEKDAY.fullmatch(symbols.replace("d", "w") if is_in_weeks else symbols):
            weeks = self._number() * _DAY if is_in_weeks else self._weeks()
            that_week = self._monday + weeks + (self._value("W") - 1) * _DAY
            return _either(that_week, coming_weekday(self._today, self._value("W")) + weeks)
        if _NEAR_WEEKDAY.fullmatch(symbols):
            then = self._after(self._today)
            later = (self._value("W") - then.isoweekday()) % 7
            return _either(then + later * _DAY, then + (later - 7 if later else 0) * _DAY)
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

    def _of_week(self) -> PossibleDays | None:
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
                return PossibleDays((this,), is_sure=this >= self._today)
            case "WwN" | "wNW" | "wWN":
                return _sure(coming_week_day(self._today, self._value("N"), weekday))
        return None

    def _of_month(self) -> PossibleDays | None:
        ordinal, weekday = self._value("O"), self._value("W")
        match self._symbols:
            case "OXm" | "OTm" | "Om" | "OdXm" | "OdTm" | "Odm":
                return self._in_month(partial(day_of_month, ordinal=ordinal))
            case "OWXm" | "OWTm" | "OWm":
                return self._in_month(partial(nth_weekday, weekday=weekday, ordinal=ordinal))
            case "OWM" | "OWMY" | "OWIM" | "OWIMY" | "OdM" | "OdMY" | "OdIM" | "OdIMY":
                nth_day = partial(nth_weekday, weekday=weekday, ordinal=ordinal)
                last_day = partial(day_of_month, ordinal=ordinal)
                return _sure(self._of_named_month(nth_day if weekday else last_day))
            case "O":
                return _sure(next(coming_days_numbered(self._today, ordinal), None))
            case "WO":
                return self._numbered_weekday(ordinal, weekday)
        return None

    def _in_month(self, day_in: Callable[[date], date]) -> PossibleDays:
        """Return a day of this month or the next; one that was already is asked about."""
        day = day_in(month_from(self._today, 1 if "X" in self._symbols else 0))
        if day < self._today and "T" not in self._symbols:
            return PossibleDays((day_in(month_from(self._today, 1)),))
        return PossibleDays((day,), is_sure=day >= self._today)

    def _numbered_weekday(self, number: int, weekday: int) -> PossibleDays | None:
        """Read "Friday the 22nd": sure where the next 22nd is a Friday."""
        coming = list(coming_days_numbered(self._today, number))
        matching = [day for day in coming if day.isoweekday() == weekday]
        if not coming:
            return None
        return (
            PossibleDays((*coming[:1], *matching[:1]))
            if coming[:1] != matching[:1]
            else _sure(coming[0])
        )

    def _of_named_month(self, day_in: Callable[[date], date]) -> date | None:
        year = self._value("Y")
        for candidate in (year,) if year else (self._today.year, self._today.year + 1):
            day = day_in(date(candidate, self._value("M"), 1))
            if year or day >= self._today:
                return day
        return None
