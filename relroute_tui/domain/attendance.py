"""Attendance at the table, and whose turn it is."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from msgspec.structs import replace

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Move, Participant, Role, Seat


def speakers(meeting: Meeting) -> tuple[Participant, ...]:
    """Return whose turns are passed round: all present who take part and do not lead the meeting.

    With them whoever is cut off for the moment: a line that drops skips nobody's turn.
    """
    return tuple(
        seat.person
        for seat in meeting.seats
        if (seat.present or seat.is_cut_off)
        and seat.person.role is not Role.FACILITATOR
        and seat.person.role.takes_part
    )


def interpreters_for(meeting: Meeting, person: Participant) -> tuple[Participant, ...]:
    """Return who is here to interpret what this person says and hears."""
    if not person.language or not person.role.takes_part:
        return ()
    return tuple(
        other
        for other in meeting.present
        if other.role is Role.INTERPRETER and other.language == person.language
    )


def may_have_turn(meeting: Meeting, participant_id: str) -> bool:
    """Return whether the turn can be given to this participant: present, and no interpreter."""
    return any(person.id == participant_id and person.role.takes_part for person in meeting.present)


def with_next_turn(meeting: Meeting, earlier: Sequence[Meeting] = ()) -> Meeting:
    """Return the meeting with the turn passed on, from the last seat to the first.

    The first turn of a meeting is fair over the series: it goes to whoever began the fewest of the
    `earlier` meetings, among those to whoever began longest ago, and then in the order of the
    seats.
    """
    ids = [person.id for person in speakers(meeting)]
    if not ids:
        return replace(meeting, turn=None)
    if meeting.first_turn is None:
        return with_turn(meeting, min(ids, key=lambda person_id: _turns_begun(person_id, earlier)))
    return with_turn(meeting, _next_in_round(meeting, ids))


def with_turn(meeting: Meeting, participant_id: str) -> Meeting:
    """Return the meeting with the turn given to this participant."""
    return replace(meeting, turn=participant_id, first_turn=meeting.first_turn or participant_id)


def _turns_begun(participant_id: str, earlier: Sequence[Meeting]) -> tuple[int, int]:
    """Return in how many meetings somebody had the first turn, and in which one last."""
    begun = [n for n, meeting in enumerate(earlier) if meeting.first_turn == participant_id]
    return len(begun), max(begun, default=-1)


def _next_in_round(meeting: Meeting, speaker_ids: Sequence[str]) -> str:
    """Return the first of these who sits behind the one who has the turn, also if that one left."""
    seats = [seat.person.id for seat in meeting.seats]
    place = seats.index(meeting.turn) + 1 if meeting.turn in seats else 0
    return next(
        person_id for person_id in (*seats[place:], *seats[:place]) if person_id in speaker_ids
    )


def with_move(meeting: Meeting, participant_id: str, at: datetime) -> Meeting:
    """Return the meeting after somebody came to the table or left it.

    A turn does not stay with whoever left, but it waits for whoever is cut off. During the first
    step people are still sitting down: then this only says who is here at all.
    """
    welcoming = meeting.agenda.current == 0

    def after_move(seat: Seat) -> Seat:
        if not welcoming or seat.from_elsewhere:
            return seat.moved(at)
        return replace(seat, moves=() if seat.present else (Move(meeting.started, True),))

    return _with_seat_changed(meeting, participant_id, after_move)


def with_place_changed(meeting: Meeting, participant_id: str, at: datetime) -> Meeting:
    """Return the meeting after somebody went on from elsewhere, or came into the room.

    Whoever was not here joins from elsewhere; whoever is cut off is taken to have left.
    """

    def after_change(seat: Seat) -> Seat:
        changed = replace(seat, from_elsewhere=not seat.from_elsewhere)
        return changed.moved(at) if not (seat.present or seat.is_cut_off) else changed

    return _with_seat_changed(meeting, participant_id, after_change)


def _with_seat_changed(
    meeting: Meeting, participant_id: str, change: Callable[[Seat], Seat]
) -> Meeting:
    seats = tuple(
        change(seat) if seat.person.id == participant_id else seat for seat in meeting.seats
    )
    changed = replace(meeting, seats=seats)
    may_have_turn = {*_ids(changed.present), *_ids(speakers(changed))}
    if changed.turn and changed.turn not in may_have_turn:
        return with_next_turn(changed)
    return changed


def with_guest(meeting: Meeting, guest: Participant, at: datetime) -> Meeting:
    """Return the meeting with somebody who joins on the spot, for this meeting."""
    return replace(meeting, seats=(*meeting.seats, Seat(guest, (Move(at, True),), guest=True)))


def _ids(people: Iterable[Participant]) -> set[str]:
    return {person.id for person in people}
