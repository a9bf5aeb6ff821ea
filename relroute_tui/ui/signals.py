"""Signals that a window is closed or the machine goes down: everything is kept."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

_SIGNALS: Final = ("SIGHUP", "SIGTERM")
"""Windows gives a program no time for the first, and never sends the second."""
_LONGEST_END: Final = 2.0
"""Seconds after which the process goes all the same: what it writes to may be gone already."""


def on_termination(keep: Callable[[], None], leave: Callable[[], None]) -> None:
    """Call `keep` and `leave` when the system asks the process to end."""

    loop = asyncio.get_running_loop()

    def end(number: int) -> None:
        for name in _SIGNALS:  # it ends once; a second request must not cut that short
            with suppress(AttributeError, ValueError):
                asked = getattr(signal, name)
                loop.remove_signal_handler(asked)
                signal.signal(asked, signal.SIG_IGN)
        try:
            keep()
        finally:
            leaving = threading.Timer(_LONGEST_END, os._exit, (128 + number,))
            leaving.daemon = True
            leaving.start()
            leave()

    for name in _SIGNALS:
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            number = getattr(signal, name)
            loop.add_signal_handler(number, end, number)
