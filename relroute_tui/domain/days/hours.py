"""Hours as people say them: "om 19.00 uur", "half acht", "kwart over zeven", "at 7 pm"."""

import re
from collections.abc import Sequence
from datetime import time
from typing import Final

from msgspec import Struct

from relroute_tui.domain.days.words import DayWords

_CLOCK: Final = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?(?P<half>am|pm|u|h)?")
_MEETS_FROM, _MEETS_UNTIL = time(8), time(20, 59)
"""Hours between which people meet: "three o'clock" is in the afternoon."""


class Hour(Struct, frozen=True):
    """The times that an hour may mean, and how many words it takes."""

    times: tuple[time, ...]
    words: int

    @property
    def sure(self) -> time | None:
        """The one that is meant; None where two may be."""
        likely = [
            time_of_day for time_of_day in self.times if _MEETS_FROM <= time_of_day <= _MEETS_UNTIL
        ]
        found = self.times if len(self.times) == 1 else tuple(likely)
        return found[0] if len(found) == 1 else None


def hour_at(said: Sequence[str], words: DayWords, part: str = "") -> Hour | None:
    """Return the hour with which these words begin; `part` is of which part of the day."""
    return _Reader(said, words).hour(part)


class _Reader:
    """Reads on from word to word."""

    def __init__(self, said: Sequence[str], words: DayWords) -> None:
        self._said = said
        self._words = words
        self._at = 0

    def _peek(self) -> str:
        return self._said[self._at] if self._at < len(self._said) else ""

    def _takes(self, some: object) -> bool:
        is_there = bool(self._peek()) and self._peek() in some  # type: ignore[operator]
        self._at += is_there
        return is_there

    def _number(self) -> int | None:
        word = self._peek()
        number = int(word) if word.isdecimal() and len(word) < 3 else self._words.numbers.get(word)
        self._at += number is not None
        return number

    def hour(self, part: str) -> Hour | None:
        """Return the whole hour, with the part of the day that may stand behind."""
        has_at = self._takes(self._words.at)
        if has_at and self._takes(("de", "the")):
            has_at = True
        if self._peek() in self._words.noon:
            at = self._words.noon[self._said[self._at]]
            return Hour((at,), self._at + 1)
        minutes = self._minutes(is_said=has_at)
        if minutes is None:
            return None
        times = tuple(time(minute // 60, minute % 60) for minute in minutes)
        behind = self._part_behind()
        return Hour(self._within(times, behind or part), self._at)

    def _part_behind(self) -> str:
        for length in (3, 2, 1):
            words = self._said[self._at : self._at + length]
            phrase = " ".join(words)
            if phrase in self._words.parts:
                self._at += len(words)
                return phrase
        return ""

    def _within(self, times: tuple[time, ...], part: str) -> tuple[time, ...]:
        """Return the times in that part of the day, or all where none is in it."""
        if part not in self._words.parts:
            return times
        first, last = self._words.parts[part]
        return tuple(time_of_day for time_of_day in times if first <= time_of_day <= last) or times

    def _minutes(self, *, is_said: bool) -> list[int] | None:
        """Return the minutes since midnight that are meant.

        Two where it may be morning or evening.
        """
        if self._takes(self._words.half):
            self._takes(self._words.past)
            hour = self._number()
            before = 30 if self._words.half_is_before else -30
            return self._twice(hour * 60 - before) if hour and hour <= 12 else None
        begin = self._at
        shift = self._shift()
        if shift is not None:
            is_half = self._takes(self._words.half)
            hour = self._number()
            if hour and hour <= 12:
                self._takes(self._words.hour)
                return self._twice(hour * 60 - (30 if is_half else 0) + shift)
        self._at = begin
        return self._clock(is_said=is_said)

    def _shift(self) -> int | None:
        """Read "quarter past" or "ten to": return the minutes past the hour, or below zero."""
        if (
            self._said[self._at + 1 : self._at + 2]
            and self._said[self._at + 1] in self._words.quarter
        ):
            self._at += 1  # "a quarter"
        number = 15 if self._takes(self._words.quarter) else self._number()
        if number is None:
            return None
        self._takes(self._words.minutes)
        if self._takes(self._words.past):
            return number
        return -number if self._takes(self._words.to) else None

    def _clock(self, *, is_said: bool) -> list[int] | None:
        word = self._peek()
        found = _CLOCK.fullmatch(word)
        number = None if found else self._words.numbers.get(word)
        if found is None and number is None:
            return None
        self._at += 1
        hour = int(found["hour"]) if found else number or 0
        minute = int(found["minute"] or 0) if found else 0
        half = (found["half"] or "") if found else ""
        has_hour = self._takes(self._words.hour) or half in ("u", "h")
        if found and has_hour and not found["minute"] and re.fullmatch(r"[0-5]\d", self._peek()):
            minute = int(self._said[self._at])  # 19u30
            self._at += 1
            self._takes(self._words.hour)
        if self._takes(("am", "a.m")):
            half = "am"
        elif self._takes(("pm", "p.m")):
            half = "pm"
        is_written = bool(found and found["minute"])
        if not (is_said or has_hour or is_written or half) or hour > 23 or minute > 59:
            return None
        if half in ("am", "pm"):
            return [(hour % 12 + (12 if half == "pm" else 0)) * 60 + minute] if hour <= 12 else None
        is_sure = hour > 12 or hour == 0 or word.startswith("0") or (is_written and hour >= 8)
        return [hour * 60 + minute] if is_sure else self._twice(hour * 60 + minute)

    @staticmethod
    def _twice(minutes: int) -> list[int]:
        """Return the same place of the hands in the morning and in the evening."""
        return sorted({minutes % 720, minutes % 720 + 720})
