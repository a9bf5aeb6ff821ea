"""The terminal for lines: what was typed is not lost by Ctrl+C or by a window that is closed."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType, ModuleType
from typing import Final

from relroute_tui.language import _
from relroute_tui.plain.dialogue import InputEnded

_SIGNALS: Final = ("SIGHUP", "SIGTERM")
"""The window is closed, or the machine goes down. Windows gives a program no time for these."""


class _AskedToEnd(Exception):  # noqa: N818 - the system asked, nothing failed
    """The system asks the program to end while it waits for a line."""


class StandardTerminal:
    """Standard input and output. On a terminal a line can be edited, however long it is.

    A terminal's own way to edit a line drops what goes beyond 4,096 bytes (1,024 on macOS).
    """

    def __init__(self) -> None:
        self._readline = _readline() if sys.stdin.isatty() and sys.stdout.isatty() else None
        self._is_reading = False
        self._is_ended = False

    def write(self, line: str) -> None:
        """Write one line. Raises InputEnded where nobody can read it any more."""
        try:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
        except OSError:
            raise InputEnded from None

    def read(self, prompt: str, *, keeps: bool = False) -> str:
        """Read one line. Raises InputEnded at the end of the input, or of the program."""
        typed = ""
        while True:
            try:
                return self._read_line(prompt, typed)
            except KeyboardInterrupt:
                typed = self._typed_so_far()
                self.write("")
                self.write(_("Ctrl+C ends nothing. 0 leaves, and everything is saved."))
            except _AskedToEnd:
                typed = self._typed_so_far()
                if keeps and typed.strip():
                    return typed
                raise InputEnded from None
            except (EOFError, OSError, ValueError):
                raise InputEnded from None

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Let Ctrl+C, and the system that ends the program, reach nothing but the asking."""
        before = {signal.SIGINT: signal.signal(signal.SIGINT, self._interrupt)}
        for name in _SIGNALS:
            with suppress(AttributeError, ValueError):
                number = getattr(signal, name)
                before[number] = signal.signal(number, self._end)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if self._is_reading:  # nowhere else: a change would be left half done
            raise KeyboardInterrupt

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self._is_ended = True
        if self._is_reading:
            raise _AskedToEnd

    def _read_line(self, prompt: str, typed: str) -> str:
        """Read a line that begins with what was `typed` before."""
        self._is_reading = True
        try:
            if self._is_ended:
                raise InputEnded
            if self._readline is None:
                return _line_after(prompt)
            self._readline.set_startup_hook(lambda: self._begin_with(typed))
            return input(prompt)
        finally:
            self._is_reading = False

    def _begin_with(self, typed: str) -> None:
        assert self._readline is not None
        self._readline.insert_text(typed)

    def _typed_so_far(self) -> str:
        return "" if self._readline is None else str(self._readline.get_line_buffer())


def _readline() -> ModuleType | None:
    """Return what edits a line, where the system has it. It remembers no line."""
    try:
        import readline
    except ImportError:  # Windows: its console edits lines itself
        return None
    readline.set_auto_history(False)
    return readline


def _line_after(prompt: str) -> str:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")
