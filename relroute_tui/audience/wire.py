"""A message as bytes: four that say whose it is, its version, its length, and then the message."""

import asyncio
from struct import Struct as Layout
from typing import Final

import msgspec

from relroute_tui.audience.errors import ConnectionGone, ForeignMessage, VersionMismatch
from relroute_tui.audience.message import VERSION, Message

_HEADER: Final = Layout("!4sBI")
_OURS: Final = b"rlra"
LONGEST: Final = 4_000_000
"""Bytes of a message. A picture of the story takes some 10,000."""
_LONGEST_WAIT: Final = 2.0
"""Seconds in which the rest of a message comes once it began."""
_encoder: Final = msgspec.json.Encoder()
_decoder: Final = msgspec.json.Decoder(Message)


def encoded(message: Message) -> bytes:
    """Return a message as it goes over the wire."""
    body = _encoder.encode(message)
    return _HEADER.pack(_OURS, VERSION, len(body)) + body


async def read_message(reader: asyncio.StreamReader) -> Message:
    """Return the next message, however long it takes to begin.

    Raises ConnectionGone where it ends before that or in the middle, VersionMismatch and
    ForeignMessage.
    """
    try:
        begin = await reader.readexactly(1)
        async with asyncio.timeout(_LONGEST_WAIT):
            header = begin + await reader.readexactly(_HEADER.size - 1)
            body = await reader.readexactly(_length(header))
    except (asyncio.IncompleteReadError, TimeoutError, OSError) as error:
        raise ConnectionGone from error
    try:
        return _decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise ForeignMessage from error


def _length(header: bytes) -> int:
    """Return how many bytes follow this header."""
    ours, version, length = _HEADER.unpack(header)
    if ours != _OURS:
        raise ForeignMessage
    if version != VERSION:
        raise VersionMismatch
    if length > LONGEST:
        raise ForeignMessage
    return int(length)


GREETING: Final = _HEADER.pack(_OURS, VERSION, 0)
"""First bytes that a window sends. A meeting does not answer a window without them."""


async def is_greeted(reader: asyncio.StreamReader) -> bool:
    """Return whether the other side is a window, of this version or another."""
    try:
        async with asyncio.timeout(_LONGEST_WAIT):
            header = await reader.readexactly(_HEADER.size)
    except (asyncio.IncompleteReadError, TimeoutError, OSError):
        return False
    return header.startswith(_OURS)
