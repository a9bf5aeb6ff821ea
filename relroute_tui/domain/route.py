"""One child's way through the three phases: opened, saved, shared and erased as one."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.agenda import PLAIN_STEPS, Agenda, Step
from relroute_tui.domain.agreement import Agreement, Entered, LookBack, Then
from relroute_tui.domain.busy import Busy
from relroute_tui.domain.cards.pile import Pile
from relroute_tui.domain.carers import Carers
from relroute_tui.domain.contact import CalledOff
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Move, Participant, Seat, same_name
from relroute_tui.domain.phase import Phase, PhaseMove, RoundedOff
from relroute_tui.domain.progress.cells import Cell
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.questionnaire.answers import Filled
from relroute_tui.domain.statement import Statement
from relroute_tui.domain.versions import without_version


class FirstQuestion(StrEnum):
    """A question of a first route, in the order of asking."""

    CHILD = "child"
    AGE = "age"
    LIVES_WITH = "lives-with"
    YOU = "you"
    OTHERS = "others"


class Route(Struct, frozen=True):
    """A working copy, not the official file: nicknames and roles, nothing that finds a person."""

    id: str
    nickname: str
    phase: Phase
    created: datetime
    participants: tuple[Participant, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    """Meetings in the order in which they were held."""
    set_aside: tuple[str, ...] = ()
    """Ids of cards that this family does not want to see again."""
    look_backs: tuple[LookBack, ...] = ()
    cells: tuple[Cell, ...] = ()
    """The cells of the map that somebody touched."""
    history: tuple[PhaseMove, ...] = ()
    """The moves from phase to phase, oldest first."""
    filled: tuple[Filled, ...] = ()
    """Questionnaires, each the property of the person who filled it in."""
    planned: tuple[Planned, ...] = ()
    """The meetings that are to come."""
    preparations: tuple[Preparation, ...] = ()
    agreements: tuple[Entered, ...] = ()
    """The agreements that came from no notes, oldest first."""
    called_off: tuple[CalledOff, ...] = ()
    """The days on which an agreed contact does not take place."""
    busy: tuple[Busy, ...] = ()
    """Times when people cannot come, as read from their calendars; one entry for each person."""
    rounded_off: RoundedOff | None = None
    """The end of the route; None as long as it goes on."""
    earlier_ends: tuple[RoundedOff, ...] = ()
    """The ends after which it went on all the same, oldest first."""
    carers: Carers = Carers()
    """Name that this family has for the people the child lives with."""
    statements: tuple[Statement, ...] = ()
    """People's own views, oldest first. Views are added; none is ever taken away."""
    stopped_at: FirstQuestion | None = None
    """The question of a first route at which its asking stopped; None once all were answered."""

    @property
    def next_meeting(self) -> date | None:
        """The day of the first meeting that is planned after the newest one was held.

        What was planned before that and not held is no meeting to come.
        """
        held = self.meetings[-1].started.date() if self.meetings else date.min
        return min((plan.day for plan in self.planned if plan.day > held), default=None)

    @property
    def lacks_next_meeting(self) -> bool:
        """Whether it goes on after a meeting that was closed, and no next one is planned."""
        is_between = bool(self.meetings) and self.unfinished is None
        return is_between and self.rounded_off is None and self.next_meeting is None

    @property
    def still_asks(self) -> FirstQuestion | None:
        """The question with which the asking goes on; nothing is asked any more after a meeting."""
        return None if self.meetings else self.stopped_at

    @property
    def unfinished(self) -> Meeting | None:
        """The meeting that was begun and not closed, if there is one."""
        return next((m for m in reversed(self.meetings) if m.finished is None), None)

    @property
    def finished_meetings(self) -> tuple[Meeting, ...]:
        """The meetings that were closed, in the order in which they were held."""
        return tuple(m for m in self.meetings if m.finished is not None)

    @property
    def has_words(self) -> bool:
        """Whether anybody's words of a meeting are kept here."""
        return any(meeting.has_words for meeting in self.meetings)

    @property
    def last_meeting(self) -> Meeting | None:
        """The newest meeting, closed or not."""
        return self.meetings[-1] if self.meetings else None

    def meeting(self, meeting_id: str) -> Meeting | None:
        """Return the meeting with this id."""
        return next((m for m in self.meetings if m.id == meeting_id), None)

    def known_meeting(self, meeting_id: str) -> Meeting:
        """Return the meeting with this id. Raises LookupError where there is none."""
        found = self.meeting(meeting_id)
        if found is None:
            raise LookupError
        return found

    def number_of(self, meeting: Meeting) -> int:
        """Return which meeting of the route this is, counted from 1."""
        return next(n for n, other in enumerate(self.meetings, 1) if other.id == meeting.id)

    def with_meeting(self, meeting: Meeting) -> "Route":
        """Return the route with this meeting in place of that with the same id, or added last."""
        if self.meeting(meeting.id) is None:
            return replace(self, meetings=(*self.meetings, meeting))
        meetings = tuple(meeting if held.id == meeting.id else held for held in self.meetings)
        return replace(self, meetings=meetings)


class OpenAgreement(Struct, frozen=True):
    """An agreement that still holds, and where it was made."""

    agreement: Agreement
    on: date
    """The day on which it was made."""
    meeting: Meeting | None
    """The meeting in which it was made; None between meetings."""
    look_backs: tuple[LookBack, ...]
    """Newest last."""

    @property
    def ended(self) -> date | None:
        """The day on which a look back ended or changed it; None as long as it holds."""
        if not self.look_backs or self.look_backs[-1].then is Then.CARRIED_ON:
            return None
        return self.look_backs[-1].on


def all_agreements(route: Route) -> tuple[OpenAgreement, ...]:
    """Return every agreement that was ever made on this route, oldest first, open or not."""
    closed_with = [
        OpenAgreement(agreement, meeting.started.date(), meeting, ())
        for meeting in route.finished_meetings
        for agreement in meeting.agreements
    ]
    entered = [
        OpenAgreement(record.agreement, record.at.date(), route.meeting(record.meeting_id), ())
        for record in route.agreements
    ]
    made = [
        replace(agreed, look_backs=look_backs_on(route, agreed.agreement.id))
        for agreed in sorted((*closed_with, *entered), key=lambda agreed: agreed.on)
    ]
    return tuple(_without_doubles(made))


def _without_doubles(made: Iterable[OpenAgreement]) -> Iterable[OpenAgreement]:
    """Yield each agreement once, also where two versions of its meeting were kept.

    The second version has ids of its own, "m1-v2-1" beside "m1-1". Of two that say the same, the
    one that was looked back on counts.
    """
    kept: dict[object, OpenAgreement] = {}
    for agreed in made:
        first_id = without_version(agreed.agreement.id)
        key = (first_id, replace(agreed.agreement, id=first_id))
        there = kept.get(key)
        if there is None or (agreed.look_backs and not there.look_backs):
            kept[key] = agreed
        elif agreed.look_backs:
            kept[agreed.agreement.id] = agreed
    return kept.values()


def open_agreements(route: Route) -> tuple[OpenAgreement, ...]:
    """Return the agreements that no look back has ended or changed, oldest first."""
    return tuple(made for made in all_agreements(route) if made.ended is None)


def look_backs_on(route: Route, agreement_id: str) -> tuple[LookBack, ...]:
    """Return every look back on one agreement, newest last."""
    return tuple(
        look_back for look_back in route.look_backs if look_back.agreement_id == agreement_id
    )


def suggested_agenda(route: Route) -> str:
    """Return the id of the agenda that fits now; the facilitator may take another."""
    if not route.finished_meetings:
        return "first"
    return "evaluation" if route.phase is Phase.EVALUATION else "joint"


def begin_meeting(
    route: Route,
    meeting_id: str,
    seed: int,
    now: datetime,
    steps: tuple[Step, ...] = PLAIN_STEPS,
    *,
    invited: Collection[str] = (),
) -> Meeting:
    """Return a new meeting of the route, its deck shuffled, at its first step.

    At the table are the participants with the ids in `invited`; everyone where it names nobody.
    """
    expected = {person.id for person in route.participants}
    expected = expected.intersection(invited) or expected
    return Meeting(
        id=meeting_id,
        started=now,
        agenda=Agenda(steps, since=now),
        pile=Pile(seed),
        seats=tuple(
            Seat(
                person,
                (Move(now, True),) if person.id in expected else (),
                invited=person.id in expected,
            )
            for person in route.participants
        ),
    )


def keeping_statements(route: Route, before: Route) -> Route:
    """Return the route with every view that it had before: whatever changes, these stay."""
    if route.statements == before.statements:
        return route
    added = (statement for statement in route.statements if statement not in before.statements)
    statements = (*before.statements, *added)
    return route if statements == route.statements else replace(route, statements=statements)


class NameProblem(StrEnum):
    """A problem with a nickname."""

    EMPTY = "empty"
    TAKEN = "taken"
    TOO_LONG = "too-long"
    NOT_ONE_LINE = "not-one-line"


LONGEST_NAME = 40
"""Cells on a screen and letters on paper: a nickname, not a description."""


_JOINERS: Final = "\u200c\u200d"
"""The half space of Persian, and what holds an emoji together: invisible, and a part of a name."""


def is_too_long(name: str) -> bool:
    """Return whether this is too long for a nickname."""
    return len(name.strip()) > LONGEST_NAME


def name_problem(name: str, others: Iterable[str]) -> NameProblem | None:
    """Return why `name` cannot be a nickname beside `others`; None when it can."""
    if not name.strip():
        return NameProblem.EMPTY
    if is_too_long(name):
        return NameProblem.TOO_LONG
    if not all(character.isprintable() or character in _JOINERS for character in name.strip()):
        return NameProblem.NOT_ONE_LINE
    if any(same_name(name, other) for other in others):
        return NameProblem.TAKEN
    return None


def known_minors(route: Route) -> tuple[str, ...]:
    """Return the names of those who are or were on the route and may not interpret."""
    return tuple(person.name for person in everybody(route) if not person.may_interpret)


def everybody(route: Route) -> tuple[Participant, ...]:
    """Return everyone who is or was on the route, as they were called each time, now first."""
    seats = (seat.person for meeting in route.meetings for seat in meeting.seats)
    return tuple(dict.fromkeys((*route.participants, *seats)))
