"""A backup that is whole, and comes back without writing over anything."""

import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from any_route import AFTERNOON, small_route, typed

from relroute_tui.storage import backup, generations
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.backup import back_up, put_back
from relroute_tui.storage.errors import NoBackup, Reason, SaveError
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.storage.versions import versions_of

LATER = AFTERNOON + timedelta(days=1)


@pytest.fixture(autouse=True)
def at_every_save(monkeypatch):
    monkeypatch.setattr(generations, "NOT_SOONER", 0.0)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "usb stick"


def save(archive: Archive, *texts: str) -> None:
    opened = archive.open("fjord234")
    for text in texts:
        opened.put(typed(opened.route, text))
        assert opened.save_now()
    opened.close()


@pytest.fixture
def kept(archive) -> Archive:
    archive.create(small_route()).close()
    save(archive, "een", "twee")
    return archive


def test_everything_comes_back_in_an_empty_folder(kept, folder, stick):
    _where, routes = back_up(folder, stick, AFTERNOON)
    assert routes == 1
    versions, route = versions_of(kept, "fjord234"), kept.load("fjord234")
    shutil.rmtree(folder)
    assert put_back(folder, stick).added == 1
    assert kept.load("fjord234") == route
    assert versions_of(kept, "fjord234") == versions


def test_a_sealed_archive_stays_sealed_and_comes_back_with_its_key(folder, stick):
    made = Vault(folder, work=4).make("een zin om te onthouden", RecoveryKey.new())
    sealed = sealed_archive(folder, made.key, folder)
    sealed.create(small_route(nickname="GEHEIM")).close()
    where, _routes = back_up(folder, stick, AFTERNOON)
    for path in where.rglob("*"):
        assert path.is_dir() or b"GEHEIM" not in path.read_bytes()
    shutil.rmtree(folder)
    put_back(folder, stick)
    key = Vault(folder).open("een zin om te onthouden").key
    assert sealed_archive(folder, key, folder).load("fjord234").nickname == "GEHEIM"


def test_what_was_saved_since_stays_and_the_backup_becomes_a_version(kept, folder, stick):
    back_up(folder, stick, AFTERNOON)
    save(kept, "na de kopie")
    shutil.rmtree(folder / generations.FOLDER)
    assert put_back(folder, stick).kept_beside == 1
    assert kept.load("fjord234").meetings[-1].notes == "na de kopie"
    assert "twee" in [each.route.meetings[-1].notes for each in versions_of(kept, "fjord234")]
    assert put_back(folder, stick).kept_beside == 0


def test_a_folder_with_several_backups_gives_its_newest(kept, folder, stick):
    back_up(folder, stick, AFTERNOON)
    save(kept, "drie")
    back_up(folder, stick, LATER)
    shutil.rmtree(folder)
    put_back(folder, stick)
    assert kept.load("fjord234").meetings[-1].notes == "drie"


def test_a_backup_that_is_not_whole_puts_nothing_back(kept, folder, stick):
    where, _routes = back_up(folder, stick, AFTERNOON)
    (where / "fjord234.json").write_bytes(b"changed")
    shutil.rmtree(folder)
    for source in (stick, stick / "nowhere"):
        with pytest.raises(NoBackup):
            put_back(folder, source)
    assert not folder.exists()


def test_a_list_of_contents_reaches_no_file_elsewhere(kept, folder, stick):
    where, _routes = back_up(folder, stick, AFTERNOON)
    listed = (where / "contents.json").read_text()
    (where / "contents.json").write_text(listed.replace("fjord234.json", "../fjord234.json"))
    with pytest.raises(NoBackup):
        put_back(folder, where)


def test_a_copy_that_does_not_read_back_is_no_backup(kept, folder, stick, monkeypatch):
    real = backup.replace_file
    monkeypatch.setattr(backup, "replace_file", lambda path, content: real(path, content[:-1]))
    with pytest.raises(NoBackup):
        back_up(folder, stick, AFTERNOON)
    assert list(stick.iterdir()) == []


def test_a_full_disk_leaves_no_half_backup(kept, folder, stick, monkeypatch):
    def full(path, _content):
        raise SaveError(path, Reason.DISK_FULL)

    monkeypatch.setattr(backup, "replace_file", full)
    with pytest.raises(SaveError):
        back_up(folder, stick, AFTERNOON)
    assert list(stick.iterdir()) == []


def test_a_backup_is_made_while_somebody_types(kept, folder, stick):
    opened, stop = kept.open("fjord234"), threading.Event()

    def type_on() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            opened.put(typed(opened.route, f"zin {number}\n" * 200))
            opened.save_now()

    typist = threading.Thread(target=type_on)
    typist.start()
    try:
        made = [back_up(folder, stick / str(n), AFTERNOON)[0] for n in range(5)]
    finally:
        stop.set()
        typist.join()
        opened.close()
    for where in made:
        assert Archive(where).load("fjord234").meetings[-1].notes
