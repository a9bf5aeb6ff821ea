"""Saves in a thread of its own, so that no key waits for the disk."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from time import monotonic
from typing import TypeAlias

from relroute_tui.domain.route import Route
from relroute_tui.storage.errors import FolderError, Reason, SaveError
from relroute_tui.storage.save_status import SaveState, SaveStatus, SavingTimes

_log = logging.getLogger(__name__)

Listener = Callable[[SaveStatus], None]
_News: TypeAlias = tuple[SaveState, datetime | None, Reason | None]


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
        self._state = SaveState.SAVED
        self._saved_at: datetime | None = None
        self._reason: Reason | None = None
        self._told = self._news()
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
        """Current status."""
        with self._changed:
            return SaveStatus(*self._news())

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
            is_first = self._unsaved is None
            if is_first:
                self._latest = now + self._times.at_most
            self._unsaved = route
            self._values_put += 1
            due, self._due = self._due, min(now + self._times.after_last, self._latest)
            if self._state is not SaveState.FAILED:
                self._state = SaveState.WAITING
            if is_first or self._due < due or not self._is_alive():
                self._wake()  # else it wakes when it would have, and waits on: a letter costs less

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
        return not self._is_alive()

    def _wake(self) -> None:
        self._changed.notify_all()
        if self._is_alive():
            return
        self._thread = threading.Thread(target=self._work, name="saving", daemon=True)
        try:
            self._thread.start()
        except RuntimeError:  # the system gives no more threads; the next value tries again
            self._thread = None
            self._state, self._reason = SaveState.FAILED, Reason.OTHER

    def _is_alive(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _work(self) -> None:
        is_over = False
        while not is_over:
            with self._changed:
                if not (self._stopping or self._is_due() or self._news() != self._told):
                    self._changed.wait(self._seconds_to_wait())
                is_over = self._stopping
                route, number = self._take()
                news, listeners = self._take_news()
            self._tell(listeners, news)
            if route is not None:
                self._note(self._try_to_save(route), route, number)

    def _is_due(self) -> bool:
        wait = self._seconds_to_wait()
        return wait is not None and wait <= 0

    def _take(self) -> tuple[Route | None, int]:
        """Return the value that is to be saved now, if any, and which one it is."""
        route, number = self._unsaved, self._values_put
        if self._stopping or not self._is_due():
            return None, number
        self._unsaved = None
        self._at_once = False
        self._tries_begun += 1
        if self._state is not SaveState.FAILED:
            self._state = SaveState.SAVING
        return route, number

    def _news(self) -> _News:
        return self._state, self._saved_at, self._reason

    def _take_news(self) -> tuple[_News, tuple[Listener, ...]]:
        """Return how it stands, and who is to hear of it."""
        news = self._news()
        listeners = tuple(self._listeners) if news != self._told else ()
        self._told = news
        return news, listeners

    def _seconds_to_wait(self) -> float | None:
        if self._unsaved is None:
            return None
        return 0.0 if self._at_once else self._due - monotonic()

    def _try_to_save(self, route: Route) -> Reason | None:
        """Save; return why it failed, None where it did not."""
        try:
            self._save(route)
        except (SaveError, FolderError) as error:
            return error.reason
        except BaseException as error:  # noqa: BLE001 - whatever it is, it shows as "not saved"
            _log.debug("saving failed: %s", type(error).__name__)  # its text may quote the notes
            return Reason.OTHER
        return None

    def _note(self, failure: Reason | None, route: Route, number: int) -> None:
        with self._changed:
            self._changed.notify_all()  # whoever waits takes longer to wake than this to be noted
            self._tries_ended += 1
            if failure is not None:
                self._latest = monotonic() + self._times.retry
                if self._unsaved is None:
                    self._unsaved, self._due = route, self._latest
                self._due = min(self._due, self._latest)
                self._state, self._reason = SaveState.FAILED, failure
            else:
                self._values_saved = number
                self._at_once = self._at_once and self._unsaved is not None
                self._state = SaveState.SAVED if self._unsaved is None else SaveState.WAITING
                self._saved_at, self._reason = self._now(), None

    @staticmethod
    def _tell(listeners: tuple[Listener, ...], news: _News) -> None:
        for listener in listeners:
            try:
                listener(SaveStatus(*news))
            except BaseException as error:  # noqa: BLE001 - no screen may stop the saving
                _log.debug("a listener failed: %s", type(error).__name__)
