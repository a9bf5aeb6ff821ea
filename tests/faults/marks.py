"""A route in which every text of every field is a mark that stands nowhere else."""

import re
import types
import typing
import zlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from itertools import count
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

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
        if isinstance(kind, type) and issubclass(kind, Struct):
            hints = typing.get_type_hints(kind)
            values = {field.name: self.everywhere(hints[field.name]) for field in fields(kind)}
            return typing.cast("Any", kind)(**values)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return next(iter(kind))
        origin, inside = typing.get_origin(kind), typing.get_args(kind)
        if origin is tuple:
            parts = [each for each in inside if each is not Ellipsis]
            return tuple(self.everywhere(part) for part in parts)
        if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
            return {self.everywhere(inside[0]): self.everywhere(inside[1])}
        return self.everywhere(next(each for each in inside if each is not types.NoneType))


def marked_route(route_id: str, marks: Marks) -> Route:
    route: Route = marks.everywhere(Route)
    marks.given.remove(route.id)
    return replace(route, id=route_id)


def marks_in(content: bytes, marks: list[str]) -> Iterator[str]:
    """Find the marks that can be read in these bytes, as a system writes text, packed or not."""
    everything = b"\n".join((content, *_unpacked(content)))
    for mark in marks:
        if any(form in everything for form in _forms_of(mark)):
            yield mark


@cache
def _forms_of(mark: str) -> tuple[bytes, ...]:
    plain = [mark.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be")]
    # base64 writes three bytes as four characters, so a mark stands there in one of three ways; one
    # at either end that holds bits of what stands around it is left out
    in_base64 = [
        b64encode(bytes(n) + plain[0])[-(-8 * n // 6) : 8 * (n + len(plain[0])) // 6]
        for n in range(3)
    ]
    return (*plain, *in_base64, plain[0].hex().encode())


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Unpack what is in these bytes by zlib or gzip, wherever it begins."""
    for begin in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08", content):
        with suppress(zlib.error):
            yield zlib.decompressobj(wbits=47).decompress(content[begin.start() :], 10_000_000)
