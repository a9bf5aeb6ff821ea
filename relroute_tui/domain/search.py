"""Search in what was said, by the words in it: in one route or in all."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
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
    """Return the words of a query, folded as `WordIndex.meetings_with` wants them."""
    return folded_words(query)


class Place(Struct, frozen=True):
    """Place at which something was said."""

    route_id: str
    meeting_id: str
    line: str = ""
    """Line of the notes; empty where it is found elsewhere."""


class MeetingText(Struct, frozen=True):
    """The text of one meeting, and where it was held."""

    route_id: str
    nickname: str
    number: int
    """Number of the meeting in the route, counted from 1."""
    meeting: Meeting
    views: tuple[str, ...] = ()
    """People's own views on the meeting, or on anything in it."""

    @property
    def words(self) -> set[str]:
        """Each word once, as it was typed."""
        return {*" ".join((*_parts(self.meeting), *self.views)).split()}

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


def meeting_texts(route: Route) -> tuple[MeetingText, ...]:
    """Return what was said in a route, the newest meeting first."""
    return tuple(
        MeetingText(route.id, route.nickname, number, meeting, _views(route, meeting))
        for number, meeting in reversed(tuple(enumerate(route.meetings, 1)))
    )


class WordIndex:
    """Meetings by the words in them. It may grow in one thread and be searched in another.

    A word of a query has no blank, so it stands within one word of what was said; and people have
    few words, which come again in every meeting.
    """

    def __init__(self) -> None:
        self._said: list[MeetingText] = []
        self._folded: dict[str, str] = {}
        """The fold of each word."""
        self._places: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        """Where the meetings with each word stand among all."""

    def __len__(self) -> int:
        """Return how many meetings are in it."""
        return len(self._said)

    def add(self, said: MeetingText) -> None:
        """Add a meeting behind the others. It is found once all its words are here."""
        for word in said.words:
            self._places[word].append(len(self._said))
            if word not in self._folded:
                self._folded[word] = fold(word)
        self._said.append(said)

    def meetings_with(
        self, words: Sequence[str], begin: int = 0, end: int | None = None
    ) -> Iterator[MeetingText]:
        """Yield those between two places in which every one of these words occurs somewhere."""
        found = set(range(begin, len(self) if end is None else end))
        for word in words:
            found &= self._places_with(word)
        return (self._said[place] for place in sorted(found))

    def _places_with(self, word: str) -> set[int]:
        known = tuple(self._folded.items())
        return set().union(*(self._places[typed] for typed, folded in known if word in folded))


class Search:
    """Searches one route again and again, and reads its text only once."""

    def __init__(self) -> None:
        self._route: Route | None = None
        self._index = WordIndex()

    def said(self, route: Route, query: str) -> tuple[MeetingText, ...]:
        """Return the meetings, newest first, in which every word of the query occurs somewhere."""
        if route is not self._route:
            self._route, self._index = route, WordIndex()
            for said in meeting_texts(route):
                self._index.add(said)
        return tuple(self._index.meetings_with(words_in(query)))


def _views(route: Route, meeting: Meeting) -> tuple[str, ...]:
    return tuple(view.words for view in route.statements if view.about.meeting_id == meeting.id)


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
