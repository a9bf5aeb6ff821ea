"""Progress of long work, in a line of its own in the terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

from relroute_tui.language import _
from relroute_tui.storage.progress import ReportProgress, unreported

_SHOWN_AFTER: Final = 0.5
_SHOWN_EVERY: Final = 0.1
"""Seconds."""


@contextmanager
def progress_shown() -> Iterator[ReportProgress]:
    """Show how far it is, and take that away again; nothing where no person reads along."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield unreported
        return
    line = _Line()
    try:
        yield line.show
    finally:
        line.clear()


class _Line:
    def __init__(self) -> None:
        self._next = monotonic() + _SHOWN_AFTER
        self._length = 0

    def show(self, done: int, of: int) -> None:
        if monotonic() < self._next:
            return
        self._next = monotonic() + _SHOWN_EVERY
        text = _("{n} of {of}").format(n=done, of=of)
        self._write(f"\r{text.ljust(self._length)}")
        self._length = len(text)

    def clear(self) -> None:
        if self._length:
            self._write(f"\r{' ' * self._length}\r")

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
