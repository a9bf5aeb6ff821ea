"""The window's end: waits for a meeting, and hands on what comes from it."""

import asyncio
from collections.abc import Callable
from enum import StrEnum, auto
from pathlib import Path
from typing import Final, NoReturn

from relroute_tui.audience.connection import connect
from relroute_tui.audience.errors import AudienceError, ForeignMessage, NotPrivate, VersionMismatch
from relroute_tui.audience.message import FAREWELL, Message
from relroute_tui.audience.wire import GREETING, read_message

RETRY: Final = 0.25
"""Seconds between two tries to reach a meeting."""


class ReceiveProblem(StrEnum):
    """Reason why nothing is received now."""

    WAITING = auto()
    """No meeting has begun to hand anything out."""
    GONE = auto()
    """A meeting did, and went without taking leave."""
    OTHER_VERSION = auto()
    NOT_OURS = auto()
    NOT_PRIVATE = auto()


async def receive(folder: Path, show: Callable[[Message | ReceiveProblem], None]) -> NoReturn:
    """Call `show` with each message, and with what is the matter where none can come."""
    shown: Message | ReceiveProblem | None = None
    while True:
        try:
            reader, writer = await connect(folder)
            try:
                writer.write(GREETING)
                while True:
                    shown = await read_message(reader)
                    show(shown)
            finally:
                writer.close()
        except AudienceError as error:
            trouble = _trouble(error, shown)
            if trouble is not shown:
                shown = trouble
                show(trouble)
        await asyncio.sleep(RETRY)


def _trouble(error: AudienceError, shown: Message | ReceiveProblem | None) -> ReceiveProblem:
    match error:
        case VersionMismatch():
            return ReceiveProblem.OTHER_VERSION
        case ForeignMessage():
            return ReceiveProblem.NOT_OURS
        case NotPrivate():
            return ReceiveProblem.NOT_PRIVATE
    took_leave = isinstance(shown, Message) and shown.view == FAREWELL
    is_known = isinstance(shown, Message) or shown is ReceiveProblem.GONE
    return ReceiveProblem.GONE if is_known and not took_leave else ReceiveProblem.WAITING
