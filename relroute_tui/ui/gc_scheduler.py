"""Garbage collection while nobody types.

Python collects whenever it likes, which takes up to a tenth of a second, and a letter waits for
it. Here that is done in the pauses; and where there are none, only once much was left behind.
Cached colours and places that are on no screen any more go with it: a day of cards with their
pictures and of rows of notes leaves thousands.
"""

import gc
from collections.abc import Callable
from sys import getallocatedblocks
from time import monotonic
from typing import Final

QUIET: Final = 2.0
"""Seconds without a key after which nobody will notice."""
AGAIN_AFTER: Final = 20.0
"""Seconds between two collections: what piles up in between is a few megabytes."""
MUCH: Final = 15_000
"""New objects, some 1.5 megabytes, after which garbage is collected without waiting for a pause."""
_THRESHOLDS: Final = (5_000, 5, 400)
"""Thresholds of Python's collector for its three generations. Whoever pauses now and then never
reaches the last one."""


def begin() -> None:
    """Leave alone what is there now, for it stays; collect the rest seldom."""
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()


def collect() -> None:
    """Empty the caches, and collect everything that came since the beginning."""
    from relroute_tui.ui.textual_compat.caches import forget_caches

    forget_caches()
    gc.collect()


class GcScheduler:
    """Collector of garbage once no key has come for a while."""

    def __init__(
        self,
        now: Callable[[], float] = monotonic,
        things_held: Callable[[], int] = getallocatedblocks,
    ) -> None:
        self._now = now
        self._things_held = things_held
        self._held_then: int | None = None
        """Objects held after the last collection; None before the first look, as what is loaded at
        the start is no garbage."""
        self._last_key = self._last_time = now()
        self._is_due = True

    def key_came(self) -> None:
        """Put collecting off: somebody types or clicks."""
        self._last_key = self._now()
        self._is_due = True

    def look(self) -> bool:
        """Collect garbage if it is quiet or there is much of it; return whether that was done."""
        now = self._now()
        quiet, again = now - self._last_key >= QUIET, now - self._last_time >= AGAIN_AFTER
        held = self._things_held()
        if self._held_then is None:
            self._held_then = held
        much = held - self._held_then >= MUCH
        if not (much or (self._is_due and quiet and again)):
            return False
        self._last_time, self._is_due = now, False
        collect()
        self._held_then = self._things_held()
        return True
