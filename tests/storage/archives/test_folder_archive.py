"""Shared archive in a folder that a synchroniser carries, where other programs write too."""

from pathlib import Path

import pytest

from relroute_tui.storage.archives.contract import (
    Answer,
    ArchiveError,
    Problem,
    Revision,
    Save,
    new_save_id,
)
from relroute_tui.storage.archives.folder import FolderArchive
from relroute_tui.storage.route_lock import locked

SEALED = b"age-encryption.org/v1\n"


def save_of(route_id: str, text: bytes, base: Revision | None = None) -> Save:
    return Save(route_id, SEALED + text, ("age1anna",), base, new_save_id())


def test_what_the_app_saved_meanwhile_is_another_state(tmp_path: Path) -> None:
    shared = FolderArchive(tmp_path)
    first = save_of("fjord234", b"first")
    shared.save(first)

    (tmp_path / "fjord234.age").write_bytes(SEALED + b"by the app")

    there = shared.fetch("fjord234")
    assert there is not None
    assert there.revision.number == first.revision.number + 1
    assert there.readers == ()
    assert shared.save(save_of("fjord234", b"late", first.revision)) is Answer.REFUSED
    assert shared.save(save_of("fjord234", b"after it", there.revision)) is Answer.KEPT


def test_a_save_that_ended_half_way_is_before_or_after(tmp_path: Path) -> None:
    shared = FolderArchive(tmp_path)
    first = save_of("fjord234", b"first")
    shared.save(first)
    second = save_of("fjord234", b"second", first.revision)
    shared.save(second)

    (tmp_path / "fjord234.age").write_bytes(first.sealed)  # as if only the note was written

    assert shared.revisions() == {"fjord234": first.revision}
    assert shared.settle(second) is Answer.NOT_KEPT
    assert shared.save(second) is Answer.KEPT


def test_a_route_that_is_open_in_a_window_is_busy(tmp_path: Path) -> None:
    shared = FolderArchive(tmp_path)
    save = save_of("fjord234", b"first")
    with locked(tmp_path / "fjord234.age"), pytest.raises(ArchiveError) as error:
        shared.save(save)
    assert error.value.problem is Problem.BUSY
    assert shared.save(save) is Answer.KEPT


def test_what_a_synchroniser_left_beside_or_cut_short_is_no_document(tmp_path: Path) -> None:
    shared = FolderArchive(tmp_path)
    shared.save(save_of("fjord234", b"first"))
    shared.replace_document("roll", b"roll", None)
    team = tmp_path / ".team"
    (team / "documents" / "roll (conflicted copy 2026-11-24)").write_bytes(b"x")
    (team / "documents" / ".roll.tmp").write_bytes(b"x")
    (team / "routes" / "fjord234").write_bytes(b"[{")

    assert shared.documents() == ("roll",)
    assert set(shared.revisions()) == {"fjord234"}
    (team / "documents" / "roll").write_bytes(b'{"number"')
    assert shared.fetch_document("roll") is None
    assert shared.replace_document("roll", b"anew", None)


def test_lines_that_two_laptops_added_apart_are_both_there(tmp_path: Path) -> None:
    anna, sam = FolderArchive(tmp_path / "anna"), FolderArchive(tmp_path / "sam")
    anna.append_line("log", b"by anna", 0)
    sam.append_line("log", b"by sam", 0)
    for here, there in (("anna", "sam"), ("sam", "anna")):
        for line in (tmp_path / here / ".team/logs/log").iterdir():
            (tmp_path / there / ".team/logs/log" / line.name).write_bytes(line.read_bytes())

    assert set(anna.read_log("log")) == {b"by anna", b"by sam"}
    assert anna.read_log("log") == sam.read_log("log")
    assert anna.append_line("log", b"after both", 1)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / ".team").write_text("a file stands here")
    shared = FolderArchive(tmp_path)
    with pytest.raises(ArchiveError):
        shared.replace_document("roll", b"roll", None)
    with pytest.raises(ArchiveError):
        shared.append_line("log", b"line", 0)
