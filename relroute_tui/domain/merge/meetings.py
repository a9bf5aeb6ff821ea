"""The meetings of two versions of a route: each kept once, or twice where it was held twice.

A meeting that goes on in either version is one meeting, with every line of both notes. Where both
closed it, or one went on after the other had closed it, what was read back must not change: it is
kept as two meetings of that day.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from relroute_tui.domain.agenda import Agenda
from relroute_tui.domain.agreement import LookBack
from relroute_tui.domain.cards.pile import Pile
from relroute_tui.domain.contact import CalledOff
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.merge.notes import merge_notes
from relroute_tui.domain.merge.rules import (
    AGREEMENT,
    AGREEMENT_RESPONSE,
    CHECK_IN,
    CHECK_OUT,
    CORRECTION,
    DRAWN_CARD,
    SEAT,
    THEME,
    WORD,
)
from relroute_tui.domain.merge.sequences import first_id, free_id, merge_sequences
from relroute_tui.domain.merge.values import (
    KeepBoth,
    canonical,
    in_fixed_order,
    merge_values,
    moment,
)
from relroute_tui.domain.statement import Statement, Subject


class NewIds:
    """New ids of the meetings of one version of the route, and of their agreements."""

    def __init__(self) -> None:
        self._meetings: dict[str, str] = {}
        self._agreements: dict[str, str] = {}

    def note(self, old_id: str, meeting: Meeting) -> None:
        """Remember how the meeting that was called `old_id` and its agreements are called now."""
        self._meetings[old_id] = meeting.id
        for agreement in meeting.agreements:
            if agreement.id.startswith(f"{meeting.id}-"):
                old = old_id + agreement.id.removeprefix(meeting.id)
                self._agreements[old] = agreement.id

    def in_look_backs(self, look_backs: Iterable[LookBack]) -> tuple[LookBack, ...]:
        """Return the look-backs, on the agreements as these are called now."""
        return tuple(
            replace(look_back, agreement_id=self._id_now(look_back.agreement_id))
            for look_back in look_backs
        )

    def in_called_off(self, called_off: Iterable[CalledOff]) -> tuple[CalledOff, ...]:
        """Return the days that were called off, of the agreements as these are called now."""
        return tuple(
            replace(cancellation, agreement_id=self._id_now(cancellation.agreement_id))
            for cancellation in called_off
        )

    def in_statements(self, statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """Return people's own views, beside what they are about as that is called now."""
        return tuple(
            replace(statement, about=self._subject_now(statement.about)) for statement in statements
        )

    def _subject_now(self, subject: Subject) -> Subject:
        return replace(
            subject,
            meeting_id=self._meetings.get(subject.meeting_id, subject.meeting_id),
            agreement_id=self._id_now(subject.agreement_id),
        )

    def _id_now(self, agreement_id: str) -> str:
        return self._agreements.get(agreement_id, agreement_id)


@dataclass
class _Version:
    """One meeting as it was found, and where: in which version of the route, under which id."""

    meeting: Meeting
    found: list[tuple[NewIds, str]]


def merge_meetings(
    one: tuple[Meeting, ...], other: tuple[Meeting, ...]
) -> tuple[tuple[Meeting, ...], NewIds, NewIds]:
    """Return all meetings in the order of the days, and the new ids of either side."""
    new_ids = NewIds(), NewIds()
    groups: dict[str, list[_Version]] = {}
    for side, meetings in zip(new_ids, (one, other), strict=True):
        for meeting in meetings:
            meeting_id = first_id(meeting.id)
            version = _Version(_renamed(meeting, meeting_id), [(side, meeting.id)])
            groups.setdefault(meeting_id, []).append(version)
    kept: list[Meeting] = []
    for meeting_id, versions in groups.items():
        taken: list[str] = []
        for version in _kept_apart(versions):
            own_id = free_id(meeting_id, taken) if taken else meeting_id
            taken.append(own_id)
            meeting = _renamed(version.meeting, own_id)
            kept.append(meeting)
            for side, old_id in version.found:
                side.note(old_id, meeting)
    kept.sort(key=lambda meeting: (moment(meeting.started), meeting.id))
    return tuple(kept), *new_ids


def _renamed(meeting: Meeting, meeting_id: str) -> Meeting:
    """Return the meeting under this id, and its agreements under ids that belong to it."""
    agreements = tuple(
        replace(agreement, id=meeting_id + agreement.id.removeprefix(meeting.id))
        if agreement.id.startswith(f"{meeting.id}-")
        else agreement
        for agreement in meeting.agreements
    )
    return replace(meeting, id=meeting_id, agreements=agreements)


def _kept_apart(versions: Iterable[_Version]) -> list[_Version]:
    """Return the versions of one meeting that cannot be merged: closed ones first."""
    closed: list[_Version] = []
    going_on: list[_Version] = []
    in_turn = sorted(versions, key=lambda version: canonical(version.meeting))
    for version in in_turn:
        if version.meeting.finished is not None:
            _add(closed, version, _merge_closed)
    for version in in_turn:
        if version.meeting.finished is None and not _is_held_by(closed, version):
            _add(going_on, version, _merge_going_on)
    return [*closed, *(version for version in going_on if not _is_held_by(closed, version))]


def _add(
    kept: list[_Version], version: _Version, merge: Callable[[Meeting, Meeting], Meeting]
) -> None:
    for earlier in kept:
        try:
            earlier.meeting = merge(earlier.meeting, version.meeting)
        except KeepBoth:
            continue
        earlier.found += version.found
        return
    kept.append(version)


def _is_held_by(closed: Iterable[_Version], version: _Version) -> bool:
    """Return whether a closed meeting holds all of one that goes on: then that is only older."""
    for first in closed:
        before = replace(first.meeting, finished=None, agreements=(), corrections=())
        try:
            both = _merge_going_on(before, version.meeting)
        except KeepBoth:
            continue
        where = replace(both, agenda=before.agenda, pile=before.pile, turn=before.turn)
        if replace(where, first_turn=before.first_turn) == before:
            first.found += version.found
            return True
    return False


def _merge_closed(one: Meeting, other: Meeting) -> Meeting:
    """Merge two closed meetings that differ only in what was added later. Raises KeepBoth."""
    if replace(one, corrections=()) != replace(other, corrections=()):
        raise KeepBoth
    corrections = merge_sequences(one.corrections, other.corrections, CORRECTION)
    return replace(one, corrections=corrections)


def _merge_going_on(one: Meeting, other: Meeting) -> Meeting:
    """Merge two versions of a meeting that were not closed yet. Raises KeepBoth."""
    one, other = in_fixed_order(one, other)
    return Meeting(
        id=merge_values(one.id, other.id),
        started=merge_values(one.started, other.started),
        agenda=_merge_agendas(one.agenda, other.agenda),
        pile=_merge_piles(one.pile, other.pile),
        seats=merge_sequences(one.seats, other.seats, SEAT),
        turn=_either(one.turn, other.turn),
        first_turn=_either(one.first_turn, other.first_turn),
        notes=merge_notes(one.notes, other.notes),
        cards=merge_sequences(one.cards, other.cards, DRAWN_CARD),
        responses=merge_sequences(one.responses, other.responses, AGREEMENT_RESPONSE),
        check_ins=merge_sequences(one.check_ins, other.check_ins, CHECK_IN),
        check_outs=merge_sequences(one.check_outs, other.check_outs, CHECK_OUT),
        agreements=merge_sequences(one.agreements, other.agreements, AGREEMENT),
        finished=merge_values(one.finished, other.finished),
        corrections=merge_sequences(one.corrections, other.corrections, CORRECTION),
        themes=merge_sequences(one.themes, other.themes, THEME),
        asks_to_say_back=one.asks_to_say_back and other.asks_to_say_back,
    )


def _either(one: str | None, other: str | None) -> str | None:
    """Return one of two ids of which it does not matter which, and the same one each time."""
    return one if one == other else max(one or "", other or "") or None


def _merge_agendas(one: Agenda, other: Agenda) -> Agenda:
    """Return the agenda that is further on. Raises KeepBoth for different steps.

    Other minutes and another order are no other steps: they are changed for the day.
    """
    if _bare_steps(one) != _bare_steps(other):
        raise KeepBoth
    return max(one, other, key=lambda agenda: (agenda.current, canonical(agenda)))


def _bare_steps(agenda: Agenda) -> list[str]:
    return sorted(canonical(replace(step, minutes=0)) for step in agenda.steps)


def _merge_piles(one: Pile, other: Pile) -> Pile:
    """Return the pile with every card that came up on either table. Raises KeepBoth."""
    if one.seed != other.seed:
        raise KeepBoth
    if one.shuffles != other.shuffles:
        return max(one, other, key=lambda pile: pile.shuffles)
    return Pile(
        seed=one.seed,
        drawn=merge_sequences(one.drawn, other.drawn, WORD),
        put_back=merge_sequences(one.put_back, other.put_back, WORD),
        shuffles=one.shuffles,
    )
