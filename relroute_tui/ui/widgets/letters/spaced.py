"""Letters set one by one, with air between them, as large as fits: they never run together."""

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from relroute_tui.ui.widgets.letters.fonts import ATKINSON_FILES, file_of_letter, font
from relroute_tui.ui.widgets.letters.lines import Paragraphs, break_lines, with_stand_ins

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

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
    """A text in the lines and at the size in which it fits its area."""

    face: Face
    size: int
    lines: list[str]
    advances: dict[str, float]
    """From each letter to the next, at size one."""

    @property
    def leading(self) -> float:
        """Half cells from one line to the next."""
        return self.face.leading * self.size

    @property
    def capital(self) -> float:
        """Height of a capital, in rows."""
        return self.face.capital * self.size / 2

    def image(self, width: int, height: int) -> "Image":
        """Return the mask of so many cells with the text in its middle."""
        from PIL import Image

        whole = Image.new("L", (width * self.face.across, 2 * height))
        edge = self.face.canvas * self.size
        drawn = Image.new("L", (whole.width + edge, whole.height + edge))
        for number, line in enumerate(self.lines):
            x = 0.0
            for letter in line:
                place = round(x * self.size), round(number * self.leading)
                drawn.paste(255, place, _image(self.face, letter, self.size))
                x += self.advances[letter]
        inked = drawn.crop(drawn.getbbox())
        # From a whole cell on, so that large blocks stay whole.
        left = (whole.width - inked.width) // (2 * self.face.across) * self.face.across
        whole.paste(inked, (left, (whole.height - inked.height) // 4 * 2))
        return whole


def set_spaced(
    paragraphs: Paragraphs, face: Face, width: int, height: int, share: float
) -> SpacedText | None:
    """Set a text as large as it fits in so many cells, with some air around.

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
    return SpacedText(face, size, lines, advances) if lines else None


def without_air(width: int, height: int) -> tuple[int, int]:
    """Return the cells for letters, with some left free on every side.

    Both sides are reckoned together, so that a wider area never has less for letters.
    """
    sides, ends = max(4, round(width * 0.08)), max(2, round(height * 0.1))
    return max(1, width - sides), max(1, height - ends)


@lru_cache(maxsize=1024)
def _advance(face: Face, letter: str) -> float:
    return _font(face, letter, _MEASURED_AT).getlength(letter) / _MEASURED_AT + face.gap


@lru_cache(maxsize=64)
def _image(face: Face, letter: str, size: int) -> "Image":
    from PIL import Image, ImageDraw

    large = size * face.enlarged
    edge = large * face.canvas
    image = Image.new("L", (edge, edge))
    place, letters = (large, edge - large), _font(face, letter, large)
    ImageDraw.Draw(image).text(place, letter, 255, letters, anchor="ls")
    return image.reduce(face.enlarged)


def _font(face: Face, letter: str, size: int) -> "FreeTypeFont":
    file = file_of_letter(face.files, letter) or face.files[0]
    return font(file, size * face.em, shapes=False)
