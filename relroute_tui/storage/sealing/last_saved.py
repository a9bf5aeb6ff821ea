"""Which revision of each route was saved last on this laptop: so that an older one is noticed."""

from contextlib import suppress
from pathlib import Path
from threading import Lock

import msgspec
from msgspec import field

from relroute_tui.storage.errors import FolderError, SaveError
from relroute_tui.storage.files import make_folder, read_file, replace_file
from relroute_tui.storage.sealing.key import Key, seal_to, unseal


class _Kept(msgspec.Struct):
    revisions: dict[str, int]
    mac: str = field(name="proof")


class LastSaved:
    """A small sealed file. Where it is lost, nothing else is: old files are then not noticed."""

    def __init__(self, path: Path, key: Key) -> None:
        self._path = path
        self._key = key
        self._lock = Lock()
        self._revisions = self._read()
        self._to_write: dict[str, int] = {}

    def revision(self, route_id: str) -> int:
        """Return the revision that was saved last; 0 for a route that this laptop does not know."""
        return self._revisions.get(route_id, 0)

    def note(self, route_id: str, revision: int) -> None:
        """Keep a revision, if it is a later one.

        Should the disk refuse, it is known for now, and the next one is written with it.
        """
        with self._lock, suppress(SaveError):
            if revision > self.revision(route_id):
                self._revisions = {**self._revisions, route_id: revision}
                self._to_write[route_id] = revision
                self._write(_later_of(self._read(), self._to_write))
                self._to_write.clear()

    def forget(self, route_id: str) -> None:
        """Keep nothing of a route that was erased. Raises SaveError."""
        with self._lock:
            self._to_write.pop(route_id, None)
            kept = {**self._read()}
            if kept.pop(route_id, None) is not None:
                self._write(kept)
            self._revisions = {k: v for k, v in self._revisions.items() if k != route_id}

    def _read(self) -> dict[str, int]:
        try:
            opened = unseal(read_file(self._path), self._key)
            kept = msgspec.json.decode(opened, type=_Kept) if isinstance(opened, bytes) else None
        except (OSError, ValueError, RecursionError):
            return {}
        genuine = kept is not None and kept.mac == self._mac(kept.revisions)
        return kept.revisions if kept is not None and genuine else {}

    def _write(self, revisions: dict[str, int]) -> None:
        """Write these; the file was read just before, so what another window noted stays."""
        kept = _Kept(revisions, self._mac(revisions))
        try:
            make_folder(self._path.parent)
        except FolderError as error:
            raise SaveError(self._path, error.reason) from error
        replace_file(self._path, seal_to(msgspec.json.encode(kept), self._key.public))

    def _mac(self, revisions: dict[str, int]) -> str:
        return self._key.mac("last saved", msgspec.json.encode(revisions, order="sorted").decode())


def _later_of(kept: dict[str, int], noted: dict[str, int]) -> dict[str, int]:
    return kept | {name: max(each, kept.get(name, 0)) for name, each in noted.items()}
