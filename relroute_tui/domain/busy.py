"""The times at which somebody cannot: all that is kept of a calendar that was read."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct


class BusyTime(Struct, frozen=True):
    """Time from one moment up to another, without the reason."""

    begin: datetime
    end: datetime


class Busy(Struct, frozen=True):
    """The times of one person, from the calendar that was read last."""

    participant_id: str
    read: datetime
    times: tuple[BusyTime, ...] = ()
    """In order, and none touches the next: where one thing ends and another begins is not kept."""


def joined_times(times: Iterable[BusyTime]) -> tuple[BusyTime, ...]:
    """Return the same times in order, with those that touch made one."""
    joined: list[BusyTime] = []
    for time in sorted(times, key=lambda time: (time.begin, time.end)):
        if joined and time.begin <= joined[-1].end:
            joined[-1] = BusyTime(joined[-1].begin, max(joined[-1].end, time.end))
        elif time.begin < time.end:
            joined.append(time)
    return tuple(joined)
