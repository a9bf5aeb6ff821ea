"""From open to sealed, leaving no open copy behind."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.envelope import OPEN, Marks, Unpacked
from relroute_tui.storage.errors import ReadOnlyRoute, SaveError, UnreadableKind, reason_of
from relroute_tui.storage.files import flush_folder, read_file, replace_file
from relroute_tui.storage.generations import FOLDER, folder_of, stamp
from relroute_tui.storage.route_file import what_is_wrong_in
from relroute_tui.storage.route_lock import locked

_ASIDE: Final = ".set-aside-"


def has_open_files(archive: Archive) -> bool:
    """Whether anything here is not sealed yet: never moved, or put here since."""
    return next(_open_files(archive.folder), None) is not None


def seal_everything(archive: Archive) -> tuple[Path, ...]:
    """Seal every open file of a sealed archive, read it back, and take the open one away.

    What it could not: routes that another window has, and other programs' files; those stay as
    they are. It can be stopped at any moment and done again. Raises SaveError and FolderError.
    """
    left = []
    for path in sorted(_open_files(archive.folder), key=lambda each: len(each.parts), reverse=True):
        route_file = _route_file_of(path)
        try:
            with locked(route_file):
                _seal(archive, path)
        except ReadOnlyRoute:
            left.append(path)
    try:
        for place in ("", f"{FOLDER}/*/"):
            for leftover in archive.folder.glob(f"{place}.*{OPEN.suffix}.*.new"):
                leftover.unlink(missing_ok=True)
        flush_folder(archive.folder)
    except OSError as error:
        raise SaveError(archive.folder, reason_of(error)) from error
    return tuple(left)


def _open_files(folder: Path) -> Iterator[Path]:
    """Routes, copies of them, versions and what was set aside, in the clear."""
    for path in (*_in(folder), *(each for one in _in(folder / FOLDER) for each in _in(one))):
        name, aside, _when = path.name.partition(_ASIDE)
        is_open = name.endswith(OPEN.suffix) and not name.startswith(".")
        if is_open and name != "settings.json" and (aside or not _is_foreign(path)):
            yield path


def _in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_foreign(path: Path) -> bool:
    try:
        return what_is_wrong_in(read_file(path)) is UnreadableKind.FOREIGN
    except OSError:
        return False


def _route_file_of(path: Path) -> Path:
    """The file of the route to which this file belongs: its own, or that of its versions."""
    if path.parent.parent.name == FOLDER:
        return path.parent.parent.parent / f"{path.parent.name}{OPEN.suffix}"
    return path.with_name(path.name.partition(_ASIDE)[0])


def _seal(archive: Archive, path: Path) -> None:
    sealing = archive.envelope(path.with_name("any.age"))
    try:
        content, times = read_file(path), path.stat()
        sealed = path.with_name(path.name.replace(OPEN.suffix, sealing.suffix, 1))
        if os.path.lexists(sealed):  # an open one put beside a sealed one: kept as a version
            sealed = folder_of(sealed) / f"{stamp(path)}{sealing.suffix}"
            sealed.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        marks = Marks(_route_file_of(path).stem)
        _marks, packed = sealing.pack(content, marks)
        replace_file(sealed, packed)
        again = sealing.unpack(read_file(sealed))
        if not isinstance(again, Unpacked) or again.content != content:
            raise SaveError(sealed, reason_of(OSError()))
        os.utime(sealed, ns=(times.st_atime_ns, times.st_mtime_ns))
        path.unlink()
    except OSError as error:
        raise SaveError(path, reason_of(error)) from error
