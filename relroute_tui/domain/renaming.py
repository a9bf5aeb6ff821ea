"""Correction of a name, also in the meeting that is under way."""

from collections.abc import Mapping

from msgspec.structs import replace

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.notes.names import with_other_names
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.route import Route


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
