"""Two values of one route, that two laptops saved apart, joined so that nothing is lost.

A meeting that only one of them has is kept. A meeting that both have and that goes on in either is
one meeting, with every line of both notes. Where both closed it, or one went on after the other
had closed it, what was read back must not change: it is kept as two meetings of that day.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from msgspec.structs import fields, replace

from relroute_tui.domain.agreement import LookBack
from relroute_tui.domain.cards.pile import Pile
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.merge.notes import joined_notes
from relroute_tui.domain.merge.values import (
    KeepBoth,
    as_one,
    first_id,
    free_id,
    in_order,
    joined_parts,
    moment,
    spelt,
)
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.phase_history import RoundedOff
from relroute_tui.domain.questionnaire.answers import Filled, closed_where_either_is
from relroute_tui.domain.route import Route

_BETWEEN_NAMES: Final = " / "


def joined(one: Route, other: Route) -> Route:
    """One route with everything of both, the same whichever comes first.

    Joined again with either, it stays as it is. Raises ValueError for two different routes.
    """
    if one.id != other.id:
        raise ValueError("these are two different routes")
    if one == other:
        return one
    one, other = in_order(one, other)
    meetings, renamed_in_one, renamed_in_other = _joined_meetings(one.meetings, other.meetings)
    one = replace(one, look_backs=_renamed(one.look_backs, renamed_in_one))
    other = replace(other, look_backs=_renamed(other.look_backs, renamed_in_other))
    changed: dict[str, Any] = {"meetings": meetings}
    for each in fields(Route):
        if each.name not in ("id", "meetings"):
            join = RULES.get(each.name, joined_parts)
            changed[each.name] = join(getattr(one, each.name), getattr(other, each.name))
    return replace(one, **changed)


def _both_names(one: str, other: str) -> str:
    """Both, for the facilitator to choose one: nobody's name for a child is thrown away."""
    names = [*one.split(_BETWEEN_NAMES), *other.split(_BETWEEN_NAMES)]
    return _BETWEEN_NAMES.join(sorted(set(names))) if one != other else one


def _further(one: Phase, other: Phase) -> Phase:
    return max(one, other, key=list(Phase).index)


def _earlier(one: datetime, other: datetime) -> datetime:
    return min(one, other, key=moment)


def _filled(one: tuple[Filled, ...], other: tuple[Filled, ...]) -> tuple[Filled, ...]:
    return closed_where_either_is(joined_parts(one, other))


def _rounded_off(one: RoundedOff | None, other: RoundedOff | None) -> RoundedOff | None:
    """The later of two ends, with the words of both."""
    if one is None or other is None:
        return one or other
    later = max(one, other, key=lambda each: (each.on, spelt(each)))
    return replace(later, words=joined_notes(one.words, other.words))


RULES: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "nickname": _both_names,
    "phase": _further,
    "created": _earlier,
    "filled": _filled,
    "rounded_off": _rounded_off,
}
"""How a field of a route is joined that is no sequence of parts, or one with a rule of its own."""


@dataclass
class _Versions:
    """One meeting as it was found, and the places it was found at: (which route, which meeting)."""

    meeting: Meeting
    found: list[tuple[int, str]]


_Renamed = dict[str, str]


def _joined_meetings(
    one: tuple[Meeting, ...], other: tuple[Meeting, ...]
) -> tuple[tuple[Meeting, ...], _Renamed, _Renamed]:
    """All meetings, as they were held; and how the agreements of each side are called now."""
    groups: dict[str, list[_Versions]] = {}
    for side, meetings in enumerate((one, other)):
        for each in meetings:
            version = _Versions(_called(each, first_id(each.id)), [(side, each.id)])
            groups.setdefault(first_id(each.id), []).append(version)
    kept: list[Meeting] = []
    renamed: tuple[_Renamed, _Renamed] = ({}, {})
    for meeting_id, versions in groups.items():
        taken: list[str] = []
        for version in _told_apart(versions):
            own_id = free_id(meeting_id, taken) if taken else meeting_id
            taken.append(own_id)
            meeting = _called(version.meeting, own_id)
            kept.append(meeting)
            for side, old_id in version.found:
                for new in meeting.agreements:
                    if new.id.startswith(f"{own_id}-"):
                        renamed[side][old_id + new.id.removeprefix(own_id)] = new.id
    kept.sort(key=lambda each: (moment(each.started), each.id))
    return tuple(kept), *renamed


def _called(meeting: Meeting, meeting_id: str) -> Meeting:
    """The meeting under this id, and its agreements under ids that belong to it."""
    agreements = tuple(
        replace(each, id=meeting_id + each.id.removeprefix(meeting.id))
        if each.id.startswith(f"{meeting.id}-")
        else each
        for each in meeting.agreements
    )
    return replace(meeting, id=meeting_id, agreements=agreements)


def _told_apart(versions: Iterable[_Versions]) -> list[_Versions]:
    """The versions of one meeting that can not be one: closed ones first, then what is open."""
    closed: list[_Versions] = []
    going_on: list[_Versions] = []
    in_turn = sorted(versions, key=lambda each: spelt(each.meeting))
    for version in in_turn:
        if version.meeting.finished is not None:
            _add(closed, version, _closed_as_one)
    for version in in_turn:
        if version.meeting.finished is None and not _is_held_by(closed, version):
            _add(going_on, version, _going_on_as_one)
    return [*closed, *(each for each in going_on if not _is_held_by(closed, each))]


def _add(
    kept: list[_Versions], version: _Versions, in_one: Callable[[Meeting, Meeting], Meeting]
) -> None:
    for each in kept:
        try:
            each.meeting = in_one(each.meeting, version.meeting)
        except KeepBoth:
            continue
        each.found += version.found
        return
    kept.append(version)


def _is_held_by(closed: Iterable[_Versions], version: _Versions) -> bool:
    """Whether a closed meeting holds all of one that goes on: then that one is only older."""
    for each in closed:
        before = replace(each.meeting, finished=None, agreements=(), corrections=())
        try:
            both = _going_on_as_one(before, version.meeting)
        except KeepBoth:
            continue
        bare: dict[str, Any] = {"agenda": before.agenda, "pile": before.pile, "turn": before.turn}
        if replace(both, **bare) == before:
            each.found += version.found
            return True
    return False


def _closed_as_one(one: Meeting, other: Meeting) -> Meeting:
    """Two closed meetings that differ in nothing but what was added later. Raises KeepBoth."""
    if replace(one, corrections=()) != replace(other, corrections=()):
        raise KeepBoth
    return replace(one, corrections=joined_parts(one.corrections, other.corrections))


def _going_on_as_one(one: Meeting, other: Meeting) -> Meeting:
    """One meeting out of two versions of it that were not closed yet. Raises KeepBoth."""
    one, other = in_order(one, other)
    if one.agenda.steps != other.agenda.steps:
        raise KeepBoth
    where = max(one.agenda, other.agenda, key=lambda each: (each.current, spelt(each)))
    rules: Mapping[str, Callable[[Any, Any], Any]] = {
        "agenda": lambda *_both: where,
        "pile": _joined_piles,
        "turn": lambda *turns: max(turns, key=lambda each: each or ""),
        "notes": joined_notes,
    }
    changed: dict[str, Any] = {
        each.name: rules.get(each.name, as_one)(getattr(one, each.name), getattr(other, each.name))
        for each in fields(Meeting)
    }
    return replace(one, **changed)


def _joined_piles(one: Pile, other: Pile) -> Pile:
    """The pile in which every card that came up on either table came up. Raises KeepBoth."""
    if one.seed != other.seed:
        raise KeepBoth
    if one.shuffles != other.shuffles:
        return max(one, other, key=lambda each: each.shuffles)
    return replace(
        one,
        drawn=joined_parts(one.drawn, other.drawn),
        put_back=joined_parts(one.put_back, other.put_back),
    )


def _renamed(look_backs: Iterable[LookBack], names: _Renamed) -> tuple[LookBack, ...]:
    """The look backs, on the agreements as these are called now."""
    return tuple(
        replace(each, agreement_id=names.get(each.agreement_id, each.agreement_id))
        for each in look_backs
    )
