"""A real program in a pseudo-terminal, and what it wrote there."""

import os
import select
import signal
import sys
import time
from codecs import getincrementaldecoder
from collections.abc import Callable
from pathlib import Path

from relroute_command import PATIENCE, ROOT, world

ON_ARRIVAL = "\x1b[?1049h"
"""Sequence with which a program asks the terminal for the whole screen."""
CTRL_Q = b"\x11"


class Window:
    """A program in a terminal of 100 columns and 30 rows."""

    def __init__(
        self,
        arguments: list[str],
        folder: Path,
        *,
        program: str = sys.executable,
        **variables: str,
    ) -> None:
        import pty

        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.chdir(ROOT)
            settings = {"TMPDIR": str(folder), "TERM": "xterm-256color", "RELROUTE_LANG": "en"}
            settings |= {"LINES": "", "COLUMNS": ""}  # the size is that of the terminal
            settings |= variables
            os.execve(program, [program, *arguments], world(**settings))
        self.resize(30, 100)
        self.shown = ""
        self._decoder = getincrementaldecoder("utf-8")("replace")

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size."""
        import fcntl
        import struct
        import termios

        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, words: str) -> None:
        """Read until these words were written."""
        self.wait_until(lambda: words in self.shown, words)

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Read until something is so."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, f"waited in vain for: {what}"
            assert self._read(), f"ended without: {what}"

    def watch(self, seconds: float) -> None:
        """Read for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert self._read()

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._terminal, keys)

    def press_until(self, keys: bytes, words: str) -> None:
        """Press keys, and again if nothing comes of it, until these words were written.

        For Ctrl+C at a question: Python hears no signal between a key and its wait for the next.
        """
        while words not in self.shown:
            self.type(keys)
            end = time.monotonic() + 2
            while words not in self.shown and time.monotonic() < end:
                assert self._read(), f"ended without: {words}"

    def exit_code(self) -> int:
        """Read to the end."""
        end = time.monotonic() + PATIENCE
        while self._read():
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def ended_by(self, number: signal.Signals) -> int:
        """Ask the program to end, and read to the end.

        More than once: Python hears no signal between a key and its wait for the next one.
        """
        end = time.monotonic() + PATIENCE
        while self._read():
            os.kill(self.pid, number if time.monotonic() < end else signal.SIGKILL)
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def closed(self) -> int:
        """Close the terminal, as its window is closed, and return how the program ended."""
        os.close(self._terminal)
        end = time.monotonic() + PATIENCE
        while True:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
            time.sleep(0.05)

    def _read(self) -> bool:
        if not select.select([self._terminal], [], [], 0.2)[0]:
            return True
        try:
            read = os.read(self._terminal, 65536)
        except OSError:  # how Linux says that the other side is gone
            return False
        self.shown += self._decoder.decode(read)  # a letter may come in two parts
        return bool(read)
