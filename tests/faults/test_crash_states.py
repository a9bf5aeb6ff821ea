"""Whatever a crash or a power cut leaves: a route opens as it was, before the save or after it."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import tinydb.storages
from families import ID, number_of, version
from power_cut import State, Tally, built, judge
from recorded_disk import Op, RecordedDisk
from tinydb import TinyDB

from relroute_tui.storage import files
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import NoSuchRoute, StorageError
from relroute_tui.storage.route_store import RouteStore
from relroute_tui.storage.settings import Settings, load_settings, save_settings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a save takes other steps there")

SAVES = 24
STEP = 60
"""Lines of the notes from one save to the next: about 5 kB."""
NAME = f"{ID}.json"


@contextmanager
def recording(folder: Path) -> Iterator[RecordedDisk]:
    with pytest.MonkeyPatch.context() as patch:
        yield RecordedDisk(folder, patch)


def saves_of_a_meeting(folder: Path) -> list[Op]:
    """The operations of making a route and saving it, line by line."""
    with recording(folder) as disk:
        store = RouteStore(folder / NAME)
        for number in range(SAVES):
            store.save(version(number * STEP))
            disk.saved(number * STEP)
    assert_nothing_escaped(disk, folder)
    return disk.ops


def assert_nothing_escaped(disk: RecordedDisk, folder: Path) -> None:
    """The recorded operations explain what is in the folder now."""
    now = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert built(disk.ops, range(len(disk.ops))) == now


def verdict_in(folder: Path, number_in: Callable[[Path], int]) -> Callable[[State], str]:
    def verdict(state: State) -> str:
        for path in folder.iterdir():
            path.unlink()
        for name, content in state.files.items():
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


def test_a_route_that_the_app_made_and_saved_opens_whole_in_every_state(written, found):
    with recording(written) as disk:
        opened = Archive(written).create(version(0))
        disk.saved(0)
        for number in (100, 200, 300):
            opened.put(version(number))
            assert opened.save_now()
            disk.saved(number)
        opened.close()
    tally = judge(disk.ops, verdict_in(found, number_in))
    told("our saves, through the app's own door", tally)
    assert set(tally.verdicts) == {"whole", "not made yet"}


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
    tally = judge(saves_of_a_meeting(written), verdict_in(found, number_in))
    told("without flushing the file", tally)
    assert tally.of("damaged") > 50


def test_the_harness_catches_a_save_without_the_last_flush(written, found, monkeypatch):
    monkeypatch.setattr(files, "flush_folder", lambda _folder: None)
    tally = judge(saves_of_a_meeting(written), verdict_in(found, number_in))
    told("without flushing the folder", tally)
    assert tally.of("damaged") == 0
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
