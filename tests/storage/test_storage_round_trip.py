"""A route that is kept comes back as it was."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from any_route import NASTY, any_route, finished_meeting, small_route, typed
from examples import examples
from hypothesis import given, settings
from msgspec.structs import replace

from relroute_tui.storage import route_file
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import Reason, SaveError
from relroute_tui.storage.files import replace_file
from relroute_tui.storage.store import RouteStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fjord234.json"


class Writes:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self.refused = False
        monkeypatch.setattr(route_file, "replace_file", self._replace)

    def _replace(self, path: Path, content: bytes) -> None:
        if self.refused:
            raise SaveError(path, Reason.DISK_FULL)
        self.count += 1
        replace_file(path, content)


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> Writes:
    return Writes(monkeypatch)


@settings(max_examples=examples(15), deadline=None)
@given(route=any_route())
def test_any_route_comes_back_as_it_was_saved(route):
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{route.id}.json")
        RouteStore(path).save(route)
        assert RouteStore(path).load() == route
        assert Archive(path.parent).load(route.id) == route


@settings(max_examples=examples(8), deadline=None)
@given(first=any_route(), second=any_route(), third=any_route())
def test_any_route_can_follow_any_other_in_one_file(first, second, third):
    with TemporaryDirectory() as folder:
        path = Path(folder, "fjord234.json")
        store = RouteStore(path)
        for route in (first, second, third, first):
            store.save(route)
            assert RouteStore(path).load() == route


@pytest.mark.parametrize("text", NASTY)
def test_whatever_was_typed_comes_back_to_the_letter(path, text):
    route = typed(small_route(), text)
    RouteStore(path).save(route)
    assert RouteStore(path).load().meetings[-1].notes == text


def test_half_a_character_that_no_key_types_does_not_stop_a_save(path):
    RouteStore(path).save(typed(small_route(), "voor \ud83d na \udc00"))
    assert RouteStore(path).load().meetings[-1].notes == "voor \ufffd na \ufffd"


def test_two_halves_of_a_character_become_the_character(path):
    RouteStore(path).save(replace(small_route(), nickname="\ud83d\ude00"))
    assert RouteStore(path).load().nickname == "😀"


def test_a_paste_of_100_kb_comes_back(path):
    text = "Wat er is gezegd, is gezegd. 😀\n" * 3500
    RouteStore(path).save(typed(small_route(), text))
    assert RouteStore(path).load().meetings[-1].notes == text


def test_meetings_keep_their_order_when_one_is_taken_out(path):
    store = RouteStore(path)
    route = small_route(meetings=12)
    store.save(route)
    without = replace(route, meetings=route.meetings[:3] + route.meetings[4:])
    store.save(without)
    assert RouteStore(path).load() == without


def test_a_save_is_one_write_whatever_changed(path, writes):
    store = RouteStore(path)
    store.save(small_route())
    assert writes.count == 1
    changed = replace(small_route(meetings=3), nickname="Sem", participants=(), look_backs=())
    store.save(changed)
    assert writes.count == 2
    assert RouteStore(path).load() == changed


def test_nothing_is_written_when_nothing_changed(path, writes):
    store = RouteStore(path)
    store.save(small_route())
    store.save(small_route())
    again = RouteStore(path)
    again.load()
    again.save(small_route())
    assert writes.count == 1


def test_only_what_changed_is_made_anew_in_the_tables(path):
    RouteStore(path).save(small_route(meetings=2))
    tables = json.loads(path.read_text("utf-8"))
    tables["meetings"]["1"]["a mark"] = True
    tables["meetings"]["2"]["a mark"] = True
    path.write_text(json.dumps(tables), "utf-8")

    store = RouteStore(path)
    store.save(typed(store.load(), "Iets nieuws."))

    kept = json.loads(path.read_text("utf-8"))["meetings"]
    assert "a mark" in kept["1"]
    assert "a mark" not in kept["2"]


def test_after_a_failed_save_the_next_one_writes_everything(path, writes):
    store = RouteStore(path)
    first = small_route()
    store.save(first)
    writes.refused = True
    with pytest.raises(SaveError):
        store.save(typed(first, "Gaat verloren"))
    writes.refused = False
    store.save(first)
    assert writes.count == 2
    assert RouteStore(path).load() == first


def test_after_a_failed_save_memory_holds_nothing_that_the_disk_does_not(path, writes):
    store = RouteStore(path)
    store.save(small_route())
    writes.refused = True
    with pytest.raises(SaveError):
        store.save(replace(small_route(), nickname="Sem"))
    assert store.load() == small_route()


def test_what_was_loaded_does_not_change_when_something_else_is_saved(path):
    store = RouteStore(path)
    store.save(small_route())
    loaded = store.load()
    store.save(typed(loaded, "Anders."))
    assert loaded == small_route()


def test_tinydb_itself_opens_the_file(path):
    from tinydb import TinyDB

    route = small_route()
    RouteStore(path).save(route)
    with TinyDB(path, access_mode="r") as database:
        assert {"about", "participants", "meetings", "look_backs"} <= database.tables()
        assert [each["id"] for each in database.table("meetings")] == ["m1", "m2"]
        assert database.table("about").get(doc_id=1)["nickname"] == "Sam"


def test_a_hundred_meetings_grow_by_one(path):
    route = small_route(meetings=100)
    store = RouteStore(path)
    store.save(route)
    longer = route.with_meeting(finished_meeting(route, 101))
    store.save(longer)
    assert RouteStore(path).load() == longer
