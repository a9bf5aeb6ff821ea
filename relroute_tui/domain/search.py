"""Search in what was said, by the words in it: in one route or in all."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from relroute_tui.domain.agreement import details_of
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.lines import words_begin
from relroute_tui.domain.route import Route
from relroute_tui.domain.text import fold, folded_words

_MARK: Final = re.compile(r"(?<!\S)[@#>]+(?=\w)")
"""The character before a name, a label or a day, which is not read aloud."""


def words_in(query: str) -> tuple[str, ...]:
    """Return the words of a query, folded as `Said.has` wants them."""
    return folded_words(query)


class Place(Struct, frozen=True):
    """Place at which something was said."""

    route_id: str
    meeting_id: str
    line: str = ""
    """Line of the notes; empty where it is found elsewhere."""


class Said(Struct, frozen=True):
    """Everything that was said in one meeting, ready to be searched."""

    route_id: str
    nickname: str
    number: int
    """Number of the meeting in the route, counted from 1."""
    meeting: Meeting
    text: str
    """Each of its words once, folded. A word of a query has no blank, so it stands within one."""
    views: tuple[str, ...] = ()
    """People's own views on the meeting, or on anything in it."""

    def has(self, words: Iterable[str]) -> bool:
        """Return whether every one of these words occurs somewhere."""
        return all(word in self.text for word in words)

    def place(self, words: Sequence[str]) -> Place:
        """Return where the first of it stands."""
        return Place(self.route_id, self.meeting.id, self.line_with(words))

    def line_with(self, words: Sequence[str]) -> str:
        """Return the first line of the notes with one of these words.

        Empty where it is elsewhere.
        """
        lines = (line.strip() for line in self.meeting.notes.splitlines())
        return next((line for line in lines if any(w in fold(line) for w in words)), "")

    def passage_with(self, words: Sequence[str]) -> str:
        """Return the first line with one of these words: of the notes, or of what else was said.

        As it is read: without the marks of a heading, a list, a box or a mark.
        """
        elsewhere = (part.strip() for part in (*_parts(self.meeting)[1:], *self.views))
        line = self.line_with(words)
        return _MARK.sub("", line[words_begin(line) :]) or next(
            (text for text in elsewhere if any(word in fold(text) for word in words)), ""
        )


def said_in(route: Route) -> tuple[Said, ...]:
    """Return what was said in a route, the newest meeting first."""
    return tuple(
        Said(
            route.id,
            route.nickname,
            number,
            meeting,
            _distinct_words((*_parts(meeting), *_views(route, meeting))),
            _views(route, meeting),
        )
        for number, meeting in reversed(tuple(enumerate(route.meetings, 1)))
    )


class Search:
    """Searches one route again and again, and reads its text only once."""

    def __init__(self) -> None:
        self._route: Route | None = None
        self._said: tuple[Said, ...] = ()

    def said(self, route: Route, query: str) -> tuple[Said, ...]:
        """Return the meetings, newest first, in which every word of the query occurs somewhere."""
        words = words_in(query)
        if route is not self._route:
            self._route, self._said = route, said_in(route)
        return tuple(passage for passage in self._said if passage.has(words))


def _views(route: Route, meeting: Meeting) -> tuple[str, ...]:
    return tuple(view.words for view in route.statements if view.about.meeting_id == meeting.id)


def _distinct_words(parts: Iterable[str]) -> str:
    return fold(" ".join(dict.fromkeys(" ".join(parts).split())))


def _parts(meeting: Meeting) -> list[str]:
    parts = [meeting.notes]
    parts += [card.question for card in meeting.cards]
    parts += [seat.person.name for seat in meeting.seats]
    for agreement in meeting.agreements:
        parts += [agreement.text, *details_of(agreement).values()]
        parts += [response.words for response in agreement.responses]
        parts += [response.said_back or "" for response in agreement.responses]
    parts += [check_in.word for check_in in meeting.check_ins]
    parts += [check_out.word for check_out in meeting.check_outs]
    parts += [correction.text for correction in meeting.corrections]
    return parts
