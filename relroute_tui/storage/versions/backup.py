"""A copy of everything in another folder, and back: bytes as they are, so what is sealed stays so.

    DIR/relroute-20261124-143205/
        contents.json                       the SHA-256 and the moment of each file
        fjord234.age, .versions/…, .keys/…

A file is always whole, so a copy can be made while the app writes. Nothing that is there is ever
written over: not by a backup, and not when it is put back.
"""

import hashlib
import os
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

import msgspec
from msgspec import Struct

from relroute_tui.storage.errors import FolderError, NoBackup, NoPlaceForCopy, SaveError, reason_of
from relroute_tui.storage.files import (
    flush_folder,
    make_folder,
    read_file,
    replace_file,
    with_retries,
)
from relroute_tui.storage.progress import ReportProgress, unreported
from relroute_tui.storage.sealing.key_folder import KEYS, key_files
from relroute_tui.storage.versions.version_files import (
    FOLDER,
    folder_of,
    free_name,
    stamp_at,
    versions_in,
)

_LIST: Final = "contents.json"
_PART: Final = ".part"
_NAME: Final = re.compile(r"relroute-\d{8}-\d{6}")
_VERSION: Final = re.compile(r"[^.].*\.(?:json|age)(?:[^a-z0-9].*)?")
_TEAM: Final = ".team"
"""Folder in which an organisation keeps its list and its log; see `archives/folder.py`."""
_OF_TEAM: Final = re.compile(r"(?!.*\.lock$)[a-z0-9][a-z0-9.-]{0,59}")
"""Whatever a synchroniser puts behind it."""
_ROUTE: Final = re.compile(rf"{_VERSION.pattern}|erased\.log")
_LEFT_OVER_AFTER: Final = 24 * 3600.0
"""Seconds: no backup takes a day, so the program that began it is gone."""


class _File(msgspec.Struct):
    sha256: str
    moment: int
    """Time at which the file was written, in nanoseconds."""


_Contents = dict[str, _File]


class Restored(Struct, frozen=True):
    """The result of putting a backup back."""

    added: int
    """Files that were not here."""
    kept_beside: int
    """Routes that differ from those here: theirs became versions."""


def back_up(
    folder: Path, into: Path, now: datetime, report: ReportProgress = unreported
) -> tuple[Path, int]:
    """Copy everything to a new folder in `into`, and read it back: where, and how many routes.

    Raises NoPlaceForCopy, FolderError, SaveError and Stopped; then there is no new backup, and
    older ones are untouched.
    """
    if not _is_place_for_copy(into, folder):
        raise NoPlaceForCopy(into)
    target = into / f"relroute-{now.strftime('%Y%m%d-%H%M%S')}"
    part = target.with_name(target.name + _PART)
    try:
        make_folder(part)
    except FolderError:
        raise NoPlaceForCopy(into) from None
    try:
        _throw_away_interrupted(into)
        contents: _Contents = {}
        paths = list(_files(folder))
        for number, path in enumerate(paths):
            report(number, 2 * len(paths))
            name = _name_in_backup(path.relative_to(folder))
            copied = _copied(path, part / name)
            if copied is not None:
                contents[name] = copied
        replace_file(part / _LIST, msgspec.json.encode(contents))
        _check(part, contents, report)
        for place in {
            part,
            *(part / up for name in contents for up in PurePosixPath(name).parents),
        }:
            flush_folder(place)
        # Not `replace`: never over a folder with something in it.
        with_retries(lambda: os.rename(part, target))  # noqa: PTH104
        flush_folder(into)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise SaveError(into, reason_of(error)) from error
    except BaseException:  # half a copy of what is secret stays nowhere
        shutil.rmtree(part, ignore_errors=True)
        raise
    return target, sum("/" not in name and name != "erased.log" for name in contents)


def put_back(folder: Path, source: Path, report: ReportProgress = unreported) -> Restored:
    """Bring everything that is in a backup and not in `folder`. What is there stays as it is.

    `source` is a backup, or a folder with backups: then the newest. Raises NoBackup (there is
    none, or it is not whole), ReadOnlyRoute, FolderError, SaveError, and Stopped: what came back
    until then stays, and the rest comes back when it is done again.
    """
    backup = _newest(source)
    contents = _contents(backup)
    _check(backup, contents)
    added = kept_beside = 0
    try:
        keys_first = sorted(contents.items(), key=lambda pair: not pair[0].startswith(KEYS))
        for number, (name, file) in enumerate(keys_first):
            report(number, len(contents))
            path, content = folder / PurePosixPath(name), read_file(backup / PurePosixPath(name))
            make_folder(path.parent)
            if os.path.lexists(path):
                if "/" not in name and name != "erased.log" and read_file(path) != content:
                    kept_beside += _keep_beside(path, content, file.moment)
                continue
            _write(path, content, file.moment)
            added += "/" not in name and name != "erased.log"
    except OSError as error:
        raise SaveError(folder, reason_of(error)) from error
    return Restored(added, kept_beside)


def _is_place_for_copy(into: Path, folder: Path) -> bool:
    """Return whether a copy can be put there: not in the folder itself, which it would go with.

    Nor where the folder above is not there: a stick that is not there would become a folder of
    this disk.
    """
    try:
        return not into.resolve().is_relative_to(folder.resolve()) and into.parent.is_dir()
    except (OSError, RuntimeError, ValueError):  # one may not look there, or nothing is called so
        return False


def _name_in_backup(path: Path) -> str:
    """Return its name, with a stand-in for bytes that are no text in UTF-8."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _files(folder: Path) -> Iterator[Path]:
    """Yield routes and what was set aside, keys, versions; no locks and nothing half written."""
    try:
        for path in sorted(folder.iterdir()):
            if path.is_file() and is_taken(path.name):
                yield path
    except OSError as error:
        raise FolderError(folder, reason_of(error)) from error
    key_files(folder)  # without its keys a backup would open for nobody
    for place in (KEYS, FOLDER, _TEAM):
        for path in sorted((folder / place).rglob("*")):
            if path.is_file() and is_taken(path.relative_to(folder).as_posix()):
                yield path


def _copied(path: Path, target: Path) -> _File | None:
    """Copy one file; None when it went in the meantime, as versions do."""
    try:
        content, moment = read_file(path), path.stat().st_mtime_ns
    except FileNotFoundError:
        return None
    make_folder(target.parent)
    _write(target, content, moment)
    return _File(hashlib.sha256(content).hexdigest(), moment)


def _write(path: Path, content: bytes, moment: int) -> None:
    replace_file(path, content)
    os.utime(path, ns=(moment, moment))


def _keep_beside(path: Path, content: bytes, moment: int) -> bool:
    """Keep what a backup holds of a route as one of its versions; False when it is one already."""
    from relroute_tui.storage.route_lock import locked

    versions = folder_of(path)
    if any(read_file(version.path) == content for version in versions_in(versions)):
        return False
    with locked(path):
        make_folder(versions)
        _write(free_name(versions, stamp_at(moment), path.suffix), content, moment)
    return True


def _newest(source: Path) -> Path:
    if (source / _LIST).is_file():
        return source
    try:
        names = sorted(name for name in os.listdir(source) if _NAME.fullmatch(name))  # noqa: PTH208
    except OSError:
        names = []
    if not names:
        raise NoBackup(source)
    return source / names[-1]


def _contents(backup: Path) -> _Contents:
    try:
        contents = msgspec.json.decode(read_file(backup / _LIST), type=_Contents)
    except (OSError, ValueError, RecursionError):
        raise NoBackup(backup) from None
    if not all(map(is_taken, contents)):
        raise NoBackup(backup)
    return contents


def is_taken(name: str) -> bool:
    """Return whether a backup takes a file of this name; a name never leads elsewhere."""
    as_windows_reads_it = PureWindowsPath(name)
    if as_windows_reads_it.anchor or ".." in as_windows_reads_it.parts or name == "settings.json":
        return False
    match name.split("/"):
        case [file]:
            return _ROUTE.fullmatch(file) is not None
        case [place, file] if place == KEYS:
            return _VERSION.fullmatch(file) is not None
        case [place, route, file] if place == FOLDER and route:
            return _VERSION.fullmatch(file) is not None
        case [place, ("documents" | "erased"), *names] | [place, "logs", _, *names] if (
            place == _TEAM and len(names) == 1
        ):
            return _are_of_team(name.split("/")[2:])
        case _:
            return False


def _are_of_team(names: Sequence[str]) -> bool:
    return all(_OF_TEAM.fullmatch(name) for name in names)


def _throw_away_interrupted(folder: Path) -> None:
    """Throw away what interrupted backups left; not one that is being made."""
    long_ago = time.time() - _LEFT_OVER_AFTER
    for part in folder.glob(f"relroute-*{_PART}"):
        if _NAME.fullmatch(part.name.removesuffix(_PART)) and part.stat().st_mtime < long_ago:
            shutil.rmtree(part, ignore_errors=True)


def _check(backup: Path, contents: _Contents, report: ReportProgress = unreported) -> None:
    """Look that every file of a backup is there and is what it was. Raises NoBackup."""
    for number, (name, file) in enumerate(contents.items(), len(contents)):
        report(number, 2 * len(contents))
        try:
            found = hashlib.sha256(read_file(backup / PurePosixPath(name))).hexdigest()
        except OSError:
            raise NoBackup(backup) from None
        if found != file.sha256:
            raise NoBackup(backup)
