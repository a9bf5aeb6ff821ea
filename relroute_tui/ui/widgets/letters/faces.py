"""The faces in which large letters are set: each letter an image, white on black."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from relroute_tui.ui.widgets.letters.figlet import figlet_letter
from relroute_tui.ui.widgets.letters.fonts import ATKINSON_FILES, file_with, font

if TYPE_CHECKING:
    from PIL.Image import Image

QUADRANTS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""The block characters by their pixels: upper left 1 and right 2, lower left 4 and right 8."""
_MEASURED_AT: Final = 256  # pixels
_ENLARGED: Final = 4  # smooth letters are drawn so many times as large, then reduced
_GAP: Final = 2  # pixels between blocks, whose own margins are too uneven


class Face(Struct, frozen=True):
    """A design of letters, measured at size one, in pixels."""

    leading: float
    height: float  # of the letters on one line
    capital: float
    gap: float
    smallest: int  # the smallest size that one can read
    across: int  # pixels to a cell, which is two pixels high
    advance: Callable[[str], float | None]  # of a character with its gap; None if it is missing
    image: Callable[[str, int], "Image | None"]  # of a character at a size; all of one height


def _file(character: str) -> str | None:
    """Return the font file for a character; None where none has it, or it stands on another."""
    is_mark = unicodedata.category(character).startswith("M")
    return None if is_mark else file_with(ATKINSON_FILES, character)


@lru_cache(maxsize=1024)
def _smooth_advance(character: str) -> float | None:
    file = _file(character)
    if file is None:
        return None
    advance = font(file, _MEASURED_AT, shapes=False).getlength(character) / _MEASURED_AT
    return advance + SMOOTH.gap if advance else None


def _smooth_image(character: str, size: int) -> "Image | None":
    from PIL import Image, ImageDraw

    large = size * _ENLARGED
    face = font(_file(character) or ATKINSON_FILES[0], large, shapes=False)
    image = Image.new("L", (3 * large, 3 * large))
    ImageDraw.Draw(image).text((large, 2 * large), character, fill=255, font=face, anchor="ls")
    return image.reduce(_ENLARGED)


@lru_cache(maxsize=512)
def _block(font: str, space: int, character: str, size: int = 1) -> "Image | None":
    from PIL import Image

    if character.isspace():
        return Image.new("L", (space, 1))
    cells = figlet_letter(font, character)
    width = max(map(len, cells), default=0)
    rows = [[QUADRANTS.find(cell) for cell in row.ljust(width)] for row in cells]
    if any(-1 in row for row in rows):
        return None
    halves = [(row, half) for row in rows for half in ((1, 2), (4, 8))]
    pixels = [255 * bool(cell & pixel) for row, half in halves for cell in row for pixel in half]
    image = Image.frombytes("L", (2 * width, 2 * len(cells)), bytes(pixels))
    box = image.getbbox()
    if box is None:
        return None
    letter = image.crop((box[0], 0, box[2], image.height))
    return letter.resize((letter.width * size, letter.height * size), Image.Resampling.NEAREST)


def _block_advance(font: str, space: int, character: str) -> float | None:
    image = _block(font, space, character)
    return image.width + _GAP if image else None


SMOOTH: Final = Face(1.15, 0.95, 0.668, 0.06, 12, 1, _smooth_advance, _smooth_image)
"""Atkinson Hyperlegible Bold: É and g do not touch; smaller than this it is mush."""
BLOCKS: Final = tuple(
    Face(
        leading,
        up,
        capital,
        _GAP,
        1,
        2,
        partial(_block_advance, font, space),
        partial(_block, font, space),
    )
    for font, space, leading, up, capital in (
        ("smblock", 1, 10, 8, 7),
        ("smmono9", 2, 17, 14, 9),
        ("smmono12", 4, 19, 18, 12),
    )
)
"""From small to large; the last is the boldest."""
