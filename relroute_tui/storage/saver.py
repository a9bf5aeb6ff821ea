"""Saves in a thread of its own, so that no key waits for the disk."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from time import monotonic

from relroute_tui.domain.route import Route
from relroute_tui.storage.errors import FolderError, Reason, SaveError
from relroute_tui.storage.save_status import SaveState, SaveStatus, SavingTimes

_log = logging.getLogger(__name__)

Listener = Callable[[SaveStatus], None]


class Saver:
    """Takes every new value of a route and saves the newest, not too often and not too late.

    The thread starts with the first value. Should it ever end of itself, the next value starts
    another.
    """

    def __init__(
        self, save: Callable[[Route], None], times: SavingTimes, now: Callable[[], datetime]
    ) -> None:
        self._save = save
        self._times = times
        self._now = now
        self._thread: threading.Thread | None = None
        self._listeners: list[Listener] = []
        # Everything below is read and changed only while this is held, and saving is done without.
        self._changed = threading.Condition()
        self._status = SaveStatus(SaveState.SAVED)
        self._announced = self._status
        self._unsaved: Route | None = None
        self._due = 0.0
        self._latest = 0.0
        self._at_once = False
        self._stopping = False
        self._values_put = 0
        self._values_saved = 0
        self._tries_begun = 0
        self._tries_ended = 0

    @property
    def status(self) -> SaveStatus:
        """How it stands now."""
        with self._changed:
            return self._status

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every new status; what comes back ends that.

        It is called from the saving thread, and must not wait for the thread that saves or closes.
        """
        with self._changed:
            self._listeners.append(listener)

        def stop() -> None:
            with self._changed, suppress(ValueError):  # ended already
                self._listeners.remove(listener)

        return stop

    def put(self, route: Route) -> None:
        """Save `route` soon, in place of any value that still waits."""
        with self._changed:
            now = monotonic()
            if self._unsaved is None:
                self._latest = now + self._times.at_most
            self._unsaved = route
            self._values_put += 1
            self._due = min(now + self._times.after_last, self._latest)
            if self._status.state is not SaveState.FAILED:
                self._status = replace(self._status, state=SaveState.WAITING)
            self._wake()

    def save_now(self, timeout: float) -> bool:
        """Wait at most `timeout` seconds until what was put is saved; False if it could not be."""
        with self._changed:
            wanted = self._values_put
            if self._values_saved >= wanted:
                return True
            self._at_once = True
            this_try = self._tries_begun + 1
            self._wake()

            def is_known() -> bool:
                tried = self._tries_ended >= this_try or self._thread is None
                return tried or self._values_saved >= wanted

            self._changed.wait_for(is_known, timeout)
            return self._values_saved >= wanted

    def stop(self, timeout: float) -> bool:
        """End the thread, whatever still waits; False when it hangs in a save."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout)
        return self._thread is None or not self._thread.is_alive()

    def _wake(self) -> None:
        self._changed.notify_all()
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = threading.Thread(target=self._work, name="saving", daemon=True)
        try:
            self._thread.start()
        except RuntimeError:  # the system gives no more threads; the next value tries again
            self._thread = None
            self._status = replace(self._status, state=SaveState.FAILED, reason=Reason.OTHER)

    def _work(self) -> None:
        while not self._ended():
            route, number = self._next_value()
            if route is None:
                continue
            self._announce()
            outcome = self._try_to_save(route)
            self._note(outcome, route, number)

    def _ended(self) -> bool:
        self._announce()
        with self._changed:
            return self._stopping

    def _next_value(self) -> tuple[Route | None, int]:
        """The value that is due, and which one it is; None after a wait, when there is news."""
        with self._changed:
            route, number = self._unsaved, self._values_put
            if self._stopping or self._status != self._announced:
                return None, number
            wait = self._seconds_to_wait()
            if route is None or wait is None or wait > 0:
                self._changed.wait(wait)
                return None, number
            self._unsaved = None
            self._at_once = False
            self._tries_begun += 1
            if self._status.state is not SaveState.FAILED:
                self._status = replace(self._status, state=SaveState.SAVING)
            return route, number

    def _seconds_to_wait(self) -> float | None:
        if self._unsaved is None:
            return None
        return 0.0 if self._at_once else self._due - monotonic()

    def _try_to_save(self, route: Route) -> datetime | Reason:
        try:
            self._save(route)
            return self._now()
        except (SaveError, FolderError) as error:
            return error.reason
        except BaseException as error:  # noqa: BLE001 - whatever it is, it shows as "not saved"
            _log.debug("saving failed: %s", type(error).__name__)  # its text may quote the notes
            return Reason.OTHER

    def _note(self, outcome: datetime | Reason, route: Route, number: int) -> None:
        with self._changed:
            self._tries_ended += 1
            if isinstance(outcome, Reason):
                self._latest = monotonic() + self._times.retry
                if self._unsaved is None:
                    self._unsaved, self._due = route, self._latest
                self._due = min(self._due, self._latest)
                self._status = replace(self._status, state=SaveState.FAILED, reason=outcome)
            else:
                self._values_saved = number
                self._at_once = self._at_once and self._unsaved is not None
                state = SaveState.SAVED if self._unsaved is None else SaveState.WAITING
                self._status = SaveStatus(state, outcome)
            self._changed.notify_all()

    def _announce(self) -> None:
        with self._changed:
            status, listeners = self._status, tuple(self._listeners)
            if status == self._announced:
                return
            self._announced = status
        for listener in listeners:
            try:
                listener(status)
            except BaseException as error:  # noqa: BLE001 - no screen may stop the saving
                _log.debug("a listener failed: %s", type(error).__name__)
