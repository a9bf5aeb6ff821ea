"""Two sequences of which each was made on its own, merged into one that has all of both."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import partial
from itertools import count
from typing import Final, Generic, TypeVar

from msgspec import Struct

from relroute_tui.domain.merge.values import (
    KeepBoth,
    canonical,
    in_fixed_order,
    merge_values,
    moment,
)

_T = TypeVar("_T")
_VERSION: Final = re.compile(r"-v\d+$")


def is_subsequence(parts: Iterable[object], others: Iterable[object]) -> bool:
    """Return whether all parts are among the others, in the same order."""
    left = iter(others)
    return all(part in left for part in parts)


def interleave(one: Sequence[_T], other: Sequence[_T]) -> list[_T]:
    """Return both sequences in one, each in its order; what they share at a place stands once."""
    result: list[_T] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other).get_opcodes():
        result += one[a:b]
        if kind != "equal":
            result += other[c:d]
    return result


def first_id(part_id: str) -> str:
    """Return the id that a second version was given its own from: "m1" of "m1-v2"."""
    return _VERSION.sub("", part_id)


def free_id(part_id: str, taken: Collection[str]) -> str:
    """Return the first of "m1-v2", "m1-v3", … that is not taken."""
    return next(name for n in count(2) if (name := f"{part_id}-v{n}") not in taken)


def _no_id(_part: object) -> str:
    return ""


def _unchanged(part: _T, _part_id: str) -> _T:
    return part


def _no_moment(_part: object) -> date | None:
    return None


def _nothing_special(_part: object) -> bool:
    return False


class PartRule(Struct, Generic[_T], frozen=True):
    """Rule for recognising and merging the parts of one kind in two sequences.

    Without a rule of its own a part equals only itself: it is there, or it is not.
    """

    key: Callable[[_T], Hashable] = canonical
    """Returns the key that is the same for two versions of one part."""
    merge: Callable[[_T, _T], _T] = merge_values
    """One part out of two versions. Raises KeepBoth."""
    id_of: Callable[[_T], str] = _no_id
    with_id: Callable[[_T, str], _T] = _unchanged
    at: Callable[[_T], date | None] = _no_moment
    """The day or moment by which parts that were added apart are put in order."""
    comes_last: Callable[[_T], bool] = _nothing_special
    """Whether this version stands behind the others, where the last one counts."""


def merge_sequences(
    one: tuple[_T, ...], other: tuple[_T, ...], rule: PartRule[_T]
) -> tuple[_T, ...]:
    """Return every part that either has, once: in two versions where these cannot be merged.

    A second version of a part with an id gets an id of its own, "p1-v2" beside "p1". Where neither
    has all parts of the other, they stand by their moment if they have one.
    """
    for whole, part in ((one, other), (other, one)):
        if is_subsequence(part, whole):
            return whole
    keys, other_keys = [rule.key(part) for part in one], [rule.key(part) for part in other]
    one_by_key, other_by_key = _by_key(one, rule), _by_key(other, rule)
    parts = [
        version
        for key in _all_keys(keys, other_keys)
        for version in _merge_versions(one_by_key.get(key, []), other_by_key.get(key, []), rule)
    ]
    as_they_stood = is_subsequence(keys, other_keys) or is_subsequence(other_keys, keys)
    result = _with_own_ids(parts if as_they_stood else _by_moment(parts, rule), rule)
    texts = sorted(map(canonical, result))
    same = [parts for parts in (one, other) if sorted(map(canonical, parts)) == texts]
    return same[0] if len(same) == 1 else result  # nothing was added: then nothing moves either


def by_rule(
    rule: PartRule[_T],
) -> Callable[[tuple[_T, ...], tuple[_T, ...]], tuple[_T, ...]]:
    """Return what merges two sequences of parts of this kind."""
    return partial(merge_sequences, rule=rule)


def _by_key(parts: Iterable[_T], rule: PartRule[_T]) -> dict[Hashable, list[_T]]:
    result: dict[Hashable, list[_T]] = {}
    for part in parts:
        result.setdefault(rule.key(part), []).append(part)
    return result


def _all_keys(one: list[Hashable], other: list[Hashable]) -> Iterable[Hashable]:
    first, second = sorted((list(dict.fromkeys(keys)) for keys in (one, other)), key=str)
    if set(second) <= set(first):
        return first
    if set(first) <= set(second):
        return second
    return dict.fromkeys(interleave(first, second))


def _merge_versions(one: list[_T], other: list[_T], rule: PartRule[_T]) -> list[_T]:
    """Return one part in every version that either has: those that can be merged are."""
    if all(version in one for version in other) and len(other) <= len(one):
        return one
    if all(version in other for version in one) and len(one) <= len(other):
        return other

    def place(version: _T) -> tuple[str, bool, str]:
        return rule.id_of(version), rule.comes_last(version), canonical(version)

    def places(versions: list[_T]) -> list[tuple[str, bool, str]]:
        return [place(version) for version in versions]

    more = [new for new in other if not any(_holds(version, new, rule) for version in one)]
    kept = [old for old in one if not any(_holds(version, old, rule) for version in more)]
    kept, more = sorted((sorted(kept, key=place), sorted(more, key=place)), key=places)
    free = list(range(len(kept)))
    for version in more:
        bare = rule.with_id(version, "")
        for number in sorted(free, key=lambda n: rule.with_id(kept[n], "") != bare):
            try:
                kept[number] = _merge_two(kept[number], version, rule)
            except KeepBoth:
                continue
            free.remove(number)
            break
        else:
            kept.append(version)
    return sorted(kept, key=place)


def _holds(whole: _T, part: _T, rule: PartRule[_T]) -> bool:
    try:
        return _merge_two(whole, part, rule) == whole
    except KeepBoth:
        return False


def _merge_two(one: _T, other: _T, rule: PartRule[_T]) -> _T:
    """Merge two versions that may have been given different ids: the later id stays."""
    part_id = max(rule.id_of(one), rule.id_of(other), key=lambda id_: (len(id_), id_))
    one, other = in_fixed_order(rule.with_id(one, part_id), rule.with_id(other, part_id))
    return one if one == other else rule.merge(one, other)


def _with_own_ids(parts: Sequence[_T], rule: PartRule[_T]) -> tuple[_T, ...]:
    """Return the parts, none of which has the id of another."""
    taken = {rule.id_of(part) for part in parts}
    given: set[str] = set()
    result = []
    for part in parts:
        part_id = rule.id_of(part)
        if part_id in given and part_id:
            part_id = free_id(first_id(part_id), taken | given)
        given.add(part_id)
        result.append(rule.with_id(part, part_id))
    return tuple(result)


def _by_moment(parts: list[_T], rule: PartRule[_T]) -> list[_T]:
    placed = [
        (moment(at), canonical(part), part) for part in parts if (at := rule.at(part)) is not None
    ]
    if len(placed) < len(parts):
        return parts
    return [part for *_place, part in sorted(placed, key=lambda entry: entry[:2])]
