"""A whole route as one JSON document, for other programs: written, read, and its schema.

    {"format": 4, "route": {"id": …, "nickname": …, "participants": […], "meetings": […], …}}

The number is that of a route's file: it is raised with every change of what a route holds. In place
of tables of numbered documents, each list is a list.
"""

from typing import Final

import msgspec
from msgspec import Struct

from relroute_tui.domain.participant import Role
from relroute_tui.domain.route import Route
from relroute_tui.storage.errors import StorageError, UnreadableKind
from relroute_tui.storage.format import document_of, writable
from relroute_tui.storage.route_checks import checked
from relroute_tui.storage.summary import FORMAT

_FIRST_FORMAT: Final = 3
"""The first format that was written as a document."""


class NotARoute(StorageError):  # noqa: N818 - named for what a person is told
    """This is not a route as JSON that this version can read."""

    def __init__(self, kind: UnreadableKind, place: str = "") -> None:
        super().__init__(kind, place)
        self.kind = kind
        self.place = place
        """The first place that is wrong, such as `$.route.meetings[0].notes`; "" if unknown."""


class RouteDocument(Struct, forbid_unknown_fields=True):
    """Content of the document."""

    format: int
    route: Route


def json_of(route: Route) -> bytes:
    """Return all of a route, as UTF-8."""
    document = writable({"format": FORMAT, "route": document_of(route)})
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def route_in_json(content: bytes) -> Route:
    """Return the route in such a document. Raises NotARoute.

    What no route has is refused rather than passed over, so that nothing is lost in silence.
    """
    try:
        given = msgspec.json.decode(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotARoute(UnreadableKind.FOREIGN) from None
    match given:
        case {"format": int(number), "route": _} if number > FORMAT:
            raise NotARoute(UnreadableKind.NEWER)
        case {"format": int(number), "route": _} if number >= _FIRST_FORMAT:
            return _route_in(given, content)
        case _:
            raise NotARoute(UnreadableKind.FOREIGN)


def schema() -> dict[str, object]:
    """Return the JSON schema of such a document."""
    return msgspec.json.schema(RouteDocument)


def _route_in(given: object, content: bytes) -> Route:
    """Return the route in a document of this format. Raises NotARoute.

    The messages of msgspec may quote what somebody said, so only the place is taken from them.
    """
    try:
        route = checked(msgspec.convert(given, RouteDocument).route, content)
    except msgspec.ValidationError as error:
        _, _, place = str(error).rpartition(" - at `")
        raise NotARoute(UnreadableKind.DAMAGED, place.removesuffix("`")) from None
    except (ValueError, RecursionError):
        raise NotARoute(UnreadableKind.DAMAGED) from None
    wrong = _unknown_place(given, msgspec.json.decode(json_of(route)), "$")
    wrong = wrong or _minor_who_interprets(route)
    if wrong:
        raise NotARoute(UnreadableKind.DAMAGED, wrong)
    return route


def _minor_who_interprets(route: Route) -> str:
    """Return where a child is the interpreter, which no form allows; "" where none is."""
    people = [("participants", number, person) for number, person in enumerate(route.participants)]
    people += [
        (f"meetings[{number}].seats", place, seat.person)
        for number, meeting in enumerate(route.meetings)
        for place, seat in enumerate(meeting.seats)
    ]
    return next(
        (
            f"$.route.{within}[{place}]"
            for within, place, person in people
            if person.role is Role.INTERPRETER and not person.may_interpret
        ),
        "",
    )


def _unknown_place(given: object, understood: object, place: str) -> str:
    """Return in which object the first field stands that no route has; "" where there is none."""
    if isinstance(given, dict) and isinstance(understood, dict):
        for key, value in given.items():
            if key not in understood:
                return place
            if unknown := _unknown_place(value, understood[key], f"{place}.{key}"):
                return unknown
    if isinstance(given, list) and isinstance(understood, list):
        pairs = zip(given, understood, strict=False)  # a set holds once what is named twice
        for number, (item, known) in enumerate(pairs):
            if unknown := _unknown_place(item, known, f"{place}[{number}]"):
                return unknown
    return ""
