"""An app that outlives an error in one of its screens, and opens nothing over a covered screen."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, Final
from weakref import WeakKeyDictionary

from textual._context import active_message_pump
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.dom import NoScreen
from textual.events import Event, Resize
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widget import AwaitMount, Widget
from textual.worker import WorkerFailed

from relroute_tui.ui.textual_compat.driver import terminal_of
from relroute_tui.ui.textual_compat.message_pumps import timers_fire_late

SIZE_CHECK_DELAY: Final = 0.2
"""Seconds after a resize until the size of the terminal is read once more."""
Renew = Callable[[], Screen[object] | None]
"""Makes the screen that replaces one that failed, or None."""


@timers_fire_late
class GuardedApp(App[None]):
    """App that may go on after an error in one of its screens.

    Textual ends the app at the first error, and prints every variable at hand. Here the subclass
    may go on without the screen that failed; where it cannot, the app ends without printing a word
    of what was on the screen.
    """

    _waiting: tuple[Callable[[], object], ...] = ()
    """Screens that were asked for while a screen that covers everything lay on top."""

    def __init__(self, css_path: CSSPathType | None = None) -> None:
        super().__init__(css_path=css_path)
        self._callbacks: WeakKeyDictionary[Screen[object], object] = WeakKeyDictionary()
        """Callback for the result of each open screen."""
        self._failed_below: WeakKeyDictionary[Screen[object], Renew] = WeakKeyDictionary()
        """Screens that failed while another lay over them."""

    # The size of the terminal

    async def on_event(self, event: Event) -> None:
        """Look at the terminal once more after its size has changed.

        Linux tells of a new size just before it keeps it. A program that is quick reads the size
        of before, and nobody tells it of another one.
        """
        await super().on_event(event)
        if isinstance(event, Resize):
            self.set_timer(SIZE_CHECK_DELAY, self._look_at_size)

    def _look_at_size(self) -> None:
        terminal = terminal_of(self)
        size = terminal.size_now() if terminal is not None else None
        if size is not None and size != self.size:
            self.post_message(Resize(size, size))

    # Errors

    @property
    def failure(self) -> Exception | None:
        """The error that ended the app, if one did."""
        return self._exception

    def outlive(self, failed: Screen[object] | None) -> bool:
        """Go on after an error; return False where that is not possible.

        `failed` is the screen that no longer answers; None where every screen still does.
        """
        del failed
        return False

    def _handle_exception(self, error: Exception) -> None:
        """End the app only where it cannot go on."""
        failed = None if isinstance(error, WorkerFailed) else self._screen_at_work()
        if failed in self._failed_below:
            return
        if not (self.is_running and self.outlive(failed)):
            super()._handle_exception(error)

    async def _dispatch_message(self, message: Message) -> None:
        """Deal with a message to the app: an action that fails leaves its screen as it was."""
        try:
            await super()._dispatch_message(message)
        except Exception:
            if not self.outlive(None):
                raise

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _screen_at_work(self) -> Screen[object] | None:
        """Return the screen of the widget that is being served now."""
        pump = active_message_pump.get(None)
        try:
            return pump.screen if isinstance(pump, Widget) else None
        except NoScreen:  # it has just been removed
            return None

    # What is told in a corner

    @property
    def hides_notifications(self) -> bool:
        """Whether what is told in a corner must not be read now."""
        return False

    def _refresh_notifications(self) -> None:
        """Show what is told; what is hidden now shows with the next screen, while it lasts."""
        if not self.hides_notifications:
            super()._refresh_notifications()

    # Opening screens

    def push_screen(
        self, screen: Any, callback: Any = None, *settings: Any, **more_settings: Any
    ) -> Any:
        """Open `screen`, unless another was opened over the screen that asks for it.

        Where a key was pressed twice in one moment, the second asks from a screen that is covered.
        What was asked for just before a pause waits until the pause is over.
        """
        asker = active_message_pump.get(None)
        if asker is None or self._is_on_top(asker):
            self._callbacks[screen] = callback
            return super().push_screen(screen, callback, *settings, **more_settings)
        if getattr(self.screen, "covers_everything", False):
            again = partial(self.push_screen, screen, callback)
            self._waiting = (*self._waiting, partial(asker.call_next, again))
        return AwaitMount(screen, [])

    def replace_screen(self, failed: Screen[object], renew: Renew) -> None:
        """Replace a screen that failed with the one that `renew` returns, if any.

        Whatever lies over it stays until it is closed: a meeting, a form in which somebody types,
        the calm screen and the lock.
        """
        if self.screen is failed:
            self.pop_screen()
            instead = renew()
            if instead is not None:
                self.push_screen(instead, self._callbacks.get(failed))
        elif failed in self.screen_stack:
            self._failed_below[failed] = renew

    def pop_screen(self) -> AwaitComplete:
        """Take the screen on top away, and then the one below, where that failed meanwhile."""
        popped = super().pop_screen()
        renew = self._failed_below.pop(self.screen, None)
        if renew is not None:
            self.call_later(self._replace_in_a_moment, self.screen, renew)
        return popped

    async def _replace_in_a_moment(self, failed: Screen[object], renew: Renew) -> None:
        await asyncio.sleep(0)  # what came of the screen that lay over it is handed over first
        self.replace_screen(failed, renew)

    def open_what_waits(self) -> None:
        """Open the screens that were asked for while everything was covered."""
        waiting, self._waiting = self._waiting, ()
        for ask in waiting:
            ask()

    def _is_on_top(self, asker: MessagePump) -> bool:
        try:
            return not isinstance(asker, Widget) or asker.screen is self.screen
        except NoScreen:  # it has just been removed
            return False
