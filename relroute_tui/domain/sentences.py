"""Every sentence that a route holds, with what one can ask of it: who, when, about what."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from msgspec import Struct

from relroute_tui.domain.agreement import Response, details_of
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.cards.sections import card_heading
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.notes.lines import MIGHT_BE_TASK, split_lines, words_begin
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.todo import PhaseStay, phases_so_far
from relroute_tui.domain.route import OpenAgreement, Route, all_agreements, everybody
from relroute_tui.domain.search import Place
from relroute_tui.domain.text import fold, fold_line

_QUOTED: Final = re.compile(r'"([^"]*)"?|(\S+)')


class Source(StrEnum):
    """Kind of place in which a sentence is found."""

    NOTES = "notes"
    AGREEMENT = "agreement"
    CONTACT = "contact"
    RESPONSE = "response"
    LOOK_BACK = "look-back"
    CHECK = "check"
    """Remark with which somebody came to the table, or left it."""
    CORRECTION = "correction"
    TALK = "talk"
    CELL = "cell"
    VIEW = "view"
    """Somebody's own view on any of these."""


class Sentence(Struct, frozen=True):
    """One sentence, as it was said or written."""

    text: str
    source: Source
    on: date | None = None
    phase: Phase | None = None
    themes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Names of those who do it or said it. A name that is already in the words is not repeated."""
    is_open: bool | None = None
    """Whether the agreement that it belongs to still holds; None where it belongs to none."""
    meeting_id: str = ""


class FoundSentence(Struct, frozen=True):
    """A sentence that was found, and the route that it is of."""

    route: Route
    sentence: Sentence

    @property
    def place(self) -> Place:
        """Place to read it; for what was not said at a meeting, its route."""
        meeting = self.route.meeting(self.sentence.meeting_id)
        lines = split_lines(meeting.notes) if meeting else []
        line = next((line.strip() for line in lines if self.sentence.text in line), "")
        return Place(self.route.id, self.sentence.meeting_id, line)


class Query(Struct, frozen=True):
    """Conditions of a search; a sentence has to meet all that are given."""

    words: tuple[str, ...] = ()
    """Each is a word or a quote, folded; it may be a part of a word."""
    theme: Theme | None = None
    who: str = ""
    phase: Phase | None = None
    first: date | None = None
    last: date | None = None
    is_open: bool | None = None

    def fits(self, sentence: Sentence) -> bool:
        """Return whether this sentence is one of those that are looked for."""
        return (
            (self.is_open is None or sentence.is_open is self.is_open)
            and (self.phase is None or sentence.phase is self.phase)
            and (self.theme is None or self.theme in sentence.themes)
            and (self.first is None or (sentence.on is not None and sentence.on >= self.first))
            and (self.last is None or (sentence.on is not None and sentence.on <= self.last))
            and (not self.who or _is_about(sentence, self.who))
            and self.has_words(sentence.text)
        )

    def has_words(self, text: str) -> bool:
        """Return whether each of the words stands in this text."""
        if not self.words:
            return True
        folded = fold(text) if all(" " not in word for word in self.words) else fold_line(text)
        return all(word in folded for word in self.words)


def words_of_query(typed: str) -> tuple[str, ...]:
    """Return the words of a query, folded; what stands between quotation marks is one of them."""
    found = ((quote or word) for quote, word in _QUOTED.findall(fold(typed).replace("\n", " ")))
    return tuple(filter(None, map(fold_line, found)))


def sentences_found(route: Route, query: Query) -> Iterator[Sentence]:
    """Yield the sentences of a route that fit, the newest meeting and the newest day first."""
    found = [sentence for sentence in _Sentences(route, query).all() if query.fits(sentence)]
    found.sort(key=lambda sentence: sentence.on or date.min, reverse=True)
    yield from found


def _is_about(sentence: Sentence, who: str) -> bool:
    name = fold_line(who)
    if any(fold_line(candidate) == name for candidate in sentence.names):
        return True
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fold_line(sentence.text)) is not None


class _Sentences:
    """The sentences of one route; what cannot have the words of the query is not taken apart."""

    def __init__(self, route: Route, query: Query) -> None:
        self._route = route
        self._query = query

    def all(self) -> Iterator[Sentence]:
        for meeting in self._route.meetings:
            yield from self._notes(meeting)
            yield from self._said_at(meeting)
        for made in self._made:
            yield from self._agreed(made)
        yield from self._views()
        yield from self._talks()
        yield from self._cells()

    @cached_property
    def _names(self) -> dict[str, str]:
        return {person.id: person.name for person in reversed(everybody(self._route))}

    @cached_property
    def _made(self) -> tuple[OpenAgreement, ...]:
        return all_agreements(self._route)

    @cached_property
    def _stays(self) -> tuple[PhaseStay, ...]:
        return phases_so_far(self._route)

    def _phase_on(self, day: date) -> Phase:
        for stay in self._stays:
            if stay.last is None or day < stay.last:
                return stay.phase
        return self._route.phase

    def _notes(self, meeting: Meeting) -> Iterator[Sentence]:
        if not self._query.has_words(meeting.notes):
            return
        on = meeting_day(meeting)
        made = {agreement.text for agreement in meeting.agreements}
        is_open = meeting.finished is None
        for line, theme in _lines_with_theme(meeting):
            if not self._query.has_words(line):
                continue
            words = line[words_begin(line) :].strip()
            is_task = MIGHT_BE_TASK.search(line) is not None
            if words and not (is_task and any(text in words for text in made)):
                yield Sentence(
                    words,
                    Source.AGREEMENT if is_task else Source.NOTES,
                    on,
                    self._phase_on(on),
                    (theme,) if theme else (),
                    is_open=True if is_task and is_open else None,
                    meeting_id=meeting.id,
                )

    def _said_at(self, meeting: Meeting) -> Iterator[Sentence]:
        on = meeting_day(meeting)

        def sentence_at(text: str, source: Source, name: str, day: date = on) -> Sentence:
            phase = self._phase_on(on)
            return Sentence(text, source, day, phase, names=(name,), meeting_id=meeting.id)

        words = [(check.participant_id, check.word) for check in meeting.check_ins]
        words += [(check.participant_id, check.word) for check in meeting.check_outs]
        for participant_id, word in words:
            if word:
                yield sentence_at(word, Source.CHECK, self._name(participant_id))
        for added in meeting.corrections:
            yield sentence_at(added.text, Source.CORRECTION, added.by, added.at.date())
        if meeting.finished is None:
            for given in meeting.responses:
                yield from (
                    sentence_at(words, Source.RESPONSE, self._name(given.response.participant_id))
                    for words in _words_of(given.response)
                )

    def _agreed(self, made: OpenAgreement) -> Iterator[Sentence]:
        agreement, is_open = made.agreement, made.ended is None
        themes = self._themes_of(made)
        meeting_id = made.meeting.id if made.meeting else ""

        def sentence_of(
            text: str,
            source: Source,
            names: tuple[str, ...],
            on: date = made.on,
            at: str = meeting_id,
        ) -> Sentence:
            return Sentence(text, source, on, self._phase_on(on), themes, names, is_open, at)

        text = " · ".join((agreement.text, *details_of(agreement).values()))
        source = Source.CONTACT if agreement.contact else Source.AGREEMENT
        yield sentence_of(text, source, agreement.who)
        for response in agreement.responses:
            for words in _words_of(response):
                yield sentence_of(words, Source.RESPONSE, (self._name(response.participant_id),))
        for look in made.look_backs:
            if look.in_the_way:
                at = look.meeting_id or meeting_id
                yield sentence_of(look.in_the_way, Source.LOOK_BACK, agreement.who, look.on, at)

    def _themes_of(self, made: OpenAgreement) -> tuple[str, ...]:
        if made.meeting is None or self._query.theme is None:
            return ()
        return tuple(
            theme
            for line, theme in _lines_with_theme(made.meeting)
            if theme and made.agreement.text in line
        )[:1]

    def _views(self) -> Iterator[Sentence]:
        for view in self._route.statements:
            on = view.at.date()
            yield Sentence(
                view.words,
                Source.VIEW,
                on,
                self._phase_on(on),
                names=(view.by.name,),
                meeting_id=view.about.meeting_id,
            )

    def _talks(self) -> Iterator[Sentence]:
        for talk in self._route.preparations:
            themes = tuple(dict.fromkeys((*talk.themes, *filter(None, (talk.first_theme,)))))
            for text in (talk.wanted, talk.not_wanted):
                for line in filter(None, map(str.strip, split_lines(text))):
                    yield Sentence(
                        line,
                        Source.TALK,
                        talk.on,
                        self._phase_on(talk.on),
                        themes,
                        (self._name(talk.participant_id),),
                        meeting_id=talk.meeting_id,
                    )

    def _cells(self) -> Iterator[Sentence]:
        for cell in self._route.cells:
            for line in split_lines(cell.text):
                if words := line[words_begin(line) :].strip():
                    yield Sentence(words, Source.CELL, cell.since, cell.phase)

    def _name(self, participant_id: str) -> str:
        return self._names.get(participant_id, "")


def _lines_with_theme(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield each line of the notes with the theme of the card that it was said about, or ""."""
    themes = {card_heading(card.question): card.theme for card in meeting.cards}
    theme = ""
    for line in split_lines(meeting.notes):
        theme = themes.get(line, "" if line.startswith("## ") else theme)
        yield line, theme


def _words_of(response: Response) -> Iterator[str]:
    yield from filter(None, (response.words, response.said_back or ""))
