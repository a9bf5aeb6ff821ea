"""Letters set one by one, with air between them, as large as fits: they never run together."""

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from relroute_tui.ui.widgets.letters.fonts import ATKINSON_FILES, file_of_letter, font
from relroute_tui.ui.widgets.letters.lines import Paragraphs, break_lines, with_stand_ins

if TYPE_CHECKING:
    from PIL.Image import Image

_MEASURED_AT: Final = 256
"""Pixels."""


class Face(Struct, frozen=True):
    """A design of letters, measured at size one."""

    files: tuple[str, ...]
    leading: float
    """From one line to the next."""
    height: float
    """Of the letters on one line."""
    capital: float
    across: int
    """Pixels to a cell, which is two pixels high."""
    em: int = 1
    """Pixels of its font at size one: square pixels are sharp at multiples of it only."""
    gap: float = 0
    """Between letters, besides what the font has."""
    smallest: int = 1
    """The smallest size that one can read."""
    enlarged: int = 1
    """How many times as large a letter is drawn, to be reduced without jagged edges."""
    canvas: int = 24
    """Across and down: room for any letter."""


SMOOTH: Final = Face(ATKINSON_FILES, 1.15, 0.95, 0.668, 1, 1, 0.06, 12, enlarged=4, canvas=3)
"""Atkinson Hyperlegible Bold: É and g do not touch; smaller than this it is mush."""
BLOCKS: Final = (
    Face(("blocks-small.woff",), 10, 8, 7, 2, 8, 2),
    Face(("blocks-medium.woff",), 17, 14, 9, 2, 16, 2),
    Face(("blocks-large.woff",), 19, 18, 12, 2, 20, 2),
)
"""From small to large; the last is the boldest. A size is that of one of their square pixels."""


class SpacedText(Struct, frozen=True):
    """A text as the mask of its whole area, and its measures there."""

    image: "Image"
    leading: float
    """Half cells."""
    capital: float
    """Rows."""


def set_spaced(
    paragraphs: Paragraphs, face: Face, width: int, height: int, share: float
) -> SpacedText | None:
    """Set a text as large as it fits in so many cells, and in the middle.

    A `share` below 1 is the part of that size. None if the text does not fit, or a character is
    missing.
    """
    spelled = with_stand_ins(paragraphs, lambda letter: file_of_letter(face.files, letter))
    letters = {" "}.union(*(word for words in spelled for word in words))
    if not all(file_of_letter(face.files, letter) for letter in letters):
        return None
    advances = {letter: _advance(face, letter) for letter in letters}
    inner_width, inner_height = without_air(width, height)

    def lines_at(size: int) -> list[str] | None:
        room = inner_width * face.across / size + face.gap  # a line needs none at its end
        lines = break_lines(spelled, lambda word: sum(advances[c] for c in word), room)
        most = (2 * inner_height / size - face.height) / face.leading + 1
        return lines if lines and len(lines) <= most else None

    sizes = range(face.smallest, 4 * inner_height)
    size = face.smallest - 1 + bisect_left(sizes, True, key=lambda size: lines_at(size) is None)
    size = max(face.smallest, int(size * share))
    lines = lines_at(size)
    if lines is None:
        return None
    area = width * face.across, 2 * height
    image = _image(lines, face, size, advances, area)
    return SpacedText(image, face.leading * size, face.capital * size / 2)


def without_air(width: int, height: int) -> tuple[int, int]:
    """Return the cells for letters, with some left free on every side.

    Both sides are reckoned together, so that a wider area never has less for letters.
    """
    sides, ends = max(4, round(width * 0.08)), max(2, round(height * 0.1))
    return max(1, width - sides), max(1, height - ends)


def _image(
    lines: list[str], face: Face, size: int, advances: dict[str, float], area: tuple[int, int]
) -> "Image":
    from PIL import Image

    whole = Image.new("L", area)
    edge = face.canvas * size
    drawn = Image.new("L", (whole.width + edge, whole.height + edge))
    for number, line in enumerate(lines):
        x = 0.0
        for letter in line:
            place = round(x * size), round(number * face.leading * size)
            drawn.paste(255, place, _letter(face, letter, size))
            x += advances[letter]
    inked = drawn.crop(drawn.getbbox())
    # From a whole cell on, so that large blocks stay whole.
    left = (whole.width - inked.width) // (2 * face.across) * face.across
    whole.paste(inked, (left, (whole.height - inked.height) // 4 * 2))
    return whole


@lru_cache(maxsize=1024)
def _advance(face: Face, letter: str) -> float:
    file = file_of_letter(face.files, letter) or face.files[0]
    length = font(file, _MEASURED_AT * face.em, shapes=False).getlength(letter)
    return length / _MEASURED_AT + face.gap


@lru_cache(maxsize=64)
def _letter(face: Face, letter: str, size: int) -> "Image":
    from PIL import Image, ImageDraw

    large, edge = size * face.enlarged, size * face.enlarged * face.canvas
    file = file_of_letter(face.files, letter) or face.files[0]
    image = Image.new("L", (edge, edge))
    place, letters = (large, edge - large), font(file, large * face.em, shapes=False)
    ImageDraw.Draw(image).text(place, letter, fill=255, font=letters, anchor="ls")
    return image.reduce(face.enlarged)
