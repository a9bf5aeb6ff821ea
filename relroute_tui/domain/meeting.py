"""One attunement meeting: who was there, the cards, the notes, the agreements, the closing."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct, field
from msgspec.structs import replace

from relroute_tui.domain.agenda import Agenda
from relroute_tui.domain.agreement import Agreement, Response, Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.cards.pile import Pile
from relroute_tui.domain.cards.sections import card_heading
from relroute_tui.domain.notes.lines import split_lines
from relroute_tui.domain.notes.parsing import AgreementLine, agreement_lines
from relroute_tui.domain.participant import Participant, Role, Seat
from relroute_tui.domain.scores import CheckIn, CheckOut


class DrawnCard(Struct, frozen=True):
    """A card that was on the table, with its words of that day."""

    card_id: str
    question: str
    at: datetime
    theme: str = ""
    put_back: bool = False


class AgreementResponse(Struct, frozen=True):
    """A response during the closing, to the agreement in these exact words."""

    wording: tuple[str, ...]
    response: Response


class Correction(Struct, frozen=True):
    """An addition to a finished meeting: visible, with a date and a name."""

    at: datetime
    by: str
    text: str


class Meeting(Struct, frozen=True):
    """An attunement meeting. Every change makes a new one."""

    id: str
    started: datetime
    agenda: Agenda
    pile: Pile
    seats: tuple[Seat, ...]
    turn: str | None = None
    """The id of the participant whose turn it is."""
    first_turn: str | None = None
    """The id of the participant who had the first turn; None before it was given."""
    notes: str = ""
    cards: tuple[DrawnCard, ...] = ()
    responses: tuple[AgreementResponse, ...] = ()
    check_outs: tuple[CheckOut, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    """Filled when the meeting is finished."""
    finished: datetime | None = None
    corrections: tuple[Correction, ...] = field(default=())
    themes: tuple[Theme, ...] = ()
    """The themes whose cards come first, in this order."""
    check_ins: tuple[CheckIn, ...] = ()
    asks_to_say_back: bool = True
    """Whether people are asked to say in their own words what an agreement means for them."""

    @property
    def present(self) -> tuple[Participant, ...]:
        """People who are at the table now."""
        return tuple(seat.person for seat in self.seats if seat.present)

    @property
    def names(self) -> tuple[str, ...]:
        """Nicknames that can be used in the notes, including those of people who are away."""
        return tuple(seat.person.name for seat in self.seats)

    @property
    def has_words(self) -> bool:
        """Whether something that somebody said is kept with it."""
        return bool(self.notes.strip() or self.check_ins or self.check_outs)

    def person(self, participant_id: str) -> Participant | None:
        """Return the participant with this id, if there is a seat for them."""
        return next((s.person for s in self.seats if s.person.id == participant_id), None)

    def agreement_lines(self) -> tuple[AgreementLine, ...]:
        """Return the agreements as the notes say them now."""
        return agreement_lines(self.notes, self.names, meeting_day(self))

    def response_to(self, wording: tuple[str, ...], participant_id: str) -> Response | None:
        """Return what this person answered to an agreement in exactly these words.

        Where two laptops were joined there may be several: the last counts, with what was said back
        in any of them.
        """
        given = [
            answer.response
            for answer in self.responses
            if answer.wording == wording and answer.response.participant_id == participant_id
        ]
        if len(given) < 2:
            return given[0] if given else None
        said = [response.said_back for response in given if response.said_back is not None]
        own_words = dict.fromkeys(filter(None, said))
        return replace(given[-1], said_back=" / ".join(own_words) if said else None)

    def check_in_of(self, participant_id: str) -> CheckIn | None:
        """Return this person's check-in, given or skipped."""
        return next((c for c in self.check_ins if c.participant_id == participant_id), None)

    def check_out_of(self, participant_id: str) -> CheckOut | None:
        """Return this person's check-out, given or skipped."""
        return next((c for c in self.check_outs if c.participant_id == participant_id), None)


def responders(meeting: Meeting) -> tuple[Participant, ...]:
    """Return who is asked for a response: all present who take part, the facilitator last."""
    taking_part = [person for person in meeting.present if person.role.takes_part]
    return tuple(sorted(taking_part, key=lambda person: person.role is Role.FACILITATOR))


def with_response(meeting: Meeting, wording: tuple[str, ...], response: Response) -> Meeting:
    """Return the meeting with this person's response to these words, in place of an earlier one.

    What the same words mean for this person stays, where they said it before.
    """
    earlier = meeting.response_to(wording, response.participant_id)
    if earlier is not None and response.said_back is None:
        response = replace(response, said_back=earlier.said_back)
    others = tuple(
        given
        for given in meeting.responses
        if (given.wording, given.response.participant_id) != (wording, response.participant_id)
    )
    return replace(meeting, responses=(*others, AgreementResponse(wording, response)))


def with_said_back(
    meeting: Meeting, wording: tuple[str, ...], participant_id: str, words: str
) -> Meeting:
    """Return the meeting after this person said these words back; "" is passing.

    Who has not responded to the words is not asked what they mean.
    """
    response = meeting.response_to(wording, participant_id)
    if response is None:
        return meeting
    return with_response(meeting, wording, replace(response, said_back=words))


def still_to_say_back(meeting: Meeting, wording: tuple[str, ...]) -> tuple[Participant, ...]:
    """Return who responded to these words and was not asked yet what they mean for them."""
    if not meeting.asks_to_say_back:
        return ()
    return tuple(
        person
        for person in responders(meeting)
        if (response := meeting.response_to(wording, person.id)) and response.said_back is None
    )


def with_check_in(meeting: Meeting, check_in: CheckIn) -> Meeting:
    """Return the meeting with this check-in in place of an earlier one of the same person."""
    others = (c for c in meeting.check_ins if c.participant_id != check_in.participant_id)
    return replace(meeting, check_ins=(*others, check_in))


def with_check_out(meeting: Meeting, check_out: CheckOut) -> Meeting:
    """Return the meeting with this check-out in place of an earlier one of the same person."""
    others = (c for c in meeting.check_outs if c.participant_id != check_out.participant_id)
    return replace(meeting, check_outs=(*others, check_out))


def with_card(meeting: Meeting, pile: Pile, card: DrawnCard) -> Meeting:
    """Return the meeting after a card was drawn."""
    return replace(meeting, pile=pile, cards=(*meeting.cards, card))


def with_card_put_back(meeting: Meeting, pile: Pile) -> Meeting:
    """Return the meeting after the card on the table was put back."""
    *earlier, last = meeting.cards
    return replace(meeting, pile=pile, cards=(*earlier, replace(last, put_back=True)))


class StillToAnswer(Struct, frozen=True):
    """One person's response to one agreement that nobody has given yet."""

    line: AgreementLine
    person: Participant


def still_to_answer(meeting: Meeting) -> tuple[StillToAnswer, ...]:
    """Return what stands between this meeting and its end: nothing where it can be closed."""
    return tuple(
        StillToAnswer(line, person)
        for line in meeting.agreement_lines()
        if line.text
        for person in responders(meeting)
        if meeting.response_to(line.wording, person.id) is None
    )


class StillOpenError(ValueError):
    """A meeting was to be finished while someone present has not responded."""


def finish(meeting: Meeting, at: datetime) -> Meeting:
    """Return the meeting with its agreements as records and its notes as they will stay.

    Raises StillOpenError while someone present has neither a stance nor passed.
    """
    if still_to_answer(meeting):
        raise StillOpenError
    lines = [line for line in meeting.agreement_lines() if line.text]
    agreements = tuple(
        _record(meeting, line, f"{meeting.id}-{number}") for number, line in enumerate(lines, 1)
    )
    return replace(meeting, agreements=agreements, finished=at, turn=None)


def _record(meeting: Meeting, line: AgreementLine, agreement_id: str) -> Agreement:
    from relroute_tui.domain.notes.wording import agreement_of  # only to round off

    given = [
        meeting.response_to(line.wording, seat.person.id)
        or Response(seat.person.id, Stance.NOT_PRESENT)
        for seat in meeting.seats
        if seat.person.role.takes_part and seat.is_told
    ]
    return agreement_of(line, agreement_id, given)


def cards_spoken_of(meeting: Meeting) -> tuple[DrawnCard, ...]:
    """Return the cards of a meeting; one that was put back only where the notes are about it."""
    headings = set(split_lines(meeting.notes))
    return tuple(
        card
        for card in meeting.cards
        if not card.put_back or card_heading(card.question) in headings
    )


def times_drawn(meetings: tuple[Meeting, ...]) -> Mapping[str, int]:
    """Return how often each card had its turn in these meetings."""
    counts: dict[str, int] = {}
    for meeting in meetings:
        for card in meeting.cards:
            if not card.put_back:
                counts[card.card_id] = counts.get(card.card_id, 0) + 1
    return counts


def meeting_day(meeting: Meeting) -> date:
    """Return the day of the meeting, where it was held."""
    return meeting.started.date()
