"""The agreements in notes that somebody is typing: only what changed is read again."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from relroute_tui.domain.notes.parsing import AgreementLine, agreements_in

_STRIDE = 256
"""Lines that are compared at once."""


class LiveAgreements:
    """Reads the agreements out of notes that change a little at a time, as `agreements_in` does."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._names: tuple[str, ...] = ()
        self._on: date | None = None
        self._found: tuple[AgreementLine, ...] = ()

    def read(
        self, lines: Sequence[str], names: tuple[str, ...], on: date | None = None
    ) -> tuple[AgreementLine, ...]:
        """Return the agreements in these lines, top to bottom, as they were written on that day."""
        now = list(lines)
        if (names, on) != (self._names, self._on):
            self._found = agreements_in(now, names, on)
        elif now != self._lines:
            self._found = self._read_changes(now, names, on)
        self._lines, self._names, self._on = now, names, on
        return self._found

    def _read_changes(
        self, now: list[str], names: tuple[str, ...], on: date | None
    ) -> tuple[AgreementLine, ...]:
        before = self._lines
        same_above = _same(before, now)
        shorter = min(len(before), len(now)) - same_above
        same_below = _same(before[::-1], now[::-1], shorter)
        begin = self._begin_of_what_reaches(same_above)
        end_before, end_now = len(before) - same_below, len(now) - same_below
        above = [found for found in self._found if found.line < begin]
        below = [found for found in self._found if found.line >= end_before]
        shift = end_now - end_before
        if shift:
            below = [replace(found, line=found.line + shift) for found in below]
        return (*above, *agreements_in(now, names, on, begin, end_now), *below)

    def _begin_of_what_reaches(self, line: int) -> int:
        """Return the first line of the agreement that this line belongs to, or could continue."""
        place = bisect_left(self._found, line, key=lambda agreement: agreement.line) - 1
        if place >= 0 and self._found[place].line + self._found[place].height >= line:
            return self._found[place].line
        return line


def _same(some: Sequence[str], others: Sequence[str], most: int | None = None) -> int:
    """Count how many lines are the same from the first on, at most `most`."""
    end = min(len(some), len(others)) if most is None else most
    at = 0
    while at < end:
        step = min(_STRIDE, end - at)
        if some[at : at + step] != others[at : at + step]:
            break
        at += step
    while at < end and some[at] == others[at]:
        at += 1
    return at
