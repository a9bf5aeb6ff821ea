"""A small route with one meeting, for the tests of papers."""

from datetime import date, datetime, timedelta, timezone

from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, Response, Stance
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting

START = datetime(2026, 11, 4, 14, 0, tzinfo=timezone(timedelta(hours=1)))
SWALLOW = Participant("s", "Swallow", Role.YOUNG_PERSON, AgeGroup.FROM_12)
PEOPLE = (
    SWALLOW,
    Participant("a", "Anna", Role.PARENT, known_as="mother"),
    Participant("k", "Kees", Role.CARER, known_as="foster father"),
    Participant("n", "Noor", Role.FACILITATOR),
)
CALLS = Agreement(
    "m1-1",
    "Anna calls every Wednesday.",
    who=("Anna",),
    when="at 19:00",
    if_not="she texts before 18:00",
    review=date(2026, 12, 16),
    responses=(
        Response("s", Stance.YES),
        Response("a", Stance.YES, "I set an alarm"),
        Response("k", Stance.NO, "not at dinner"),
        Response("n", Stance.NOT_PRESENT),
    ),
)


def meeting_with(*agreements: Agreement, notes: str = "") -> Meeting:
    """A meeting that was closed after an hour, with these agreements."""
    meeting = begin_meeting(_empty(), "m1", 1, START)
    finished = START + timedelta(hours=1)
    return replace(meeting, agreements=agreements, notes=notes, finished=finished)


def route_with(*agreements: Agreement, notes: str = "") -> Route:
    """A route with that meeting only."""
    return _empty().with_meeting(meeting_with(*agreements, notes=notes))


def _empty() -> Route:
    return Route("fjord234", "Swallow", Phase.STABILISATION, START, PEOPLE)
