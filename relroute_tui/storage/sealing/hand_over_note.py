"""The note of a handing over, written down before it is done."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from relroute_tui.storage.errors import FolderError, SaveError, reason_of
from relroute_tui.storage.files import (
    flush_folder,
    make_folder,
    read_file,
    replace_file,
    with_retries,
)
from relroute_tui.storage.sealing.key import Key, seal_to, unseal
from relroute_tui.storage.sealing.mac import tag_of
from relroute_tui.storage.sealing.sealed_archive import own_note


class HandOver(Struct, frozen=True):
    """Planned change of who can open one route."""

    route_id: str
    readers: tuple[str, ...]
    """All public keys that open it afterwards."""
    secret: str
    member: str = ""
    """The id of the colleague who gets it, or from whom it is taken."""
    taken: tuple[str, ...] = ()
    """The ids of those who open it no longer."""

    def __repr__(self) -> str:
        """Leave out the secret: a value may end up in a traceback."""
        return f"HandOver({self.route_id!r})"

    @property
    def tag(self) -> str:
        """Tag by which the new secret is known."""
        return tag_of(self.route_id, self.secret)


class HandOverNote:
    """Note on this laptop of what is being handed over; nearly always empty."""

    def __init__(self, notes: Path, key: Key) -> None:
        self._path = own_note(notes, "handing-over")
        self._key = key

    def read(self) -> tuple[HandOver, ...]:
        """Return what was begun and is not done. Nothing where the note is not ours."""
        try:
            opened = unseal(read_file(self._path), self._key)
        except OSError:
            return ()
        line, _, mac = opened.rpartition(b"\n") if isinstance(opened, bytes) else (b"", b"", b"")
        if not line or mac.decode("ascii", "replace") != self._mac(line):
            return ()
        return msgspec.json.decode(line, type=tuple[HandOver, ...])

    def write(self, plans: Sequence[HandOver]) -> None:
        """Keep what will be done. Raises SaveError."""
        line = msgspec.json.encode(plans)
        content = line + b"\n" + self._mac(line).encode()
        try:
            make_folder(self._path.parent)
        except FolderError as error:
            raise SaveError(self._path, error.reason) from error
        replace_file(self._path, seal_to(content, self._key.public))

    def clear(self) -> None:
        """Take it away: all is done, or nothing was. Raises SaveError."""
        try:
            with_retries(partial(self._path.unlink, missing_ok=True))
            flush_folder(self._path.parent)
        except OSError as error:
            raise SaveError(self._path, reason_of(error)) from error

    def _mac(self, line: bytes) -> str:
        return self._key.mac("handing over", line.decode())
