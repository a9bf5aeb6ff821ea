"""A route as JSON: all of it comes back, and nothing wrong is taken in."""

import json
from copy import deepcopy
from pathlib import Path

import pytest
from any_route import any_route, small_route
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.route_json import NotARoute, json_of, route_in_json, schema

SCHEMA = Path(__file__).parents[2] / "docs" / "route.schema.json"
EXAMPLE = json.loads(json_of(small_route()))


def refused(content: bytes) -> NotARoute:
    with pytest.raises(NotARoute) as caught:
        route_in_json(content)
    return caught.value


def places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every object in a document, by the way to it."""
    match value:
        case dict():
            inside = [place for key in value for place in places(value[key], (*path, key))]
            return [path, *inside]
        case list():
            return [place for i, item in enumerate(value) for place in places(item, (*path, i))]
        case _:
            return []


def with_field(path: tuple[str | int, ...], name: str, value: object) -> bytes:
    """Return the example with a field set in the object at the end of `path`."""
    document = deepcopy(EXAMPLE)
    target = document
    for step in path:
        target = target[step]
    target[name] = value
    return json.dumps(document).encode()


@settings(max_examples=examples(13), deadline=None)
@given(route=any_route())
def test_any_route_comes_back_whole(route):
    assert route_in_json(json_of(route)) == route


@pytest.mark.long
@settings(max_examples=1000, deadline=None)
@given(route=any_route())
def test_a_thousand_routes_come_back_whole(route):
    assert route_in_json(json_of(route)) == route


@settings(max_examples=examples(13), deadline=None)
@given(path=st.sampled_from(places(EXAMPLE)), name=st.from_regex(r"[a-z]{12}", fullmatch=True))
def test_what_no_route_has_is_refused_wherever_it_stands(path, name):
    problem = refused(with_field(path, name, "something that somebody said"))
    if path:
        assert problem.kind is UnreadableKind.DAMAGED
    assert "somebody said" not in f"{problem} {problem.place}"


@settings(max_examples=examples(13), deadline=None)
@given(data=st.data())
def test_a_value_of_another_kind_is_refused_with_its_place(data):
    path = data.draw(st.sampled_from([place for place in places(EXAMPLE) if place]))
    target = EXAMPLE
    for step in path:
        target = target[step]
    name = data.draw(st.sampled_from(sorted(target)))
    problem = refused(with_field(path, name, {"no": "such kind"}))
    assert problem.kind is UnreadableKind.DAMAGED
    assert problem.place.startswith("$.route")


def test_a_child_who_interprets_is_refused_with_its_place():
    document = deepcopy(EXAMPLE)
    document["route"]["participants"][1] |= {"role": "interpreter", "age_group": "under-12"}
    assert refused(json.dumps(document).encode()).place == "$.route.participants[1]"


def test_a_moment_without_a_zone_is_refused():
    content = with_field(("route",), "created", "2026-03-04T15:00:00")
    assert refused(content).kind is UnreadableKind.DAMAGED


def test_an_agenda_at_no_step_of_its_own_is_refused():
    content = with_field(("route", "meetings", 0, "agenda"), "current", 99)
    assert refused(content).kind is UnreadableKind.DAMAGED


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", UnreadableKind.FOREIGN),
        (b"\xff\xfe", UnreadableKind.FOREIGN),
        (b"[" * 200_000, UnreadableKind.FOREIGN),
        (b'{"route": {}}', UnreadableKind.FOREIGN),
        (b'{"format": 1, "route": {}}', UnreadableKind.FOREIGN),
        (b'{"format": 999, "route": {"what": "nobody knows yet"}}', UnreadableKind.NEWER),
        (b'{"format": 3, "route": []}', UnreadableKind.DAMAGED),
    ],
)
def test_what_is_no_route_is_known_by_its_kind(content: bytes, kind: UnreadableKind) -> None:
    assert refused(content).kind is kind


def test_the_written_schema_is_that_of_today():
    assert json.loads(SCHEMA.read_text("utf-8")) == json.loads(json.dumps(schema())), (
        "CONTRIBUTING.md has the command that writes it"
    )
