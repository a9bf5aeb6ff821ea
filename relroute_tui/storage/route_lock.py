"""Who may write a route: the one window that holds its lock."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from relroute_tui.storage.errors import FolderError, ReadOnlyRoute, Reason, reason_of


class RouteLock:
    """A lock of the system on a file beside the route's own; it ends with whoever holds it.

    Not on the route's file itself: every save puts a new file in its place.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path, mode=0o600, thread_local=False)

    def take(self) -> bool:
        """Take the lock; False when another window holds it. Raises FolderError."""
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        except OSError as error:
            raise FolderError(self._path.parent, reason_of(error)) from error
        except NotImplementedError as error:  # a network drive that knows no locks
            raise FolderError(self._path.parent, Reason.OTHER) from error
        return True

    def release(self) -> None:
        """Let another window have it."""
        self._lock.release()

    @property
    def held(self) -> bool:
        """Whether this window may write."""
        return self._lock.is_locked

    def discard(self) -> None:
        """Release, and leave no file behind: for a route that never came to be."""
        if self.held:
            self.release()
            with suppress(OSError):  # an empty file stays, and does no harm
                self._path.unlink(missing_ok=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Nobody else writes the route with its file at `path` meanwhile.

    Raises ReadOnlyRoute when another window has it, and FolderError.
    """
    lock = RouteLock(path.with_suffix(".lock"))
    if not lock.take():
        raise ReadOnlyRoute
    try:
        yield
    finally:
        lock.release()
