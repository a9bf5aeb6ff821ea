"""Summary of a route for a list, and the head of an open file that says the same.

An open file begins with two lines that are enough for a list:

    {"head":{"1":{"format":2,"checksum":"0badcafe","last_meeting":…,"open_agreements":…}},
    "about":{"1":{"format":4,"id":"fjord234","nickname":…,"phase":…}},
    …

The checksum covers everything after it except the id, which is known from the file name. A file
that was damaged or changed by hand has another checksum and is read whole; so a head is never
believed over its file.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from zlib import crc32

import msgspec
from msgspec import Struct
from msgspec.structs import astuple, fields

from relroute_tui.domain.phase import Phase

if TYPE_CHECKING:  # a list reads heads, and no route
    from relroute_tui.domain.route import Route

HEAD: Final = "head"
"""The table with one document: the head."""
ABOUT: Final = "about"
"""The table with one document: what of a route has no table of its own."""
FORMAT: Final = 4
"""Raised with every change of what is stored, a new field too: an older app would drop it."""
HEAD_FORMAT: Final = 2
"""Raised whenever a summary says something else of the same route: then heads are passed over."""
_START: Final = b'{"head":{"1":{"format":%d,"checksum":"' % HEAD_FORMAT
_ABOUT_START: Final = b'},\n"about":{"1":{"format":%d,"id":"' % FORMAT
_ABOUT_END: Final = b"},\n"
_DIGITS: Final = 8
_BEFORE_HEAD: Final = len(b'{"head":{"1":')
_BEFORE_ABOUT: Final = len(b'},\n"about":{"1":')


class RouteSummary(Struct, frozen=True):
    """The line of one route in the list of routes."""

    id: str
    nickname: str
    phase: Phase
    last_meeting: date | None
    next_meeting: date | None
    open_agreements: int
    unfinished_since: datetime | None
    """Start of the meeting that was interrupted; None when there is none."""
    rounded_off: date | None = None
    """The day on which the route was done; None as long as it goes on."""
    still_asks: bool = False
    """Whether the questions of a first route were left half-way."""
    lacking_a_yes: int = 0
    """How many of the open agreements somebody said "not yet" or "no" to."""


def summary_of(route: "Route") -> RouteSummary:
    """Return what the list of routes shows of this one."""
    from relroute_tui.domain.meeting import meeting_day
    from relroute_tui.domain.route import open_agreements

    last, unfinished = route.last_meeting, route.unfinished
    still_open = open_agreements(route)
    return RouteSummary(
        id=route.id,
        nickname=route.nickname,
        phase=route.phase,
        last_meeting=None if last is None else meeting_day(last),
        next_meeting=route.next_meeting,
        open_agreements=len(still_open),
        unfinished_since=None if unfinished is None else unfinished.started,
        rounded_off=route.rounded_off.on if route.rounded_off else None,
        still_asks=route.still_asks is not None,
        lacking_a_yes=sum(agreed.agreement.lacks_a_yes for agreed in still_open),
    )


class _Head(Struct):
    last_meeting: date | None
    next_meeting: date | None
    open_agreements: int
    unfinished_since: datetime | None
    rounded_off: date | None = None
    still_asks: bool = False
    lacking_a_yes: int = 0


class _About(Struct):
    id: str
    nickname: str
    phase: Phase


def head_of(route: "Route") -> dict[str, object]:
    """Return the document of the head table. Its checksum comes when the file is written."""
    return _head(msgspec.to_builtins(summary_of(route)))


def _head(document: Mapping[str, object]) -> dict[str, object]:
    return {field.name: document.get(field.name) for field in fields(_Head)}


def with_head(tables: Mapping[str, Mapping[str, Mapping[str, object]]]) -> bytes:
    """Return tables as the content of a file. Raises what msgspec raises for no JSON."""
    others = {name: table for name, table in tables.items() if name not in (HEAD, ABOUT)}
    about = {name: value for name, value in tables[ABOUT]["1"].items() if name != "format"}
    parts = (
        _START + b"0" * _DIGITS + b'",',
        msgspec.json.encode(_head(tables[HEAD]["1"]))[1:],
        _ABOUT_START,
        msgspec.json.encode(about).removeprefix(b'{"id":"'),
        _ABOUT_END,
        msgspec.json.encode(others)[1:],
    )
    return checksummed(b"".join(parts))


def checksummed(content: bytes) -> bytes:
    """Return the content of a file that begins with a head, with the checksum that it should have.

    Raises ValueError where it has no head.
    """
    begin = len(_START) + _DIGITS
    checksum = _checksum(content, content.index(_ABOUT_START, begin))
    return b"%b%08x%b" % (_START, checksum, content[begin:])


def _checksum(content: bytes, head_end: int) -> int:
    """Return the checksum of all but itself and the id. Raises ValueError where no id ends."""
    begin, whole = len(_START) + _DIGITS, memoryview(content)
    id_begin = head_end + len(_ABOUT_START)
    return crc32(whole[content.index(b'"', id_begin) :], crc32(whole[begin:id_begin]))


def summary_in(content: bytes) -> RouteSummary | None:
    """Return the summary in the head of a file; None where it has none that is surely true."""
    if not content.startswith(_START):
        return None
    begin = len(_START) + _DIGITS
    try:
        head_end = content.index(_ABOUT_START, begin)
        if _checksum(content, head_end) != int(content[len(_START) : begin], 16):
            return None
        about_begin = head_end + _BEFORE_ABOUT
        about_end = content.index(_ABOUT_END, about_begin)
        head = _head_in(content[_BEFORE_HEAD:head_end])
        about = _about_in(content[about_begin:about_end])
    except ValueError:
        return None
    return RouteSummary(about.id, about.nickname, about.phase, *astuple(head))


_head_in = msgspec.json.Decoder(_Head).decode
_about_in = msgspec.json.Decoder(_About).decode
