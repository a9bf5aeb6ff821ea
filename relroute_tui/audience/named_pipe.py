"""A named pipe: Windows, where asyncio knows no Unix socket.

Its name is random for each meeting and stands in the user's own folder, together with a word that a
window has to say first. So the pipe's default rights, by which others on the machine may read from
it, hand them nothing.
"""

import asyncio
import secrets
import sys
from asyncio import StreamReader, StreamReaderProtocol, StreamWriter
from pathlib import Path
from typing import Final

from relroute_tui.audience.endpoint import Connected, Listener
from relroute_tui.audience.errors import AddressTaken, NoMeetingFound, NotPrivate
from relroute_tui.audience.place import make_private

assert sys.platform == "win32"

_NAME: Final = "meeting"
_PREFIX: Final = r"\\.\pipe\relroute-"
_WORD: Final = 32
"""Letters of the word that a window says first."""
_LONGEST_WAIT: Final = 2.0
"""Seconds for that word."""


class PipeListener:
    """A pipe whose name goes from the folder when it is closed."""

    def __init__(self, servers: list[asyncio.windows_events.PipeServer], path: Path) -> None:
        self._servers = servers
        self._path = path

    def close(self) -> None:
        """Let no more windows in, and take the name away."""
        for server in self._servers:
            server.close()
        self._path.unlink(missing_ok=True)


async def listen(folder: Path, connected: Connected) -> Listener:
    """Wait for windows that read the name in this folder. Raises AddressTaken and NotPrivate."""
    make_private(folder)
    path, loop = folder / _NAME, _loop()
    if await _is_answered(path):
        raise AddressTaken
    name, word = _PREFIX + secrets.token_hex(16), secrets.token_hex(_WORD // 2)
    serving: set[asyncio.Task[None]] = set()

    async def serve(reader: StreamReader, writer: StreamWriter) -> None:
        try:
            async with asyncio.timeout(_LONGEST_WAIT):
                received = await reader.readexactly(_WORD)
            if secrets.compare_digest(received, word.encode()):
                await connected(reader, writer)
        except (asyncio.IncompleteReadError, TimeoutError, OSError):
            pass  # it was no window
        finally:
            writer.close()

    def begin(reader: StreamReader, writer: StreamWriter) -> None:
        task = loop.create_task(serve(reader, writer))
        serving.add(task)
        task.add_done_callback(serving.discard)

    def protocol() -> StreamReaderProtocol:
        return StreamReaderProtocol(StreamReader(loop=loop), begin, loop=loop)

    try:
        servers = await loop.start_serving_pipe(protocol, name)
        path.write_text(f"{name}\n{word}", encoding="ascii")
    except OSError as error:
        raise NotPrivate from error
    return PipeListener(servers, path)


async def connect(folder: Path) -> tuple[StreamReader, StreamWriter]:
    """Return the way to the meeting. Raises NoMeetingFound."""
    loop = _loop()
    reader = StreamReader(loop=loop)
    try:
        name, word = (folder / _NAME).read_text(encoding="ascii").split("\n")
        if not name.startswith(_PREFIX):
            raise NoMeetingFound
        transport, protocol = await loop.create_pipe_connection(
            lambda: StreamReaderProtocol(reader, loop=loop), name
        )
    except (OSError, ValueError) as error:
        raise NoMeetingFound from error
    writer = StreamWriter(transport, protocol, reader, loop)
    writer.write(word.encode())
    return reader, writer


async def _is_answered(path: Path) -> bool:
    try:
        _reader, writer = await connect(path.parent)
    except NoMeetingFound:
        return False
    writer.close()
    return True


def _loop() -> asyncio.ProactorEventLoop:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, asyncio.ProactorEventLoop)
    return loop
