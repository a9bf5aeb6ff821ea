"""Pictures as terminals take them: the bytes that draw one, and whether a terminal knows them.

Sixel: https://vt100.net/docs/vt3xx-gp/chapter14.html. Kitty:
https://sw.kovidgoyal.net/kitty/graphics-protocol/. A terminal that has Sixel says so when it is
asked for its attributes: there is a 4 among them.
"""

import re
import sys
from base64 import b64encode
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image


class Graphics(StrEnum):
    """The way in which a terminal shows a picture."""

    BLOCKS = "blocks"
    """In characters: what every terminal can."""
    SIXEL = "sixel"
    KITTY = "kitty"


ATTRIBUTES_QUERY: Final = "\x1b[c"
"""Query for a terminal's attributes. The answer comes in as if it had been typed."""
KITTY_CLEAR: Final = "\x1b_Ga=d,q=2\x1b\\"
"""Sequence that removes every picture."""
LARGEST_SIXEL: Final = 1000
"""Pixels across and down. xterm drops a larger one and says nothing."""
DEFAULT_CELL: Final = (10, 20)
"""Pixels. What Windows Terminal has for Sixel, and a fair guess elsewhere."""
_CHUNK: Final = 4096
_COLOURS: Final = 24
_ANSWER = re.compile(r"\?(?P<attributes>[0-9;]+)c")
_AS_SIXEL: Final = bytes(63 + min(bits, 63) for bits in range(256))
_RUN = re.compile(r"(.)\1{3,}")


def has_sixel(typed: str) -> bool | None:
    """Return whether the terminal's answer in this text has Sixel; None without an answer."""
    answer = _ANSWER.search(typed)
    return "4" in answer["attributes"].split(";") if answer else None


def cell_pixels() -> tuple[int, int]:
    """Return the width and height of a cell in pixels, as far as the terminal tells."""
    if sys.platform == "win32":
        return DEFAULT_CELL
    import fcntl
    import struct
    import termios

    for stream in (sys.__stderr__, sys.__stdout__):
        try:
            answer = fcntl.ioctl(stream.fileno(), termios.TIOCGWINSZ, b"\0" * 8) if stream else b""
        except (OSError, ValueError):
            continue
        rows, columns, width, height = struct.unpack("HHHH", answer or b"\0" * 8)
        if rows and columns and width >= columns and height >= rows:
            return width // columns, height // rows
    return DEFAULT_CELL


def at(column: int, row: int, drawn: str) -> str:
    """Return the sequence that draws at a cell, counted from 0; the cursor goes back afterwards."""
    return f"\x1b7\x1b[{row + 1};{column + 1}H{drawn}\x1b8"


def kitty(png: bytes, columns: int, rows: int) -> str:
    """Return a picture for a terminal with Kitty's graphics, stretched over so many cells."""
    data = b64encode(png).decode("ascii")
    chunks = [data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK)]
    heads = [f"a=T,f=100,q=2,C=1,c={columns},r={rows},", *[""] * (len(chunks) - 1)]
    return KITTY_CLEAR + "".join(
        f"\x1b_G{head}m={int(number < len(chunks))};{chunk}\x1b\\"
        for number, (head, chunk) in enumerate(zip(heads, chunks, strict=True), 1)
    )


def tiled(picture: "Image.Image", cell: tuple[int, int]) -> list[tuple[int, int, str]]:
    """Return a picture as Sixels that no terminal finds too large: column, row and what draws it.

    `cell` is the size of a cell in pixels; columns and rows are counted from the picture's corner.
    """
    across, down = (max(1, LARGEST_SIXEL // length) for length in cell)
    width, height = across * cell[0], down * cell[1]
    return [
        (
            left // cell[0],
            top // cell[1],
            sixel(
                picture.crop(
                    (left, top, min(left + width, picture.width), min(top + height, picture.height))
                )
            ),
        )
        for top in range(0, picture.height, height)
        for left in range(0, picture.width, width)
    ]


def sixel(picture: "Image.Image") -> str:
    """Return a picture for a terminal with Sixel, one pixel of it for each of the picture.

    One with a palette keeps it.
    """
    from PIL import Image

    flat = (
        picture
        if picture.mode == "P"
        else picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    )
    palette = flat.getpalette() or []
    data, width = flat.tobytes(), flat.width
    colours = "".join(f"#{index};2;{_percents(palette, index)}" for index in sorted(set(data)))
    rows = [data[start : start + width] for start in range(0, len(data), width)]
    bands = "-".join(_band(rows[top : top + 6]) for top in range(0, len(rows), 6))
    return f'\x1bP0;1q"1;1;{width};{flat.height}{colours}{bands}\x1b\\'


def _percents(palette: list[int], index: int) -> str:
    return ";".join(str(part * 100 // 255) for part in palette[index * 3 : index * 3 + 3])


def _band(rows: list[bytes]) -> str:
    """Return six rows, a colour at a time: of each column, which of the six have it."""
    present = sorted(set(b"".join(rows)))
    return "$".join(f"#{index}{_packed(_columns(rows, index))}" for index in present)


def _columns(rows: list[bytes], index: int) -> str:
    # A row as one large number, a byte a column: the six are laid over each other in one go.
    laid = sum(
        int.from_bytes(row.translate(_only(index)), "big") << place
        for place, row in enumerate(rows)
    )
    return laid.to_bytes(len(rows[0]), "big").translate(_AS_SIXEL).decode("ascii")


@cache
def _only(index: int) -> bytes:
    """Return the table that keeps one colour as 1, and makes 0 of all others."""
    return bytes(int(value == index) for value in range(256))


def _packed(columns: str) -> str:
    return _RUN.sub(lambda run: f"!{len(run[0])}{run[1]}", columns)
