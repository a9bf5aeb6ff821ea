"""Everything of a route, gone from this folder."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import ReadOnlyRoute, SaveError, reason_of
from relroute_tui.storage.generations import folder_of

LOG: Final = "erased.log"


def erase(archive: Archive, route_id: str, exports: Path, now: datetime) -> None:
    """Erase a route: its file, versions, what was set aside, copies beside it, and its exports.

    A line with the date and the id stays in the log. What lies in other folders, such as a backup,
    is not reached. The file itself goes last: when something refuses, one can try again.
    Raises NoSuchRoute, ReadOnlyRoute (it is open in a window), SaveError and FolderError.
    """
    from relroute_tui.storage.route_lock import RouteLock

    path = archive.path_to(route_id)
    lock = RouteLock(path.with_suffix(".lock"))
    if not lock.take():
        raise ReadOnlyRoute
    try:
        _note(archive.folder / LOG, f"{now.date().isoformat()} {route_id}\n")
        copies = [each for each in archive.every_file() if _is_copy(archive, each, route_id)]
        others = {each.stem for each in archive.every_file()} - {route_id}
        for each in (*copies, *_beside(path), *_exports(exports, route_id, others)):
            each.unlink(missing_ok=True)
        if folder_of(path).is_dir():
            shutil.rmtree(folder_of(path))
        archive.envelope(path).forget(route_id)
        path.unlink(missing_ok=True)
    except OSError as error:
        lock.release()
        raise SaveError(path, reason_of(error)) from error
    lock.discard()


def _note(log: Path, line: str) -> None:
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)


def _is_copy(archive: Archive, path: Path, route_id: str) -> bool:
    """Whether this is the same route under another name, as synchronisers and people make them."""
    if path.stem == route_id or not path.name.startswith(route_id):
        return False
    read = archive.read(path, route_id)
    return isinstance(read, Route)


def _beside(path: Path) -> Iterator[Path]:
    """What was set aside of a route, and what an interrupted write left of it."""
    ours = re.compile(
        rf"{path.stem}\.[a-z]+\.set-aside-.*|\.{path.stem}\.[a-z]+\.[0-9a-f]{{8}}\.new"
    )
    return (each for each in path.parent.iterdir() if ours.fullmatch(each.name))


def _exports(folder: Path, route_id: str, others: Iterable[str]) -> Iterator[Path]:
    """The texts in our own folder with this route's id, and no longer one, in their name."""
    if not folder.is_dir():
        return iter(())
    ours, longer = _names(route_id), [_names(each) for each in others if route_id in each]
    files = (each for each in folder.iterdir() if each.is_file() and ours.search(each.name))
    return (each for each in files if not any(other.search(each.name) for other in longer))


def _names(route_id: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){re.escape(route_id)}(?![a-z0-9])")
