"""A machine so busy that a timer is held up between its first two looks at the clock."""

import asyncio
import time
from types import SimpleNamespace
from weakref import WeakSet

import pytest

STALL = 30.0
"""Seconds: longer than anything here waits for."""


def stall_timers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold every timer up that is set from now on."""
    begun: WeakSet[asyncio.Task[object]] = WeakSet()

    def get_time() -> float:
        timer = asyncio.current_task()
        assert timer is not None
        is_first = timer not in begun
        begun.add(timer)
        return time.monotonic() + (0 if is_first else STALL)

    monkeypatch.setattr("textual.timer._time", SimpleNamespace(get_time=get_time))
