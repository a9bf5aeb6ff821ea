"""Format of a route's file: TinyDB's tables as JSON, and the way from there to a `Route`.

    {"head": {"1": {…}},
     "about": {"1": {"format": 4, "id": …, "nickname": …, …}},
     "participants": {"1": {…}, …}, "meetings": {"1": {…}, …}, "look_backs": {"1": {…}, …}, …}

A document's number is its position: the first meeting is meeting 1. Whatever else a later format
changes, `about`, `1`, `format` stays where it is, so that every version can tell what is too new.
The head repeats what a list shows (`summary.py`); a route is never read out of it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final, TypeAlias, TypeVar, cast

import msgspec
from msgspec.structs import fields, replace

from relroute_tui.domain.agreement import Entered, LookBack
from relroute_tui.domain.busy import Busy
from relroute_tui.domain.contact import CalledOff
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.phase import PhaseMove
from relroute_tui.domain.progress.cells import Cell
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.questionnaire.answers import Filled
from relroute_tui.domain.route import Route
from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.route_checks import checked
from relroute_tui.storage.summary import FORMAT

_OLDEST: Final = 1
"""The first format; files of every format since then open, and are saved in the newest."""

LISTS: Final = (
    "participants",
    "meetings",
    "look_backs",
    "cells",
    "history",
    "filled",
    "planned",
    "preparations",
    "agreements",
    "called_off",
    "busy",
)
"""The fields of a route that have a table of their own."""

Part: TypeAlias = (
    Participant
    | Meeting
    | LookBack
    | Cell
    | PhaseMove
    | Filled
    | Planned
    | Preparation
    | Entered
    | CalledOff
    | Busy
)
_T = TypeVar("_T")
Document: TypeAlias = dict[str, object]
Tables: TypeAlias = dict[str, dict[str, Document]]

_UNREADABLE: Final = (ValueError, RecursionError, MemoryError)
"""Exceptions of content that is not the JSON, or not the types, that were asked for.

Such an exception may quote the content. So it is never passed on, nor kept as a cause.
"""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    about: dict[int, Document]
    head: dict[int, Document] = {}
    participants: dict[int, Participant] = {}
    meetings: dict[int, Meeting] = {}
    look_backs: dict[int, LookBack] = {}
    cells: dict[int, Cell] = {}
    history: dict[int, PhaseMove] = {}
    filled: dict[int, Filled] = {}
    planned: dict[int, Planned] = {}
    preparations: dict[int, Preparation] = {}
    agreements: dict[int, Entered] = {}
    called_off: dict[int, CalledOff] = {}
    busy: dict[int, Busy] = {}


class _Numbered(msgspec.Struct):
    format: object


class _Formats(msgspec.Struct):
    about: dict[str, _Numbered]


@cache
def _decoder() -> "msgspec.json.Decoder[_File]":
    return msgspec.json.Decoder(_File)


def route_in(content: bytes) -> Route | UnreadableKind:
    """Return the route in a file with this content, or what is wrong with it."""
    try:
        # As text: what msgspec passes over, such as a field that no route has, it does not look at.
        return checked(_route(_decoder().decode(content.decode())), content)
    except _UNREADABLE:
        return what_is_wrong_in(content)


def tables_in(content: bytes) -> Tables | UnreadableKind:
    """Return the tables in a file with this content, or what is wrong with it.

    Read as a route too: who wrote over what only one of the two ways can read would lose it.
    """
    route = route_in(content)
    if isinstance(route, UnreadableKind):
        return route
    try:
        return msgspec.json.decode(content, type=Tables)
    except _UNREADABLE:
        return what_is_wrong_in(content)


def document_about(route: Route) -> Document:
    """Return the document with everything of a route that has no table of its own."""
    nothing: dict[str, object] = dict.fromkeys(LISTS, ())
    bare = replace(route, **nothing)
    fields = {name: value for name, value in document_of(bare).items() if name not in LISTS}
    return {"format": FORMAT, **fields}


def document_of(part: Route | Part) -> Document:
    """Return a part of a route as it is kept."""
    document: Document = msgspec.to_builtins(part, order="deterministic")
    return document


def writable(document: _T) -> _T:
    """Return a document that can be written, of one whose texts may hold half a surrogate pair.

    No key types one, but a broken paste can hold it, and UTF-8 has no bytes for it. It becomes
    U+FFFD, and two halves the character that they are: no save may fail on them.
    """
    return cast("_T", _writable(document))


def is_newest(content: bytes) -> bool:
    """Return whether this content is in the newest format; an older one is written anew."""
    return msgspec.json.decode(content, type=_Formats).about["1"].format == FORMAT


def _route(file: _File) -> Route:
    about = file.about.get(1, {})
    number = about.get("format")
    if not isinstance(number, int) or not _OLDEST <= number <= FORMAT:
        raise ValueError
    if about.keys() - _known():
        raise ValueError  # what is not known here would be gone with the next save
    parts: dict[str, object] = {name: _in_order(getattr(file, name)) for name in LISTS}
    if number == 1:
        parts["planned"] = _planned_in_format_1(about)
    return replace(msgspec.convert(about, Route), **parts)


def _planned_in_format_1(about: Document) -> tuple[Planned, ...]:
    """Format 1 knew one next meeting, by its day."""
    day = about.get("next_meeting")
    return () if day is None else (msgspec.convert({"day": day}, Planned),)


@cache
def _known() -> frozenset[str]:
    return frozenset({"format", "next_meeting", *(field.name for field in fields(Route))})


def _in_order(documents: Mapping[int, _T]) -> tuple[_T, ...]:
    return tuple(documents[number] for number in sorted(documents)) if documents else ()


def what_is_wrong_in(content: bytes) -> UnreadableKind:
    """Return what kind of file this is, which is no route that this version can read."""
    try:
        return _what_is_wrong_with(msgspec.json.decode(content))
    except _UNREADABLE:
        return UnreadableKind.DAMAGED


def _what_is_wrong_with(tables: object) -> UnreadableKind:
    match tables:
        case {"about": {"1": {"format": int(number)}}}:
            return UnreadableKind.NEWER if number > FORMAT else UnreadableKind.DAMAGED
        case _:
            return UnreadableKind.FOREIGN


def _writable(value: object) -> object:
    match value:
        case str():
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        case dict():
            return {_writable(key): _writable(item) for key, item in value.items()}
        case list() | tuple():
            return [_writable(item) for item in value]
        case _:
            return value
