"""Notes of this laptop on each route in the shared archive: revisions, and no word of content."""

import hashlib
import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.storage.archives.contract import Revision, Save
from relroute_tui.storage.errors import FolderError
from relroute_tui.storage.files import make_folder, read_file
from relroute_tui.storage.recognise import NOTES
from relroute_tui.storage.route_id import is_route_id

__all__ = ["NOTES", "Note", "Notes", "Pending", "Seen"]

_REMEMBERED: Final = 200
"""States before the known one: an archive that is put back further is joined with, not known."""

_LAPTOP: Final = ".laptop"
_LONG: Final = 32
"""Bytes of a secret."""

Seen: TypeAlias = tuple[int, int]
"""The size of a file, and when it was written, in nanoseconds."""


class Pending(Struct, frozen=True):
    """A save that was sent and not answered yet. A program that ends forgets it."""

    save_id: str
    base: Revision | None
    digest: str
    seen: Seen | None

    def save_of(self, route_id: str) -> Save:
        """Return the save to ask for. Its bytes are not asked for, and are not there."""
        return Save(route_id, b"", (), self.base, self.save_id)


class Note(Struct, frozen=True):
    """Note about one route."""

    known: Revision | None = None
    """The state of the archive that the laptop's file came after, or is."""
    digest: str = ""
    """Digest of the laptop's file when it was in that state."""
    seen: Seen | None = None
    """Size and time of that file, which show without reading it that it did not change."""
    pending: Pending | None = None
    beside: tuple[Revision, str] | None = None
    """A state that was saved by somebody else, and the file in which it lies beside the route."""
    before: tuple[str, ...] = ()
    """The saves before the known one, the newest last: all that they hold is in the file too."""
    is_gone: bool = False
    """Whether the archive does not show it any more."""

    def is_outdated_by(self, seen: Seen | None) -> bool:
        """Return whether a file with this size and time may be another one than this is about."""
        return self.seen is None or self.pending is not None or self.seen != seen

    def at(self, revision: Revision, digest: str = "", seen: Seen | None = None) -> "Note":
        """Return the note when that is the known state; with a digest, of this file."""
        before = self.before if self.known is None else (*self.before, self.known.save_id)
        return Note(revision, digest, seen, before=before[-_REMEMBERED:])

    def of_nothing_there(self) -> "Note":
        """Return the note when the archive has no state of the route, or shows none."""
        before = self.before if self.known is None else (*self.before, self.known.save_id)
        return Note(before=before)

    def without_pending(self) -> "Note":
        """Return the note when a save was not kept. Should it still arrive, it is no surprise."""
        if self.pending is None:
            return self
        return replace(self, pending=None, before=(*self.before, self.pending.save_id))


class Notes:
    """A small file for each route, in a folder that stays on this laptop.

    Where they are lost nothing else is: what is here and there is compared and joined then. So a
    note is never half, but is not waited for until it is on the disk.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Note] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the routes of which anything is known."""
        try:
            names = os.listdir(self._folder)  # noqa: PTH208 - names are all we want
        except OSError:
            return tuple(self._known)
        return tuple({*filter(is_route_id, names), *self._known})

    def of(self, route_id: str) -> Note:
        """Return what is known of a route; nothing of one that was never there."""
        if route_id not in self._known:
            self._known[route_id] = self._read(route_id)
        return self._known[route_id]

    def keep(self, route_id: str, note: Note) -> Note:
        """Keep this, and return it. What the disk refuses is known until the program ends."""
        before, self._known[route_id] = self.of(route_id), note
        to_keep = replace(note, pending=None)
        if to_keep != replace(before, pending=None):
            self._write(route_id, msgspec.json.encode(to_keep))
        return note

    def save_id(self, route_id: str, note: Note, digest: str) -> str:
        """Return the id of a save of this file from this laptop, after what is known.

        It is always the same, so a save of which the answer never came is known again, also by
        the next program.
        """
        after = note.known.save_id if note.known else note.before[-1:]
        digested = f"{route_id} {after} {digest}".encode()
        return hashlib.blake2b(digested, key=self._secret, digest_size=16).hexdigest()

    @cached_property
    def _secret(self) -> bytes:
        """Secret that no other laptop knows."""
        path = self._folder / _LAPTOP
        with suppress(OSError):
            kept = read_file(path)
            if len(kept) == _LONG:
                return kept
        secret = os.urandom(_LONG)
        self._write(_LAPTOP, secret)
        return secret

    def _write(self, name: str, content: bytes) -> None:
        temporary = self._folder / f".{name}.{os.getpid()}.new"
        with suppress(OSError, FolderError):
            try:
                temporary.write_bytes(content)
            except FileNotFoundError:
                make_folder(self._folder)
                temporary.write_bytes(content)
            temporary.replace(self._folder / name)

    def _read(self, route_id: str) -> Note:
        try:
            return msgspec.json.decode(read_file(self._folder / route_id), type=Note)
        except (OSError, ValueError):
            return Note()
