"""Whatever a crash or a power cut leaves: a route opens as it was, before the save or after it."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import tinydb.storages
from families import ID, number_of, version
from msgspec.structs import replace
from power_cut import State, Tally, built, judge
from recorded_disk import Op, RecordedDisk
from tinydb import TinyDB

from relroute_tui.domain.route import Route
from relroute_tui.storage import files, route_file
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.conflicts.sync_copies import copies_in, join
from relroute_tui.storage.errors import NoSuchRoute, StorageError
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.migrate import seal_everything
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.reading import read_settings
from relroute_tui.storage.settings.writing import save_settings
from relroute_tui.storage.store import RouteStore
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.backup import back_up, put_back
from relroute_tui.storage.versions.restore import restore, versions_of
from relroute_tui.storage.versions.version_files import FOLDER, versions_in

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a save takes other steps there")

SAVES = 24
STEP = 60
"""Lines of the notes from one save to the next: about 5 kB."""
NAME = f"{ID}.json"
KEY = Key.new()
DAMAGED = b"no route at all"
WHEN = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)


@contextmanager
def recording(folder: Path) -> Iterator[RecordedDisk]:
    with pytest.MonkeyPatch.context() as patch:
        yield RecordedDisk(folder, patch)


def saves_of_a_meeting(folder: Path, saves: int = SAVES) -> list[Op]:
    """Return the operations of making a route and saving it, line by line."""
    with recording(folder) as disk:
        store = RouteStore(folder / NAME)
        for number in range(saves):
            store.save(version(number * STEP))
            disk.saved(number * STEP)
    assert_nothing_escaped(disk, folder)
    return disk.ops


def assert_nothing_escaped(disk: RecordedDisk, folder: Path) -> None:
    """Assert that the recorded operations explain what is in the folder now."""
    now = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert built(disk.ops, range(len(disk.ops))) == now


def verdict_in(folder: Path, number_in: Callable[[Path], int]) -> Callable[[State], str]:
    def verdict(state: State) -> str:
        for path in folder.iterdir():
            path.unlink() if path.is_file() else shutil.rmtree(path)
        for name, content in state.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        try:
            number = number_in(folder)
        except NoSuchRoute:
            return "not made yet" if state.safe < 0 else "lost"
        except (StorageError, ValueError):
            return "damaged"
        return "whole" if number >= state.safe else "whole, but older than promised"

    return verdict


def number_in(folder: Path) -> int:
    listing = Archive(folder).listing()
    number = number_of(Archive(folder).load(ID))
    assert not listing.unreadable
    assert len(listing.routes) == 1
    return number


@pytest.fixture
def written(tmp_path):
    folder = tmp_path / "written"
    folder.mkdir()
    return folder


@pytest.fixture
def found(tmp_path):
    folder = tmp_path / "found"
    folder.mkdir()
    return folder


def lay_down(path: Path, content: bytes) -> None:
    """As another program does: what it left is on the disk."""
    files.replace_file(path, content)


def once_told(verdict: Callable[[State], str]) -> Callable[[State], str]:
    """Of what was there before anything was told, nothing is asked."""
    return lambda state: "not made yet" if state.safe < 0 else verdict(state)


def held(archive: Archive) -> list[Route]:
    """Return what the route's own file and its versions hold, as far as they read."""
    own = archive.read(archive.path_to(ID))
    kept = [each.route for each in versions_of(archive, ID)]
    return [*kept, own] if isinstance(own, Route) else kept


def told(what: str, tally: Tally) -> None:
    print(f"{what}: {tally.states} states, {tally.verdicts}")  # noqa: T201


def test_every_state_opens_whole_and_none_older_than_promised(written, found):
    tally = judge(saves_of_a_meeting(written), verdict_in(found, number_in))
    told("our saves", tally)
    assert tally.states > 300
    assert set(tally.verdicts) == {"whole", "not made yet"}
    assert tally.of("whole") > 300


@pytest.mark.parametrize("how", ["open", "sealed"])
@pytest.mark.parametrize("saves", [7, pytest.param(13, marks=pytest.mark.long)])
def test_a_route_that_the_app_saved_and_its_versions_open_whole_in_every_state(
    written, found, monkeypatch, how, saves
):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    monkeypatch.setattr(version_files, "AT_MOST", saves - 3)
    notes = written.with_name("notes")
    notes.mkdir()

    def archive_in(folder: Path) -> Archive:
        return sealed_archive(folder, KEY, notes) if how == "sealed" else Archive(folder)

    with recording(written) as disk:
        opened = archive_in(written).create(version(0))
        disk.saved(0)
        for number in range(STEP, saves * STEP, STEP):
            opened.put(version(number))
            assert opened.save_now()
            disk.saved(number)
        opened.close()
    assert_nothing_escaped(disk, written)
    assert sum(op.kind == "link" for op in disk.ops) == saves - 1
    assert any(op.kind == "unlink" for op in disk.ops)  # of the versions that faded
    versions = 0

    def number_in(folder: Path) -> int:
        nonlocal versions
        archive = archive_in(folder)
        number = number_of(archive.load(ID))
        assert not archive.listing().unreadable
        kept = versions_in(folder / FOLDER / ID)
        assert len(kept) >= min(number // STEP, saves - 3)  # each was on the disk before the next
        for each in kept:
            read = archive.read(each.path, ID)
            assert isinstance(read, Route), each.path.name
            assert number_of(read) % STEP == 0
            versions += 1
        return number

    tally = judge(disk.ops, verdict_in(found, number_in))
    told(f"our saves with versions, {how}", tally)
    print(f"versions opened in those states: {versions:,}")  # noqa: T201
    assert set(tally.verdicts) == {"whole", "not made yet"}
    assert versions > 50 * saves


@pytest.mark.parametrize("how", ["open", "sealed"])
def test_joining_two_versions_loses_neither_in_any_state(written, found, how):
    here, there = version(STEP), version(2 * STEP)
    here = here.with_meeting(replace(here.meetings[0], notes="Alleen hier gezegd."))
    notes = written.with_name("notes")
    notes.mkdir()

    def archive_in(folder: Path) -> Archive:
        return sealed_archive(folder, KEY, notes) if how == "sealed" else Archive(folder)

    suffix = ".age" if how == "sealed" else ".json"
    elsewhere = written.with_name("elsewhere")
    elsewhere.mkdir()
    archive_in(elsewhere).create(there).close()
    other = (elsewhere / f"{ID}{suffix}").read_bytes()
    with recording(written) as disk:
        archive = archive_in(written)
        archive.create(here).close()
        lay_down(written / f"{ID}-LAPTOP-7{suffix}", other)
        disk.saved(0)
        (copy,) = copies_in(archive, archive.listing().unreadable)
        both = join(archive, copy)
        disk.saved(1)
    assert_nothing_escaped(disk, written)
    assert any(op.kind == "unlink" and "LAPTOP" in op.path for op in disk.ops)

    def number_in(folder: Path) -> int:
        archive = archive_in(folder)
        route = archive.load(ID)
        if route == both:
            return 1
        if route != here:
            raise ValueError("neither old nor new")
        others = copies_in(archive, archive.listing().unreadable)
        return 0 if [each.route for each in others] == [there] else -1

    tally = judge(disk.ops, verdict_in(found, number_in))
    told(f"joining, {how}", tally)
    assert set(tally.verdicts) == {"whole", "not made yet"}
    assert tally.of("whole") >= 30  # a slow machine keeps a version less


@pytest.mark.parametrize("stands", ["another version", "what does not read"])
def test_putting_a_version_back_loses_nothing_in_any_state(written, found, monkeypatch, stands):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    with recording(written) as disk:
        archive = Archive(written)
        with closing(archive.create(version(0))) as opened:
            opened.put(version(STEP))
            assert opened.save_now()
        if stands == "what does not read":
            lay_down(written / NAME, DAMAGED)
        disk.saved(0)
        (wanted,) = versions_of(archive, ID)
        restore(archive, ID, wanted.name)
        disk.saved(1)
    assert_nothing_escaped(disk, written)

    def number_in(folder: Path) -> int:
        archive = Archive(folder)
        kept = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
        before = (
            DAMAGED in kept if stands == "what does not read" else version(STEP) in held(archive)
        )
        if not before or version(0) not in held(archive):
            return -1
        return int(archive.read(folder / NAME) == version(0))

    tally = judge(disk.ops, once_told(verdict_in(found, number_in)))
    told(f"putting a version back over {stands}", tally)
    assert set(tally.verdicts) == {"whole", "not made yet"}
    assert tally.of("whole") > 12


@pytest.mark.parametrize("how", ["open", "sealed"])
def test_a_backup_that_is_put_back_loses_nothing_in_any_state(written, found, tmp_path, how):
    notes, home = tmp_path / "notes", tmp_path / "home"
    notes.mkdir()

    def archive_in(folder: Path) -> Archive:
        return sealed_archive(folder, KEY, notes) if how == "sealed" else Archive(folder)

    archive_in(home).create(version(0)).close()
    other = replace(version(STEP), id="fjord567")
    archive_in(home).create(other).close()
    back_up(home, tmp_path / "backups", WHEN)
    with recording(written) as disk:
        archive_in(written).create(version(2 * STEP)).close()
        disk.saved(0)
        put_back(written, tmp_path / "backups")
        disk.saved(1)
    assert_nothing_escaped(disk, written)

    def is_back(archive: Archive) -> bool:
        assert archive.load(ID) == version(2 * STEP)  # what was here stays
        listing = archive.listing()
        assert not listing.unreadable
        others = [archive.load(route.id) for route in listing.routes if route.id != ID]
        return version(0) in held(archive) and others == [other]

    def number_in(folder: Path) -> int:
        archive = archive_in(folder)
        if is_back(archive):
            return 1
        put_back(folder, tmp_path / "backups")  # as a person does whose laptop fell out
        return 0 if is_back(archive) else -1

    tally = judge(disk.ops, once_told(verdict_in(found, number_in)))
    told(f"putting a backup back, {how}", tally)
    assert set(tally.verdicts) == {"whole", "not made yet"}
    assert tally.of("whole") > 20


def test_sealing_what_was_open_loses_nothing_in_any_state(written, found, tmp_path, monkeypatch):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    notes = tmp_path / "notes"
    notes.mkdir()
    with recording(written) as disk:
        with closing(Archive(written).create(version(0))) as opened:
            opened.put(version(STEP))
            assert opened.save_now()
        disk.saved(0)
        assert seal_everything(sealed_archive(written, KEY, notes)) == ()
        disk.saved(1)
    assert_nothing_escaped(disk, written)

    def number_in(folder: Path) -> int:
        archive = sealed_archive(folder, KEY, notes)
        assert archive.load(ID) == version(STEP)
        assert not archive.listing().unreadable
        if version(0) not in held(archive):
            return -1
        return int(all(path.suffix == ".age" for path in archive.every_file()))

    tally = judge(disk.ops, once_told(verdict_in(found, number_in)))
    told("sealing what was open", tally)
    assert set(tally.verdicts) == {"whole", "not made yet"}
    assert tally.of("whole") > 12


def test_settings_are_whole_in_every_state(written, found):
    terminals = [name * 100 for name in ("kitty", "foot", "konsole")]
    with recording(written) as disk:
        for number, terminal in enumerate(terminals):
            save_settings(written / "settings.toml", Settings(terminal=terminal))
            disk.saved(number)

    def number_in(folder: Path) -> int:
        path = folder / "settings.toml"
        if not path.exists():
            raise NoSuchRoute
        reading = read_settings(path)
        assert not reading.faults
        return terminals.index(reading.settings.terminal)

    tally = judge(disk.ops, verdict_in(found, number_in))
    told("settings", tally)
    assert set(tally.verdicts) == {"whole", "not made yet"}


def test_the_harness_catches_a_save_without_the_first_flush(written, found, monkeypatch):
    monkeypatch.setattr(files, "flush_file", lambda _descriptor: None)
    tally = judge(saves_of_a_meeting(written, 8), verdict_in(found, number_in))
    told("without flushing the file", tally)
    assert tally.of("damaged") > 50


def test_the_harness_catches_a_save_without_the_last_flush(written, found, monkeypatch):
    monkeypatch.setattr(files, "flush_folder", lambda _folder: None)
    tally = judge(saves_of_a_meeting(written, 8), verdict_in(found, number_in))
    told("without flushing the folder", tally)
    assert tally.of("damaged") == 0
    assert tally.of("lost") + tally.of("whole, but older than promised") > 10


def test_the_harness_catches_a_replace_before_the_bytes_are_flushed(written, found, monkeypatch):
    def write_and_rename(path: Path, content: bytes) -> None:
        temporary = path.with_name(f".{path.name}.0badcafe.new")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT, 0o600)
        os.write(descriptor, content)
        os.close(descriptor)
        temporary.replace(path)

    monkeypatch.setattr(route_file, "replace_file", write_and_rename)
    tally = judge(saves_of_a_meeting(written, 6), verdict_in(found, number_in))
    told("a replace without any flush", tally)
    assert tally.of("damaged") > 50
    assert tally.of("lost") + tally.of("whole, but older than promised") > 10


def test_the_harness_catches_tinydbs_own_storage(written, found, monkeypatch):
    with recording(written) as disk:
        monkeypatch.setattr(tinydb.storages, "open", disk.open_as_text, raising=False)
        with TinyDB(written / NAME) as database:
            for number in range(SAVES):
                notes = version(number * STEP).meetings[-1].notes
                database.table("meetings").upsert(
                    tinydb.table.Document({"notes": notes, "lines": number * STEP}, doc_id=1)
                )
                disk.saved(number * STEP)
        monkeypatch.undo()
    assert_nothing_escaped(disk, written)

    def number_in(folder: Path) -> int:
        path = folder / NAME
        if not path.exists() or not path.stat().st_size:
            raise NoSuchRoute
        document = json.loads(path.read_bytes()).get("meetings", {}).get("1")
        if document is None:
            raise NoSuchRoute
        if document["notes"] != version(document["lines"]).meetings[-1].notes:
            raise ValueError("neither old nor new")
        return int(document["lines"])

    tally = judge(disk.ops, verdict_in(found, number_in))
    told("TinyDB's own JSONStorage", tally)
    assert tally.of("damaged") > 50
