"""Correction of a name, also in the meeting that is under way."""

import re
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.lines import split_lines
from relroute_tui.domain.notes.names import name_at, with_other_names
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.route import Route

_WORD_BEGINS: Final = re.compile(r"(?<!\w)\w")


def with_names_in_meeting(route: Route) -> Route:
    """Return the route with its people in an unfinished meeting as they are called now.

    Who is named behind an `@` in its notes is so too, and responses stay with their agreement. A
    meeting that was closed stays as it was.
    """
    people = {person.id: person for person in route.participants}
    meetings = tuple(
        _with_names(meeting, people) if meeting.finished is None else meeting
        for meeting in route.meetings
    )
    return route if meetings == route.meetings else replace(route, meetings=meetings)


def with_person(route: Route, meeting_id: str, person: Participant) -> Route:
    """Return the route with somebody as they are now, also where they are a guest of this meeting.

    Notes and responses follow another name as they do in `with_names_in_meeting`.
    """
    participants = tuple(person if known.id == person.id else known for known in route.participants)
    meeting = _with_names(route.known_meeting(meeting_id), {person.id: person})
    seats = tuple(
        replace(seat, person=person) if seat.person.id == person.id else seat
        for seat in meeting.seats
    )
    return replace(route, participants=participants).with_meeting(replace(meeting, seats=seats))


def rows_with_name(notes: str, name: str) -> tuple[int, ...]:
    """Return the lines of notes in which a name stands as a word, counted from 0."""
    return tuple(
        row
        for row, line in enumerate(split_lines(notes))
        if any(name_at(line[begin.start() :], (name,)) for begin in _WORD_BEGINS.finditer(line))
    )


def _with_names(meeting: Meeting, people: Mapping[str, Participant]) -> Meeting:
    seats, other = [], {}
    for seat in meeting.seats:
        person, now = seat.person, people.get(seat.person.id, seat.person)
        if now.name != person.name:
            other[person.name] = now.name
        called = replace(person, name=now.name, known_as=now.known_as)
        seats.append(seat if called == person else replace(seat, person=called))
    notes = with_other_names(meeting.notes, meeting.names, other) if other else meeting.notes
    renamed = replace(meeting, seats=tuple(seats), notes=notes)
    before, after = meeting.agreement_lines(), renamed.agreement_lines()
    wordings = {old.wording: new.wording for old, new in zip(before, after, strict=True)}
    responses = tuple(
        replace(given, wording=wordings.get(given.wording, given.wording))
        for given in meeting.responses
    )
    return replace(renamed, responses=responses)
