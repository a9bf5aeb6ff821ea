"""Contact, kind and amount: who sees whom, how, how often, how long, where, and what if not."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct


class ContactKind(StrEnum):
    """How people meet."""

    VISIT = "visit"
    AT_CARERS = "at-carers"
    NEUTRAL = "neutral"
    STAYING_OVER = "staying-over"
    PHONE = "phone"
    VIDEO = "video"
    MOMENT = "moment"
    """A joint moment, such as the hairdresser or a school play."""


class Every(StrEnum):
    """How often it comes round."""

    WEEK = "week"
    TWO_WEEKS = "two-weeks"
    MONTH = "month"
    """The first, second, … such weekday of the month, as `since` is."""
    OTHER = "other"
    """In own words; it has no place on a calendar."""


class Contact(Struct, frozen=True):
    """The fields of an agreement about contact."""

    who: tuple[str, ...]
    """The names on one side, mostly the child's."""
    with_whom: tuple[str, ...]
    """The names on the other side, also of family who is not at the table."""
    kind: ContactKind = ContactKind.VISIT
    every: Every = Every.WEEK
    weekdays: tuple[int, ...] = ()
    """1 Monday to 7 Sunday."""
    at: time | None = None
    minutes: int | None = None
    how_often: str = ""
    """In own words, for Every.OTHER or to say more."""
    where: str = ""
    brings: str = ""
    fetches: str = ""
    supervised: bool = False
    supervised_by: str = ""
    along: str = ""
    """Brothers, sisters and family who come along."""
    since: date | None = None
    """The first day; where a rhythm of two weeks or a month starts counting."""


def days_of(contact: Contact, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last`, both included, on which this contact falls."""
    day = max(first, contact.since) if contact.since else first
    while day <= last:
        if day.isoweekday() in contact.weekdays and _comes_round(contact, day):
            yield day
        day += timedelta(days=1)


def _comes_round(contact: Contact, day: date) -> bool:
    since = contact.since or day
    match contact.every:
        case Every.WEEK:
            return True
        case Every.TWO_WEEKS:
            return (_monday(day) - _monday(since)).days % 14 == 0
        case Every.MONTH:
            return (day.day - 1) // 7 == (since.day - 1) // 7
        case Every.OTHER:
            return False


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


_TIME: Final = re.compile(r"(?P<hour>\d{1,2})(?:[.:u](?P<minute>\d{2}))?")


def parse_time(text: str) -> time | None:
    """The time in "15.00", "15:00" or "15"; None where it is none."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def names_in(text: str) -> tuple[str, ...]:
    """The names in a line, parted by commas."""
    return tuple(filter(None, (each.strip() for each in text.split(","))))
