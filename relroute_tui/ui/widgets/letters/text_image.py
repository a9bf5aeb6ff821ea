"""Text as a picture, in a real font: shaped, from left to right or from right to left.

An image is a mask, 0 where there is paper and 255 where there is ink: `half_blocks` makes rows of
cells of one, a terminal with graphics shows it as it is. Sizes are in pixels.
"""

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.ui.widgets.letters.fonts import (
    ATKINSON_FILES,
    can_shape,
    file_with,
    font,
    has,
    is_drawn,
)
from relroute_tui.ui.widgets.letters.lines import (
    Paragraphs,
    break_lines,
    paragraphs_of,
    with_stand_ins,
)

if TYPE_CHECKING:
    from PIL.Image import Image

_MEASURED_AT: Final = 128


class Direction(StrEnum):
    """The direction of the words of a language."""

    LTR = "ltr"
    RTL = "rtl"


class Typeface(Struct, frozen=True):
    """A font that comes along, in one file or more, by their names.

    A character is drawn from the first file that has it. What runs from right to left needs one
    file that has all of a line, so that its letters join.
    """

    files: tuple[str, ...]
    leading: float
    """From one line to the next. This and what follows is in sizes."""
    ascent: float
    """Of a capital with its accent, above the line that the letters stand on."""
    descent: float
    cap_height: float


ATKINSON: Final = Typeface(
    ATKINSON_FILES,
    leading=1.2,
    ascent=0.9,
    descent=0.26,
    cap_height=0.668,
)
TINY: Final = Typeface(
    tuple(f"tiny5-{part}-400-normal.woff" for part in ("latin", "latin-ext")),
    leading=9 / 8,
    ascent=8 / 8,
    descent=2 / 8,
    cap_height=5 / 8,
)
"""Tiny5, whose capitals are five pixels high at size 8, without a grey edge."""
TINY_CLOSE: Final = replace(TINY, leading=1)
"""With lines so close that an accent may touch the tail of a letter above it."""
TINY_SIZE: Final = 8
"""Pixels, or a whole number of times as many."""


class Setting(Struct, frozen=True):
    """The typeface and the order in which a text is set."""

    typeface: Typeface = ATKINSON
    direction: Direction = Direction.LTR
    language: str = ""
    """BCP 47; some letters look otherwise in another language."""
    is_centred: bool = False
    """Else the lines begin where one begins to read."""


def can_draw(text: str, setting: Setting) -> bool:
    """Return whether the font has every character of a text, and this machine can set it."""
    if setting.direction is Direction.RTL and not can_shape():
        return False
    words = {word for words in _paragraphs(text, setting) for word in words}
    return all(
        file_with(setting.typeface.files, character)
        for character in set().union(*words)
        if is_drawn(character)
    )


def length_of(text: str, setting: Setting, size: int) -> float:
    """Return the length of one line of text."""
    return sum(_advance(part, file, setting, size) for part, file in _runs(text, setting.typeface))


def lines_of(text: str, setting: Setting, size: int, width: int) -> list[str] | None:
    """Return the lines in which a text fits a width; None where a word alone is wider."""
    paragraphs = _paragraphs(text, setting)
    words = {" "}.union(*paragraphs)
    lengths = {word: length_of(word, setting, size) for word in words}
    return break_lines(paragraphs, lengths.__getitem__, width)


def size_that_fits(text: str, setting: Setting, width: int, height: int, largest: int) -> int:
    """Return the largest size up to `largest` at which all of a text fits; 0 where none does."""
    paragraphs = _paragraphs(text, setting)
    lengths = {
        word: length_of(word, setting, _MEASURED_AT) / _MEASURED_AT
        for word in {" "}.union(*paragraphs)
    }

    def is_too_large(size: int) -> bool:
        lines = break_lines(paragraphs, lambda word: lengths[word] * size, width)
        return lines is None or height_of(len(lines), setting, size) > height

    size = bisect_right(range(1, largest + 1), False, key=is_too_large)
    while size and not _fits(text, setting, size, width, height):
        size -= 1  # a letter is a whole number of pixels wide, so a line may be a little longer
    return size


def _fits(text: str, setting: Setting, size: int, width: int, height: int) -> bool:
    lines = lines_of(text, setting, size, width)
    return lines is not None and height_of(len(lines), setting, size) <= height


def height_of(lines: int, setting: Setting, size: int) -> int:
    """Return the height of so many lines."""
    typeface = setting.typeface
    between = max(0, lines - 1) * typeface.leading
    return round((typeface.ascent + between + typeface.descent) * size)


def text_image(text: str, setting: Setting, size: int, width: int) -> "Image":
    """Return the mask of a text, exactly `width` across and as high as its lines need.

    A word that is wider than that is cut off at the end of its line.
    """
    from PIL import Image, ImageDraw

    lines = lines_of(text, setting, size, width)
    shown = [" ".join(words) for words in _paragraphs(text, setting)] if lines is None else lines
    image = Image.new("L", (max(1, width), max(1, height_of(len(shown), setting, size))))
    draw = ImageDraw.Draw(image)
    step = setting.typeface.leading * size
    for number, line in enumerate(shown):
        baseline = round(setting.typeface.ascent * size + number * step)
        left = round(_left(setting, width - length_of(line, setting, size)))
        for part, file in _runs(line, setting.typeface):
            draw.text(
                (left, baseline),
                part,
                fill=255,
                font=font(file, size),
                anchor="ls",
                direction=_direction(setting),
                language=_language(setting),
            )
            left += round(_advance(part, file, setting, size))
    return image


def _paragraphs(text: str, setting: Setting) -> Paragraphs:
    """Return the words, with replacements for characters that the font lacks."""
    files = setting.typeface.files
    paragraphs = paragraphs_of(text, is_ordered=can_shape())
    return with_stand_ins(paragraphs, lambda character: file_with(files, character))


def _left(setting: Setting, left_over: float) -> float:
    if setting.is_centred:
        return left_over / 2
    return left_over if setting.direction is Direction.RTL else 0


def _advance(part: str, file: str, setting: Setting, size: int) -> float:
    return font(file, size).getlength(
        part, direction=_direction(setting), language=_language(setting)
    )


def _direction(setting: Setting) -> str | None:
    return setting.direction.value if can_shape() else None


def _language(setting: Setting) -> str | None:
    return setting.language or None if can_shape() else None


def _runs(text: str, typeface: Typeface) -> Iterator[tuple[str, str]]:
    """Yield the parts of a line that one file draws, with that file."""
    for file in typeface.files:
        if all(has(file, character) for character in set(text) if is_drawn(character)):
            yield text, file
            return
    files = typeface.files
    for file, characters in groupby(text, lambda c: file_with(files, c) or files[0]):
        yield "".join(characters), file
