"""The parts of either system's connection."""

from asyncio import StreamReader, StreamWriter
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias

Connected: TypeAlias = Callable[[StreamReader, StreamWriter], Awaitable[None]]
"""Serves one window until it goes."""


class Listener(Protocol):
    """Waits for windows."""

    def close(self) -> None:
        """Let no more windows in, and leave nothing behind."""
