"""The meeting's end: hands the newest message to every window, in a thread of its own.

The meeting never waits for a window. Each has one place for a message, in which a newer one takes
the place of the one before, and one that takes nothing for a while is let go.
"""

import asyncio
import threading
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable
from enum import StrEnum, auto
from pathlib import Path
from typing import Final

from msgspec import Struct

from relroute_tui.audience.connection import listen
from relroute_tui.audience.errors import AddressTaken, AudienceError
from relroute_tui.audience.message import Message
from relroute_tui.audience.wire import encoded, is_greeted

LONGEST_WRITE: Final = 1.0
"""Seconds in which a window takes a message; then it is let go, and comes back by itself."""
_LONGEST_END: Final = 1.0
"""Seconds that somebody who leaves waits for the last message to go out."""


class Availability(StrEnum):
    """Whether windows can receive what is handed out."""

    BEGINS = auto()
    OPEN = auto()
    """Windows can come."""
    TAKEN = auto()
    """Another meeting has the windows of this machine."""
    REFUSED = auto()
    """There is no private place for the connection."""


class State(Struct, frozen=True):
    """The state of the sender, and how many windows there are."""

    availability: Availability = Availability.BEGINS
    windows: int = 0


class _Window:
    """One window, and the place for its next message."""

    def __init__(self, writer: StreamWriter, frame: bytes) -> None:
        self._writer = writer
        self._frame = frame
        self._is_new = asyncio.Event()
        if frame:
            self._is_new.set()

    def put(self, frame: bytes) -> None:
        """Let this be what goes out next."""
        self._frame = frame
        self._is_new.set()

    async def write_on(self) -> None:
        """Write each message in its turn. Raises TimeoutError where the window takes none."""
        while True:
            await self._is_new.wait()
            self._is_new.clear()
            self._writer.write(self._frame)
            async with asyncio.timeout(LONGEST_WRITE):
                await self._writer.drain()


class Sender:
    """Waits for windows in a folder, and shows all of them the same."""

    def __init__(self, folder: Path, report: Callable[[State], None]) -> None:
        """`report` is called from the sender's thread, and must not wait."""
        self._folder = folder
        self._report = report
        self._state = State()
        self._shown: Message | None = None
        """Message that was shown last; the thread knows its bytes alone."""
        self._frame = b""
        self._windows: set[_Window] = set()
        self._loop = asyncio.new_event_loop()
        self._ends = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="audience", daemon=True)
        self._thread.start()

    def show(self, message: Message) -> None:
        """Hand this to every window that is there or comes; nothing where it is there already."""
        if message != self._shown:
            self._shown = message
            self._call(self._put, encoded(message))

    def close(self) -> None:
        """Let the last message go out, and every window go."""
        self._call(self._ends.set)
        self._thread.join(_LONGEST_END)

    def _call(self, do: Callable[..., object], *values: object) -> None:
        try:
            self._loop.call_soon_threadsafe(do, *values)
        except RuntimeError:  # the thread has ended: there is nobody to hand anything to
            return

    # In the thread

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._listen())
        finally:
            self._loop.close()

    async def _listen(self) -> None:
        try:
            listener = await listen(self._folder, self._serve)
        except AudienceError as error:
            taken = isinstance(error, AddressTaken)
            self._tell(Availability.TAKEN if taken else Availability.REFUSED)
            return
        self._tell(Availability.OPEN)
        await self._ends.wait()
        listener.close()
        await self._let_everyone_go()

    async def _let_everyone_go(self) -> None:
        here = asyncio.current_task()
        serving = [task for task in asyncio.all_tasks() if task is not here]
        await asyncio.sleep(0)  # whoever has a new message writes it now
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)

    def _put(self, frame: bytes) -> None:
        self._frame = frame
        for window in self._windows:
            window.put(frame)

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Write to one window until it goes; what it says after its greeting is its end."""
        if not await is_greeted(reader):
            return
        writer.transport.set_write_buffer_limits(high=0)
        window = _Window(writer, self._frame)
        self._windows.add(window)
        self._tell(Availability.OPEN)
        writing = asyncio.ensure_future(window.write_on())
        gone = asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait((writing, gone), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (writing, gone):
                task.cancel()
            await asyncio.gather(writing, gone, return_exceptions=True)
            self._windows.discard(window)
            if not self._ends.is_set():
                writer.transport.abort()  # it may never take what is left for it
            self._tell(Availability.OPEN)

    def _tell(self, availability: Availability) -> None:
        state = State(availability, len(self._windows))
        if state != self._state:
            self._state = state
            self._report(state)
