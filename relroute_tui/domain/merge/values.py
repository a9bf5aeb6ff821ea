"""Two versions of one value, merged where that loses nothing.

Nothing here knows which version is newer: two laptops that were apart have no common clock. So a
merge gives the same whichever version comes first, and merged again with either it stays the same.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

_T = TypeVar("_T")
_S = TypeVar("_S", bound=Struct)


class KeepBoth(Exception):  # noqa: N818 - it says what to do
    """The two say different things, and both are to stay."""


def merge_values(one: _T, other: _T) -> _T:
    """Return what both say; where one says nothing, what the other says. Raises KeepBoth."""
    if one == other or _is_empty(other):
        return one
    if _is_empty(one):
        return other
    raise KeepBoth


def _is_empty(value: object) -> bool:
    return value is None or value in ("", ())


def merge_fields(one: _S, other: _S, **rules: Callable[[Any, Any], object]) -> _S:
    """Return a value with every field merged, by its rule or by `merge_values`. Raises KeepBoth.

    So a field that is added one day is never left out here.
    """
    merged = {
        name: rules.get(name, merge_values)(getattr(one, name), getattr(other, name))
        for name in one.__struct_fields__
    }
    return replace(one, **merged)


def further_of(one: _T, other: _T, order: Sequence[_T]) -> _T:
    """Return the one of the two that stands further on in this order."""
    return max(one, other, key=order.index)


def in_fixed_order(one: _T, other: _T) -> tuple[_T, _T]:
    """Return the two in an order that does not depend on which is called one and which other."""
    return (one, other) if canonical(one) <= canonical(other) else (other, one)


def canonical(value: object) -> str:
    """Return a value as a text that is the same on every laptop."""
    match value:
        case Struct():
            inside = ", ".join(
                f"{name}={canonical(getattr(value, name))}" for name in value.__struct_fields__
            )
            return f"{type(value).__name__}({inside})"
        case tuple():
            return f"({', '.join(map(canonical, value))})"
        case Mapping():
            return str(sorted((canonical(key), canonical(value[key])) for key in value))
        case frozenset():
            return str(sorted(map(canonical, value)))
        case _:
            return repr(value)


def moment(when: date) -> datetime:
    """Return a day or a moment as something that can be compared with any other."""
    if not isinstance(when, datetime):
        return datetime(when.year, when.month, when.day, tzinfo=UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
