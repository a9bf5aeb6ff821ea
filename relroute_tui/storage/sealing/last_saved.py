"""The last save of each route on this laptop: so that what is older or forged is noticed."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TypeVar

import msgspec
from msgspec import field

from relroute_tui.storage.errors import FolderError, SaveError
from relroute_tui.storage.files import make_folder, read_file, replace_file
from relroute_tui.storage.sealing.key import Key, seal_to, unseal

_T = TypeVar("_T")


class _Kept(msgspec.Struct):
    revisions: dict[str, int]
    mac: str = field(name="proof")
    signatures: dict[str, str] = {}


class LastSaved:
    """A small sealed file. Where it is lost, nothing else is: old files are then not noticed."""

    def __init__(self, path: Path, key: Key) -> None:
        self._path = path
        self._key = key
        self._lock = Lock()
        kept = self._read()
        self._revisions, self._signatures = kept.revisions, kept.signatures
        self._to_write: dict[str, int] = {}

    def signature(self, route_id: str) -> str:
        """Return the signature that was given to the route's secret here; empty where none was."""
        return self._signatures.get(route_id, "")

    def revision(self, route_id: str) -> int:
        """Return the revision that was saved last; 0 for a route that this laptop does not know."""
        return self._revisions.get(route_id, 0)

    def note(self, route_id: str, revision: int, signature: str) -> None:
        """Keep a revision, if it is a later one, and the signature in it.

        Should the disk refuse, it is known for now, and the next one is written with it.
        """
        with self._lock, suppress(SaveError):
            if revision > self.revision(route_id):
                self._revisions = {**self._revisions, route_id: revision}
                self._signatures = {**self._signatures, route_id: signature}
                self._to_write[route_id] = revision
                self._write_with(self._to_write)
                self._to_write.clear()

    def forget(self, *route_ids: str) -> None:
        """Keep nothing of routes that were erased or handed over. Raises SaveError."""
        with self._lock:
            for route_id in route_ids:
                self._to_write.pop(route_id, None)
            kept = self._read()
            if not kept.revisions.keys().isdisjoint(route_ids):
                self._write(
                    _without(route_ids, kept.revisions), _without(route_ids, kept.signatures)
                )
            self._revisions = _without(route_ids, self._revisions)
            self._signatures = _without(route_ids, self._signatures)

    def _read(self) -> _Kept:
        try:
            opened = unseal(read_file(self._path), self._key)
            kept = msgspec.json.decode(opened, type=_Kept) if isinstance(opened, bytes) else None
        except (OSError, ValueError, RecursionError):
            kept = None
        if kept is None or kept.mac != self._mac(kept.revisions, kept.signatures):
            return _Kept({}, "")
        return kept

    def _write_with(self, noted: dict[str, int]) -> None:
        """Write these too; the file is read just before, so what another window noted stays."""
        kept = self._read()
        later = {
            name: max(revision, kept.revisions.get(name, 0)) for name, revision in noted.items()
        }
        given = {name: self._signatures[name] for name in noted}
        self._write(kept.revisions | later, kept.signatures | given)

    def _write(self, revisions: dict[str, int], signatures: dict[str, str]) -> None:
        kept = _Kept(revisions, self._mac(revisions, signatures), signatures)
        try:
            make_folder(self._path.parent)
        except FolderError as error:
            raise SaveError(self._path, error.reason) from error
        replace_file(self._path, seal_to(msgspec.json.encode(kept), self._key.public))

    def _mac(self, revisions: dict[str, int], signatures: dict[str, str]) -> str:
        parts = (revisions, signatures) if signatures else (revisions,)  # before, there were none
        texts = (msgspec.json.encode(part, order="sorted").decode() for part in parts)
        return self._key.mac("last saved", *texts)


def _without(route_ids: Collection[str], kept: dict[str, _T]) -> dict[str, _T]:
    return {name: revision for name, revision in kept.items() if name not in route_ids}
