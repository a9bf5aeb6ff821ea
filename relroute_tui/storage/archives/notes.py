"""What this laptop knows of each route in the shared archive: revisions, and no word of content."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.storage.archives.contract import Revision, Save
from relroute_tui.storage.errors import FolderError
from relroute_tui.storage.files import make_folder, read_file
from relroute_tui.storage.route_id import is_route_id

_REMEMBERED: Final = 200
"""States before the known one: an archive that is put back further is joined with, not known."""

Seen: TypeAlias = tuple[int, int]
"""The size of a file, and when it was written, in nanoseconds."""


class Pending(Struct, frozen=True):
    """A save that was sent and not answered yet."""

    save_id: str
    base: Revision | None
    digest: str
    seen: Seen | None

    def save_of(self, route_id: str) -> Save:
        """Return the save to ask for. Its bytes are not asked for, and are not there."""
        return Save(route_id, b"", (), self.base, self.save_id)


class Note(Struct, frozen=True):
    """What is known of one route."""

    known: Revision | None = None
    """The state of the archive that the laptop's file came after, or is."""
    digest: str = ""
    """Of the laptop's file, when it was that state."""
    seen: Seen | None = None
    """Of that same file; so that it need not be read to see that it did not change."""
    pending: Pending | None = None
    beside: tuple[Revision, str] | None = None
    """A state that was saved by somebody else, and the file in which it lies beside the route."""
    before: tuple[str, ...] = ()
    """The saves before the known one, the newest last: all that they hold is in the file too."""
    is_gone: bool = False
    """Whether the archive does not show it any more."""

    def at(self, revision: Revision, digest: str = "", seen: Seen | None = None) -> "Note":
        """Return the note when that is the known state; with a digest, of this file."""
        before = self.before if self.known is None else (*self.before, self.known.save_id)
        return Note(revision, digest, seen, before=before[-_REMEMBERED:])

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
        self._known[route_id] = note
        with suppress(OSError, FolderError):
            make_folder(self._folder)
            temporary = self._folder / f".{route_id}.{os.urandom(4).hex()}.new"
            temporary.write_bytes(msgspec.json.encode(note))
            temporary.replace(self._folder / route_id)
        return note

    def _read(self, route_id: str) -> Note:
        try:
            return msgspec.json.decode(read_file(self._folder / route_id), type=Note)
        except (OSError, ValueError):
            return Note()
