"""The sealed index of sealed routes, so that a list opens only what changed."""

import os
import time
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct

from relroute_tui.storage.errors import FolderError, SaveError
from relroute_tui.storage.files import make_folder, read_file, replace_file
from relroute_tui.storage.sealing.key import Key, seal_to, unseal
from relroute_tui.storage.summary import HEAD_FORMAT, RouteSummary

_SURELY_OLDER: Final = 3_000_000_000
"""Nanoseconds. Some disks count in steps of two seconds: what was written within them may be
written once more with the same time."""


Seen: TypeAlias = tuple[int, int]
"""The size of a file, and when it was written, in nanoseconds."""


class _Entry(Struct, frozen=True):
    size: int
    mtime_ns: int
    summary: RouteSummary


class _Kept(Struct):
    format: int
    folder: str
    entries: dict[str, _Entry]
    mac: str = ""


class ListIndex:
    """A small sealed file beside the settings. Where it is lost, everything is read once more.

    A file is read again as soon as its size or its time is another one. The index holds what the
    list shows and no more, is sealed to the key of the routes, and only the holder of that key can
    have written it.
    """

    def __init__(self, path: Path, key: Key, folder: Path) -> None:
        self._path = path
        self._key = key
        self._folder = str(folder)
        self._lock = Lock()
        self._entries: dict[str, _Entry] | None = None

    def find(self, path: Path) -> RouteSummary | None:
        """Return what was kept of this file; None where that is nothing, or the file changed."""
        entry = self._known().get(path.name)
        return (
            None if entry is None or _seen(path) != (entry.size, entry.mtime_ns) else entry.summary
        )

    def seen(self, path: Path) -> Seen | None:
        """Return what tells one content of this file from the next; None where nothing does yet."""
        seen = _seen(path)
        is_older = seen is not None and seen[1] < time.time_ns() - _SURELY_OLDER
        return seen if is_older else None

    def keep(self, found: dict[str, tuple[Seen, RouteSummary]], names: set[str]) -> None:
        """Keep what was found in files just now, and nothing of files that have other names."""
        with self._lock, suppress(SaveError):
            known = self._known()
            kept = {name: entry for name, entry in known.items() if name in names}
            kept |= {name: _Entry(*seen, summary) for name, (seen, summary) in found.items()}
            if kept != known:
                self._entries = kept
                self._write(kept)

    def forget(self, *route_ids: str) -> None:
        """Keep nothing of routes that were erased or handed over. Raises SaveError."""
        with self._lock:
            known = self._known()
            kept = {
                name: entry for name, entry in known.items() if entry.summary.id not in route_ids
            }
            if kept != known:
                self._write(kept)
            self._entries = kept

    def _known(self) -> dict[str, _Entry]:
        if self._entries is None:
            self._entries = self._read()
        return self._entries

    def _read(self) -> dict[str, _Entry]:
        try:
            opened = unseal(read_file(self._path), self._key)
            kept = msgspec.json.decode(opened, type=_Kept) if isinstance(opened, bytes) else None
        except (OSError, ValueError, RecursionError):
            return {}
        if kept is None or (kept.format, kept.folder) != (HEAD_FORMAT, self._folder):
            return {}
        return kept.entries if kept.mac == self._mac(kept) else {}

    def _write(self, entries: dict[str, _Entry]) -> None:
        kept = _Kept(HEAD_FORMAT, self._folder, entries)
        kept.mac = self._mac(kept)
        try:
            make_folder(self._path.parent)
        except FolderError as error:
            raise SaveError(self._path, error.reason) from error
        replace_file(self._path, seal_to(msgspec.json.encode(kept), self._key.public))

    def _mac(self, kept: _Kept) -> str:
        entries = msgspec.json.encode(kept.entries).decode()
        return self._key.mac("list", str(kept.format), kept.folder, entries)


def _seen(path: Path) -> Seen | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - what follows links, as reading does
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
