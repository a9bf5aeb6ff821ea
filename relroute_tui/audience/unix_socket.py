"""A Unix socket in the user's private runtime folder: Linux and macOS."""

import asyncio
import fcntl
import os
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from relroute_tui.audience.endpoint import Connected, Listener
from relroute_tui.audience.errors import AddressTaken, ForeignMessage, NoMeetingFound, NotPrivate
from relroute_tui.audience.place import make_private

_NAME: Final = "meeting"
_CREDENTIALS: Final = struct.Struct("3i")
"""Process, user and group of the other side, as Linux tells them."""


class SocketListener:
    """A socket that takes its name away when it is closed."""

    def __init__(self, server: asyncio.Server, path: Path) -> None:
        self._server = server
        self._path = path
        self._made = path.stat().st_ino

    def close(self) -> None:
        """Let no more windows in, and take the name away where it is still ours."""
        self._server.close()
        try:
            if self._path.stat().st_ino == self._made:
                self._path.unlink()
        except OSError:  # the session may have ended, and its folder with it
            return


async def listen(folder: Path, connected: Connected) -> Listener:
    """Wait for windows in this folder. Raises AddressTaken and NotPrivate.

    A name that nobody answers to is left over from a program that was killed, and is taken over.
    asyncio would take over a live one just as well, so that is asked first.
    """
    make_private(folder)
    path = folder / _NAME

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError):  # asyncio would log it: this is its outermost task
            if _is_same_user(writer):
                await connected(reader, writer)
        writer.close()

    with _one_at_a_time(folder):
        if _is_answered(path):
            raise AddressTaken
        try:
            server = await asyncio.start_unix_server(serve, path)
            path.chmod(0o600)
        except OSError as error:
            raise NotPrivate from error
    return SocketListener(server, path)


async def connect(folder: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Return the way to the meeting. Raises NoMeetingFound, NotPrivate and ForeignMessage."""
    if not folder.exists():
        raise NoMeetingFound
    make_private(folder)
    try:
        reader, writer = await asyncio.open_unix_connection(folder / _NAME)
    except OSError as error:
        raise NoMeetingFound from error
    if not _is_same_user(writer):
        writer.close()
        raise ForeignMessage
    return reader, writer


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Keep two meetings that start in one moment from taking the name from each other."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def _is_answered(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as asking:
        asking.setblocking(False)  # a program that takes nobody in would keep us waiting
        try:
            asking.connect(os.fspath(path))
        except BlockingIOError:
            return True
        except OSError:
            return False
    return True


def _is_same_user(writer: asyncio.StreamWriter) -> bool:
    """Return whether the other side runs as this user; elsewhere than on Linux the folder says."""
    if sys.platform != "linux":
        return True
    other = writer.get_extra_info("socket")
    credentials = other.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _process, user, _group = _CREDENTIALS.unpack(credentials)
    return bool(user == os.getuid())
