"""Two versions of one route, that two laptops saved apart, merged so that nothing is lost."""

from datetime import datetime
from functools import reduce
from typing import Final

from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.merge.meetings import merge_meetings
from relroute_tui.domain.merge.notes import merge_notes
from relroute_tui.domain.merge.rules import (
    BUSY,
    CALLED_OFF,
    CELL,
    ENTERED,
    FILLED,
    LOOK_BACK,
    PARTICIPANT,
    PHASE_MOVE,
    PLANNED,
    PREPARATION,
    ROUNDED_OFF,
    STATEMENT,
    UNFINISHED,
    WORD,
)
from relroute_tui.domain.merge.sequences import merge_sequences
from relroute_tui.domain.merge.values import canonical, further_of, in_fixed_order, moment
from relroute_tui.domain.phase import Phase, RoundedOff
from relroute_tui.domain.questionnaire.answers import closed_where_either_is
from relroute_tui.domain.route import FirstQuestion, Route

_BETWEEN_NAMES: Final = " / "


def merge_routes(one: Route, other: Route) -> Route:
    """Return one route with everything of both, the same whichever comes first.

    Merged again with either, it stays as it is. Raises ValueError for two different routes.
    """
    if one.id != other.id:
        raise ValueError("these are two different routes")
    if one == other:
        return one
    one, other = in_fixed_order(one, other)
    meetings, new_ids, other_new_ids = merge_meetings(one.meetings, other.meetings)
    look_backs = new_ids.in_look_backs(one.look_backs)
    other_look_backs = other_new_ids.in_look_backs(other.look_backs)
    called_off = new_ids.in_called_off(one.called_off)
    other_called_off = other_new_ids.in_called_off(other.called_off)
    statements = new_ids.in_statements(one.statements)
    other_statements = other_new_ids.in_statements(other.statements)
    filled = merge_sequences(one.filled, other.filled, FILLED)
    earlier_ends = merge_sequences(one.earlier_ends, other.earlier_ends, ROUNDED_OFF)
    return Route(
        id=one.id,
        nickname=_both_names(one.nickname, other.nickname),
        phase=further_of(one.phase, other.phase, list(Phase)),
        created=_earlier(one.created, other.created),
        participants=merge_sequences(one.participants, other.participants, PARTICIPANT),
        meetings=meetings,
        set_aside=merge_sequences(one.set_aside, other.set_aside, WORD),
        look_backs=merge_sequences(look_backs, other_look_backs, LOOK_BACK),
        cells=merge_sequences(one.cells, other.cells, CELL),
        history=merge_sequences(one.history, other.history, PHASE_MOVE),
        filled=closed_where_either_is(filled),
        planned=merge_sequences(one.planned, other.planned, PLANNED),
        preparations=merge_sequences(one.preparations, other.preparations, PREPARATION),
        agreements=merge_sequences(one.agreements, other.agreements, ENTERED),
        called_off=merge_sequences(called_off, other_called_off, CALLED_OFF),
        busy=merge_sequences(one.busy, other.busy, BUSY),
        rounded_off=_merge_ends(_end_of(one, earlier_ends), _end_of(other, earlier_ends)),
        earlier_ends=earlier_ends,
        carers=_merge_carers(one.carers, other.carers),
        statements=merge_sequences(statements, other_statements, STATEMENT),
        stopped_at=_merge_questions(one.stopped_at, other.stopped_at),
    )


def _both_names(one: str, other: str) -> str:
    """Return both, for the facilitator to choose: nobody's name for a child is thrown away."""
    names = [*one.split(_BETWEEN_NAMES), *other.split(_BETWEEN_NAMES)]
    return _BETWEEN_NAMES.join(sorted(set(names))) if one != other else one


def _earlier(one: datetime, other: datetime) -> datetime:
    return min(one, other, key=moment)


def _merge_questions(
    one: FirstQuestion | None, other: FirstQuestion | None
) -> FirstQuestion | None:
    """Return the later question, also of one version only: asked once more, nothing is lost."""
    return further_of(one, other, list(FirstQuestion)) if one and other else one or other


def _merge_carers(one: Carers, other: Carers) -> Carers:
    """Return the word that was chosen; of two that differ any, but every word that was typed."""
    chosen = [carers for carers in (one, other) if carers != Carers()]
    if len(chosen) < 2 or one == other:
        return chosen[0] if chosen else one
    typed = [carers.own_word for carers in chosen if carers.own_word]
    if not typed:
        return further_of(one, other, [Carers(kind) for kind in CarersKind])
    own_word = reduce(_both_names, typed)
    return Carers(max(carers.kind for carers in chosen if carers.own_word), own_word)


def _end_of(version: Route, earlier: tuple[RoundedOff, ...]) -> RoundedOff | None:
    """Return the end of a version, unless the route went on after it in the other one."""
    return None if version.rounded_off in earlier else version.rounded_off


def _merge_ends(one: RoundedOff | None, other: RoundedOff | None) -> RoundedOff | None:
    """Return the later of two ends, with the words of both and what either left unfinished."""
    if one is None or other is None:
        return one or other
    later = max(one, other, key=lambda end: (end.on, canonical(end)))
    return RoundedOff(
        on=later.on,
        words=merge_notes(one.words, other.words),
        unfinished=merge_sequences(one.unfinished, other.unfinished, UNFINISHED),
    )
