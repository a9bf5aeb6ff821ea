"""Memory of an organisation on this laptop: it shows when something goes missing there."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.storage.errors import FolderError, SaveError
from relroute_tui.storage.files import make_folder, read_file, replace_file
from relroute_tui.storage.sealing.key import Key, seal_to, unseal

_CHANGING: Final = Lock()


class KnownMember(Struct, frozen=True):
    """Somebody who is or was in, as far as it matters for a file that they saved."""

    id: str
    reader: str
    verifier: str
    has_left: bool


class Loss(Struct, frozen=True):
    """Loss of access to a route by some members."""

    members: tuple[str, ...]
    """The ids of those from whom it was taken, or who handed it over; "" of somebody outside."""
    seal: str
    """Tag of the newest secret of the route, which they were not given."""
    giver: str
    """Id of the colleague who gave it that secret. Somebody who handed the route over knows the
    secret all the same."""


class Remembered(Struct, frozen=True):
    """A small value. Where it is lost, nothing else is."""

    standing: tuple[str, ...] = ()
    """The public keys to which every new route is sealed too: the council's."""
    newest: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Digests of the newest lines that were seen, for each log."""
    waiting: tuple[str, ...] = ()
    """Lines for the log that could not be added yet, oldest first: an archive out of reach."""
    to_erase: tuple[str, ...] = ()
    """Routes that were erased here, and are still to be erased in the archive."""
    vouched: tuple[str, ...] = ()
    """Tags of the secrets that a colleague gave to a route, as the log once said."""
    given: tuple[tuple[str, str], ...] = ()
    """Tag of the secret and code of the file, for each route that was handed over to us."""
    members: tuple[KnownMember, ...] = ()
    """Present and former members; empty while we are not in ourselves."""
    names: tuple[tuple[str, str, str], ...] = ()
    """Names of members: the id, the name and the salt of its proof, once it was proved."""
    shown: tuple[tuple[str, bool], ...] = ()
    """Ids of members whose arrival was shown at home, and whether their leaving was shown too."""
    shown_council: str = ""
    """Public key of the council that was shown at home."""
    losses: tuple[tuple[str, Loss], ...] = ()
    """Loss of access to each route."""
    closed: tuple[str, ...] = ()
    """Members who left, and open none of our routes any more: the id and the time of each."""
    mac: str = ""


class TeamMemory:
    """Keeps it in a sealed file that only the holder of this key can have written."""

    def __init__(self, path: Path, key: Key) -> None:
        self._path = path
        self._key = key
        self._read: tuple[tuple[int, int, int], Remembered] | None = None

    def read(self) -> Remembered:
        """Return what was kept; nothing where that does not read.

        A file that is the same as the last time is not opened again.
        """
        try:
            found = self._path.stat()
            seen = found.st_ino, found.st_size, found.st_mtime_ns
            if self._read is not None and self._read[0] == seen:
                return self._read[1]
            opened = unseal(read_file(self._path), self._key)
            kept = msgspec.json.decode(opened, type=Remembered)
        except (OSError, TypeError, ValueError, RecursionError):
            return Remembered()
        if kept.mac != self._mac(kept):
            return Remembered()
        self._read = seen, kept
        return kept

    def change(self, change: Callable[[Remembered], Remembered]) -> None:
        """Keep what this makes of what was kept, unless that is the same. Raises SaveError."""
        with _CHANGING:
            before = self.read()
            changed = change(before)
            remembered = replace(changed, mac=self._mac(changed))
            if remembered != before:
                self._write(remembered)

    def _write(self, remembered: Remembered) -> None:
        try:
            make_folder(self._path.parent)
        except FolderError as error:
            raise SaveError(self._path, error.reason) from error
        replace_file(self._path, seal_to(msgspec.json.encode(remembered), self._key.public))

    def _mac(self, remembered: Remembered) -> str:
        content = msgspec.json.encode(replace(remembered, mac=""))
        return self._key.mac("team", content.decode())
