"""A terminal that erases a Sixel under whatever is written over it, blanks too.

So do xterm, foot, Konsole and mlterm. Real ones keep pixels; this one keeps the cells that a
picture covers.
"""

import os
import re
import select
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyte

CELL = (10, 20)
"""Pixels."""
LARGEST = 1000
"""Pixels across and down; xterm drops a larger picture and says nothing."""
_OF_ANOTHER_TERMINAL = ("RELROUTE_", "KITTY_", "KONSOLE_", "TMUX", "STY", "COLUMNS", "LINES")
_NOT_FOR_PYTE = re.compile(r"\x1b\[[<>=][\d;]*[a-z]|\x1b_.*?\x1b\\|\x1b\[\?[\d;]*\$p", re.DOTALL)
_SIXEL = re.compile(r'\x1bP0;1q"1;1;(\d+);(\d+).*?\x1b\\', re.DOTALL)
_CUT_SHORT = re.compile(r"\x1b(?:P(?:(?!\x1b\\).)*|\[[^A-Za-z~]*|[^\[P]?)\Z", re.DOTALL)


class ErasingScreen(pyte.Screen):
    """Knows which cells a picture covers."""

    def __init__(self, columns: int, rows: int) -> None:
        self.covered: set[tuple[int, int]] = set()
        self.laid: set[tuple[int, int]] = set()
        """The cells that the last picture covered when it was drawn."""
        super().__init__(columns, rows)

    def draw(self, data: str) -> None:
        """Write text from the cursor on, which erases what it covers."""
        column, row = self.cursor.x, self.cursor.y
        self.covered -= {(column + place, row) for place in range(len(data))}
        super().draw(data)

    def erase_in_display(self, how: int = 0, *arguments: object, **options: object) -> None:
        """Erase; the app only ever erases everything."""
        self.covered.clear()
        super().erase_in_display(how, *arguments, **options)

    def lay(self, width: int, height: int) -> None:
        """Draw a picture of so many pixels from the cursor on."""
        if width > LARGEST or height > LARGEST:
            return
        column, row = self.cursor.x, self.cursor.y
        columns, rows = -(-width // CELL[0]), -(-height // CELL[1])
        self.laid = {
            (column + across, row + down) for across in range(columns) for down in range(rows)
        }
        self.covered |= self.laid

    @property
    def shows_the_whole_picture(self) -> bool:
        """Whether a picture was drawn of which nothing was written over, and that all fits."""
        fits = all(column < self.columns and row < self.lines for column, row in self.laid)
        return bool(self.laid) and fits and self.laid <= self.covered


class SixelTerminal:
    """The app in a terminal that has Sixel."""

    def __init__(self, folder: Path, columns: int, rows: int, answer: bytes) -> None:
        import pty

        self.screen = ErasingScreen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._answer, self._rest = answer, ""
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            variables = {
                name: value
                for name, value in os.environ.items()
                if not name.startswith(_OF_ANOTHER_TERMINAL)
            }
            variables |= {"TMPDIR": str(folder), "TERM": "xterm-256color", "RELROUTE_LANG": "en"}
            program = [sys.executable, "-m", "relroute_tui", "practice"]
            time.sleep(0.2)  # until the window has its size
            os.execve(sys.executable, program, variables)
        self._take_size(columns, rows)

    def _take_size(self, columns: int, rows: int) -> None:
        import fcntl
        import struct
        import termios

        pixels = (columns * CELL[0], rows * CELL[1])
        size = struct.pack("HHHH", rows, columns, *pixels)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self.screen.covered = {
            (column, row) for column, row in self.screen.covered if column < columns and row < rows
        }
        self._take_size(columns, rows)

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._terminal, keys)

    def until(self, is_so: Callable[[], bool], seconds: float = 60) -> bool:
        """Read until something is so and nothing more was written for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self._read() and is_so():
                return True
        return False

    @property
    def text(self) -> str:
        """Return the text that can be read."""
        return "\n".join(self.screen.display)

    def close(self) -> None:
        """Leave, and wait until the app is gone."""
        self.type(b"\x11")
        while self._read() is not None:
            pass
        os.close(self._terminal)
        os.waitpid(self._pid, 0)

    def _read(self) -> bool | None:
        """Take in what was written; False where nothing came, None at the end."""
        if not select.select([self._terminal], [], [], 0.4)[0]:
            return False
        try:
            read = os.read(self._terminal, 65536).decode("utf-8", "replace")
        except OSError:
            return None
        if "\x1b[c" in read:
            os.write(self._terminal, self._answer)
        text = self._rest + read
        cut = _CUT_SHORT.search(text)
        self._rest = text[cut.start() :] if cut else ""
        self._take(text[: cut.start()] if cut else text)
        return True

    def _take(self, text: str) -> None:
        before = 0
        for picture in _SIXEL.finditer(text):
            self._stream.feed(_NOT_FOR_PYTE.sub("", text[before : picture.start()]))
            self.screen.lay(int(picture[1]), int(picture[2]))
            before = picture.end()
        self._stream.feed(_NOT_FOR_PYTE.sub("", text[before:]))
