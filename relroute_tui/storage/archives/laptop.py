"""The laptop's own files of the routes that a shared archive holds too."""

import hashlib
from pathlib import Path
from typing import Final

from msgspec import Struct

from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives.contract import ArchiveError, Problem, SharedRoute
from relroute_tui.storage.archives.notes import Note, Seen
from relroute_tui.storage.errors import (
    FolderError,
    ReadOnlyRoute,
    SaveError,
    UnreadableKind,
    reason_of,
)
from relroute_tui.storage.files import make_folder, read_file, replace_file
from relroute_tui.storage.folder_state import entries_in
from relroute_tui.storage.format import route_in
from relroute_tui.storage.route_id import is_route_id
from relroute_tui.storage.route_lock import locked
from relroute_tui.storage.sealing.envelope import LOCKED, OPEN
from relroute_tui.storage.sealing.header import Unpacked
from relroute_tui.storage.versions.erase import was_erased

_ROUTES: Final = (LOCKED.suffix, OPEN.suffix)
"""Of a route that is there in both, the first one counts."""
_HEAD: Final = 4096
"""Bytes."""


class LocalRoute(Struct, frozen=True):
    """A sealed file on this laptop."""

    sealed: bytes
    digest: str
    seen: Seen | None
    unpacked: Unpacked


class LaptopFiles:
    """Reads and replaces whole sealed files. The app may have any of them open meanwhile."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def seen(self) -> dict[str, Seen]:
        """Return the file of each route here, sealed or not, by its id; copies beside it are none.

        None is opened for that. Raises FolderError.
        """
        folder = self._archive.folder
        try:
            found = {name: (size, time) for name, size, time in entries_in(folder)}
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise FolderError(folder, reason_of(error)) from error
        seen: dict[str, Seen] = {}
        for suffix in _ROUTES:
            for name, file in found.items():
                route_id = name.removesuffix(suffix)
                if route_id != name and is_route_id(route_id):
                    seen.setdefault(route_id, file)
        return seen

    def has(self, route_id: str) -> bool:
        """Return whether a file of this route is here."""
        return self._path(route_id).exists()

    def has_changed(self, route_id: str, note: Note) -> bool:
        """Return whether the file may be another one than the note is about, without reading it."""
        return note.is_outdated_by(self._seen(route_id))

    def was_erased(self, route_id: str) -> bool:
        """Return whether somebody erased this route here."""
        return was_erased(self._archive.folder, route_id)

    def is_open(self, route_id: str) -> bool:
        """Return whether a window has the route, so that its file cannot be replaced."""
        try:
            with locked(self._path(route_id)):
                return False
        except (ReadOnlyRoute, FolderError):
            return True

    def is_there(self, name: str) -> bool:
        """Return whether the folder has a file of this name."""
        return (self._archive.folder / name).exists()

    def read(self, route_id: str) -> LocalRoute | UnreadableKind:
        """Return the file of a route, or why it does not open with one's key.

        Raises ArchiveError where it is not sealed, or cannot be read.
        """
        path = self._path(route_id)
        if path.suffix != LOCKED.suffix:
            raise ArchiveError(Problem.NOT_SEALED)
        seen = self._seen(route_id)  # before it is read: what is written after that is another file
        try:
            sealed = read_file(path)
        except OSError:
            raise ArchiveError(Problem.OTHER) from None
        unpacked = self._archive.new_envelope.unpack(sealed)
        if isinstance(unpacked, UnreadableKind):
            return unpacked
        return LocalRoute(sealed, digest_of(sealed), seen, unpacked)

    def route_in(self, there: SharedRoute) -> Route | None:
        """Return the route that was fetched; None where it does not open, or is another one."""
        unpacked = self._unpacked(there.sealed)
        route = None if unpacked is None else route_in(unpacked.content)
        return route if isinstance(route, Route) and route.id == there.route_id else None

    def is_of_others(self, there: SharedRoute) -> bool:
        """Return whether what was fetched is not sealed to our key, nor will be."""
        return self._archive.new_envelope.unpack(there.sealed) is UnreadableKind.SEALED

    def is_outdated(self, there: SharedRoute) -> bool:
        """Return whether something later than this was saved on this laptop."""
        unpacked = self._unpacked(there.sealed)
        return unpacked is not None and self._archive.new_envelope.is_outdated(unpacked.header)

    def replace(self, there: SharedRoute, digest: str) -> Seen | None:
        """Put this in the place of the file with this digest, "" of none.

        What the file was stays as a version. None where it is another file by now, or in use.
        """
        path = self._path(there.route_id)
        try:
            make_folder(path.parent)
            with locked(path):
                if (digest_of(read_file(path)) if path.exists() else "") != digest:
                    return None
                self._archive.store(path).keep_version()
                replace_file(path, there.sealed)
                return self._seen(there.route_id)
        except (ReadOnlyRoute, FolderError, SaveError, OSError):
            return None

    def keep_beside(self, there: SharedRoute) -> str:
        """Keep what somebody else saved beside the file, as a synchroniser does; return its name.

        Raises SaveError.
        """
        path = self._path(there.route_id)
        name = f"{path.stem} (other version {digest_of(there.sealed)[:8]}){path.suffix}"
        replace_file(path.with_name(name), there.sealed)
        return name

    def _path(self, route_id: str) -> Path:
        return self._archive.path_to(route_id)

    def _seen(self, route_id: str) -> Seen | None:
        try:
            found = self._path(route_id).stat()
        except OSError:
            return None
        return found.st_size, found.st_mtime_ns

    def _unpacked(self, sealed: bytes) -> Unpacked | None:
        unpacked = self._archive.new_envelope.unpack(sealed)
        return unpacked if isinstance(unpacked, Unpacked) else None


def digest_of(sealed: bytes) -> str:
    """Tell one sealed file from any other.

    Its head says so: age makes a new key for each file, and puts it there.
    """
    digested = sealed[:_HEAD] + len(sealed).to_bytes(8)
    return hashlib.blake2b(digested, digest_size=16).hexdigest()
