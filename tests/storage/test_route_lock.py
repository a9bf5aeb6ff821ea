"""Lock that lets one window write a route."""

import errno

import pytest

from relroute_tui.storage import route_lock
from relroute_tui.storage.errors import FolderError
from relroute_tui.storage.route_lock import RouteLock


@pytest.fixture
def path(tmp_path):
    return tmp_path / "fjord234.lock"


def test_one_window_has_it_and_then_another(path):
    first, second = RouteLock(path), RouteLock(path)
    assert first.take()
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    assert second.held
    assert not first.held


def test_who_forgets_to_release_it_keeps_nobody_out(path):
    assert RouteLock(path).take()
    assert RouteLock(path).take()


def test_a_file_that_was_taken_away_meanwhile_is_not_what_is_locked(path, monkeypatch):
    lock, taken_away = route_lock.lock_file, []

    def take_away_and_lock(descriptor):
        if not taken_away:
            path.unlink()
            taken_away.append(descriptor)
        lock(descriptor)

    monkeypatch.setattr(route_lock, "lock_file", take_away_and_lock)
    first = RouteLock(path)
    assert first.take()
    assert path.exists()
    assert not RouteLock(path).take()


def test_a_drive_that_knows_no_locks_is_no_other_window(path, monkeypatch):
    def refuse(_descriptor):
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(route_lock, "lock_file", refuse)
    with pytest.raises(FolderError):
        RouteLock(path).take()


def test_what_never_came_to_be_leaves_no_file(path):
    lock = RouteLock(path)
    lock.take()
    lock.discard()
    assert not path.exists()
    assert not lock.held


def test_only_its_owner_reads_it(path):
    RouteLock(path).take()
    assert path.stat().st_mode & 0o777 == 0o600
