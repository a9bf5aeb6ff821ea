"""Lock of a route: only the window that holds it may write the route."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from relroute_tui.storage.errors import FolderError, ReadOnlyRoute, reason_of

if sys.platform == "win32":
    import msvcrt

    def lock_file(descriptor: int) -> None:
        """Lock an open file, or raise OSError at once."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def unlock_file(descriptor: int) -> None:
        """Let others lock it."""
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)  # Windows may take its time at a close
else:
    import fcntl

    def lock_file(descriptor: int) -> None:
        """Lock an open file, or raise OSError at once."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def unlock_file(descriptor: int) -> None:
        """Let others lock it."""
        fcntl.flock(descriptor, fcntl.LOCK_UN)


_HELD_BY_ANOTHER: Final = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES}
_MODE: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class RouteLock:
    """A lock of the system on a file beside the route's own; it ends with whoever holds it.

    Not on the route's file itself: every save puts a new file in its place. Straight to the
    system, as a library for it costs a start as much as a tenth of all that is ours.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Take the lock; False when another window holds it.

        Raises FolderError, also for a network drive that knows no locks.
        """
        try:
            if self._descriptor is None:
                self._descriptor = _locked_file(self._path)
        except OSError as error:
            raise FolderError(self._path.parent, reason_of(error)) from error
        return self.held

    def release(self) -> None:
        """Let another window have it."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            with suppress(OSError):  # closing it lets go of it too
                unlock_file(descriptor)
            os.close(descriptor)

    def __del__(self) -> None:
        """Release the lock if the caller forgot to."""
        self.release()

    @property
    def held(self) -> bool:
        """Whether this window may write."""
        return self._descriptor is not None

    def discard(self) -> None:
        """Release, and leave no file behind: for a route that never came to be."""
        if self.held:
            self.release()
            with suppress(OSError):  # an empty file stays, and does no harm
                self._path.unlink(missing_ok=True)


def _locked_file(path: Path) -> int | None:
    """Lock the file at `path` and return its descriptor; None when another holds it.

    Raises OSError.
    """
    while True:
        descriptor = os.open(path, _MODE, 0o600)
        try:
            locked = _take_lock_of(descriptor)
            if locked and _stands_at(path, descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        if not locked:
            return None


def _take_lock_of(descriptor: int) -> bool:
    """Lock this file; False when another holds it. Raises OSError."""
    try:
        lock_file(descriptor)
    except OSError as error:
        if error.errno in _HELD_BY_ANOTHER:
            return False
        raise
    return True


def _stands_at(path: Path, descriptor: int) -> bool:
    """Return whether the file is still there after the lock was taken. Raises OSError."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let nobody else write the route with its file at `path` meanwhile.

    Raises ReadOnlyRoute when another window has it, and FolderError.
    """
    lock = RouteLock(path.with_suffix(".lock"))
    if not lock.take():
        raise ReadOnlyRoute
    try:
        yield
    finally:
        lock.release()
