"""An app that outlives an error in one of its screens, and opens nothing over a covered screen."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual._context import active_message_pump
from textual.app import App
from textual.dom import NoScreen
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import AwaitMount, Widget


class GuardedApp(App[None]):
    """Textual ends the app at the first error, and prints every variable at hand.

    Here the subclass may go on without the screen that failed; where it cannot, the app ends
    without a word of what was on the screen.
    """

    _waiting: tuple[Callable[[], object], ...] = ()
    """Screens that were asked for while a screen that covers everything lay on top."""

    # Errors

    @property
    def failure(self) -> Exception | None:
        """The error that ended the app, if one did."""
        return self._exception

    def recover_from(self, screen: Screen[Any]) -> bool:
        """Go on without `screen`, in which an error happened; False where that cannot be."""
        del screen
        return False

    def _handle_exception(self, error: Exception) -> None:
        """End the app only where it cannot go on without the screen that failed."""
        screen = self._screen_at_work()
        if self.is_running and screen is not None and self.recover_from(screen):
            return
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _screen_at_work(self) -> Screen[Any] | None:
        """Return the screen whose widget, timer or worker is being served now."""
        pump = active_message_pump.get(None)
        if isinstance(pump, Widget):
            try:
                return pump.screen
            except NoScreen:
                return None
        return self.screen if pump is self and self.screen_stack else None

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
            return super().push_screen(screen, callback, *settings, **more_settings)
        if getattr(self.screen, "covers_everything", False):
            again = partial(self.push_screen, screen, callback)
            self._waiting = (*self._waiting, partial(asker.call_next, again))
        return AwaitMount(screen, [])

    def open_what_waits(self) -> None:
        """Open what was asked for while everything was covered."""
        waiting, self._waiting = self._waiting, ()
        for ask in waiting:
            ask()

    def _is_on_top(self, asker: MessagePump) -> bool:
        try:
            return not isinstance(asker, Widget) or asker.screen is self.screen
        except NoScreen:  # it has just been removed
            return False
