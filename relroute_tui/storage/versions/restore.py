"""The versions of a route: looked at, put back, and offered where its own file does not read."""

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.questionnaire.answers import closed_since
from relroute_tui.domain.route import Route, keeping_statements
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import (
    NoSuchVersion,
    SaveError,
    UnreadableKind,
    UnreadableRoute,
    reason_of,
)
from relroute_tui.storage.files import flush_folder, with_retries
from relroute_tui.storage.route_id import is_route_id
from relroute_tui.storage.versions.version_files import (
    FOLDER,
    VersionFile,
    folder_of,
    versions_in,
)

_MENDABLE: Final = (
    UnreadableKind.DAMAGED,
    UnreadableKind.FOREIGN,
    UnreadableKind.NOT_BY_A_READER,
    None,
)
"""Kinds of files that a version may replace: not one of a newer version of the app, not one out
of reach, and not one that is whole and sealed with the key of a colleague."""


class Version(Struct, frozen=True):
    """A route as it was once."""

    name: str
    saved: datetime
    route: Route


class Rescue(Struct, frozen=True):
    """A route whose file does not read, or is gone, and the newest version of it that is whole."""

    path: Path
    kind: UnreadableKind | None
    """Fault of the file; None when the file is gone."""
    version: Version


def versions_of(archive: Archive, route_id: str) -> tuple[Version, ...]:
    """Return every version of this route that reads, the newest first; not the current one.

    Raises NoSuchRoute for what can be no route's id.
    """
    return tuple(_versions(archive, archive.path_to(route_id)))


def restore(archive: Archive, route_id: str, name: str) -> None:
    """Put a version back. What it takes the place of is kept: as a version, or set aside.

    Answers that were taken back since stay closed, and people's own views stay.

    Raises NoSuchRoute, NoSuchVersion, ReadOnlyRoute (it is open in a window), SaveError and
    FolderError.
    """
    from relroute_tui.storage.route_lock import locked

    path = archive.path_to(route_id)
    versions = tuple(_versions(archive, path))
    wanted = next((version for version in versions if version.name == name), None)
    if wanted is None:
        raise NoSuchVersion
    with locked(path):
        now = archive.read(path)
        if now is UnreadableKind.SEALED:
            raise UnreadableRoute(path, now)
        if isinstance(now, UnreadableKind):
            set_aside(path)
        latest = now if isinstance(now, Route) else versions[0].route
        store = archive.store(path)
        store.keep_version()
        filled = closed_since(wanted.route.filled, latest.filled)
        store.save(keeping_statements(replace(wanted.route, filled=filled), latest))
        if latest is not now:
            kept = next(file.path for file in versions_in(folder_of(path)) if file.name == name)
            if readers := archive.readers(kept):
                store.share(readers)
        store.rest()


def set_aside(path: Path) -> Path:
    """Give a file that does not read a name of its own, so that nothing is written over it.

    Raises SaveError.
    """
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.name}.set-aside-{now}")
    try:
        with_retries(lambda: os.rename(path, aside))  # noqa: PTH104 - not over a file that is there
        flush_folder(path.parent)  # before another takes its place
    except OSError as error:
        raise SaveError(path, reason_of(error)) from error
    return aside


def rescues(archive: Archive, unreadable: Iterable[UnreadableRoute]) -> tuple[Rescue, ...]:
    """Return for each route that cannot be opened, or is gone, its newest whole version.

    One a route, also where two of its files do not read, as when it was being sealed.
    """
    kinds: dict[Path, UnreadableKind | None] = {file.path: file.kind for file in unreadable}
    by_route: dict[str, Path] = {}
    for path in (*kinds, *_gone(archive)):
        if kinds.get(path) in _MENDABLE:
            by_route.setdefault(path.stem, path)
    found = (_rescue(archive, path, kinds.get(path)) for path in by_route.values())
    return tuple(rescue for rescue in found if rescue is not None)


def _rescue(archive: Archive, path: Path, kind: UnreadableKind | None) -> Rescue | None:
    version = next(_versions(archive, path), None)
    return None if version is None else Rescue(path, kind, version)


def _gone(archive: Archive) -> list[Path]:
    """Return the files of routes of which there are versions only."""
    try:
        names = sorted(os.listdir(archive.folder / FOLDER))  # noqa: PTH208
    except OSError:
        return []
    paths = [archive.path_to(name) for name in names if is_route_id(name)]
    return [path for path in paths if not os.path.lexists(path)]


def _versions(archive: Archive, path: Path) -> Iterator[Version]:
    try:
        kept = versions_in(folder_of(path))
    except OSError:
        return
    for file in kept:
        route = _read(archive, file, path.stem)
        if route is not None:
            yield Version(file.name, file.saved, route)


def _read(archive: Archive, version: VersionFile, route_id: str) -> Route | None:
    try:
        read = archive.read(version.path, route_id)
    except ValueError:  # a suffix that is not ours
        return None
    return read if isinstance(read, Route) else None
