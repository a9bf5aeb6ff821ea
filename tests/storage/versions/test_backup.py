"""A backup that is whole, and comes back without writing over anything."""

import os
import shutil
import threading
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from any_route import AFTERNOON, small_route, typed

from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import NoBackup, NoPlaceForCopy, Reason, SaveError
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.storage.versions import backup, version_files
from relroute_tui.storage.versions.backup import back_up, put_back
from relroute_tui.storage.versions.restore import versions_of

LATER = AFTERNOON + timedelta(days=1)


@pytest.fixture(autouse=True)
def at_every_save(monkeypatch):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "usb stick"
    stick.mkdir()
    return stick


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
    shutil.rmtree(folder / version_files.FOLDER)
    assert put_back(folder, stick).kept_beside == 1
    assert kept.load("fjord234").meetings[-1].notes == "na de kopie"
    assert "twee" in [version.route.meetings[-1].notes for version in versions_of(kept, "fjord234")]
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


@pytest.mark.parametrize("where", [".", "copies", "copies/older"])
def test_no_copy_is_put_among_the_routes(kept, folder, where):
    before = sorted(folder.rglob("*"))
    with pytest.raises(NoPlaceForCopy):
        back_up(folder, folder / where, AFTERNOON)
    assert sorted(folder.rglob("*")) == before


def test_a_stick_that_is_not_there_is_no_folder_to_be_made(kept, folder, tmp_path):
    with pytest.raises(NoPlaceForCopy):
        back_up(folder, tmp_path / "no stick" / "copies", AFTERNOON)
    assert not (tmp_path / "no stick").exists()


def test_where_no_folder_can_be_made_is_no_place_for_a_copy(kept, folder, stick):
    stick.mkdir(exist_ok=True)
    (stick / "file").write_text("hier staat al iets")
    with pytest.raises(NoPlaceForCopy) as told:
        back_up(folder, stick / "file" / "copies", AFTERNOON)
    assert str(stick / "file" / "copies") in problem_sentence(told.value)


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


def test_putting_back_that_was_interrupted_can_be_done_again(kept, folder, stick, monkeypatch):
    back_up(folder, stick, AFTERNOON)
    save(kept, "na de kopie")
    shutil.rmtree(folder / version_files.FOLDER)
    for failing_step in ("utime", "replace", "rename", "link"):

        def fail(*_arguments, **_options):
            raise OSError(5, "the stick was pulled out")

        with monkeypatch.context() as patch:
            patch.setattr(os, failing_step, fail)
            with suppress(SaveError):
                put_back(folder, stick)
        put_back(folder, stick)
        assert "twee" in [
            version.route.meetings[-1].notes for version in versions_of(kept, "fjord234")
        ]
        shutil.rmtree(folder / version_files.FOLDER)


def test_a_backup_is_told_once_the_disk_has_every_name(kept, folder, stick, monkeypatch):
    flushed = []
    flush = backup.flush_folder
    monkeypatch.setattr(
        backup,
        "flush_folder",
        lambda each: flushed.append((each, set(each.iterdir()))) or flush(each),
    )
    where, _routes = back_up(folder, stick, AFTERNOON)
    assert flushed[-1] == (stick, {where})
    part = where.with_name(f"{where.name}.part")
    assert {each for each, _names in flushed} >= {part, part / version_files.FOLDER}


@pytest.mark.parametrize(
    "name",
    [
        "settings.json",
        ".profile",
        "exports/a.md",
        "C:fjord234.json",
        ".keys/a/b.age",
        "..\\\\fjord234.json",
    ],
)
def test_a_list_of_contents_brings_back_nothing_but_what_a_backup_takes(kept, folder, stick, name):
    where, _routes = back_up(folder, stick, AFTERNOON)
    listed = (where / "contents.json").read_text()
    (where / "contents.json").write_text(listed.replace('"fjord234.json"', f'"{name}"'))
    (where / name).parent.mkdir(parents=True, exist_ok=True)
    (where / "fjord234.json").rename(where / name)
    with pytest.raises(NoBackup):
        put_back(folder, where)


def test_the_keys_come_back_first(folder, stick, monkeypatch):
    made = Vault(folder, work=4).make("een zin om te onthouden", RecoveryKey.new())
    sealed_archive(folder, made.key, folder).create(small_route()).close()
    back_up(folder, stick, AFTERNOON)
    shutil.rmtree(folder)
    written = []
    real = backup.replace_file
    monkeypatch.setattr(
        backup,
        "replace_file",
        lambda path, content: written.append(path.parent.name) or real(path, content),
    )
    put_back(folder, stick)
    assert written == [".keys", ".keys", "sessions"]


def test_what_an_interrupted_backup_left_goes_with_the_next(kept, folder, stick):
    left = stick / "relroute-20200101-120000.part"
    left.mkdir(parents=True)
    (left / "fjord234.json").write_bytes(b"{}")
    os.utime(left, (0, 0))
    back_up(folder, stick, AFTERNOON)
    assert not left.exists()


def test_what_a_backup_takes_it_brings_back_whatever_it_is_called(kept, folder, stick):
    names = [
        "fjord234 (14:03, Anna's laptop).json",
        "fjord234.json.set-aside-20260304-120000-000000",
    ]
    for name in names:
        (folder / name).write_bytes((folder / "fjord234.json").read_bytes())
    back_up(folder, stick, AFTERNOON)
    shutil.rmtree(folder)
    put_back(folder, stick)
    assert {path.name for path in folder.iterdir()} >= set(names)


@pytest.mark.parametrize("name", ["a" * 300, "nul\0teken"], ids=["too long", "no name"])
def test_a_place_that_can_not_be_looked_at_is_no_place_for_a_copy(kept, folder, stick, name):
    with pytest.raises(NoPlaceForCopy):
        back_up(folder, stick / name / "x", LATER)


def test_a_place_that_one_may_not_look_at_is_no_place_for_a_copy(kept, folder, stick, monkeypatch):
    def refused(_self: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refused)
    with pytest.raises(NoPlaceForCopy):
        back_up(folder, stick, LATER)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_file_with_a_name_that_is_no_text_is_copied_too(kept, folder, stick):
    odd = os.fsencode(folder) + b"/fjord234 (kopie caf\xe9).json"
    Path(os.fsdecode(odd)).write_bytes((folder / "fjord234.json").read_bytes())
    where, _routes = back_up(folder, stick, LATER)
    assert (where / "fjord234 (kopie caf\ufffd).json").exists()


def test_whatever_goes_wrong_no_half_copy_stays(kept, folder, stick, monkeypatch):
    def fails(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(backup, "flush_folder", fails)
    with pytest.raises(KeyboardInterrupt):
        back_up(folder, stick, LATER)
    assert list(stick.iterdir()) == []
