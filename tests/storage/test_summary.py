"""The head of an open file says what the list shows, and is never believed over the file."""

from pathlib import Path

import pytest
from any_route import any_route, small_route, typed
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.route import Route
from relroute_tui.storage import format as route_format
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.store import RouteStore
from relroute_tui.storage.summary import checksummed, summary_in, summary_of


def saved(folder: Path, route: Route) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{route.id}.json"
    RouteStore(path).save(route)
    return path


@settings(max_examples=examples(20), deadline=None)
@given(route=any_route())
def test_the_head_of_any_route_says_what_the_route_says(route, tmp_path_factory):
    path = saved(tmp_path_factory.mktemp("heads"), route)
    assert summary_in(path.read_bytes()) == summary_of(RouteStore(path).load())


def test_a_route_with_a_head_is_listed_without_reading_what_was_said(tmp_path, monkeypatch):
    saved(tmp_path, small_route())

    def read(_content: bytes) -> Route:
        raise AssertionError

    monkeypatch.setattr(route_format, "route_in", read)
    assert Archive(tmp_path).listing().routes == (summary_of(small_route()),)


@pytest.fixture(scope="module")
def whole_file(tmp_path_factory) -> bytes:
    return saved(tmp_path_factory.mktemp("bits"), small_route()).read_bytes()


@settings(max_examples=examples(60), deadline=None)
@given(at=st.integers(0), bit=st.integers(0, 7))
def test_a_changed_bit_anywhere_leaves_no_head_that_is_believed(at, bit, whole_file):
    content = bytearray(whole_file)
    content[at % len(content)] ^= 1 << bit
    found = summary_in(bytes(content))
    assert found is None or found.id != "fjord234"


@pytest.mark.parametrize("cut", [1, 40, 150, 400, -1, -30])
def test_a_file_that_was_cut_off_has_no_head_that_is_believed(tmp_path, cut):
    assert summary_in(saved(tmp_path, small_route()).read_bytes()[:cut]) is None


def test_a_file_that_was_changed_by_hand_is_listed_as_it_is_now(tmp_path):
    path = saved(tmp_path, small_route(nickname="Sam"))
    path.write_bytes(path.read_bytes().replace(b'"nickname":"Sam"', b'"nickname":"Lot"'))
    assert [route.nickname for route in Archive(tmp_path).listing().routes] == ["Lot"]


def test_a_whole_file_under_another_name_is_a_copy(tmp_path):
    path = saved(tmp_path, small_route())
    path.rename(tmp_path / "ander234.json")
    (problem,) = Archive(tmp_path).listing().unreadable
    assert problem.kind is UnreadableKind.COPY


def test_each_save_says_in_the_head_what_is_new(tmp_path):
    path = saved(tmp_path, small_route())
    store = RouteStore(path)
    for route in (typed(store.load(), "Nieuw"), replace(store.load(), nickname="Sem")):
        store.save(route)
        assert summary_in(path.read_bytes()) == summary_of(route)


def test_a_file_that_another_program_made_of_one_can_be_given_its_checksum(tmp_path):
    content = saved(tmp_path, small_route(nickname="Sam")).read_bytes()
    changed = content.replace(b'"Sam"', b'"Lot"')
    assert checksummed(content) == content
    assert summary_in(changed) is None
    assert summary_in(checksummed(changed)) == summary_of(small_route(nickname="Lot"))
