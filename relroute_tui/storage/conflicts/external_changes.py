"""Whether the file in a route's place is still the one that was read or written there.

A synchroniser puts the file of another laptop in its place whenever it likes, also while the route
is open here. What it put there was saved by somebody, so it is never written over: it is kept
under a name of its own, and home offers to join the two.
"""

import os
from pathlib import Path
from zlib import crc32

from relroute_tui.storage.errors import SaveError, reason_of
from relroute_tui.storage.files import read_file, replace_file


class ExternalChanges:
    """Watch over changes by others at one path. Use it only while holding the route lock.

    Between the last look and the new file there are a few thousandths of a second, which no lock
    that a synchroniser knows of can cover.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int, int] | None = None
        self._ours: set[str] = set()
        self._content = b""
        self.has_kept_another = False
        """Whether another laptop's version was kept under a name of its own."""

    def is_now(self, content: bytes) -> None:
        """Note that these bytes were read or written just now."""
        self._seen = self._look()
        self._content = content
        self._ours.clear()

    def may_be(self, content: bytes) -> None:
        """Note that a write of these bytes was attempted: they or the bytes before are on disk."""
        self._ours.add(_digest(content))

    def keep_what_others_wrote(self) -> None:
        """Keep the file that another laptop put in this place, under a name of its own.

        Raises SaveError: then nothing may be written over it yet.
        """
        if self._seen is None or self._look() == self._seen:
            return
        try:
            content = read_file(self._path)
        except FileNotFoundError:
            return
        except OSError as error:
            raise SaveError(self._path, reason_of(error)) from error
        if content != self._content and _digest(content) not in self._ours:
            replace_file(self._other_name(content), content)
            self.has_kept_another = True

    def _other_name(self, content: bytes) -> Path:
        stem, suffix = self._path.stem, self._path.suffix
        return self._path.with_name(f"{stem} (other version {_digest(content)}){suffix}")

    def _look(self) -> tuple[int, int, int] | None:
        try:
            found = os.stat(self._path)  # noqa: PTH116 - what follows links, as reading does
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def _digest(content: bytes) -> str:
    """Tell one content from another; no secret and no proof. `hashlib` takes longer to load."""
    return f"{crc32(content):08x}"
