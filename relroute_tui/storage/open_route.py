"""A route that is open in a window."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from relroute_tui.domain.questionnaire.answers import closed_since
from relroute_tui.domain.route import Route, keeping_statements
from relroute_tui.storage.errors import FolderError, ReadOnlyRoute, Reason, SaveError
from relroute_tui.storage.files import make_folder
from relroute_tui.storage.route_lock import RouteLock
from relroute_tui.storage.save_status import SaveState, SaveStatus, SavingTimes
from relroute_tui.storage.saver import Listener, Saver
from relroute_tui.storage.store import RouteStore

__all__ = ["OpenRoute", "SaveState", "SaveStatus", "SavingTimes", "create_route", "open_route"]

_LONGEST_SAVE = 5.0
"""Seconds that somebody who leaves waits for the disk."""


class OpenRoute:
    """One opened route: its current value, and its way to the disk.

    `put` a new value as often as there is one; it is saved in the background. Where another window
    has the route, or the lock cannot be made, it is for reading only; in the second case the
    status says why.
    """

    def __init__(
        self,
        route: Route,
        store: RouteStore,
        saver: Saver | None,
        lock: RouteLock | None,
        refused: Reason | None,
    ) -> None:
        self._route = route
        self._store = store
        self.is_outdated = store.is_outdated
        """Whether the file was older than what was saved here before, when it was opened."""
        self._saver = saver
        self._lock = lock
        state = SaveState.SAVED if refused is None else SaveState.FAILED
        self._status_without_saver = SaveStatus(state, reason=refused)
        self._all_saved = True

    @property
    def route(self) -> Route:
        """The current value, saved or not."""
        return self._route

    @property
    def read_only(self) -> bool:
        """Whether nothing can be put: another window has the route, or this one has closed it."""
        return self._lock is None

    @property
    def status(self) -> SaveStatus:
        """Whether what was put is on the disk."""
        if self._saver is None:
            return self._status_without_saver
        return self._with_other_version(self._saver.status)

    def _with_other_version(self, status: SaveStatus) -> SaveStatus:
        return replace(status, has_kept_another=self._store.has_kept_another)

    def put(self, route: Route) -> None:
        """Make `route` the current value at once; it is saved a little later.

        People's own views stay, whatever it says. Raises ReadOnlyRoute.
        """
        if self._saver is None or self.read_only:
            raise ReadOnlyRoute
        if route.id != self._route.id:
            raise ValueError("another route cannot take the place of this one")
        route = keeping_statements(route, self._route)
        if route != self._route:
            self._route = route
            self._saver.put(route)

    def put_back(self, route: Route) -> bool:
        """Make an earlier version the current value; what it replaces is kept beside it.

        Answers that were taken back since stay closed, and people's own views stay. False when it
        could not be saved: then nothing is changed. Raises ReadOnlyRoute.
        """
        if self.read_only:
            raise ReadOnlyRoute
        if not self.save_now():
            return False
        self._store.keep_version()
        before = self._route
        self.put(replace(route, filled=closed_since(route.filled, before.filled)))
        if not self.save_now():
            self.put(before)
            return False
        return True

    @property
    def readers(self) -> tuple[str, ...]:
        """The public keys with which the route is shared."""
        return self._store.readers

    def share(self, readers: tuple[str, ...]) -> None:
        """Save it for just these public keys beside one's own. Raises StorageError."""
        if self.read_only:
            raise ReadOnlyRoute
        if not self.save_now():
            raise SaveError(self._store.path, self.status.reason or Reason.OTHER)
        self._store.share(readers)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every new status; what comes back ends that.

        The call comes from the saving thread. A listener must hand it over without waiting
        (Textual's `post_message` does), as its own thread may be waiting in `close`.
        """
        if self._saver is None:
            return lambda: None
        return self._saver.listen(lambda status: listener(self._with_other_version(status)))

    def save_now(self, timeout: float = _LONGEST_SAVE) -> bool:
        """Wait until what was put is on the disk; False if it could not be, or not in time."""
        if self._saver is None or self.read_only:
            return self._all_saved
        return self._saver.save_now(timeout)

    def close(self) -> bool:
        """Save, and let another window have the route. True if everything is on the disk.

        A second call does nothing and answers the same.
        """
        if self._saver is not None and self._lock is not None:
            self._all_saved = self._saver.save_now(_LONGEST_SAVE)
            if self._saver.stop(timeout=1.0):
                self._store.rest()
                self._lock.release()
            # Else a save hangs, and may yet be done: the lock stays until the process is gone.
            self._lock = None
        return self._all_saved


def _save_under_lock(store: RouteStore, lock: RouteLock, route: Route) -> None:
    """Save `route`, and make a folder that vanished again.

    Raises SaveError, FolderError and UnreadableRoute.
    """
    if not lock.held:
        _take(lock, store.path)
    try:
        store.save(route)
    except SaveError as error:
        if error.reason is not Reason.GONE:
            raise
        try:
            make_folder(store.path.parent)
        except FolderError:
            raise error from None  # "gone" says more than why it cannot be made
        lock.release()  # it was on a file that went with the folder
        _take(lock, store.path)
        store.save(route)


def _take(lock: RouteLock, path: Path) -> None:
    if not lock.take():
        raise SaveError(path, Reason.OTHER)


def open_route(
    path: Path, store: RouteStore, times: SavingTimes, now: Callable[[], datetime]
) -> OpenRoute:
    """Open the route in the file at `path`. Raises NoSuchRoute and UnreadableRoute."""
    lock = RouteLock(path.with_suffix(".lock"))
    refused = None
    try:
        lock.take()
    except FolderError as error:
        refused = error.reason
    try:
        route = store.load()
    except BaseException:
        lock.release()
        raise
    if not lock.held:
        return OpenRoute(route, store, None, None, refused)
    saver = Saver(partial(_save_under_lock, store, lock), times, now)
    return OpenRoute(route, store, saver, lock, None)


def create_route(
    path: Path, store: RouteStore, route: Route, times: SavingTimes, now: Callable[[], datetime]
) -> OpenRoute:
    """Open a route that has no file yet, after its first save. Raises SaveError."""
    lock = RouteLock(path.with_suffix(".lock"))
    try:
        make_folder(path.parent)
        if not lock.take() or path.exists():
            raise SaveError(path, Reason.OTHER)
        store.save(route)
    except FolderError as error:
        raise SaveError(path, error.reason) from error
    except BaseException:
        lock.discard()
        raise
    saver = Saver(partial(_save_under_lock, store, lock), times, now)
    return OpenRoute(route, store, saver, lock, None)
