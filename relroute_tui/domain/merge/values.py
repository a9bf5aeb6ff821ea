"""Two versions of one thing, made one where that loses nothing, and kept as two where it would.

Nothing here knows which version is newer: two laptops that were apart have no common clock. So the
result is the same whichever comes first, and joining it with either version again changes nothing.
"""

import re
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import count
from typing import Any, Final, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from relroute_tui.domain.agreement import Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import AgreementResponse, DrawnCard, Seat
from relroute_tui.domain.merge.notes import joined_notes
from relroute_tui.domain.merge.sequences import interleave, stand_in
from relroute_tui.domain.progress.cells import Cell, CellState
from relroute_tui.domain.progress.preparation import Preparation, Presence
from relroute_tui.domain.questionnaire.answers import Filled

_VERSION: Final = re.compile(r"-v\d+$")
_DISSENT: Final = (Stance.YES_IF, Stance.NOT_YET)
_T = TypeVar("_T")


class KeepBoth(Exception):  # noqa: N818 - it says what to do
    """The two say different things, and both are to stay."""


def first_id(part_id: str) -> str:
    """The id that a second version was given its own from: "m1" of "m1-v2"."""
    return _VERSION.sub("", part_id)


def spelt(value: object) -> str:
    """A value as a text that is the same on every laptop."""
    if isinstance(value, Struct):
        inside = ", ".join(
            f"{each.name}={spelt(getattr(value, each.name))}" for each in fields(value)
        )
        return f"{type(value).__name__}({inside})"
    if isinstance(value, tuple):
        return f"({', '.join(map(spelt, value))})"
    if isinstance(value, Mapping):
        return str(sorted((spelt(key), spelt(each)) for key, each in value.items()))
    if isinstance(value, frozenset):
        return str(sorted(map(spelt, value)))
    return repr(value)


def in_order(one: _T, other: _T) -> tuple[_T, _T]:
    """The two in an order that does not depend on which is called one and which other."""
    return (one, other) if spelt(one) <= spelt(other) else (other, one)


def as_one(one: Any, other: Any) -> Any:
    """What both say, where neither takes anything from the other. Raises KeepBoth."""
    if one == other or _is_empty(other):
        return one
    if _is_empty(one):
        return other
    if isinstance(one, tuple) and isinstance(other, tuple):
        return joined_parts(one, other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        both = {**one, **other}
        return {key: as_one(one.get(key), other.get(key)) for key in sorted(both)}
    if isinstance(one, Struct) and type(one) is type(other):
        return _fields_as_one(one, other)
    raise KeepBoth


def _is_empty(value: object) -> bool:
    return value is None or value in ("", ())


def _fields_as_one(one: Any, other: Any) -> Any:
    if isinstance(one, Cell):
        return _cells_as_one(one, other)
    if isinstance(one, Preparation):
        return _preparations_as_one(one, other)
    changed = {
        each.name: as_one(getattr(one, each.name), getattr(other, each.name))
        for each in fields(one)
        if each.name not in ("put_back", "released")
    }
    if isinstance(one, DrawnCard):
        changed["put_back"] = one.put_back or other.put_back
    if isinstance(one, Filled):  # what somebody took back stays closed; the sealed sheet has it all
        changed["released"] = {
            block: as_one(one.released[block], other.released[block])
            for block in sorted(one.released.keys() & other.released.keys())
        }
    return replace(one, **changed)


def _cells_as_one(one: Cell, other: Cell) -> Cell:
    """The cell in the further of both states, with every line of both texts."""
    states = list(CellState)
    further = max(one, other, key=lambda each: (states.index(each.state), spelt(each.since)))
    return replace(further, text=joined_notes(one.text, other.text))


def _preparations_as_one(one: Preparation, other: Preparation) -> Preparation:
    """One talk apart, with every line and every theme of both. Raises KeepBoth for two talks.

    Of two times to be at the table the shorter holds: who would rather not, need not.
    """
    if one.meeting_id != other.meeting_id:
        raise KeepBoth
    presences, themes = list(Presence), list(Theme)
    return replace(
        one,
        on=max(one.on, other.on),
        wanted=joined_notes(one.wanted, other.wanted),
        not_wanted=joined_notes(one.not_wanted, other.not_wanted),
        themes=joined_parts(one.themes, other.themes),
        first_theme=_last(one.first_theme, other.first_theme, themes),
        presence=_last(one.presence, other.presence, presences),
    )


def _last(one: _T | None, other: _T | None, order: Sequence[_T]) -> _T | None:
    return max((each for each in (one, other) if each is not None), key=order.index, default=None)


def joined_parts(one: tuple[_T, ...], other: tuple[_T, ...]) -> tuple[_T, ...]:
    """Every part that either has, once: in two versions where these can not be one.

    A second version of a part with an id gets an id of its own, "p1-v2" beside "p1". Where neither
    has all parts of the other, they stand by their moment if they have one.
    """
    for whole, part in ((one, other), (other, one)):
        if stand_in(part, whole):
            return whole
    keys, other_keys = [_key(each) for each in one], [_key(each) for each in other]
    one_by_key, other_by_key = _by_key(one), _by_key(other)
    parts = [
        version
        for key in _all_keys(keys, other_keys)
        for version in _versions(one_by_key.get(key, []), other_by_key.get(key, []))
    ]
    as_they_stood = stand_in(keys, other_keys) or stand_in(other_keys, keys)
    result = tuple(_with_own_ids(parts if as_they_stood else _by_moment(parts)))
    same = [each for each in (one, other) if sorted(map(spelt, each)) == sorted(map(spelt, result))]
    return same[0] if len(same) == 1 else result  # nothing was added: then nothing moves either


def _by_key(parts: Iterable[_T]) -> dict[Hashable, list[_T]]:
    result: dict[Hashable, list[_T]] = {}
    for part in parts:
        result.setdefault(_key(part), []).append(part)
    return result


def _all_keys(one: list[Hashable], other: list[Hashable]) -> Iterable[Hashable]:
    first, second = sorted((list(dict.fromkeys(each)) for each in (one, other)), key=str)
    if set(second) <= set(first):
        return dict.fromkeys(first)
    if set(first) <= set(second):
        return dict.fromkeys(second)
    return dict.fromkeys(interleave(first, second))


def _key(part: Any) -> Hashable:  # noqa: PLR0911 - one a kind
    """What makes two parts versions of one."""
    match part:
        case Seat():
            return first_id(part.person.id)
        case Cell():
            return f"{part.phase} {part.module}"
        case DrawnCard():
            return f"{part.card_id} {part.at.isoformat()}"
        case AgreementResponse():
            return f"{part.response.participant_id} {part.wording}"
        case _ if isinstance(getattr(part, "id", None), str):
            return first_id(part.id)
        case _ if isinstance(getattr(part, "participant_id", None), str):
            return str(part.participant_id)
        case _:
            return spelt(part)


def _versions(one: list[_T], other: list[_T]) -> list[_T]:
    """One part in every version that either has: those that can be one are one."""
    if all(each in one for each in other) and len(other) <= len(one):
        return one
    if all(each in other for each in one) and len(one) <= len(other):
        return other
    more = [each for each in other if not any(_holds(part, each) for part in one)]
    kept = [each for each in one if not any(_holds(part, each) for part in more)]
    kept, more = sorted((sorted(kept, key=_place), sorted(more, key=_place)), key=_places)
    free = list(range(len(kept)))
    for part in more:
        for number in sorted(free, key=lambda n: not _same(kept[n], part)):
            try:
                kept[number] = _versions_as_one(kept[number], part)
            except KeepBoth:
                continue
            free.remove(number)
            break
        else:
            kept.append(part)
    return sorted(kept, key=_place)


def _holds(whole: _T, part: _T) -> bool:
    try:
        return bool(_versions_as_one(whole, part) == whole)
    except KeepBoth:
        return False


def _places(versions: list[Any]) -> list[tuple[str, bool, str]]:
    return [_place(each) for each in versions]


def _place(version: Any) -> tuple[str, bool, str]:
    """A version's place among the others.

    The last response to some words is the one that counts: dissent is never hidden.
    """
    hesitates = isinstance(version, AgreementResponse) and version.response.stance in _DISSENT
    return _id_of(version), hesitates, spelt(version)


def _same(one: Any, other: Any) -> bool:
    return bool(_with_id(one, "") == _with_id(other, ""))


def _versions_as_one(one: Any, other: Any) -> Any:
    """As `as_one`, for parts that may have been given different ids: the later one stays."""
    part_id = max(_id_of(one), _id_of(other), key=lambda each: (len(each), each))
    return as_one(*in_order(_with_id(one, part_id), _with_id(other, part_id)))


def _id_of(part: Any) -> str:
    part_id = getattr(part.person if isinstance(part, Seat) else part, "id", "")
    return part_id if isinstance(part_id, str) else ""


def _with_id(part: Any, part_id: str) -> Any:
    if isinstance(part, Seat):
        return replace(part, person=replace(part.person, id=part_id))
    return replace(part, id=part_id) if isinstance(getattr(part, "id", None), str) else part


def _with_own_ids(parts: list[_T]) -> list[_T]:
    """The parts, none of which has the id of another."""
    taken = {_id_of(each) for each in parts}
    given: set[str] = set()
    result = []
    for part in parts:
        part_id = _id_of(part)
        if part_id in given and part_id:
            part_id = free_id(first_id(part_id), taken | given)
        given.add(part_id)
        result.append(_with_id(part, part_id))
    return result


def free_id(part_id: str, taken: Collection[str]) -> str:
    """The first of "m1-v2", "m1-v3", … that is not taken."""
    return next(name for n in count(2) if (name := f"{part_id}-v{n}") not in taken)


def _by_moment(parts: list[_T]) -> list[_T]:
    placed = [
        (moment(at), spelt(part), part)
        for part in parts
        if isinstance(at := getattr(part, "at", getattr(part, "on", None)), date)
    ]
    if len(placed) < len(parts):
        return parts
    return [part for _at, _spelt, part in sorted(placed, key=lambda each: each[:2])]


def moment(when: date) -> datetime:
    """A day or a moment as something that can be laid beside any other."""
    if not isinstance(when, datetime):
        return datetime(when.year, when.month, when.day, tzinfo=UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
