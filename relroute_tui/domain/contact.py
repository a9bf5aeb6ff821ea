"""Contact, kind and amount: who sees whom, how, how often, how long, where, and what if not."""

import re
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.participant import same_name
from relroute_tui.domain.text import spelling


class ContactKind(StrEnum):
    """Form in which people meet."""

    VISIT = "visit"
    AT_CARERS = "at-carers"
    NEUTRAL = "neutral"
    STAYING_OVER = "staying-over"
    PHONE = "phone"
    VIDEO = "video"
    MOMENT = "moment"
    """A joint moment, such as the hairdresser or a school play."""


class Every(StrEnum):
    """Interval at which contact recurs."""

    WEEK = "week"
    TWO_WEEKS = "two-weeks"
    FOUR_WEEKS = "four-weeks"
    """Thirteen times a year: not the same as a day of the month."""
    MONTH = "month"
    """The n-th weekday of its kind in the month, counted from the first one on or after `since`."""
    OTHER = "other"
    """Rhythm in free text; it has no place on a calendar."""


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
    """Free text, for Every.OTHER or for further remarks."""
    where: str = ""
    brings: str = ""
    fetches: str = ""
    supervised: bool = False
    supervised_by: str = ""
    along: str = ""
    """Brothers, sisters and family who come along."""
    since: date | None = None
    """The day from which it counts; without one it counts from the day it was agreed."""


class CalledOff(Struct, frozen=True):
    """One day on which an agreed contact does not take place. The rhythm goes on."""

    agreement_id: str
    day: date
    at: datetime
    """Time at which this was written down."""
    moved_to: date | None = None
    """The day on which it takes place instead, at the same hour."""


_TIME: Final = re.compile(r"(?P<hour>\d{1,2})(?:[.:u](?P<minute>\d{2}))?")


def parse_time(text: str) -> time | None:
    """Return the time in "15.00", "15:00" or "15"; None where it is none."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def is_named_in(contact: Contact, name: str) -> bool:
    """Return whether somebody who is called exactly this takes part in a contact.

    In what was typed in own words, such as "Noor or gran", a name stands between other words.
    """
    if any(spelling(person) == spelling(name) for person in (*contact.who, *contact.with_whom)):
        return True
    named = re.compile(rf"(?<![\w'-]){re.escape(spelling(name))}(?![\w'-])")
    texts = (contact.brings, contact.fetches, contact.supervised_by, contact.along)
    return any(named.search(spelling(text)) for text in texts)


def seen_by(contact: Contact, name: str) -> Contact:
    """Return a contact with this person first, where that says the same.

    Who stays the night is at the other's home, and whoever is brought is on the first side: those
    stay as they are.
    """
    is_one_way = contact.kind is ContactKind.STAYING_OVER or contact.brings or contact.fetches
    is_other_side = len(contact.with_whom) == 1 and same_name(contact.with_whom[0], name)
    if is_other_side and not is_one_way:
        return replace(contact, who=contact.with_whom, with_whom=contact.who)
    return contact


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in a line, parted by commas."""
    return tuple(filter(None, (name.strip() for name in text.split(","))))
