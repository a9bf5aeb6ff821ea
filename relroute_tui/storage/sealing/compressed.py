"""A long text as gzip, of which a save makes only the changed pieces anew.

Each piece is a gzip member of its own, so that the whole is what `gunzip` opens: RFC 1952, 2.2.
The piece that somebody types in is gzip that stores its text as it is: it is compressed once, when
they type elsewhere, and not with every save.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import Final
from zlib import crc32

from msgspec import Struct

_LENGTH: Final = 32 * 1024
"""Bytes of a new piece at most: a shorter one compresses less, a longer one takes longer."""
_BLOCK: Final = 4 * 1024
"""Bytes of a loose piece, more or less."""
_LEVEL: Final = 6
_WINDOW: Final = 64 * 1024
"""Bytes within which a piece ends, both as text and as a member."""
LONGEST: Final = 128 * 1024 * 1024
"""Bytes of text that is decompressed at most: some 30,000 meetings."""
_GZIP: Final = 16 + zlib.MAX_WBITS
_STORES: Final = b"\x1f\x8b\x08\0\0\0\0\0\0\xff\x01"
"""The headers of a gzip member and of its last block, a stored one: RFC 1952, 2.3; 1951, 3.2.4."""
_ONE_BLOCK: Final = struct.Struct("<HH")
_END: Final = struct.Struct("<LL")


class Piece(Struct, frozen=True):
    """A part of the text, and the gzip member that holds it."""

    text: bytes
    packed: bytes
    is_loose: bool = False
    """Whether the text is stored as it is."""


def compressed(text: bytes, before: tuple[Piece, ...] = ()) -> tuple[Piece, ...]:
    """The pieces of `text`; those at its begin and end that were there before stay as they are.

    What was changed last may be loose; as soon as another place is, it is compressed too.
    """
    first, last, changed = _changed(text, [each.text for each in before])
    new: Iterable[Piece] = _new(changed)
    if before and len(changed) <= _LENGTH:
        new = _around_loose(changed, b"".join(each.text for each in before[first:last]))
    return (*_tight(before[:first]), *new, *_tight(before[last:]))


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


def _changed(text: bytes, before: Sequence[bytes]) -> tuple[int, int, bytes]:
    """How many parts still begin it, from which one on they still end it, and what is between."""
    begin, first = 0, 0
    while first < len(before) and text.startswith(before[first], begin):
        begin += len(before[first])
        first += 1
    end, last = len(text), len(before)
    while last > first and text.endswith(before[last - 1], begin, end):
        last -= 1
        end -= len(before[last])
    return first, last, text[begin:end]


def _cut(text: bytes, number: int) -> list[bytes]:
    """Parts of one length: a very short one would be left behind as a crumb with every change."""
    return [
        text[len(text) * place // number : len(text) * (place + 1) // number]
        for place in range(number)
    ]


def _new(text: bytes) -> Iterator[Piece]:
    for part in _cut(text, ceil(len(text) / _LENGTH)):
        yield Piece(part, zlib.compress(part, _LEVEL, _GZIP))


def _around_loose(text: bytes, before: bytes) -> Iterator[Piece]:
    """A loose piece with what changed, between what did not."""
    blocks = _cut(before, max(1, len(before) // _BLOCK))
    first, last, changed = _changed(text, blocks)
    yield from _new(b"".join(blocks[:first]))
    if changed:
        yield Piece(changed, _stored(changed), is_loose=True)
    yield from _new(b"".join(blocks[last:]))


def _stored(text: bytes) -> bytes:
    """Gzip of one stored block, at most 64 KiB: zlib sets four times that aside for any."""
    length = len(text)
    begin, end = _ONE_BLOCK.pack(length, length ^ 0xFFFF), _END.pack(crc32(text), length)
    return b"".join((_STORES, begin, text, end))


def _tight(pieces: Sequence[Piece]) -> Iterable[Piece]:
    """The same, with a loose piece compressed together with its neighbours: they were one."""
    loose = next((place for place, each in enumerate(pieces) if each.is_loose), None)
    if loose is None:
        return pieces
    begin, end = max(loose - 1, 0), loose + 2
    together = b"".join(each.text for each in pieces[begin:end])
    return (*pieces[:begin], *_new(together), *pieces[end:])
