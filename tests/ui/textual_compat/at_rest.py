"""Waiting until an app has handled all that it was handed. Textual has no cheap way to it.

A pause of its pilot hands a message to every widget of the screen and waits until each has come by,
and then for a moment in which the machine does little: more work than a key, and some 50 ms.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Markdown

PATIENCE = 60.0
"""Seconds: far more than any screen needs until its places no longer move."""
A_MOMENT = 0.001
"""Seconds: a thread takes Markdown apart in less."""
NOT_WAITED_FOR = 0.1
"""Seconds: an app does in less what it puts off until nobody types."""


async def come_to_rest(app: App[object]) -> None:
    """Return when no message waits and no screen in view has anything left to lay out or to draw."""
    async with asyncio.timeout(PATIENCE):
        while True:
            await _let_all_run()
            if not (app.is_running and app.screen_stack):
                return
            app._check_resize()
            for screen in app._background_screens:
                if screen._update_timer._active.is_set():
                    screen._on_timer_update()
            app.screen._on_timer_update()
            if _somebody_can_run():
                continue
            if not _a_thread_reads(app.screen):
                return
            await asyncio.sleep(A_MOMENT)


class _Clock:
    """The clock of an event loop, which can be put forward."""

    def __init__(self, real: Callable[[], float]) -> None:
        self._real = real
        self.ahead = 0.0

    def __call__(self) -> float:
        return self._real() + self.ahead


async def let_the_next_timer_fire() -> None:
    """Put the clock of the loop forward to the next timer, and wait for real where there is none.

    So nobody waits for what an app puts off for a moment. Whatever would have come first does.
    """
    loop: Any = asyncio.get_running_loop()
    if not isinstance(loop.time, _Clock):
        loop.time = _Clock(loop.time)
    now = loop.time()
    timers = (timer.when() - now for timer in loop._scheduled if not timer.cancelled())
    until_next = min(timers, default=NOT_WAITED_FOR)
    if until_next >= NOT_WAITED_FOR:
        await asyncio.sleep(A_MOMENT)
        return
    loop.time.ahead += max(until_next, 0)
    await asyncio.sleep(0)


def _a_thread_reads(screen: Screen[object]) -> bool:
    """Markdown is taken apart in a thread that is no worker, and its screen waits for that."""
    return any(widget.lock.is_locked for widget in screen.walk_children(Markdown))


async def _let_all_run() -> None:
    """Return when every task waits for something: a time, a thread, or a key."""
    await asyncio.sleep(0)
    while _somebody_can_run():
        await asyncio.sleep(0)


def _somebody_can_run() -> bool:
    return bool(asyncio.get_running_loop()._ready)  # type: ignore[attr-defined]


def wait_for_messages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a pilot go on when everything was handled, however busy the machine is."""

    async def wait_for_screen(self: Pilot[object], timeout: float = 0) -> bool:
        await come_to_rest(self.app)
        return True

    async def go_on(*_seconds: float) -> None:
        """Wait for no quiet moment of the machine."""

    monkeypatch.setattr(Pilot, "_wait_for_screen", wait_for_screen)
    monkeypatch.setattr("textual.pilot.wait_for_idle", go_on)
