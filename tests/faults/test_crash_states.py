"""Whatever a crash or a power cut leaves: a route opens as it was, before the save or after it."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import tinydb.storages
from families import ID, number_of, version
from power_cut import State, Tally, built, judge
from recorded_disk import Op, RecordedDisk
from tinydb import TinyDB

from relroute_tui.domain.route import Route
from relroute_tui.storage import atomic, files, generations
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import NoSuchRoute, StorageError
from relroute_tui.storage.generations import FOLDER, generations_in
from relroute_tui.storage.route_store import RouteStore
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.settings import Settings, load_settings, save_settings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a save takes other steps there")

SAVES = 24
STEP = 60
"""Lines of the notes from one save to the next: about 5 kB."""
NAME = f"{ID}.json"
KEY = Key.new()


@contextmanager
def recording(folder: Path) -> Iterator[RecordedDisk]:
    with pytest.MonkeyPatch.context() as patch:
        yield RecordedDisk(folder, patch)


def saves_of_a_meeting(folder: Path, saves: int = SAVES) -> list[Op]:
    """The operations of making a route and saving it, line by line."""
    with recording(folder) as disk:
        store = RouteStore(folder / NAME)
        for number in range(saves):
            store.save(version(number * STEP))
            disk.saved(number * STEP)
    assert_nothing_escaped(disk, folder)
    return disk.ops


def assert_nothing_escaped(disk: RecordedDisk, folder: Path) -> None:
    """The recorded operations explain what is in the folder now."""
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
    monkeypatch.setattr(generations, "NOT_SOONER", 0.0)
    monkeypatch.setattr(generations, "AT_MOST", saves - 3)
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
        for each in generations_in(folder / FOLDER / ID):
            read = archive.read(each.path, ID)
            assert isinstance(read, Route), each.path.name
            assert number_of(read) % STEP == 0
            versions += 1
        return number

    tally = judge(disk.ops, verdict_in(found, number_in))
    told(f"our saves with versions, {how}", tally)
    print(f"versions opened in those states: {versions:,}")  # noqa: T201
    assert set(tally.verdicts) == {"whole", "not made yet"}
    assert versions > 100 * saves


def test_settings_are_whole_in_every_state(written, found):
    themes = ["evening", "morning", "contrast"]
    with recording(written) as disk:
        for number, theme in enumerate(themes):
            save_settings(written / "settings.json", Settings(theme=theme * 2000))
            disk.saved(number)

    def theme_in(folder: Path) -> int:
        path = folder / "settings.json"
        if not path.exists():
            raise NoSuchRoute
        json.loads(path.read_bytes())
        return [theme * 2000 for theme in themes].index(load_settings(path).theme)

    tally = judge(disk.ops, verdict_in(found, theme_in))
    told("settings", tally)
    assert set(tally.verdicts) == {"whole", "not made yet"}


def test_the_harness_catches_a_save_without_the_first_flush(written, found, monkeypatch):
    monkeypatch.setattr(files, "_flush", lambda _descriptor: None)
    tally = judge(saves_of_a_meeting(written, 12), verdict_in(found, number_in))
    told("without flushing the file", tally)
    assert tally.of("damaged") > 50


def test_the_harness_catches_a_save_without_the_last_flush(written, found, monkeypatch):
    monkeypatch.setattr(files, "flush_folder", lambda _folder: None)
    tally = judge(saves_of_a_meeting(written, 12), verdict_in(found, number_in))
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

    monkeypatch.setattr(atomic, "replace_file", write_and_rename)
    tally = judge(saves_of_a_meeting(written, 9), verdict_in(found, number_in))
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
