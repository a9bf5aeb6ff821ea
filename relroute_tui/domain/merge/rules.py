"""How each kind of part of a route is recognised and merged."""

from collections.abc import Mapping
from typing import Final, TypeVar

from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, Category, Entered, LookBack, Response
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import AgreementResponse, Correction, DrawnCard, Move, Seat
from relroute_tui.domain.merge.notes import merge_notes
from relroute_tui.domain.merge.sequences import PartRule, first_id, merge_sequences
from relroute_tui.domain.merge.values import (
    KeepBoth,
    canonical,
    further_of,
    merge_values,
)
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.cells import Cell, CellState
from relroute_tui.domain.progress.phase_history import PhaseMove, Unfinished
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.preparation import Preparation, Presence
from relroute_tui.domain.questionnaire.answers import UNANSWERED, Answer, Block, Everyday, Filled
from relroute_tui.domain.scores import CheckIn, CheckOut

_E = TypeVar("_E")

WORD: Final = PartRule[str](key=str)
THEME: Final = PartRule[Theme](key=str)
MOVE: Final = PartRule[Move](at=lambda move: move.at)
CORRECTION: Final = PartRule[Correction](at=lambda correction: correction.at)
LOOK_BACK: Final = PartRule[LookBack](at=lambda look_back: look_back.on)
PHASE_MOVE: Final = PartRule[PhaseMove](at=lambda move: move.at)
ENTERED: Final = PartRule[Entered](at=lambda entered: entered.at)
UNFINISHED: Final = PartRule[Unfinished]()
PLANNED: Final = PartRule[Planned]()


def _merge_participants(one: Participant, other: Participant) -> Participant:
    return Participant(
        id=merge_values(one.id, other.id),
        name=merge_values(one.name, other.name),
        role=merge_values(one.role, other.role),
        age_group=merge_values(one.age_group, other.age_group),
        known_as=merge_values(one.known_as, other.known_as),
    )


PARTICIPANT: Final = PartRule[Participant](
    key=lambda person: first_id(person.id),
    merge=_merge_participants,
    id_of=lambda person: person.id,
    with_id=lambda person, person_id: replace(person, id=person_id),
)


def _merge_seats(one: Seat, other: Seat) -> Seat:
    return Seat(
        person=_merge_participants(one.person, other.person),
        moves=merge_sequences(one.moves, other.moves, MOVE),
        guest=merge_values(one.guest, other.guest),
        invited=one.invited and other.invited,  # nobody is called absent by mistake
    )


SEAT: Final = PartRule[Seat](
    key=lambda seat: first_id(seat.person.id),
    merge=_merge_seats,
    id_of=lambda seat: seat.person.id,
    with_id=lambda seat, person_id: replace(seat, person=replace(seat.person, id=person_id)),
)


def _merge_cards(one: DrawnCard, other: DrawnCard) -> DrawnCard:
    return DrawnCard(
        card_id=one.card_id,
        question=merge_values(one.question, other.question),
        at=one.at,
        theme=merge_values(one.theme, other.theme),
        put_back=one.put_back or other.put_back,
    )


DRAWN_CARD: Final = PartRule[DrawnCard](
    key=lambda card: (card.card_id, card.at.isoformat()),
    merge=_merge_cards,
    at=lambda card: card.at,
)


def _merge_responses(one: Response, other: Response) -> Response:
    return Response(
        participant_id=merge_values(one.participant_id, other.participant_id),
        stance=merge_values(one.stance, other.stance),
        words=merge_values(one.words, other.words),
    )


RESPONSE: Final = PartRule[Response](
    key=lambda response: response.participant_id, merge=_merge_responses
)
AGREEMENT_RESPONSE: Final = PartRule[AgreementResponse](
    key=lambda given: (given.response.participant_id, given.wording),
    merge=lambda one, other: AgreementResponse(
        one.wording, _merge_responses(one.response, other.response)
    ),
    # The last response to some words is the one that counts: dissent is never hidden.
    comes_last=lambda given: given.response.stance.is_dissent,
)


def _merge_agreements(one: Agreement, other: Agreement) -> Agreement:
    return Agreement(
        id=merge_values(one.id, other.id),
        text=merge_values(one.text, other.text),
        who=merge_sequences(one.who, other.who, WORD),
        when=merge_values(one.when, other.when),
        if_not=merge_values(one.if_not, other.if_not),
        category=merge_values(one.category, other.category),
        review=merge_values(one.review, other.review),
        responses=merge_sequences(one.responses, other.responses, RESPONSE),
        set_by=merge_values(one.set_by, other.set_by),
        contact=merge_values(one.contact, other.contact),
    )


AGREEMENT: Final = PartRule[Agreement](
    key=lambda agreement: first_id(agreement.id),
    merge=_merge_agreements,
    id_of=lambda agreement: agreement.id,
    with_id=lambda agreement, agreement_id: replace(agreement, id=agreement_id),
)
CHECK_IN: Final = PartRule[CheckIn](
    key=lambda check_in: check_in.participant_id,
    merge=lambda one, other: CheckIn(
        participant_id=one.participant_id,
        score=merge_values(one.score, other.score),
        word=merge_values(one.word, other.word),
    ),
)
CHECK_OUT: Final = PartRule[CheckOut](
    key=lambda check_out: check_out.participant_id,
    merge=lambda one, other: CheckOut(
        participant_id=one.participant_id,
        score=merge_values(one.score, other.score),
        word=merge_values(one.word, other.word),
        heard=merge_values(one.heard, other.heard),
        subjects=merge_values(one.subjects, other.subjects),
        way=merge_values(one.way, other.way),
    ),
)


def _merge_cells(one: Cell, other: Cell) -> Cell:
    """Return the cell in the further of both states, with every line of both texts."""
    states = list(CellState)
    further = max(one, other, key=lambda cell: (states.index(cell.state), canonical(cell.since)))
    return replace(further, text=merge_notes(one.text, other.text))


CELL: Final = PartRule[Cell](key=lambda cell: (cell.phase, cell.module), merge=_merge_cells)


def _merge_preparations(one: Preparation, other: Preparation) -> Preparation:
    """Return one talk apart, with every line and every theme of both. Raises KeepBoth for two.

    Of two times to be at the table the shorter holds: who would rather not, need not.
    """
    if one.meeting_id != other.meeting_id:
        raise KeepBoth
    return Preparation(
        participant_id=one.participant_id,
        on=max(one.on, other.on),
        wanted=merge_notes(one.wanted, other.wanted),
        not_wanted=merge_notes(one.not_wanted, other.not_wanted),
        themes=merge_sequences(one.themes, other.themes, THEME),
        first_theme=_further_given(one.first_theme, other.first_theme, list(Theme)),
        presence=_further_given(one.presence, other.presence, list(Presence)),
        meeting_id=one.meeting_id,
    )


def _further_given(one: _E | None, other: _E | None, order: list[_E]) -> _E | None:
    if one is None or other is None:
        return other if one is None else one
    return further_of(one, other, order)


PREPARATION: Final = PartRule[Preparation](
    key=lambda prepared: prepared.participant_id,
    merge=_merge_preparations,
    at=lambda prepared: prepared.on,
)


def _merge_filled(one: Filled, other: Filled) -> Filled:
    """Return one questionnaire, open where both are: the sealed sheet has it all."""
    return Filled(
        participant_id=one.participant_id,
        moment=merge_values(one.moment, other.moment),
        released=_merge_released(one.released, other.released),
        sealed=merge_values(one.sealed, other.sealed),
        finished=merge_values(one.finished, other.finished),
    )


_Released = Mapping[Block, Mapping[str, Answer]]


def _merge_released(one: _Released, other: _Released) -> _Released:
    return {
        block: {
            item_id: _merge_answers(one[block].get(item_id), other[block].get(item_id))
            for item_id in sorted(one[block].keys() | other[block].keys())
        }
        for block in sorted(one.keys() & other.keys())
    }


_EVERYDAY: Final = PartRule[tuple[Category, Everyday]]()


def _merge_answers(one: Answer | None, other: Answer | None) -> Answer:
    if one is None or other is None:
        return one or other or UNANSWERED
    return Answer(
        silence=merge_values(one.silence, other.silence),
        score=merge_values(one.score, other.score),
        face=merge_values(one.face, other.face),
        everyday=merge_sequences(one.everyday, other.everyday, _EVERYDAY),
        need=merge_values(one.need, other.need),
        themes=merge_sequences(one.themes, other.themes, THEME),
        words=merge_values(one.words, other.words),
    )


FILLED: Final = PartRule[Filled](key=lambda filled: filled.participant_id, merge=_merge_filled)
