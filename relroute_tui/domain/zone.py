"""The time zone in which the hours of an agreement are meant, wherever the laptop is."""

from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

ZONE: Final = ZoneInfo("Europe/Amsterdam")


def moment_at(day: date, at: time) -> datetime:
    """Return the moment of this hour on this day."""
    return datetime.combine(day, at, ZONE)
