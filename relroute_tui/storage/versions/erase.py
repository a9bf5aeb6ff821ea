"""Everything of a route, gone from this folder."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import EraseError, FolderError, ReadOnlyRoute, SaveError
from relroute_tui.storage.files import flush_folder, with_retries
from relroute_tui.storage.recognise import hidden_open_routes
from relroute_tui.storage.route_id import is_route_id
from relroute_tui.storage.versions.version_files import folder_of

LOG: Final = "erased.log"


def erase(archive: Archive, route_id: str, exports: Path, now: datetime) -> None:
    """Erase a route: its file, versions, what was set aside, copies beside it, and its exports.

    A line with the date and the id stays in the log. What lies in other folders, such as a backup,
    is not reached. The file itself goes last: when something refuses, one can try again.
    Raises NoSuchRoute, ReadOnlyRoute (it is open in a window), EraseError and FolderError.
    """
    from relroute_tui.storage.route_lock import RouteLock

    path = archive.path_to(route_id)
    lock = RouteLock(path.with_suffix(".lock"))
    if not lock.take():
        raise ReadOnlyRoute
    try:
        _note(archive.folder / LOG, f"{now.date().isoformat()} {route_id}\n")
        files = [file for file in archive.every_file() if file != path]
        copies = [file for file in files if _is_of(archive, file, route_id)]
        others = {file.stem for file in files if file not in copies} - {route_id}
        hidden = [
            route
            for route in hidden_open_routes(archive.folder)
            if _is_of(archive, route, route_id)
        ]
        for file in (*copies, *hidden, *_beside(path), *_exports(exports, route_id, others)):
            with_retries(partial(file.unlink, missing_ok=True))
        if folder_of(path).is_dir():
            shutil.rmtree(folder_of(path))
            flush_folder(folder_of(path).parent)
        archive.forget(route_id)
        with_retries(partial(path.unlink, missing_ok=True))
        flush_folder(archive.folder)
    except (OSError, FolderError, SaveError) as error:
        lock.release()
        raise EraseError from error
    lock.discard()


def _note(log: Path, line: str) -> None:
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)


def was_erased(folder: Path, route_id: str) -> bool:
    """Return whether the log of this folder says that this route was erased."""
    try:
        lines = (folder / LOG).read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return any(line.split()[-1:] == [route_id] for line in lines)


def _is_of(archive: Archive, path: Path, route_id: str) -> bool:
    """Return whether this is the same route under another name, however that was made.

    What does not read is known by its name: that of the route, and more that is in no id.
    """
    read = archive.contents(path)
    if isinstance(read, Route):
        return read.id == route_id
    return path.stem == route_id or (
        re.match(rf"{re.escape(route_id)}[^a-z0-9]", path.name) is not None
        and not is_route_id(path.stem)
    )


def _beside(path: Path) -> Iterator[Path]:
    """Yield what was set aside of a route, and what an interrupted write left of it."""
    ours = re.compile(
        rf"{path.stem}\.[a-z]+\.set-aside-.*"
        rf"|\.{path.stem}( \(other version \w+\))?\.[a-z]+\.[0-9a-f]{{8}}\.new"
    )
    return (file for file in path.parent.iterdir() if ours.fullmatch(file.name))


def _exports(folder: Path, route_id: str, others: Iterable[str]) -> Iterator[Path]:
    """Yield the texts in our own folder with this route's id, and no longer one, in their name."""
    if not folder.is_dir():
        return iter(())
    ours, longer = _names(route_id), [_names(other) for other in others if route_id in other]
    files = (path for path in folder.iterdir() if path.is_file() and ours.search(path.name))
    return (file for file in files if not any(other.search(file.name) for other in longer))


def _names(route_id: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){re.escape(route_id)}(?![a-z0-9])")
