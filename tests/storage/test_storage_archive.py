"""Routes in a folder."""

import os
import re
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from any_route import AFTERNOON, any_route, small_route
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.meeting import meeting_day
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import begin_meeting, open_agreements
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import (
    AmbiguousRoute,
    FolderError,
    NoSuchRoute,
    Reason,
    SaveError,
    UnreadableKind,
    UnreadableRoute,
)
from relroute_tui.storage.left_open import leave_open
from relroute_tui.storage.store import RouteStore
from relroute_tui.storage.summary import RouteSummary

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission bits")


def keep(folder: Path, *routes) -> None:
    for route in routes:
        RouteStore(folder / f"{route.id}.json").save(route)


def test_a_route_that_was_made_is_on_the_disk_at_once(archive, folder):
    with closing(archive.create(small_route())) as opened:
        assert Archive(folder).load("fjord234") == small_route() == opened.route


def test_a_route_is_listed_as_what_one_wants_to_know_of_it(archive, folder):
    keep(folder, small_route())
    assert archive.listing().routes == (
        RouteSummary(
            id="fjord234",
            nickname="Sam",
            phase=Phase.STABILISATION,
            last_meeting=date(2026, 4, 29),
            next_meeting=date(2026, 9, 1),
            open_agreements=1,
            unfinished_since=None,
        ),
    )


def test_a_meeting_that_was_interrupted_is_listed(archive, folder):
    route = small_route()
    keep(folder, route.with_meeting(begin_meeting(route, "m9", seed=1, now=AFTERNOON)))
    assert archive.listing().routes[0].unfinished_since == AFTERNOON


@settings(max_examples=examples(13), deadline=None)
@given(st.lists(any_route(), max_size=3, unique_by=lambda route: route.id))
def test_the_list_says_what_loading_each_route_says(routes):
    with TemporaryDirectory() as name:
        archive = Archive(Path(name))
        keep(Path(name), *routes)
        listing = archive.listing()
        assert not listing.unreadable
        assert sorted(each.id for each in listing.routes) == sorted(each.id for each in routes)
        for summary in listing.routes:
            route = archive.load(summary.id)
            assert summary.nickname == route.nickname
            assert summary.phase == route.phase
            assert summary.next_meeting == route.next_meeting
            assert summary.open_agreements == len(open_agreements(route))
            last, unfinished = route.last_meeting, route.unfinished
            assert summary.last_meeting == (last and meeting_day(last))
            assert summary.unfinished_since == (unfinished and unfinished.started)
            assert summary.still_asks is (route.still_asks is not None)
            lacking = [made for made in open_agreements(route) if made.agreement.lacks_a_yes]
            assert summary.lacking_a_yes == len(lacking)


def test_the_list_is_by_nickname_whatever_its_case(archive, folder):
    keep(
        folder,
        *(small_route(each, name) for each, name in [("a1", "noor"), ("b2", "Bo"), ("c3", "Zoë")]),
    )
    assert [route.nickname for route in archive.listing().routes] == ["Bo", "noor", "Zoë"]


def test_files_that_are_no_routes_are_not_listed(archive, folder):
    keep(folder, small_route())
    (folder / "README.md").write_text("# Sessions")
    (folder / "fjord234.lock").touch()
    (folder / ".fjord234.json.0badcafe.new").write_text("{")
    leave_open(folder / "settings.json")
    listing = archive.listing()
    assert [route.id for route in listing.routes] == ["fjord234"]
    assert listing.unreadable == ()


def test_a_copy_of_a_route_is_told_and_does_not_count_twice(archive, folder):
    keep(folder, small_route())
    copy = folder / "fjord234 (conflicted copy).json"
    copy.write_bytes((folder / "fjord234.json").read_bytes())
    listing = archive.listing()
    assert len(listing.routes) == 1
    assert [(each.path, each.kind) for each in listing.unreadable] == [(copy, UnreadableKind.COPY)]


def test_a_folder_that_is_not_there_yet_has_no_routes(folder):
    assert Archive(folder).listing().routes == ()
    assert not folder.exists()


def test_a_route_is_found_by_its_id_before_any_nickname(archive, folder):
    keep(folder, small_route("sam", "Noor"), small_route("noor2", "Sam"))
    assert archive.find("sam").nickname == "Noor"


@pytest.mark.parametrize("wanted", ["Sam", "sam", "  SAM "])
def test_a_route_is_found_by_its_nickname_as_one_says_it(archive, folder, wanted):
    keep(folder, small_route(), small_route("other2", "Bo"))
    assert archive.find(wanted).id == "fjord234"


def test_the_list_is_as_a_dictionary_has_it(archive, folder):
    names = ["Zoë", "Eva", "Zoe\u0308", "éva", "IJsbrand", "Ingrid", "Zo", "Evert"]
    keep(folder, *(small_route(f"a{n}", name) for n, name in enumerate(names)))
    assert [route.nickname for route in archive.listing().routes] == [
        *("Eva", "éva", "Evert", "IJsbrand", "Ingrid", "Zo", "Zoe\u0308", "Zoë"),
    ]


def test_a_nickname_is_found_without_its_accents_in_any_composition(archive, folder):
    keep(folder, small_route("zoe1", "Zoë"), small_route("mar1", "Мар'яна"))
    for wanted in ("zoe", "ZOË", "Zoe\u0308"):
        assert archive.find(wanted).id == "zoe1"
    assert archive.find("мар’яна").id == "mar1"


def test_an_accent_decides_where_two_routes_differ_by_nothing_else(archive, folder):
    keep(folder, small_route("zoe1", "Zoë"), small_route("zoe2", "Zoe"))
    assert archive.find("Zoe\u0308").id == "zoe1"
    assert archive.find("zoe").id == "zoe2"


def test_two_compositions_of_one_nickname_are_two_routes_of_that_name(archive, folder):
    keep(folder, small_route("zoe1", "Zoë"), small_route("zoe2", "Zoe\u0308"))
    for wanted in ("zoe", "Zoë"):
        with pytest.raises(AmbiguousRoute):
            archive.find(wanted)


def test_a_nickname_that_two_routes_have_is_told_with_their_ids(archive, folder):
    keep(folder, small_route("one1"), small_route("two2", "SAM"))
    with pytest.raises(AmbiguousRoute) as caught:
        archive.find("Sam")
    assert sorted(caught.value.ids) == ["one1", "two2"]


def test_a_route_whose_file_is_damaged_is_not_called_unknown(archive, folder):
    (folder / "fjord234.json").write_bytes(b"")
    with pytest.raises(UnreadableRoute):
        archive.find("fjord234")


STRANGE = [
    "",
    "nobody",
    "../outside",
    "..",
    ".",
    "/etc/passwd",
    "C:\\Windows",
    "a/b",
    "a\\b",
    "settings",
    "con",
    "NUL",
    "com1",
    "fjord234\n",
    "fjord234.json",
    "FJORD234",
    "x" * 5000,
    "\x00",
    "\ud800",
    "[/ Anna]",
    "~root",
    "%TEMP%",
]


@pytest.mark.parametrize("typed", STRANGE)
def test_nothing_that_was_typed_reaches_a_file_outside(archive, folder, typed):
    keep(folder, small_route())
    keep(folder.parent, small_route("outside"))
    (folder / "settings.json").write_text("{}")
    before = sorted(folder.parent.rglob("*"))
    for reach in (archive.find, archive.load, archive.open):
        with pytest.raises(NoSuchRoute):
            reach(typed)
    with pytest.raises(ValueError, match="cannot name a file"):
        archive.create(replace(small_route(), id="../outside"))
    assert sorted(folder.parent.rglob("*")) == before


def test_a_new_id_is_a_file_name_on_every_system_and_no_word(archive):
    for _ in range(1000):
        new = archive.new_id()
        assert re.fullmatch("[bcdfghjkmnpqrstvwxz2-9]{8}", new)
        with pytest.raises(NoSuchRoute):
            archive.load(new)


def test_a_new_id_is_one_that_no_route_has(archive, folder, monkeypatch):
    drawn = iter([bytes(8), bytes(8), bytes([1] * 8)])
    monkeypatch.setattr(os, "urandom", lambda _length: next(drawn))
    first = archive.new_id()
    (folder / f"{first}.json").touch()
    assert archive.new_id() != first


def test_a_route_is_never_made_over_another(archive, folder):
    keep(folder, small_route())
    with pytest.raises(SaveError):
        archive.create(small_route(nickname="Other"))
    assert archive.load("fjord234").nickname == "Sam"


def test_a_route_that_is_open_elsewhere_is_not_made_over_it_and_stays_locked(archive, folder):
    with closing(archive.create(small_route())):
        with pytest.raises(SaveError):
            archive.create(small_route(nickname="Other"))
        with closing(archive.open("fjord234")) as second:
            assert second.read_only


def test_a_route_that_could_not_be_made_leaves_nothing_behind(archive, folder, monkeypatch):
    def refuse(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(SaveError) as caught:
        archive.create(small_route())
    assert caught.value.reason is Reason.DISK_FULL
    assert list(folder.iterdir()) == []


@posix_only
def test_only_its_owner_may_look_into_the_folder_and_its_files(tmp_path):
    folder = tmp_path / "data" / "relroute" / "sessions"
    archive = Archive(folder)
    old = os.umask(0)
    try:
        archive.prepare()
        with closing(archive.create(small_route())) as opened:
            opened.put(replace(small_route(), nickname="Sem"))
        leave_open(folder / "settings.json")
    finally:
        os.umask(old)
    modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    assert set(modes.values()) == {0o600}
    assert "fjord234.json" in modes
    for made in (folder, folder.parent, folder.parent.parent):
        assert made.stat().st_mode & 0o777 == 0o700


@posix_only
def test_a_folder_that_was_there_keeps_its_permissions(folder):
    folder.mkdir(mode=0o750)
    folder.chmod(0o750)
    Archive(folder).prepare()
    assert folder.stat().st_mode & 0o777 == 0o750


def test_what_a_crash_left_is_cleared_and_what_is_being_written_is_not(archive, folder):
    left_over = folder / ".fjord234.json.0badcafe.new"
    in_use = folder / ".fjord234.json.1badcafe.new"
    own = folder / ".notes.new"
    for each in (left_over, in_use, own):
        each.touch()
    for each in (left_over, own):
        os.utime(each, (time.time() - 120, time.time() - 120))
    archive.prepare()
    assert sorted(folder.iterdir()) == sorted([in_use, own])


def test_a_file_in_the_place_of_the_folder_is_told(folder):
    folder.write_text("not a folder")
    for ask in (Archive(folder).prepare, Archive(folder).listing):
        with pytest.raises(FolderError) as caught:
            ask()
        assert caught.value.reason is Reason.NOT_A_FOLDER
    assert folder.read_text() == "not a folder"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (13, Reason.NO_PERMISSION),
        (1, Reason.NO_PERMISSION),
        (28, Reason.DISK_FULL),
        (30, Reason.READ_ONLY),
        (5, Reason.OTHER),
    ],
)
@pytest.mark.parametrize("step", ["mkdir", "open", "write"])
def test_a_folder_that_can_not_be_used_is_told_with_the_reason(
    folder, monkeypatch, step, number, reason
):
    def refuse(*_args, **_kwargs):
        raise OSError(number, "no")

    monkeypatch.setattr(os, step, refuse)
    with pytest.raises(FolderError) as caught:
        Archive(folder).prepare()
    assert caught.value.reason is reason
    assert caught.value.path == folder


@pytest.mark.skipif(os.name == "nt", reason="making a link takes a right that few have there")
def test_a_link_to_a_route_stays_a_link(archive, folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    keep(elsewhere, small_route())
    (folder / "fjord234.json").symlink_to(elsewhere / "fjord234.json")
    with closing(archive.open("fjord234")) as opened:
        opened.put(replace(small_route(), nickname="Sem"))
    assert (folder / "fjord234.json").is_symlink()
    assert Archive(elsewhere).load("fjord234").nickname == "Sem"


def test_a_thousand_routes_are_listed_in_a_moment(archive, folder):
    route = small_route(meetings=5)
    keep(folder, route)
    content = (folder / "fjord234.json").read_bytes()
    for number in range(1, 1000):
        copy = content.replace(b"fjord234", b"fjord%d" % (1000 + number), 1)
        (folder / f"fjord{1000 + number}.json").write_bytes(copy)
    began = time.thread_time()
    listing = archive.listing()
    took = time.thread_time() - began
    print(f"1,000 routes of {len(content) / 1000:.0f} kB listed in {took * 1000:.0f} ms")  # noqa: T201
    assert len(listing.routes) == 1000
    assert took < 2.0
