"""Keeps a laptop and its archive together while the app is open, in a thread of its own.

It looks at the files themselves, so whoever saved is seen, and no save and no key waits for it.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from time import monotonic

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.storage.archives.schedule import DEFAULT_TIMES, Due, Schedule, SyncTimes
from relroute_tui.storage.archives.sync import ArchiveSync
from relroute_tui.storage.archives.sync_state import SyncReport, SyncState
from relroute_tui.storage.errors import ArchiveError, FolderError, Problem
from relroute_tui.storage.route_lock import RouteLock

_log = logging.getLogger(__name__)

Listener = Callable[[], None]


class ArchiveStatus(Struct, frozen=True):
    """Status of the archive, as a screen can show it."""

    problem: Problem | None = None
    """Problem that kept it from being asked the last time; None where there was none."""
    waiting: frozenset[str] = frozenset()
    """Routes that are saved on this laptop, and not there yet."""
    states: Mapping[str, SyncState] = {}
    """State of each route when it was looked at last."""
    kept_at: Mapping[str, datetime] = {}
    """Time at which the archive certainly had each route as it was here."""
    was_put_back: bool = False
    """Whether the archive was found in an earlier state since the app was opened."""


class SyncThread:
    """Brings what changed here to the archive, and what is new there here."""

    def __init__(
        self,
        make: Callable[[], ArchiveSync],
        lock: RouteLock,
        now: Callable[[], datetime],
        times: SyncTimes = DEFAULT_TIMES,
    ) -> None:
        """`make` is called in the thread, and raises ArchiveError where the address is no good.

        Of several windows on the same folder, the one that holds the lock does it.
        """
        self._make = make
        self._lock = lock
        self._now = now
        self._times = times
        self._thread = threading.Thread(target=self._work, name="shared archive", daemon=True)
        self._changed = threading.Condition()
        self._stopping = False
        self._status = ArchiveStatus()
        self._listeners: list[Listener] = []
        # What follows is used in the thread alone.
        self._sync: ArchiveSync | None = None
        self._schedule = Schedule(times)

    @property
    def status(self) -> ArchiveStatus:
        """Current status."""
        with self._changed:
            return self._status

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` whenever the status changed; what comes back ends that.

        It is called from the thread, and must hand it over without waiting.
        """
        with self._changed:
            self._listeners.append(listener)

        def stop() -> None:
            with self._changed, suppress(ValueError):
                self._listeners.remove(listener)

        return stop

    def start(self) -> None:
        """Start the thread. Whatever goes wrong later shows in the status, and is tried again."""
        with suppress(RuntimeError):  # the system gives no more threads: the files are saved here
            self._thread.start()

    def stop(self, timeout: float) -> bool:
        """Bring up what still waits, and end; False when that takes longer than `timeout` seconds.

        Then it goes up when the app is opened again.
        """
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _work(self) -> None:
        is_over = False
        while not is_over:
            self._look(is_last=False)
            with self._changed:
                self._changed.wait_for(lambda: self._stopping, self._times.look)
                is_over = self._stopping
        self._look(is_last=True)
        if self._sync is not None:
            self._sync.close()
        self._lock.release()

    def _look(self, *, is_last: bool) -> None:
        """Do what is due. Where the archive could not be asked just now, that is nothing."""
        try:
            if not self._lock.take():
                return
            self._sync = self._sync or self._make()
            changed = self._sync.changed()
            due_by = self._schedule.due_at_the_end if is_last else self._schedule.due
            due = due_by(changed, monotonic())
            report = None
            if due:
                report = self._ask(self._sync, due)
                changed = self._sync.changed()
                self._schedule.has_asked(changed)
            self._note(report, frozenset(changed))
        except ArchiveError as error:
            self._note(SyncReport(problem=error.problem), self._status.waiting)
        except FolderError:
            return  # home says so, and it may come back
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told and tried again
            _log.debug("the archive failed: %s", type(error).__name__)  # its text may quote notes
            self._schedule.has_failed(monotonic())
            self._note(SyncReport(problem=Problem.OTHER), self._status.waiting)

    def _ask(self, sync: ArchiveSync, due: Due) -> SyncReport:
        report = sync.everything() if due.news else sync.up(due.up)
        sync.close()  # a server has fewer connections to give than a team has laptops
        if report.problem is not None:
            self._schedule.has_failed(monotonic())
        return report

    def _note(self, report: SyncReport | None, waiting: frozenset[str]) -> None:
        """Set the status, and tell the listeners that it changed."""
        before = self._status
        status = replace(before, waiting=waiting)
        if report is not None:
            kept = dict.fromkeys(report.having(SyncState.IN_STEP), self._now())
            status = ArchiveStatus(
                report.problem,
                waiting,
                {**before.states, **report.states},
                {**before.kept_at, **kept},
                before.was_put_back or bool(report.put_back),
            )
        if status == before:
            return
        with self._changed:
            self._status = status
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()
