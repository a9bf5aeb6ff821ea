"""A program on a pseudo-terminal, watched from outside.

Times are taken right after a read; what the bytes look like on the screen is found out when no
more of them come, so that it never enters a figure. What programs ask a terminal is answered at
once: many wait.
"""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import tempfile
import termios
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyte

from bench.replies import Replies

ROWS, COLUMNS = 40, 120
QUIET = 0.08
"""Seconds without a byte after which a frame is over."""
WITHIN_A_FRAME = 0.02
"""Seconds between two parts of one frame, at most."""
PATIENCE = 60.0
"""Seconds."""
_NO_SETTINGS = Path(tempfile.gettempdir()) / f"relroute-bench-{os.getpid()}" / "settings.toml"
"""Nothing is there: what somebody chose on this machine changes no figure."""

_NOT_FOR_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1b\[\?u"
    rb"|\x1b[P_^][^\x1b\x07]*(?:\x1b\\|\x07)|\x1b\[[0-9;]* q|\x1b\[[0-9;:]*:[0-9;:]*m"
)
"""Sequences that pyte would print as text."""
_FRAME_END = b"\x1b[?2026l"
"""A synchronised frame ends with this; Textual writes it where the terminal knows it."""


@dataclass(frozen=True)
class Chunk:
    """Bytes that were read at once, and when."""

    at: float
    data: bytes


@dataclass(frozen=True)
class Answer:
    """What came of a key, in seconds since it was pressed."""

    shown: float
    """When what was waited for could be seen."""
    over: float
    """When the frame was over."""
    frames: int


class Terminal:
    """One program on one terminal."""

    def __init__(
        self,
        command: Sequence[str],
        variables: Mapping[str, str] | None = None,
        rows: int = ROWS,
        columns: int = COLUMNS,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._replies = Replies()
        self.ended = False
        environment = _environment(variables or {}, rows, columns)
        self.began = time.perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            try:
                _set_size(0, rows, columns)
                os.execvpe(command[0], list(command), environment)
            finally:
                os._exit(127)
        _set_size(self._file, rows, columns)

    @property
    def text(self) -> str:
        """The text on the screen now."""
        return "\n".join(self.screen.display)

    def wait_for(self, pattern: str, patience: float = PATIENCE) -> float:
        """Return the seconds from the start of the program until `pattern` can be read."""
        return self._until(re.compile(pattern, re.DOTALL).search, patience) - self.began

    def wait_for_anything(self) -> float:
        """Return the seconds from the start of the program until any character can be read."""
        return self._until(lambda text: bool(text.strip()), PATIENCE) - self.began

    def wait_for_end(self) -> float:
        """Return the seconds from the start of the program to its end. Raises RuntimeError."""
        chunks: list[Chunk] = []
        while not self.ended:
            chunks += self._read(PATIENCE, PATIENCE)
        status = os.waitpid(self.pid, 0)[1]
        took = time.perf_counter() - self.began
        self._show(chunks)
        if status:
            raise RuntimeError(f"it ended with {status}, and wrote:\n{self.text}")
        return took

    def settle(self, quiet: float = 0.4, patience: float = 3.0) -> None:
        """Wait until nothing is drawn any more, or only a cursor blinks."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            chunks = self._read(quiet, quiet)
            self._show(chunks)
            if not chunks:
                return

    def resize(self, rows: int, columns: int) -> None:
        """Make the window of this size; the program is told, as by any terminal."""
        self.screen.resize(rows, columns)
        _set_size(self._file, rows, columns)

    def press(self, keys: bytes) -> float:
        """Press keys, wait for nothing, and return when that was."""
        now = time.perf_counter()
        os.write(self._file, keys)
        return now

    def answer(
        self,
        keys: bytes,
        is_shown: Callable[[str], object],
        patience: float = PATIENCE,
        quiet: float = QUIET,
    ) -> Answer | None:
        """Press keys, and return how soon the screen shows it; None if it never does.

        All is read until it is `quiet` for so many seconds and looked at only then: a program waits
        for whoever reads slowly. So one also sees when the frame is over.
        """
        return self.answer_to(lambda: self.press(keys), is_shown, patience, quiet)

    def answer_to(
        self,
        press: Callable[[], float],
        is_shown: Callable[[str], object],
        patience: float = PATIENCE,
        quiet: float = QUIET,
    ) -> Answer | None:
        """Press keys in whatever window, and return how soon this screen shows what came of it."""
        self._show(self._read(0.001, 0.001))
        pressed = press()
        shown: float | None = None
        last, frames, end = pressed, 0, pressed + patience
        while time.perf_counter() < end and not self.ended:
            for chunk in self._read(end - time.perf_counter(), quiet):
                self._show([chunk])
                frames += chunk.data.count(_FRAME_END)
                last = chunk.at
                if shown is None and is_shown(self.text):
                    shown = chunk.at
            if shown is not None:
                return Answer(shown - pressed, last - pressed, frames)
        return None

    def type_letter(self, letter: str) -> Answer | None:
        """Type a letter and wait until there is one more of it on the screen."""
        before = self.text.count(letter)
        return self.answer(letter.encode(), lambda text: text.count(letter) > before, 20.0)

    def erase_letter(self, letter: str) -> Answer | None:
        """Take out the letter before the cursor and wait until there is one less on the screen."""
        before = self.text.count(letter)
        return self.answer(b"\x7f", lambda text: text.count(letter) < before, 20.0, WITHIN_A_FRAME)

    @contextlib.contextmanager
    def read_on(self) -> Iterator[None]:
        """Take in all that the program writes, while something else is watched."""
        is_over = threading.Event()

        def read() -> None:
            while not is_over.is_set():
                self._show(self._read(0.02, 0.002))

        reading = threading.Thread(target=read)
        reading.start()
        try:
            yield
        finally:
            is_over.set()
            reading.join()

    def close(self) -> None:
        """End the program, reading what it writes at its end."""
        for number in (signal.SIGHUP, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)
            if self._wait_for_exit():
                break
        os.close(self._file)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_how: object) -> None:
        self.close()

    def _wait_for_exit(self) -> bool:
        for _ in range(300):
            with contextlib.suppress(OSError):
                if select.select([self._file], [], [], 0.002)[0]:
                    os.read(self._file, 1 << 16)
            try:
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    return True
            except ChildProcessError:
                return True
        return False

    def _until(self, is_shown: Callable[[str], object], patience: float) -> float:
        end = time.perf_counter() + patience
        shown: float | None = None
        while shown is None and time.perf_counter() < end and not self.ended:
            for chunk in self._read(end - time.perf_counter(), WITHIN_A_FRAME):
                self._show([chunk])  # also what came in one go with it
                if shown is None and is_shown(self.text):
                    shown = chunk.at
        if shown is not None:
            return shown
        raise TimeoutError(f"never on the screen, which reads:\n{self.text}")

    def _read(self, patience: float, quiet: float) -> list[Chunk]:
        """Return what comes until `quiet` seconds of silence, or for `patience` seconds."""
        chunks: list[Chunk] = []
        end = time.perf_counter() + patience
        while not self.ended:
            left = end - time.perf_counter()
            wait = min(quiet, left) if chunks else left
            if wait < 0 or not select.select([self._file], [], [], wait)[0]:
                break
            try:
                data = os.read(self._file, 1 << 16)
            except OSError:
                data = b""
            at = time.perf_counter()
            if not data:
                self.ended = True
                break
            chunks.append(Chunk(at, data))
            self._reply(data)
        return chunks

    def _reply(self, data: bytes) -> None:
        for answer in self._replies.to(data):
            os.write(self._file, answer)

    def _show(self, chunks: Sequence[Chunk]) -> None:
        for chunk in chunks:
            with contextlib.suppress(Exception):  # what pyte does not know ends no measurement
                self._stream.feed(_NOT_FOR_PYTE.sub(b"", chunk.data))


def _environment(variables: Mapping[str, str], rows: int, columns: int) -> dict[str, str]:
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LINES": str(rows),
        "COLUMNS": str(columns),
        "RELROUTE_SETTINGS": str(_NO_SETTINGS),
        **variables,
    }
    environment.pop("TMUX", None)
    return environment


def _set_size(file: int, rows: int, columns: int) -> None:
    fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
