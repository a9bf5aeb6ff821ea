"""A route in which every text of every field is a mark that stands nowhere else."""

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from enum import Enum
from itertools import count
from typing import Any

from relroute_tui.domain.agenda import Agenda, Step
from relroute_tui.domain.route import Route

_MOMENT = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
_LEAVES: dict[Any, Any] = {
    int: 1,
    bool: True,
    datetime: _MOMENT,
    date: _MOMENT.date(),
    time: _MOMENT.time(),
    types.NoneType: None,
}


class Marks:
    """Gives out marks, and knows which it gave."""

    def __init__(self) -> None:
        self.given: list[str] = []
        self._numbers = count()

    def next(self) -> str:
        self.given.append(f"GEHEIM{next(self._numbers):03}Q")
        return self.given[-1]

    def everywhere(self, kind: Any) -> Any:
        """A value of this type of the domain with a mark in each text."""
        if kind is str:
            return self.next()
        if kind in _LEAVES:
            return _LEAVES[kind]
        if kind is Agenda:
            return Agenda((Step("welcome", 5),))
        if dataclasses.is_dataclass(kind):
            hints = typing.get_type_hints(kind)
            values = {
                each.name: self.everywhere(hints[each.name]) for each in dataclasses.fields(kind)
            }
            return typing.cast("Any", kind)(**values)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return next(iter(kind))
        origin, inside = typing.get_origin(kind), typing.get_args(kind)
        if origin is tuple:
            parts = [each for each in inside if each is not Ellipsis]
            return tuple(self.everywhere(each) for each in parts)
        if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
            return {self.everywhere(inside[0]): self.everywhere(inside[1])}
        return self.everywhere(next(each for each in inside if each is not types.NoneType))


def marked_route(route_id: str, marks: Marks) -> Route:
    route: Route = marks.everywhere(Route)
    marks.given.remove(route.id)
    return dataclasses.replace(route, id=route_id)


def marks_in(content: bytes, marks: list[str]) -> Iterator[str]:
    """The marks that can be read in these bytes, in any encoding that a system writes text in."""
    for mark in marks:
        if any(mark.encode(name) in content for name in ("utf-8", "utf-16-le", "utf-16-be")):
            yield mark
