"""Writes files for other programs, and never over one that somebody may have changed there."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path

from relroute_tui.storage.errors import SaveError, reason_of
from relroute_tui.storage.files import make_folder, replace_file


def write_new_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write each file under its name in `folder`, or with a number behind it; return where.

    A file that says the same already is left as it is. Raises FolderError and SaveError; files
    that were written before that stay.
    """
    make_folder(folder)
    return tuple(_write(folder, name, content) for name, content in files)


def _write(folder: Path, name: str, content: bytes) -> Path:
    wanted = folder / name
    for number in count(1):
        path = wanted if number == 1 else wanted.with_stem(f"{wanted.stem} ({number})")
        try:
            if path.is_file() and path.read_bytes() == content:
                return path
            is_free = not path.exists()
        except OSError as error:
            raise SaveError(path, reason_of(error)) from error
        if is_free:
            replace_file(path, content)
            return path
    raise AssertionError  # one of all numbers is free
