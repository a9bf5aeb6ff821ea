"""Migration from open to sealed files, leaving no open copy behind."""

import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import (
    ReadOnlyRoute,
    Reason,
    SaveError,
    StorageError,
    UnreadableKind,
    reason_of,
)
from relroute_tui.storage.files import (
    flush_folder,
    make_folder,
    read_file,
    replace_file,
    with_retries,
)
from relroute_tui.storage.format import what_is_wrong_in
from relroute_tui.storage.progress import ReportProgress, unreported
from relroute_tui.storage.recognise import is_open_route
from relroute_tui.storage.route_lock import locked
from relroute_tui.storage.sealing.envelope import OPEN, Envelope
from relroute_tui.storage.sealing.header import EnvelopeHeader, Unpacked
from relroute_tui.storage.versions.version_files import FOLDER, folder_of, free_name, stamp

_ASIDE: Final = ".set-aside-"


def has_open_files(archive: Archive) -> bool:
    """Return whether anything here is not sealed yet: never moved, or put here since."""
    return next(open_files(archive.folder), None) is not None


def seal_everything(archive: Archive, report: ReportProgress = unreported) -> tuple[Path, ...]:
    """Seal every open file of a sealed archive, read it back, and take the open one away.

    What it could not: routes that another window has, and other programs' files; those stay as
    they are. It can be stopped at any moment and done again. Raises SaveError and FolderError, but
    only once it has tried every file; and Stopped.
    """
    left, problem = _seal_each(archive, open_files(archive.folder), report)
    try:
        for place in ("", f"{FOLDER}/*/"):
            for leftover in archive.folder.glob(f"{place}.*{OPEN.suffix}.*.new"):
                with_retries(partial(leftover.unlink, missing_ok=True))
        flush_folder(archive.folder)
    except OSError as error:
        raise SaveError(archive.folder, reason_of(error)) from error
    if problem is not None:
        raise problem
    return left


def seal_route(archive: Archive, route_id: str) -> None:
    """Seal one route with its versions and what was set aside, before somebody works on it.

    Not when another window has it. Raises SaveError and FolderError.
    """
    open_file = archive.folder / f"{route_id}{OPEN.suffix}"
    belongs = [file for file in open_files(archive.folder) if _route_file_of(file) == open_file]
    _left, problem = _seal_each(archive, belongs)
    if problem is not None:
        raise problem


def _seal_each(
    archive: Archive, paths: Iterable[Path], report: ReportProgress = unreported
) -> tuple[tuple[Path, ...], StorageError | None]:
    """Seal these, the versions first: which another window has, and the first that went wrong."""
    left, problem = [], None
    versions_first = sorted(paths, key=lambda path: len(path.parts), reverse=True)
    for number, path in enumerate(versions_first):
        report(number, len(versions_first))
        try:
            with locked(_route_file_of(path)):
                _seal(archive, path)
        except ReadOnlyRoute:
            left.append(path)
        except StorageError as error:  # the next one may be sealed all the same
            problem = problem or error
    return tuple(left), problem


def open_files(folder: Path) -> Iterator[Path]:
    """Yield routes, copies of them, versions and what was set aside, in the clear."""
    for path in (*_in(folder), *(path for one in _in(folder / FOLDER) for path in _in(one))):
        name, aside, _when = path.name.partition(_ASIDE)
        if name.startswith(".") or name == "settings.json":
            continue
        if name.endswith(OPEN.suffix):
            is_open = bool(aside) or not _is_foreign(path)
        else:
            is_open = is_open_route(path) and not name.endswith(".new")
        if is_open:
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
    """Return the file of the route to which this file belongs: its own, or that of its versions."""
    if path.parent.parent.name == FOLDER:
        return path.parent.parent.parent / f"{path.parent.name}{OPEN.suffix}"
    return path.with_name(path.name.partition(_ASIDE)[0])


def _seal(archive: Archive, path: Path) -> None:
    sealing = archive.envelope(path.with_name("any.age"))
    try:
        content = read_file(path)
        name, aside, when = path.name.partition(_ASIDE)
        sealed = path.with_name(name.removesuffix(OPEN.suffix) + sealing.suffix + aside + when)
        if not _holds(sealing, sealed, content):  # else it was stopped between the two steps
            _write(sealing, _not_over(sealed, path), path, content)
        with_retries(path.unlink)
    except OSError as error:
        raise SaveError(path, reason_of(error)) from error


def _not_over(sealed: Path, path: Path) -> Path:
    """Return where it goes: what is put beside a sealed file is kept as a version of that."""
    if not os.path.lexists(sealed):
        return sealed
    versions = folder_of(_route_file_of(path))
    make_folder(versions)
    return free_name(versions, stamp(path), sealed.suffix)


def _write(sealing: Envelope, sealed: Path, path: Path, content: bytes) -> None:
    """Write it sealed, with the time of the open one, and read it back. Raises SaveError."""
    times = path.stat()
    header = EnvelopeHeader(_route_file_of(path).stem)
    is_version = sealed.parent.parent.name == FOLDER
    replace_file(sealed, sealing.pack(content, header, as_version=is_version)[1])
    if not _holds(sealing, sealed, content):
        raise SaveError(sealed, Reason.OTHER)
    os.utime(sealed, ns=(times.st_atime_ns, times.st_mtime_ns))


def _holds(sealing: Envelope, sealed: Path, content: bytes) -> bool:
    try:
        unpacked = sealing.unpack(read_file(sealed))
    except FileNotFoundError:
        return False
    return isinstance(unpacked, Unpacked) and unpacked.content == content
