"""Words for the times at which people joined a meeting and left it."""

from collections.abc import Iterator

from relroute_tui.domain.meeting import Meeting, Seat
from relroute_tui.language import _, dates


def moves_of(meeting: Meeting, seat: Seat) -> Iterator[str]:
    """Yield whether someone took part from elsewhere, came later, left, or came back."""
    if seat.from_elsewhere:
        yield _("from elsewhere")
    been_here = False
    for move in seat.moves:
        sentence = _("left the table at {time}")
        if move.present:
            sentence = _("came back at {time}") if been_here else _("came at {time}")
        if been_here or move.at > meeting.started:
            yield sentence.format(time=dates.clock_time(move.at))
        been_here = been_here or move.present
