"""Everything by and about one person, as Markdown: for their right to see it.

What others answered is theirs and is not in it. An agreement is, whoever made it, when this person
does it, is named in it or answered to it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import fields

from relroute_tui.domain.agreement import Agreement, Response
from relroute_tui.domain.busy import BusyTime
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.notes.lines import split_lines
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.questionnaire.answers import Filled, Moment
from relroute_tui.domain.questionnaire.model import Item, Questionnaire
from relroute_tui.domain.route import OpenAgreement, Route, all_agreements, everybody
from relroute_tui.domain.text import closest, fold_line
from relroute_tui.domain.zone import ZONE
from relroute_tui.export.markdown.commonmark import typed, typed_first, typed_in_heading
from relroute_tui.export.markdown.comparison import answer_text
from relroute_tui.export.markdown.parts import (
    agreement_facts,
    bulleted,
    check_in_text,
    check_out_text,
    heading,
    looks_back,
    named,
    quoted,
    response_line,
    section,
    text_of,
    view_line_with_subject,
    working_copy,
    written_on,
)
from relroute_tui.export.markdown.route import prepared
from relroute_tui.language import _, dates, progress_words
from relroute_tui.language.language_names import language_name


def people_called(route: Route, name: str) -> tuple[Participant, ...]:
    """Return who is or was called this on the route, in every way they were called."""
    ids = {person.id for person in closest(name, everybody(route), lambda person: person.name)}
    return tuple(person for person in everybody(route) if person.id in ids)


def person_text(
    route: Route,
    people: Sequence[Participant],
    questionnaires: Sequence[Questionnaire],
    today: date,
) -> str:
    """Return all by and about the person who is called these things; `people` is never empty.

    Answers stand below their question, as it is asked in the language of the `questionnaires`.
    """
    about = _About(route, people, questionnaires)
    title = _("About {name}, on the route of {child}").format(
        name=typed_in_heading(people[0].name), child=typed_in_heading(route.nickname)
    )
    return text_of(
        (
            f"# {title}",
            working_copy(),
            written_on(today),
            _("This is what was said and agreed by or about {name}, as it is kept here.").format(
                name=typed(people[0].name)
            ),
            _("The notes were searched for: {words}.").format(words=typed(", ".join(about.names))),
            *section(_("Known as"), map(named, people)),
            *section(_("Reads best"), _languages_of(people)),
            *about.views(),
            *about.meetings(),
            *about.agreements(),
            *about.prepared(),
            *about.filled(),
            *about.busy(),
            *about.texts(),
        )
    )


def _languages_of(people: Sequence[Participant]) -> Iterator[str]:
    """Yield what this person reads best, as it was kept over time."""
    languages = dict.fromkeys(person.language for person in people if person.language)
    yield from map(language_name, languages)


class _About:
    """One person on one route."""

    def __init__(
        self, route: Route, people: Sequence[Participant], questionnaires: Sequence[Questionnaire]
    ) -> None:
        self._route = route
        self._people = people
        roles = {person.role for person in people}
        self._questionnaires = [
            questionnaire for questionnaire in questionnaires if questionnaire.role in roles
        ]
        self._ids = {person.id for person in people}
        words = (word for person in people for word in (person.name, person.known_as))
        self.names = tuple(dict.fromkeys(word.strip() for word in words if word.strip()))
        either = "|".join(re.escape(fold_line(name)) for name in self.names)
        self._named = re.compile(rf"(?<!\w)(?:{either})(?!\w)")

    def _is_named_in(self, *texts: str) -> bool:
        return any(self._named.search(fold_line(text)) for text in texts)

    def views(self) -> Iterator[str]:
        """Yield this person's own views, and those of others that name this person."""
        yield from section(
            _("Own views"),
            (
                view_line_with_subject(statement)
                for statement in self._route.statements
                if statement.by.id in self._ids
                or self._is_named_in(statement.by.name, statement.words)
            ),
        )

    def meetings(self) -> Iterator[str]:
        """Yield, per meeting, this person's presence, their words, and what is said about them."""
        for meeting in self._route.meetings:
            lines = list(self._lines_about(meeting))
            notes = self._notes_of(meeting)
            if lines or notes:
                yield heading(
                    _("The meeting of {day}").format(day=dates.long_date(meeting_day(meeting)))
                )
                if lines:
                    yield bulleted(lines)
                if notes:
                    yield _("From the notes:")
                    yield bulleted(map(typed_first, notes))

    def _lines_about(self, meeting: Meeting) -> Iterator[str]:
        seats = [seat for seat in meeting.seats if seat.person.id in self._ids]
        if any(seat.was_there for seat in seats):
            yield _("was there")
        elif any(seat.is_told for seat in seats):
            yield _("was not there")
        for check_in in meeting.check_ins:
            if check_in.participant_id in self._ids and (came_with := check_in_text(check_in)):
                yield _("arrived with: {words}").format(words=came_with)
        for check_out in meeting.check_outs:
            if check_out.participant_id in self._ids and (left_with := check_out_text(check_out)):
                yield _("left with: {words}").format(words=left_with)
        if meeting.finished is None:  # later these stand with the agreements
            for given in meeting.responses:
                if given.response.participant_id in self._ids:
                    yield f"{typed_first(given.wording[0])} {self._response(given.response)}"
        for added in meeting.corrections:
            if self._is_named_in(added.by, added.text):
                yield _("added on {day} by {name}: {words}").format(
                    day=dates.long_date(added.at.date()),
                    name=typed(added.by),
                    words=quoted(added.text),
                )

    def _notes_of(self, meeting: Meeting) -> list[str]:
        """Return the lines that name this person, without the agreements of a closed meeting."""
        lines: list[str] = split_lines(meeting.notes)
        closed_with = {agreement.text for agreement in meeting.agreements}
        for agreed in reversed([line for line in meeting.agreement_lines() if line.text]):
            end = agreed.line + agreed.height
            if agreed.text in closed_with:
                del lines[agreed.line : end]
            elif meeting.finished is None and self._is_named_in(*lines[agreed.line : end]):
                lines[agreed.line : end] = [" ".join((agreed.text, *agreed.who))]
        return [line.strip() for line in lines if self._is_named_in(line)]

    def agreements(self) -> Iterator[str]:
        """Yield the agreements that this person does, is named in or answered to."""
        mine = [made for made in all_agreements(self._route) if self._concerns(made.agreement)]
        if mine:
            yield heading(_("Agreements"))
        for number, agreed in enumerate(mine, 1):
            yield f"### {number}. {typed_in_heading(agreed.agreement.text)}"
            yield bulleted(self._facts(agreed))

    def _concerns(self, agreement: Agreement) -> bool:
        answered = any(response.participant_id in self._ids for response in agreement.responses)
        return answered or self._is_named_in(*_texts_in(agreement))

    def _facts(self, agreed: OpenAgreement) -> Iterator[str]:
        yield _("Made on {day}").format(day=dates.long_date(agreed.on))
        yield from agreement_facts(agreed.agreement)
        for response in agreed.agreement.responses:
            if response.participant_id in self._ids:
                yield self._response(response)
        yield from looks_back(agreed.look_backs)

    def _response(self, response: Response) -> str:
        return response_line(self._people, response)

    def prepared(self) -> Iterator[str]:
        """Yield the talks apart with this person."""
        yield from section(
            _("Prepared"),
            (
                prepared(self._route, preparation)
                for preparation in self._route.preparations
                if preparation.participant_id in self._ids
            ),
        )

    def filled(self) -> Iterator[str]:
        """Yield the questionnaires of this person, as far as they released them."""
        mine = [sheet for sheet in self._route.filled if sheet.participant_id in self._ids]
        if mine:
            yield heading(_("Questionnaires"))
            yield _("What was not shared is here in sealed form only; its own code opens it.")
        for entry in mine:
            moment = _(progress_words.MOMENTS[entry.moment])
            yield f"### {moment[:1].upper()}{moment[1:]}"
            yield bulleted(self._answers(entry) or [_("nothing was shared")])

    def _answers(self, filled: Filled) -> list[str]:
        """Return each question in words, with what was answered to it."""
        answers = dict(pair for block in filled.released.values() for pair in block.items())
        items = {item.id: item for sheet in self._questionnaires for item in sheet.items}
        known = [item_id for item_id in items if item_id in answers]
        unknown = [item_id for item_id in answers if item_id not in items]
        return [
            f"{self._question(items.get(item_id), filled.moment)} "
            f"{answer_text(answers[item_id], items.get(item_id))}"
            for item_id in (*known, *unknown)
        ]

    def _question(self, item: Item | None, moment: Moment) -> str:
        if item is None:
            return _("To a question that is not asked any more:")
        return quoted(item.wording(moment))

    def busy(self) -> Iterator[str]:
        """Yield from when to when a calendar was read for this person, and the times."""
        for busy in self._route.busy:
            if busy.participant_id in self._ids and busy.times:
                yield heading(_("When {name} cannot").format(name=typed(self._people[0].name)))
                yield _("Read from a calendar on {day}; nothing but these times was kept.").format(
                    day=dates.long_date(busy.read.astimezone(ZONE).date())
                )
                yield bulleted(map(_time_text, busy.times))

    def texts(self) -> Iterator[str]:
        """Yield the lines of the route's own texts that name this person."""
        lines = [line for cell in self._route.cells for line in split_lines(cell.text)]
        yield from section(
            _("From the texts of the map"),
            (typed_first(line) for line in lines if self._is_named_in(line)),
        )


def _time_text(busy: BusyTime) -> str:
    begin, end = busy.begin.astimezone(ZONE), busy.end.astimezone(ZONE)
    return " – ".join(
        f"{dates.short_date(moment)} {dates.clock_time(moment)}" for moment in (begin, end)
    )


def _texts_in(value: object) -> Iterable[str]:
    """Return every text in a value of the domain, except of its responses."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Collection):
        for part in value:
            yield from _texts_in(part)
    elif isinstance(value, Struct):
        for field in fields(value):
            if field.name not in ("id", "responses"):
                yield from _texts_in(getattr(value, field.name))
