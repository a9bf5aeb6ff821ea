"""Which revision of each route was saved last on this laptop: so that an older one is noticed."""

from contextlib import suppress
from pathlib import Path
from threading import Lock

import msgspec

from relroute_tui.storage.errors import FolderError, SaveError
from relroute_tui.storage.files import make_folder, read_file, replace_file
from relroute_tui.storage.sealing.key import Key, seal_to, unseal


class _Kept(msgspec.Struct):
    revisions: dict[str, int]
    proof: str


class LastSaved:
    """A small sealed file. Where it is lost, nothing else is: old files are then not noticed."""

    def __init__(self, path: Path, key: Key) -> None:
        self._path = path
        self._key = key
        self._lock = Lock()
        self._revisions = self._read()

    def revision(self, route_id: str) -> int:
        """The revision that was saved last; 0 for a route that this laptop does not know."""
        return self._revisions.get(route_id, 0)

    def note(self, route_id: str, revision: int) -> None:
        """Keep a revision, if it is a later one.

        Should the disk refuse, it is known for now, and the next one is written with it.
        """
        with self._lock, suppress(SaveError):
            if revision > self.revision(route_id):
                self._revisions = {**self._revisions, route_id: revision}
                self._write()

    def forget(self, route_id: str) -> None:
        """Keep nothing of a route that was erased. Raises SaveError."""
        with self._lock:
            if route_id in self._revisions:
                self._revisions = {k: v for k, v in self._revisions.items() if k != route_id}
                self._write()

    def _read(self) -> dict[str, int]:
        try:
            opened = unseal(read_file(self._path), self._key)
            kept = msgspec.json.decode(opened, type=_Kept) if isinstance(opened, bytes) else None
        except (OSError, ValueError):
            return {}
        genuine = kept is not None and kept.proof == self._proof(kept.revisions)
        return kept.revisions if kept is not None and genuine else {}

    def _write(self) -> None:
        kept = _Kept(self._revisions, self._proof(self._revisions))
        try:
            make_folder(self._path.parent)
        except FolderError as error:
            raise SaveError(self._path, error.reason) from error
        replace_file(self._path, seal_to(msgspec.json.encode(kept), self._key.public))

    def _proof(self, revisions: dict[str, int]) -> str:
        return self._key.proof(
            "last saved", msgspec.json.encode(revisions, order="sorted").decode()
        )
