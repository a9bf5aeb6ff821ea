"""Keys, pastes and clicks, handed on one after the other.

Textual hands each key to the widget that has the focus in that moment, and a key that is bound to
a command travels from there up to the app before the command is done. What was typed behind it is
by then with the old widget: words land below the form that the key opens, and a letter comes
before the backspace that was pressed first.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

from textual.app import App
from textual.events import Event, InputEvent, Key, MouseUp, Paste
from textual.screen import Screen

LONGEST: Final = 3.0
"""Seconds that a key is kept back at most, whatever is at work: no key is ever dead."""


class InputOrder:
    """Queue that keeps typed keys back while something before them is at work."""

    def __init__(self, app: App[None], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._hand_on = hand_on
        self._kept: deque[Event] = deque()
        self._is_waiting = False
        self._waits_since = 0.0
        self._at_work: tuple[str, Screen[object]] | None = None
        """The key whose command is at work, and the screen in which it was pressed."""

    async def take(self, event: Event) -> None:
        """Hand an event on in its turn: at once, unless something before it is at work."""
        self._kept.append(event)
        if not self._is_waiting:
            await self._go_on(is_due=False)
        elif self._is_overdue():
            await self._go_on(is_due=True)

    def _wait(self) -> None:
        """Keep back what comes, until all that is going on was dealt with."""
        self._is_waiting = True
        self._waits_since = time.monotonic()
        self._app.call_later(self._look)

    async def _look(self) -> None:
        if self._is_at_rest() or self._is_overdue():
            await self._go_on(is_due=True)
        else:
            await asyncio.sleep(0)  # the app lets nobody in while a message waits for itself
            self._app.call_later(self._look)

    async def _go_on(self, *, is_due: bool) -> None:
        """Hand on what was kept back: text at once, and a command after all before it."""
        self._is_waiting = False
        try:
            while self._kept and not self._is_waiting:
                if self._is_text(self._kept[0]):
                    await self._hand_on(self._kept.popleft())
                    is_due, self._at_work = False, None
                    continue
                if is_due or self._is_at_rest():
                    await self._command(self._kept.popleft())
                self._wait()
        finally:
            if self._kept and not self._is_waiting:
                self._wait()  # an error took one along, and not those behind it
        if not self._is_waiting:
            self._at_work = None

    async def _command(self, event: Event) -> None:
        """Hand a command on, unless it is the one right before, pressed twice or held too long.

        Two Enters in a form keep it once, and do nothing in the screen below.
        """
        if isinstance(event, Key):
            if self._at_work is not None:
                key, screen = self._at_work
                if event.key == key and self._is_another(screen):
                    return
            self._at_work = (event.key, self._app.screen)
        await self._hand_on(event)

    def _is_another(self, screen: Screen[object]) -> bool:
        """Return whether a screen took the place of this one, in which the key means another thing.

        The key that brings the calm screen takes it away too.
        """
        on_top = self._app.screen
        is_toggled = any(getattr(screen_, "is_toggled", False) for screen_ in (screen, on_top))
        return screen is not on_top and not is_toggled

    def _is_overdue(self) -> bool:
        return time.monotonic() - self._waits_since > LONGEST

    def _is_at_rest(self) -> bool:
        """Return whether no message waits, neither for the app nor in the screen on top."""
        if self._app.message_queue_size:
            return False
        on_top = self._app.screen_stack[-1:]  # none once the app ends
        widgets = (widget for screen in on_top for widget in screen.walk_children(with_self=True))
        return not any(widget.message_queue_size for widget in widgets)

    def _is_text(self, event: Event) -> bool:
        """Return whether it stays with the widget that has the focus, and opens nothing."""
        if isinstance(event, Key):
            focused = self._app.focused
            return focused is not None and focused.check_consume_key(event.key, event.character)
        return not isinstance(event, MouseUp)


def is_input(event: Event) -> bool:
    """Return whether this comes from a keyboard or a mouse, and was handed to no widget yet."""
    return isinstance(event, InputEvent | Paste) and not event.is_forwarded
