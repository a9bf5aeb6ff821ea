"""Both ends of the way to the television, with what each said so far."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from relroute_tui.audience.message import Message
from relroute_tui.audience.receiver import ReceiveProblem, receive
from relroute_tui.audience.sender import Sender, State

PATIENCE = 60.0
"""Seconds that a busy machine gets."""


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not is_so():
            await asyncio.sleep(0.005)


class MeetingEnd:
    """A meeting that hands something out."""

    def __init__(self, place: Path) -> None:
        self.states: list[State] = []
        self.sender = Sender(place, self.states.append)

    @property
    def state(self) -> State:
        return self.states[-1] if self.states else State()

    async def has_windows(self, number: int) -> None:
        await until(lambda: self.state.windows == number)


@asynccontextmanager
async def meeting(place: Path) -> AsyncIterator[MeetingEnd]:
    end = MeetingEnd(place)
    await until(lambda: bool(end.states))
    yield end
    end.sender.close()


class WindowEnd:
    """A window, and all that it was handed."""

    def __init__(self) -> None:
        self.got: list[Message | ReceiveProblem] = []

    async def sees(self, what: Message | ReceiveProblem) -> None:
        await until(lambda: bool(self.got) and self.got[-1] == what)


@asynccontextmanager
async def window(place: Path) -> AsyncIterator[WindowEnd]:
    end = WindowEnd()
    receiving = asyncio.create_task(receive(place, end.got.append))
    yield end
    receiving.cancel()
    with suppress(asyncio.CancelledError):
        await receiving
