"""A room opens over the room that asked for it, and over nothing else."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual._context import active_message_pump
from textual.app import App
from textual.dom import NoScreen
from textual.message_pump import MessagePump
from textual.widget import AwaitMount, Widget


class PushGuard(App[None]):
    """Where a key was pressed twice in one moment, the second asks from a room that is covered."""

    _waiting: tuple[Callable[[], object], ...] = ()

    def push_screen(
        self, screen: Any, callback: Any = None, *settings: Any, **more_settings: Any
    ) -> Any:
        """Open `screen`, unless another was opened over the room that asks for it.

        Over the calm screen nothing opens either: what was asked for just before it waits until it
        is gone.
        """
        asker = active_message_pump.get(None)
        if asker is None or self._is_on_top(asker):
            return super().push_screen(screen, callback, *settings, **more_settings)
        if getattr(self.screen, "covers_everything", False):
            again = partial(self.push_screen, screen, callback)
            self._waiting = (*self._waiting, partial(asker.call_next, again))
        return AwaitMount(screen, [])

    def open_what_waits(self) -> None:
        """Nothing covers everything any more."""
        waiting, self._waiting = self._waiting, ()
        for ask in waiting:
            ask()

    def _is_on_top(self, asker: MessagePump) -> bool:
        try:
            return not isinstance(asker, Widget) or asker.screen is self.screen
        except NoScreen:  # it has just been taken away
            return False
