"""Language of a card besides that of the table, for people who read another one best."""

from collections.abc import Collection

from msgspec.structs import replace

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.route import Route


def languages_read(meeting: Meeting, at_the_table: str) -> tuple[str, ...]:
    """Return the other languages that people who are here read best, in the order of the seats."""
    return tuple(
        dict.fromkeys(
            person.language
            for person in meeting.present
            if person.language not in ("", at_the_table)
        )
    )


def second_language(meeting: Meeting, at_the_table: str, offered: Collection[str]) -> str:
    """Return the first of those that the cards are `offered` in; "" where there is none."""
    read = languages_read(meeting, at_the_table)
    return next((language for language in read if language in offered), "")


def with_language(route: Route, meeting: Meeting, participant_id: str, language: str) -> Route:
    """Return the route on which this person reads `language`, in this meeting and from now on.

    "" is the language of the table. In a meeting that was closed people stay as they were.
    """
    participants = tuple(
        replace(person, language=language) if person.id == participant_id else person
        for person in route.participants
    )
    seats = tuple(
        replace(seat, person=replace(seat.person, language=language))
        if seat.person.id == participant_id
        else seat
        for seat in meeting.seats
    )
    return replace(route, participants=participants).with_meeting(replace(meeting, seats=seats))
