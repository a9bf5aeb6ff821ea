"""The characters that a font file has, read from its table of them (`cmap`)."""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

_HEADER: Final = 44
"""Bytes of a WOFF file before its directory of tables."""
_ENTRY: Final = struct.Struct(">4sIIII")
"""A table there: its tag, where it begins, its length in the file, its own length, a checksum."""
_UNICODE: Final = frozenset({(0, 3), (0, 4), (3, 1), (3, 10)})
"""Platforms and encodings whose numbers are those of Unicode."""
_SEGMENTS, _GROUPS = 4, 12
"""Formats of a table: segments of the first 65,536 characters, or groups of any."""


def characters_in(woff: bytes) -> frozenset[int]:
    """Return the code points that a font in this WOFF file has a glyph for."""
    table = _table(woff, b"cmap")
    (count,) = struct.unpack_from(">H", table, 2)
    found: set[int] = set()
    for number in range(count):
        platform, encoding, start = struct.unpack_from(">HHI", table, 4 + 8 * number)
        if (platform, encoding) in _UNICODE:
            found.update(_characters(table[start:]))
    return frozenset(found)


def _table(woff: bytes, tag: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", woff, 12)
    entries = (_ENTRY.unpack_from(woff, _HEADER + _ENTRY.size * n) for n in range(count))
    _tag, start, packed, length, _checksum = next(entry for entry in entries if entry[0] == tag)
    content = woff[start : start + packed]
    return zlib.decompress(content) if packed < length else content


def _characters(table: bytes) -> Iterator[int]:
    (form,) = struct.unpack_from(">H", table)
    if form == _SEGMENTS:
        yield from _in_segments(table)
    elif form == _GROUPS:
        (count,) = struct.unpack_from(">I", table, 12)
        for number in range(count):
            first, last, _glyph = struct.unpack_from(">III", table, 16 + 12 * number)
            yield from range(first, last + 1)


def _in_segments(table: bytes) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", table, 6)
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{twice // 2}H", table, at)
        for at in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    for number, (first, last, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        place = 16 + 3 * twice + 2 * number + offset
        for code in range(first, last + 1):
            if not offset:
                glyph = (code + delta) % 0x10000
            else:
                (glyph,) = struct.unpack_from(">H", table, place + 2 * (code - first))
            if glyph:
                yield code
