"""Earlier versions: kept without cost, thinned over time, whole."""

import os
import stat
from pathlib import Path

import pytest
from any_route import small_route, typed
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.restore import versions_of
from relroute_tui.storage.versions.version_files import (
    AT_MOST,
    FOLDER,
    least_missed,
    versions_in,
)

MINUTE, MONTH = 60.0, 30 * 24 * 3600.0


@pytest.fixture
def at_every_save(monkeypatch):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)


def save_each(archive: Archive, *texts: str) -> None:
    """Save these notes one after the other, a minute apart."""
    opened = archive.open("fjord234")
    path = archive.path_to("fjord234")
    for number, text in enumerate(texts):
        os.utime(path, (number * MINUTE, number * MINUTE))
        opened.put(typed(opened.route, text))
        assert opened.save_now()
    opened.close()


def kept(archive: Archive) -> tuple[version_files.VersionFile, ...]:
    return versions_in(archive.folder / FOLDER / "fjord234")


def test_the_version_from_before_a_session_is_kept_at_the_first_save(archive):
    archive.create(small_route()).close()
    save_each(archive, "een", "twee", "drie")
    assert len(kept(archive)) == 1  # the others came within the same minute
    assert kept(archive)[0].path.read_bytes() != (archive.folder / "fjord234.json").read_bytes()


def test_what_is_kept_is_the_file_itself_so_a_save_costs_no_more(archive, at_every_save):
    archive.create(small_route()).close()
    before = (archive.folder / "fjord234.json").stat().st_ino
    save_each(archive, "een")
    assert kept(archive)[0].path.stat().st_ino == before


@pytest.mark.parametrize(
    "name",
    [
        "{stem}.sync-conflict-20261124-140312-ABCDEFG.json",
        "{stem}.json.conflict1",
        "{stem}.json..path2",
    ],
)
def test_copies_that_a_synchroniser_made_of_versions_are_thinned_with_them(
    archive, at_every_save, name
):
    archive.create(small_route()).close()
    save_each(archive, *map(str, range(AT_MOST)))
    for each in kept(archive):
        copy = each.path.with_name(name.format(stem=each.path.stem))
        copy.write_bytes(each.path.read_bytes())
    assert len(kept(archive)) > AT_MOST
    save_each(archive, "nog een keer")
    assert len(kept(archive)) == AT_MOST
    assert len(list((archive.folder / FOLDER / "fjord234").glob("[!.]*"))) == AT_MOST


def test_ten_are_kept_and_the_oldest_lasts(archive, at_every_save):
    archive.create(small_route()).close()
    save_each(archive, *(f"versie {n}" for n in range(40)))
    ages = [each.saved.timestamp() / MINUTE for each in kept(archive)]
    assert len(ages) == AT_MOST
    assert ages[:2] == [39, 38]
    assert ages[-1] == 0


def test_the_same_is_not_kept_twice(archive, at_every_save):
    archive.create(small_route()).close()
    save_each(archive, "een", "twee")
    newest = kept(archive)[0].path
    (archive.folder / "fjord234.json").write_bytes(newest.read_bytes())
    save_each(archive, "drie")
    contents = [each.path.read_bytes() for each in kept(archive)]
    assert len(contents) == len(set(contents))


def test_two_versions_of_one_moment_are_both_kept(archive, at_every_save):
    archive.create(small_route()).close()
    opened = archive.open("fjord234")
    path = archive.folder / "fjord234.json"
    for number in range(5):
        os.utime(path, (MINUTE, MINUTE))  # a disk's clock ticks a few times in a hundredth
        opened.put(typed(opened.route, f"versie {number}"))
        assert opened.save_now()
    opened.close()
    assert len({each.path.read_bytes() for each in kept(archive)}) == 5


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission bits")
def test_only_its_owner_can_look_into_a_version(archive):
    archive.create(small_route()).close()
    save_each(archive, "een")
    version = kept(archive)[0].path
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (version, *version.parents[:2])]
    assert modes == [0o600, 0o700, 0o700]


@pytest.mark.parametrize("link", [None, PermissionError], ids=["unknown", "refused"])
def test_a_disk_without_second_names_gets_a_copy(archive, monkeypatch, link):
    def refuse(*_args):
        raise link

    monkeypatch.setattr(os, "link", refuse if link else None)
    archive.create(small_route()).close()
    before = (archive.folder / "fjord234.json").read_bytes()
    save_each(archive, "een")
    assert kept(archive)[0].path.read_bytes() == before
    assert not list(kept(archive)[0].path.parent.glob(".*"))


def test_a_version_that_can_not_be_kept_does_not_stand_in_the_way_of_a_save(archive):
    archive.create(small_route()).close()
    (archive.folder / FOLDER).write_text("a file in its place")
    save_each(archive, "een")
    assert archive.load("fjord234").meetings[-1].notes == "een"


def test_a_version_is_no_route_of_the_list(archive):
    archive.create(small_route()).close()
    save_each(archive, "een")
    assert len(archive.listing().routes) == 1
    assert not archive.listing().unreadable


@given(st.lists(st.floats(0, 10 * MONTH), min_size=11, max_size=11, unique=True))
def test_the_newest_never_goes(moments):
    assert 0 < least_missed(sorted(moments, reverse=True)) < len(moments)


def test_a_meeting_each_month_leaves_the_day_before_and_the_months_before():
    kept: list[float] = []
    for month in range(12):
        for minute in range(75):
            kept.insert(0, month * MONTH + minute * MINUTE)
            if len(kept) > AT_MOST:
                kept.pop(least_missed(kept))
    ages = [(kept[0] - each) / MINUTE for each in kept]
    print("minutes ago:", *map(round, ages))  # noqa: T201
    assert sum(age < 60 for age in ages) >= 5
    assert any(60 <= age <= 75 for age in ages), "the version from before this meeting"
    assert any(age * MINUTE >= 2 * MONTH for age in ages)


def test_a_version_put_back_in_the_app_keeps_what_it_takes_the_place_of(archive):
    archive.create(small_route()).close()
    save_each(archive, "een")
    opened = archive.open("fjord234")
    earlier = replace(opened.route, nickname="Toen")
    opened.put(typed(opened.route, "op het laatste moment getypt"))
    assert opened.put_back(earlier)
    opened.close()
    assert archive.load("fjord234") == earlier
    assert b"op het laatste moment getypt" in kept(archive)[0].path.read_bytes()


def test_a_folder_that_is_gone_is_not_made_again_for_a_version(tmp_path: Path):
    from relroute_tui.storage.sealing.envelope import OPEN

    keeper = version_files.VersionFiles(tmp_path / "gone" / "fjord234.json", OPEN)
    assert not keeper.keep()
    assert not (tmp_path / "gone").exists()


def test_a_clock_that_goes_back_makes_nothing_older_than_what_came_before(archive, at_every_save):
    archive.create(small_route()).close()
    save_each(archive, *(f"vandaag {n}" for n in range(12)))
    opened, path = archive.open("fjord234"), archive.folder / "fjord234.json"
    for number in range(4):
        os.utime(path, (0, 0))  # the battery of the clock gave out
        opened.put(typed(opened.route, f"erna {number}"))
        assert opened.save_now()
    opened.close()
    notes = [version.route.meetings[-1].notes for version in versions_of(archive, "fjord234")]
    assert notes[:4] == ["erna 2", "erna 1", "erna 0", "vandaag 11"]
    assert len(notes) == AT_MOST


def test_what_an_interrupted_write_left_among_the_versions_goes(archive, at_every_save):
    archive.create(small_route()).close()
    save_each(archive, "een")
    left = archive.folder / FOLDER / "fjord234" / ".20260304-120000-000.json.0badcafe.new"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    save_each(archive, "twee")
    assert not left.exists()
