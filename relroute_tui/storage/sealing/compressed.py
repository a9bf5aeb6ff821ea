"""A long text as gzip, of which a save makes only the changed pieces anew.

Each piece is a gzip member of its own, so that the whole is what `gunzip` opens: RFC 1952, 2.2.
"""

import zlib
from collections.abc import Iterator
from math import ceil
from typing import Final

from relroute_tui.value import value

_LENGTH: Final = 16 * 1024
"""Bytes of a new piece at most: a shorter one compresses less, a longer one takes longer."""
_LEVEL: Final = 3
_WINDOW: Final = 64 * 1024
"""Bytes within which a piece ends, both as text and as a member."""
LONGEST: Final = 128 * 1024 * 1024
"""Bytes of text that is decompressed at most: some 30,000 meetings."""
_GZIP: Final = 16 + zlib.MAX_WBITS


@value
class Piece:
    """A part of the text, and the gzip member that holds it."""

    text: bytes
    packed: bytes


def compressed(text: bytes, before: tuple[Piece, ...] = ()) -> tuple[Piece, ...]:
    """The pieces of `text`; those at its begin and end that were there before stay as they are."""
    begin, first = 0, 0
    while first < len(before) and text.startswith(before[first].text, begin):
        begin += len(before[first].text)
        first += 1
    end, last = len(text), len(before)
    while last > first and text.endswith(before[last - 1].text, begin, end):
        last -= 1
        end -= len(before[last].text)
    return (*before[:first], *_new(text[begin:end]), *before[last:])


def decompressed(packed: bytes) -> bytes:
    """The text in pieces that were put together. Raises ValueError for anything else.

    Also for what would fill the memory: it may come from a stranger.
    """
    parts: list[bytes] = []
    at, left = 0, LONGEST
    while at < len(packed):
        member, window = zlib.decompressobj(_GZIP), packed[at : at + _WINDOW]
        try:
            part = member.decompress(window, _WINDOW)
        except zlib.error:
            raise ValueError from None
        left -= len(part)
        if not member.eof or left < 0:
            raise ValueError
        parts.append(part)
        at += len(window) - len(member.unused_data)
    return b"".join(parts)


def _new(text: bytes) -> Iterator[Piece]:
    """Pieces of one length: a longer and a very short one would leave crumbs with every change."""
    number = ceil(len(text) / _LENGTH)
    for place in range(number):
        part = text[len(text) * place // number : len(text) * (place + 1) // number]
        yield Piece(part, zlib.compress(part, _LEVEL, _GZIP))
