"""Files for other programs: none is written over that somebody may have changed."""

from pathlib import Path

import pytest

from relroute_tui.storage.errors import FolderError
from relroute_tui.storage.new_files import write_new_files

FILES = (("For Sam.html", b"one"), ("For the file.docx", b"two"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_files_and_the_folder_above_them_are_made(tmp_path: Path) -> None:
    folder = tmp_path / "documents" / "meeting"
    written = write_new_files(folder, FILES)
    assert [path.name for path in written] == ["For Sam.html", "For the file.docx"]
    assert [path.read_bytes() for path in written] == [b"one", b"two"]


def test_a_file_that_says_the_same_stays_as_it_is(tmp_path: Path) -> None:
    assert write_new_files(tmp_path, FILES) == write_new_files(tmp_path, FILES)
    assert len(names(tmp_path)) == 2


def test_a_file_that_was_changed_is_never_written_over(tmp_path: Path) -> None:
    write_new_files(tmp_path, FILES)
    (tmp_path / "For the file.docx").write_bytes(b"what somebody added")
    written = write_new_files(tmp_path, FILES)
    assert written[1].name == "For the file (2).docx"
    assert (tmp_path / "For the file.docx").read_bytes() == b"what somebody added"
    assert write_new_files(tmp_path, FILES) == written


def test_a_folder_that_cannot_be_made_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "documents").write_text("a file")
    with pytest.raises(FolderError):
        write_new_files(tmp_path / "documents" / "meeting", FILES)
