"""From open to sealed: everything is still there, and nothing is left in the clear."""

from pathlib import Path

import pytest
from any_route import AFTERNOON, small_route, typed

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.conflicts.sync_copies import copies_in
from relroute_tui.storage.errors import SaveError
from relroute_tui.storage.left_open import leave_open
from relroute_tui.storage.sealing import migrate
from relroute_tui.storage.sealing.envelope import OPEN
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.migrate import (
    has_open_files,
    open_files,
    seal_everything,
    seal_route,
)
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.store import RouteStore
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.erase import erase
from relroute_tui.storage.versions.restore import versions_of

MARK = "MERKTEKEN"


@pytest.fixture
def key() -> Key:
    return Key.new()


@pytest.fixture
def sealed(folder: Path, key: Key) -> Archive:
    """A folder that was open until now, with all that there can be in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(version_files, "NOT_SOONER", 0.0)
        archive = Archive(folder)
        for route_id in ("fjord234", "berg2345"):
            archive.create(small_route(route_id, nickname=f"{MARK} {route_id}")).close()
            opened = archive.open(route_id)
            for text in ("een", "twee", "drie"):
                opened.put(typed(opened.route, f"{MARK} {text}"))
                opened.save_now()
            opened.close()
    (folder / "fjord234 (conflicted copy).json").write_bytes(
        (folder / "fjord234.json").read_bytes()
    )
    (folder / "half2345.json").write_text(f'{{"about": {{"1": {MARK}')
    (folder / "fjord234.json.set-aside-20260304-120000-000000").write_text(MARK)
    (folder / ".fjord234.json.0badcafe.new").write_text(MARK)
    versions = folder / version_files.FOLDER / "fjord234"
    (versions / ".20260304-120000-000.json.0badcafe.new").write_text(MARK)
    (folder / "package.json").write_text('{"name": "another program"}')
    leave_open(folder / "settings.json")
    return sealed_archive(folder, key, folder)


def test_a_route_that_is_being_sealed_is_listed_once(sealed, folder, monkeypatch):
    before, shown = sealed.listing(), []
    unlink = Path.unlink

    def look_and_unlink(path, *arguments, **options):
        shown.extend([sealed.listing().routes, Archive(folder).listing().routes])
        return unlink(path, *arguments, **options)

    monkeypatch.setattr(Path, "unlink", look_and_unlink)
    seal_everything(sealed)
    assert shown
    for routes in shown:
        assert len({route.id for route in routes}) == len(routes)
    assert set(shown[::2]) == {before.routes}


def in_the_clear(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if MARK.encode() in path.read_bytes()]


def test_no_open_copy_is_left_and_everything_is_still_there(sealed, folder):
    before, open_archive = sealed.listing().routes, Archive(folder)
    versions = {each.id: versions_of(open_archive, each.id) for each in before}
    assert len(in_the_clear(folder)) > 10
    assert seal_everything(sealed) == ()
    assert in_the_clear(folder) == []
    assert not has_open_files(sealed)
    assert sealed.listing().routes == before
    assert {each.id: versions_of(sealed, each.id) for each in before} == versions
    assert sorted(path.name for path in folder.glob("*.json")) == ["package.json", "settings.json"]


@pytest.mark.parametrize("stops_at", range(0, 22, 3))
def test_it_can_be_stopped_anywhere_and_done_again(sealed, folder, monkeypatch, stops_at):
    before, real, calls = sealed.listing().routes, migrate.replace_file, iter(range(10**6))

    def pulled_out(path, content):
        if next(calls) == stops_at:
            raise KeyboardInterrupt
        real(path, content)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(migrate, "replace_file", pulled_out)
        seal_everything(sealed)
        raise KeyboardInterrupt  # it was done before that
    assert {route.id for route in sealed.listing().routes} == {each.id for each in before}
    seal_everything(sealed)
    assert in_the_clear(folder) == []
    assert sealed.listing().routes == before


def test_a_route_that_another_window_has_is_moved_the_next_time(sealed, folder):
    opened = Archive(folder).open("fjord234")
    left = seal_everything(sealed)
    assert folder / "fjord234.json" in left
    assert sealed.load("berg2345")
    opened.close()
    assert seal_everything(sealed) == ()
    assert in_the_clear(folder) == []


def test_an_open_file_put_beside_the_sealed_one_becomes_a_version(sealed, folder):
    seal_everything(sealed)
    Archive(folder, envelopes=(OPEN,)).create(small_route(nickname="van elders")).close()
    before = sealed.load("fjord234")
    seal_everything(sealed)
    assert sealed.load("fjord234") == before
    assert "van elders" in [version.route.nickname for version in versions_of(sealed, "fjord234")]
    assert not list(folder.glob("fjord234.json"))


def test_what_was_sealed_and_not_yet_taken_away_is_not_kept_twice(sealed, folder):
    """As when the power went between the two steps."""
    open_files = {
        path: path.read_bytes() for path in folder.rglob("*.json") if "settings" not in path.name
    }
    seal_everything(sealed)
    before = sorted(folder.rglob("*.age"))
    for path, content in open_files.items():
        path.write_bytes(content)
    seal_everything(sealed)
    assert in_the_clear(folder) == []
    assert sorted(folder.rglob("*.age")) == before


def test_another_version_of_the_same_moment_is_kept_beside(sealed, folder):
    seal_everything(sealed)
    count = len(versions_of(sealed, "fjord234"))
    version = next((folder / version_files.FOLDER / "fjord234").glob("*.age"))
    other = small_route(nickname="van elders")
    RouteStore(version.with_suffix(".json")).save(other)
    seal_everything(sealed)
    assert other in [each.route for each in versions_of(sealed, "fjord234")]
    assert len(versions_of(sealed, "fjord234")) == count + 1


def test_an_open_copy_that_is_listed_once_with_its_sealed_one_is_erased_too(folder, key, tmp_path):
    archive = sealed_archive(folder, key, tmp_path)
    archive.create(small_route()).close()
    copy = folder / "fjord234-LAPTOP-7.json"
    RouteStore(copy).save(small_route())
    copy.with_suffix(".age").write_bytes((folder / "fjord234.age").read_bytes())
    erase(archive, "fjord234", tmp_path / "exports", AFTERNOON)
    assert not list(folder.glob("fjord234*"))


def test_a_copy_whose_name_says_json_twice_is_still_a_version_of_its_route(sealed, folder):
    copy = folder / "fjord234.json - kopie.json"
    copy.write_bytes((folder / "fjord234.json").read_bytes())
    assert seal_everything(sealed) == ()
    assert not list(folder.glob("*kopie.json"))
    copies = copies_in(sealed, sealed.listing().unreadable)
    assert "fjord234.json - kopie.age" in [each.path.name for each in copies]


def test_a_file_that_is_held_keeps_no_other_from_being_sealed(sealed, folder, monkeypatch):
    unlink = Path.unlink

    def held(path, *arguments, **options):
        if path.name == "berg2345.json":  # as Windows does while a program reads it
            raise PermissionError(13, "in use")
        return unlink(path, *arguments, **options)

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(SaveError):
        seal_everything(sealed)
    assert [file.name for file in open_files(folder)] == ["berg2345.json"]
    monkeypatch.undo()
    assert seal_everything(sealed) == ()
    assert not has_open_files(sealed)


def test_a_version_that_is_sealed_does_not_pass_for_something_newer(sealed, folder):
    put_there_later = (folder / "fjord234.json").read_bytes()
    seal_everything(sealed)
    opened = sealed.open("fjord234")
    opened.put(typed(opened.route, "vier"))
    opened.close()
    (folder / "fjord234.json").write_bytes(put_there_later)
    seal_everything(sealed)
    path = folder / "fjord234.age"
    for version in (folder / version_files.FOLDER / "fjord234").iterdir():
        path.write_bytes(version.read_bytes())
        swapped = sealed.open("fjord234")
        swapped.close()
        assert swapped.is_outdated


def test_one_route_is_sealed_with_all_that_belongs_to_it(sealed, folder):
    seal_route(sealed, "fjord234")
    left = {file.relative_to(folder).parts[-2:] for file in open_files(folder)}
    assert not [parts for parts in left if parts[-1] == "fjord234.json" or "fjord234" in parts[:-1]]
    assert ("berg2345.json",) in left
