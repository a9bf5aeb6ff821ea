"""Two sequences of which each was made on its own, as one that has all of both."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

_T = TypeVar("_T")


def stand_in(parts: Iterable[object], others: Iterable[object]) -> bool:
    """Whether all parts are among the others, in the same order."""
    left = iter(others)
    return all(each in left for each in parts)


def interleave(one: Sequence[_T], other: Sequence[_T]) -> list[_T]:
    """Both sequences in one, each in its order; what they share at the same place stands once."""
    result: list[_T] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other).get_opcodes():
        result += one[a:b]
        if kind != "equal":
            result += other[c:d]
    return result
