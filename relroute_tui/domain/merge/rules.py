"""Rules by which each kind of part of a route is recognised and merged."""

from collections.abc import Mapping
from functools import partial
from operator import and_, or_
from typing import Final, TypeVar

from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, Category, Entered, LookBack, Response
from relroute_tui.domain.busy import Busy
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.contact import CalledOff
from relroute_tui.domain.meeting import AgreementResponse, Correction, DrawnCard
from relroute_tui.domain.merge.notes import merge_notes
from relroute_tui.domain.merge.sequences import PartRule, by_rule, first_id
from relroute_tui.domain.merge.values import (
    KeepBoth,
    canonical,
    further_of,
    merge_fields,
    moment,
)
from relroute_tui.domain.participant import Move, Participant, Seat
from relroute_tui.domain.phase import PhaseMove, RoundedOff, Unfinished
from relroute_tui.domain.progress.cells import Cell, CellState
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.preparation import Preparation, Presence
from relroute_tui.domain.questionnaire.answers import UNANSWERED, Answer, Block, Everyday, Filled
from relroute_tui.domain.scores import CheckIn, CheckOut
from relroute_tui.domain.statement import Statement

_E = TypeVar("_E")

WORD: Final = PartRule[str](key=str)
THEME: Final = PartRule[Theme](key=str)
MOVE: Final = PartRule[Move](at=lambda move: move.at)
CORRECTION: Final = PartRule[Correction](at=lambda correction: correction.at)
LOOK_BACK: Final = PartRule[LookBack](at=lambda look_back: look_back.on)
ROUNDED_OFF: Final = PartRule[RoundedOff](at=lambda end: end.on)
PHASE_MOVE: Final = PartRule[PhaseMove](at=lambda move: move.at)
ENTERED: Final = PartRule[Entered](at=lambda entered: entered.at)
STATEMENT: Final = PartRule[Statement](at=lambda statement: statement.at)
UNFINISHED: Final = PartRule[Unfinished]()
PLANNED: Final = PartRule[Planned]()


def _merge_called_off(one: CalledOff, other: CalledOff) -> CalledOff:
    return max(one, other, key=lambda version: (moment(version.at), canonical(version)))


CALLED_OFF: Final = PartRule[CalledOff](
    key=lambda called_off: (called_off.agreement_id, called_off.day),
    merge=_merge_called_off,
    at=lambda called_off: called_off.at,
)


def _merge_busy(one: Busy, other: Busy) -> Busy:
    """Return the calendar that was read last: it took the place of the one before."""
    return max(one, other, key=lambda version: (moment(version.read), canonical(version)))


BUSY: Final = PartRule[Busy](key=lambda busy: busy.participant_id, merge=_merge_busy)


PARTICIPANT: Final = PartRule[Participant](
    key=lambda person: first_id(person.id),
    merge=merge_fields,
    id_of=lambda person: person.id,
    with_id=lambda person, person_id: replace(person, id=person_id),
)


def _merge_seats(one: Seat, other: Seat) -> Seat:
    # Not expected on either laptop is not expected: nobody is called absent by mistake.
    return merge_fields(
        one, other, person=merge_fields, moves=by_rule(MOVE), invited=and_, from_elsewhere=or_
    )


SEAT: Final = PartRule[Seat](
    key=lambda seat: first_id(seat.person.id),
    merge=_merge_seats,
    id_of=lambda seat: seat.person.id,
    with_id=lambda seat, person_id: replace(seat, person=replace(seat.person, id=person_id)),
)


def _merge_cards(one: DrawnCard, other: DrawnCard) -> DrawnCard:
    return merge_fields(one, other, put_back=or_)


DRAWN_CARD: Final = PartRule[DrawnCard](
    key=lambda card: (card.card_id, card.at.isoformat()),
    merge=_merge_cards,
    at=lambda card: card.at,
)


def _merge_responses(one: Response, other: Response) -> Response:
    return merge_fields(one, other, said_back=_merge_said_back)


def _merge_said_back(one: str | None, other: str | None) -> str | None:
    """Return what was said back; who passed on one laptop only said it on the other."""
    if one and other and one != other:
        raise KeepBoth
    return one or other or (one if other is None else other)


RESPONSE: Final = PartRule[Response](
    key=lambda response: response.participant_id, merge=_merge_responses
)
AGREEMENT_RESPONSE: Final = PartRule[AgreementResponse](
    key=lambda given: (given.response.participant_id, given.wording),
    merge=lambda one, other: merge_fields(one, other, response=_merge_responses),
    # The last response to some words is the one that counts: dissent is never hidden.
    comes_last=lambda given: given.response.stance.is_dissent,
)


def _merge_agreements(one: Agreement, other: Agreement) -> Agreement:
    return merge_fields(one, other, who=by_rule(WORD), responses=by_rule(RESPONSE))


AGREEMENT: Final = PartRule[Agreement](
    key=lambda agreement: first_id(agreement.id),
    merge=_merge_agreements,
    id_of=lambda agreement: agreement.id,
    with_id=lambda agreement, agreement_id: replace(agreement, id=agreement_id),
)
CHECK_IN: Final = PartRule[CheckIn](
    key=lambda check_in: check_in.participant_id, merge=merge_fields
)
CHECK_OUT: Final = PartRule[CheckOut](
    key=lambda check_out: check_out.participant_id, merge=merge_fields
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
    return merge_fields(
        one,
        other,
        on=max,
        wanted=merge_notes,
        not_wanted=merge_notes,
        themes=by_rule(THEME),
        first_theme=partial(_further_given, list(Theme)),
        presence=partial(_further_given, list(Presence)),
    )


def _further_given(order: list[_E], one: _E | None, other: _E | None) -> _E | None:
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
    return merge_fields(one, other, released=_merge_released)


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
    return merge_fields(one, other, everyday=by_rule(_EVERYDAY), themes=by_rule(THEME))


FILLED: Final = PartRule[Filled](key=lambda filled: filled.participant_id, merge=_merge_filled)
