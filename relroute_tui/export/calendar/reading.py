"""Times at which somebody cannot, from that person's calendar file: shifts, school holidays.

Nothing but times is read out of it. A title, a place or a name is not even looked at.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from icalendar import vDDDTypes, vDuration, vRecur
from icalendar.parser import Contentline
from msgspec import Struct

from relroute_tui.domain.busy import BusyTime, joined_times
from relroute_tui.domain.zone import ZONE, moment_at
from relroute_tui.export.calendar.recurrence_rule import (
    DayBudget,
    TooManyDays,
    UnsupportedRule,
    recurrence_rule_in,
)

LARGEST: Final = 2_000_000
"""Bytes of a file at most; a year of shifts takes a twentieth of it."""
AHEAD: Final = timedelta(days=400)
"""Time that is looked ahead: a school year."""
_MOST_EVENTS: Final = 5_000
_MOST_TIMES: Final = 2_000
"""Times of one person that are kept at most."""
_MOST_DAYS: Final = 500_000
"""Days that are looked at in all; each rhythm takes some hundreds."""
_LONGEST_LINE: Final = 50_000
_HOURS: Final = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
_WANTED: Final = frozenset((*_HOURS, "UID", "STATUS", "TRANSP"))
_DAY: Final = timedelta(days=1)


class Problem(StrEnum):
    """Reason why nothing was read."""

    NO_FILE = "no-file"
    NOT_READABLE = "not-readable"
    NO_CALENDAR = "no-calendar"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"


class NotRead(ValueError):  # noqa: N818 - what is wrong with the file, not with the program
    """Nothing was read out of this file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class TimesRead(Struct, frozen=True):
    """Times when somebody cannot come, as read from a calendar."""

    times: tuple[BusyTime, ...]
    passed_over: int
    """Number of entries whose rhythm is not supported here."""


class _Property(Struct, frozen=True):
    zone: str | None
    value: str

    @property
    def when(self) -> date:
        """The day, or the moment with its zone."""
        found = vDDDTypes.from_ical(self.value, timezone=self._zone)  # type: ignore[no-untyped-call]
        if isinstance(found, datetime):
            return found if found.tzinfo else found.replace(tzinfo=ZONE)
        if isinstance(found, date):
            return found
        raise ValueError

    @property
    def _zone(self) -> str | None:
        return self.zone if len(self.value) > 8 and not self.value.endswith("Z") else None


_Event = Mapping[str, list[_Property]]


def times_in(content: bytes, today: date) -> TimesRead:
    """Return the times from today on in a calendar file. Raises NotRead."""
    if len(content) > LARGEST:
        raise NotRead(Problem.TOO_LARGE)
    try:
        return _Reader(today).read(list(_events_in(content.decode("utf-8-sig", "replace"))))
    except NotRead:
        raise
    except TooManyDays:
        raise NotRead(Problem.TOO_LARGE) from None
    except (ValueError, KeyError, TypeError, OverflowError):
        raise NotRead(Problem.DAMAGED) from None


def _events_in(text: str) -> Iterator[_Event]:
    """Yield what is known of each event. Raises NotRead where the file is no whole calendar."""
    inside: list[str] = []
    event: dict[str, list[_Property]] = {}
    number = 0
    for line in _unfolded(text):
        name = line[: min(place for mark in ":;" if (place := line.find(mark)) >= 0)].upper()
        if not inside and (name, line[6:].strip().upper()) != ("BEGIN", "VCALENDAR"):
            raise NotRead(Problem.DAMAGED if number else Problem.NO_CALENDAR)
        if name == "BEGIN":
            number += 1
            if number > _MOST_EVENTS:
                raise NotRead(Problem.TOO_LARGE)
            inside.append(line[6:].strip().upper())
            event = {} if inside == ["VCALENDAR", "VEVENT"] else event
        elif name == "END":
            if inside == ["VCALENDAR", "VEVENT"]:
                yield event
            if inside.pop() != line[4:].strip().upper():
                raise NotRead(Problem.DAMAGED)
        elif name in _WANTED and inside == ["VCALENDAR", "VEVENT"]:
            _name, parameters, value = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]
            zone = parameters.get("TZID")
            event.setdefault(name, []).append(_Property(zone and str(zone), str(value)))
    if inside or not number:
        raise NotRead(Problem.DAMAGED if inside else Problem.NO_CALENDAR)


def _unfolded(text: str) -> Iterator[str]:
    """Yield each line with what is folded below it. Raises NotRead for what is no line."""
    line: list[str] = []
    for part in (*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), "END"):
        if part.startswith((" ", "\t")):
            line.append(part[1:])
            continue
        if whole := "".join(line).rstrip():
            if ":" not in whole[:_LONGEST_LINE]:
                raise NotRead(Problem.NO_CALENDAR)
            yield whole[:_LONGEST_LINE]
        line = [part]


class _Reader:
    """Reads the events of one file for the days from today on."""

    def __init__(self, today: date) -> None:
        self._first, self._last = today, today + AHEAD
        self._budget = DayBudget(_MOST_DAYS)

    def read(self, events: list[_Event]) -> TimesRead:
        moved = {
            (event["UID"][0].value, _written(event["RECURRENCE-ID"][0].when))
            for event in events
            if "RECURRENCE-ID" in event and "UID" in event
        }
        found: list[BusyTime] = []
        passed_over = 0
        for event in events:
            if _is_free(event):
                continue
            try:
                found += self._times(event, moved)
            except UnsupportedRule:
                passed_over += 1
        times = joined_times(found)
        if len(times) > _MOST_TIMES:
            raise NotRead(Problem.TOO_LARGE)
        return TimesRead(times, passed_over)

    def _times(self, event: _Event, moved: set[tuple[str, str]]) -> Iterator[BusyTime]:
        start = event["DTSTART"][0].when
        length = _length(event, start)
        uid = event["UID"][0].value if "UID" in event else ""
        skipped = {_written(when) for when in _each(event, "EXDATE")}
        window = moment_at(self._first, time()), moment_at(self._last, time())
        for begin in self._begins(event, start, length):
            written = _written(begin)
            if written in skipped:
                continue
            if "RECURRENCE-ID" not in event and (uid, written) in moved:
                continue
            end = _later(begin, length)
            first, last = max(_moment(begin), window[0]), min(_moment(end), window[1])
            if first < last:
                yield BusyTime(first.astimezone(UTC), last.astimezone(UTC))

    def _begins(self, event: _Event, start: date, length: timedelta) -> Iterator[date]:
        yield from _each(event, "RDATE")
        rules = event.get("RRULE", [])
        if not rules or "RECURRENCE-ID" in event:
            yield start
            return
        if len(rules) > 1:
            raise UnsupportedRule
        rule = vRecur.from_ical(rules[0].value)
        until = rule.get("UNTIL", [None])[0]
        rule_read = recurrence_rule_in(rule, _day(start))
        first = self._first - min(length, AHEAD) - _DAY
        for day in rule_read.days(first, self._last + _DAY, self._budget):
            begin = _on(day, start)
            if until is not None and _is_after(begin, until):
                return
            yield begin


def _is_free(event: _Event) -> bool:
    """Return whether nothing keeps this person then.

    A whole day counts also where the calendar calls it free: most do so with holidays.
    """
    cancelled = any(status.value.upper() == "CANCELLED" for status in event.get("STATUS", ()))
    is_free = any(
        transparency.value.upper() == "TRANSPARENT" for transparency in event.get("TRANSP", ())
    )
    return cancelled or (is_free and isinstance(event["DTSTART"][0].when, datetime))


def _length(event: _Event, start: date) -> timedelta:
    if "DTEND" in event:
        return _moment(event["DTEND"][0].when) - _moment(start)
    if "DURATION" in event:
        length: timedelta = vDuration.from_ical(  # type: ignore[no-untyped-call]
            event["DURATION"][0].value
        )
        return length
    return timedelta() if isinstance(start, datetime) else _DAY


def _each(event: _Event, name: str) -> Iterator[date]:
    for written in event.get(name, ()):
        for value in written.value.split(","):
            yield _Property(written.zone, value.partition("/")[0]).when


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _on(day: date, start: date) -> date:
    """Return this day at the hour of the start, where it has one."""
    return datetime.combine(day, start.timetz()) if isinstance(start, datetime) else day


def _moment(when: date) -> datetime:
    return when if isinstance(when, datetime) else moment_at(when, time())


def _later(begin: date, length: timedelta) -> date:
    """Return the end; of whole days at midnight, however long these are."""
    if isinstance(begin, datetime):
        return (begin.astimezone(UTC) + min(length, 2 * AHEAD)).astimezone(begin.tzinfo)
    return begin + max(timedelta(days=round(min(length, 2 * AHEAD) / _DAY)), _DAY)


def _is_after(begin: date, until: date) -> bool:
    if isinstance(until, datetime):
        if until.tzinfo is None:
            until = until.replace(tzinfo=ZONE)
        return _moment(begin) > until if isinstance(begin, datetime) else begin > until.date()
    return _day(begin) > until


def _written(when: date) -> str:
    """Return a moment or a day as something that can be compared with any other."""
    return when.astimezone(UTC).isoformat() if isinstance(when, datetime) else when.isoformat()
