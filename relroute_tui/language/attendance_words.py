"""Words for the times at which people joined a meeting and left it."""

from collections.abc import Iterator

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Seat
from relroute_tui.language import N_
from relroute_tui.language.filled_sentences import Sentence, sentence


def moves_of(meeting: Meeting, seat: Seat) -> Iterator[str]:
    """Yield whether someone took part from elsewhere, came later, left, or came back."""
    return map(str, moves_said(meeting, seat))


def moves_said(meeting: Meeting, seat: Seat) -> Iterator[Sentence]:
    """Yield the same to be said in any language."""
    if seat.from_elsewhere:
        yield sentence(N_("from elsewhere"))
    been_here = False
    for move in seat.moves:
        words = N_("left the table at {time}")
        if move.present:
            words = N_("came back at {time}") if been_here else N_("came at {time}")
        if been_here or move.at > meeting.started:
            yield sentence(words, time=move.at.time())
        been_here = been_here or move.present
