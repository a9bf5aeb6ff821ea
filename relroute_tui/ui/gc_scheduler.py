"""Garbage is looked for while nobody types.

Python looks through everything that it holds whenever it likes, which takes up to a tenth of a
second, and a letter waits for it. Here that is done in the pauses; and where there are none, only
once much was left behind. What was kept of colours and places that are on no screen any more goes
with it: a day of cards with their pictures and of rows of notes has thousands.
"""

import gc
from collections.abc import Callable
from sys import getallocatedblocks
from time import monotonic
from typing import Final

QUIET: Final = 2.0
"""Seconds without a key after which nobody will notice."""
AGAIN_AFTER: Final = 20.0
"""Seconds: what piles up in between is a few megabytes."""
MUCH: Final = 15_000
"""So many new things in memory, some one and a half megabytes, are looked through all the same."""
_THRESHOLDS: Final = (5_000, 5, 400)
"""So many new things until the youngest are looked through, and so on for the older. Whoever pauses
now and then never reaches the last number."""


def begin() -> None:
    """Never look through what is there now, for it stays; look through the rest seldom."""
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()


def take_out() -> None:
    """Look through everything that came since the beginning, and forget what was kept of it."""
    from relroute_tui.ui.textual_compat.caches import forget_caches

    forget_caches()
    gc.collect()


class GcScheduler:
    """Knows when the last key came, and looks through everything when it is quiet."""

    def __init__(
        self,
        now: Callable[[], float] = monotonic,
        things_held: Callable[[], int] = getallocatedblocks,
    ) -> None:
        self._now = now
        self._things_held = things_held
        self._held_then: int | None = None
        """Unknown until the first look: what is loaded at the start is no garbage."""
        self._last_key = self._last_time = now()
        self._is_due = True

    def key_came(self) -> None:
        """Put collecting off: somebody types or clicks."""
        self._last_key = self._now()
        self._is_due = True

    def look(self) -> bool:
        """Take the garbage out, if it is quiet; True if that was done."""
        now = self._now()
        quiet, again = now - self._last_key >= QUIET, now - self._last_time >= AGAIN_AFTER
        held = self._things_held()
        if self._held_then is None:
            self._held_then = held
        much = held - self._held_then >= MUCH
        if not (much or (self._is_due and quiet and again)):
            return False
        self._last_time, self._is_due = now, False
        take_out()
        self._held_then = self._things_held()
        return True
