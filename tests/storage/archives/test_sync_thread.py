"""Thread that keeps a laptop and its archive together while the app is open."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from families import ID, version

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives import linking
from relroute_tui.storage.archives.folder import FolderArchive
from relroute_tui.storage.archives.laptop import LaptopFiles
from relroute_tui.storage.archives.linking import link
from relroute_tui.storage.archives.notes import Notes
from relroute_tui.storage.archives.sync import ArchiveSync
from relroute_tui.storage.archives.sync_state import SyncReport, SyncState
from relroute_tui.storage.archives.sync_thread import ArchiveStatus, SyncThread, SyncTimes
from relroute_tui.storage.errors import Problem
from relroute_tui.storage.route_lock import RouteLock
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
ALL_THE_TIME = SyncTimes(look=0.01, up=0.0, news=0.01, retry=0.01)
PATIENCE = 60.0
"""Seconds, and only where something is wrong."""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = sealed_archive(tmp_path / "sessions", Key.new(), tmp_path)
    archive.prepare()
    return archive


@pytest.fixture
def elsewhere(tmp_path: Path) -> FolderArchive:
    return FolderArchive(tmp_path / "elsewhere")


@pytest.fixture
def begin(
    archive: Archive, elsewhere: FolderArchive, tmp_path: Path
) -> Iterator[Callable[[], SyncThread]]:
    begun: list[SyncThread] = []

    def begin() -> SyncThread:
        def make() -> ArchiveSync:
            return ArchiveSync(LaptopFiles(archive), elsewhere, Notes(tmp_path / "notes"))

        lock = RouteLock(tmp_path / "the.lock")
        thread = SyncThread(make, lock, lambda: NOW, ALL_THE_TIME)
        begun.append(thread)
        thread.start()
        return thread

    yield begin
    for thread in begun:
        thread.stop(PATIENCE)


def wait_for(thread: SyncThread, is_so: Callable[[ArchiveStatus], object]) -> None:
    changed = threading.Event()
    stop = thread.listen(changed.set)
    while not is_so(thread.status):
        assert changed.wait(PATIENCE), thread.status
        changed.clear()
    stop()


def test_whoever_saved_it_goes_up_and_what_is_new_comes(
    archive: Archive, elsewhere: FolderArchive, begin: Callable[[], SyncThread]
) -> None:
    thread = begin()
    archive.create(version(3)).close()
    wait_for(thread, lambda status: status.states == {ID: SyncState.IN_STEP})
    assert elsewhere.fetch(ID) is not None

    opened = archive.open(ID)
    opened.put(version(4))
    assert opened.close()
    assert thread.stop(PATIENCE)  # which brings up what waits
    there = elsewhere.fetch(ID)
    assert there is not None
    assert there.sealed == archive.path_to(ID).read_bytes()


def test_of_two_windows_one_does_it_and_then_the_other(
    archive: Archive, elsewhere: FolderArchive, begin: Callable[[], SyncThread]
) -> None:
    first = begin()
    archive.create(version(3)).close()
    wait_for(first, lambda status: status.states)
    second = begin()
    assert second.status == ArchiveStatus()
    assert first.stop(PATIENCE)
    wait_for(second, lambda status: status.states == {ID: SyncState.IN_STEP})


def test_an_address_that_is_none_is_told_and_the_thread_goes_on(
    archive: Archive, tmp_path: Path
) -> None:
    thread = link(archive, "archive.example", tmp_path, lambda: NOW)
    thread.start()
    wait_for(thread, lambda status: status.problem is Problem.ADDRESS)
    assert thread.stop(PATIENCE)


def test_whatever_goes_wrong_is_told_and_tried_again(
    archive: Archive, begin: Callable[[], SyncThread], monkeypatch: pytest.MonkeyPatch
) -> None:
    fails = True
    everything = ArchiveSync.everything

    def failing(sync: ArchiveSync) -> SyncReport:
        if fails:
            raise RuntimeError("something that nobody thought of")
        return everything(sync)

    monkeypatch.setattr(ArchiveSync, "everything", failing)
    archive.create(version(3)).close()
    thread = begin()
    wait_for(thread, lambda status: status.problem is Problem.OTHER)
    fails = False
    wait_for(thread, lambda status: status.states == {ID: SyncState.IN_STEP})
    assert thread.status.problem is None


def test_two_laptops_on_one_folder_note_apart_what_they_know(
    archive: Archive, elsewhere: FolderArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "shared_archive", lambda address, key: elsewhere)
    archive.create(version(3)).close()
    for name in ("one", "two"):
        monkeypatch.setattr("platform.node", lambda name=name: name)
        sync = linking.archive_sync(archive, "postgresql://", archive.folder)
        assert [*sync.changed()] == [ID]
        assert sync.everything().states == {ID: SyncState.IN_STEP}
        assert not sync.changed()
    assert [route.id for route in archive.listing().routes] == [ID]
    assert not archive.listing().unreadable
