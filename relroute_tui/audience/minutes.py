"""The minutes of an earlier meeting, a page at a time.

A closed meeting's notes are frozen: they are read by everyone and are in what people take home. The
notes of a meeting that goes on are nobody's to show, so no page is made of them.
"""

import re
from collections.abc import Iterable
from typing import Final

from relroute_tui.audience.message import Minutes
from relroute_tui.domain.meeting import Meeting
from relroute_tui.language import _, dates
from relroute_tui.language.notes_words import notes_as_read

_MOST_LINES: Final = 6
_MOST_LETTERS: Final = 280
"""Most letters on a page that is read from the sofa without losing the line."""
_MARKS: Final = re.compile(r"^\s*(?:#{1,6}\s+|[-*+]\s+\[[ xX]\]\s*|[-*+]\s+|>\s+)+")
"""Markers of a heading, a task or a list item; only the text behind them is read out."""


def minutes_of(meeting: Meeting) -> tuple[Minutes, ...]:
    """Return the notes of a closed meeting in pages; none of one that goes on."""
    if meeting.finished is None:
        return ()
    day = dates.long_date(meeting.finished.date())
    pages = _pages(filter(None, map(_spoken_text, notes_as_read(meeting).splitlines())))
    return tuple(
        Minutes(_("What was said on {day}").format(day=day), lines, number, len(pages))
        for number, lines in enumerate(pages, 1)
    )


def _spoken_text(line: str) -> str:
    return _MARKS.sub("", line).strip().strip("*_").strip()


def _pages(lines: Iterable[str]) -> list[tuple[str, ...]]:
    pages: list[tuple[str, ...]] = []
    page: tuple[str, ...] = ()
    for part in (part for line in lines for part in _parts(line)):
        if page and (len(page) == _MOST_LINES or sum(map(len, page)) + len(part) > _MOST_LETTERS):
            pages.append(page)
            page = ()
        page = (*page, part)
    return [*pages, page] if page else pages


def _parts(line: str) -> list[str]:
    """Return a line in parts that each fit on a page, broken between words where there are any."""
    parts = []
    while len(line) > _MOST_LETTERS:
        end = line.rfind(" ", 1, _MOST_LETTERS + 1)
        end = end if end > 0 else _MOST_LETTERS
        parts.append(line[:end])
        line = line[end:].lstrip()
    return [*parts, line]
