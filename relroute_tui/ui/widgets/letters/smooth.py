"""Letters of a real font, anti-aliased onto half blocks."""

import math
import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from relroute_tui.ui.widgets.letters.drawing import Form, Lettering, Room, Row, Run
from relroute_tui.ui.widgets.letters.lines import count_lines, lines_of
from relroute_tui.ui.widgets.letters.wording import NO_BREAK_SPACE, characters_in, spelled

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

SMALLEST = 12
"""The smallest font size, in pixels, at which the smooth letters are not yet mush."""

_FONTS = (
    "atkinson-hyperlegible-latin-700-normal.woff",
    "atkinson-hyperlegible-latin-ext-700-normal.woff",
)
_LEADING = 1.15  # from line to line, in font sizes; É and g still do not touch
_MEASURE = 96  # pixels at which the design of a letter is measured

# The font tucks small letters under these; Pillow's plain layout, the same on every system, does
# not read that table.
_TUCK = {"T": 0.07, "V": 0.04, "Y": 0.07}
_TUCKED = frozenset("acdegmnopqrsuéëèêö")

_APART = 1.2  # pixels of paper that keep two letters two

_SHADES = 24
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def shades_between(ink: str, paper: str) -> tuple[str, ...] | None:
    """The colours from paper to ink; None if they are not both `#rrggbb`."""
    if not (_HEX.fullmatch(ink) and _HEX.fullmatch(paper)):
        return None
    pairs = tuple(zip(bytes.fromhex(ink[1:]), bytes.fromhex(paper[1:]), strict=True))
    steps = (_contrast(step / _SHADES) for step in range(_SHADES + 1))
    return tuple("#" + bytes(_mixed(i, p, share) for i, p in pairs).hex() for share in steps)


def _contrast(share: float) -> float:
    """A little more of what there is most of: crisp stems, open eyes in small letters."""
    return (share + share * share * (3 - 2 * share)) / 2


def _mixed(ink: int, paper: int, share: float) -> int:
    """One channel, half way between mixing numbers (too heavy) and mixing light (too thin)."""
    numbers = paper + (ink - paper) * share
    light = math.pow(math.pow(paper, 2.2) * (1 - share) + math.pow(ink, 2.2) * share, 1 / 2.2)
    return round((numbers + light) / 2)


@cache
def _font_file(name: str) -> bytes:
    return resources.files("relroute_tui.ui").joinpath("fonts", name).read_bytes()


@lru_cache(maxsize=6)  # each takes 67 kB
def _font(name: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    layout = ImageFont.Layout.BASIC
    return ImageFont.truetype(BytesIO(_font_file(name)), size, layout_engine=layout)


class _Glyph(Struct, frozen=True):
    """Which font has a character, and its measures in font sizes, up and down from the baseline."""

    font: str
    advance: float
    up: float
    down: float


@lru_cache(maxsize=1024)
def _glyph(character: str) -> _Glyph | None:
    """The glyph of the first font that has `character`; None if none has."""
    if unicodedata.category(character).startswith("M"):
        return None  # it would stand beside its letter, not on it
    for name in _FONTS:
        # U+FFFF is never a character: what it draws is what a missing one draws.
        small = _font(name, SMALLEST)
        if character == NO_BREAK_SPACE or _drawn(small, character) != _drawn(small, "\uffff"):
            font = _font(name, _MEASURE)
            _, top, _, bottom = font.getbbox(character, anchor="ls")
            up, down = max(0.0, -top / _MEASURE), max(0.0, bottom / _MEASURE)
            return _Glyph(name, font.getlength(character) / _MEASURE, up, down)
    return None


def _drawn(font: "FreeTypeFont", character: str) -> bytes:
    return bytes(font.getmask(character))


# Letters are drawn with their stems on whole pixels, which makes some wider and some narrower. So
# the distance between two letters is taken from the design, ink to ink, not from their advances.


@lru_cache(maxsize=1024)
def _step(left: str, right: str, size: int) -> int:
    """The pixels from the start of `left` to that of `right`, next to it in a word."""
    designed = size * _advance(left, right)
    ink = _between(left, right, size)
    if ink is None:
        return round(designed)
    design_ink = _between(left, right, _MEASURE)
    wider = 0.0 if design_ink is None else design_ink * size / _MEASURE - ink
    return max(round(designed + wider), math.ceil(_APART - ink))


def forget_steps() -> None:
    """Keep no distances: another text has most of them at another size."""
    _step.cache_clear()


def _advance(left: str, right: str) -> float:
    """The distance between the starts of two letters by design, in font sizes."""
    glyph = _glyph(left)
    tuck = _TUCK.get(left, 0.0) if right in _TUCKED else 0.0
    return (glyph.advance if glyph else 0.0) - tuck


def _between(left: str, right: str, size: int) -> float | None:
    """The pixels of paper between two letters where they are nearest, had both the same start.

    So it is below zero. None if no part of one is beside a part of the other.
    """
    near, far = _edges(left, size), _edges(right, size)
    gap = min(
        (start - end for y, end in enumerate(near.ends, near.top) for start in far.starts_at(y)),
        default=math.inf,
    )
    return None if gap == math.inf else gap


class _Edges(Struct, frozen=True):
    """Where the ink of a letter begins and ends, by pixel row: hundreds of letters are kept so."""

    top: int
    """The first row, counted from the baseline."""
    starts: "array[float]"
    """Infinite in a row without ink."""
    ends: "array[float]"
    """Minus infinite in a row without ink."""

    def starts_at(self, row: int) -> "array[float]":
        """The starts in this row and the two beside it, as far as there are any."""
        at = row - self.top
        return self.starts[max(0, at - 1) : max(0, at + 2)]


@lru_cache(maxsize=400)
def _edges(character: str, size: int) -> _Edges:
    """The edges of a letter; grey counts."""
    glyph = _glyph(character)
    if glyph is None:
        return _Edges(0, array("d"), array("d"))
    mask, (x, y) = _font(glyph.font, size).getmask2(character, mode="L", anchor="ls")
    width, height = mask.size
    pixels = bytes(mask)
    starts, ends = array("d", [math.inf] * height), array("d", [-math.inf] * height)
    for number in range(height):
        row = pixels[number * width : (number + 1) * width]
        start, end = width - len(row.lstrip(b"\0")), len(row.rstrip(b"\0"))
        if start < end:
            starts[number] = x + start + 1 - row[start] / 255
            ends[number] = x + end - 1 + row[end - 1] / 255
    return _Edges(y, starts, ends)


class _Type(Struct, frozen=True):
    """The glyphs of a text at one size in pixels."""

    glyphs: Mapping[str, _Glyph]
    size: int

    @property
    def leading(self) -> int:
        return round(self.size * _LEADING)

    @property
    def space(self) -> int:
        # One pixel more than designed, as small letters stand a little further apart too.
        return round(self.size * self.glyphs[" "].advance) + 1

    def ideal(self, word: str) -> int:
        """The width of `word` by design: it grows with the size, so that one can bisect on it."""
        return math.ceil(self.size * sum(map(_advance, word, word[1:] + " ")))

    def places(self, word: str) -> list[int]:
        """The x of each character of `word`, and of its end."""
        steps = (_step(left, right, self.size) for left, right in pairwise(word))
        last = round(self.size * _advance(word[-1], " "))
        return [*accumulate((*steps, last), initial=0)]

    def fitted(self, word: str) -> int:
        """The width of `word` as drawn."""
        return self.places(word)[-1]

    def height(self, lines: int) -> int:
        """From the top of the first line's letters to the bottom of the last line's."""
        up = max(glyph.up for glyph in self.glyphs.values())
        down = max(glyph.down for glyph in self.glyphs.values())
        return (lines - 1) * self.leading + math.ceil(up * self.size) + math.ceil(down * self.size)


def smooth(
    paragraphs: Sequence[Sequence[str]], room: Room, shades: Sequence[str]
) -> Lettering | None:
    """Smooth letters; None if a character is in no font or they get too small."""
    paragraphs = spelled(paragraphs, _glyph)
    glyphs = {}
    for character in {" "} | characters_in(paragraphs):
        glyph = _glyph(character)
        if glyph is None:
            return None
        glyphs[character] = glyph

    def fits(size: int, width_of: Callable[[_Type], Callable[[str], int]]) -> bool:
        type_ = _Type(glyphs, size)
        lines = count_lines(paragraphs, width_of(type_), type_.space, room.inner_width)
        return lines is not None and type_.height(lines) <= 2 * room.inner_height

    sizes = range(SMALLEST, 4 * room.inner_height + 1)
    ideal = SMALLEST + bisect_left(sizes, True, key=lambda size: not fits(size, lambda t: t.ideal))
    # Fitted widths go up and down with the size by some per cent: start a little higher and take
    # the first that really fits.
    for size in range(math.ceil(ideal * 1.08), SMALLEST - 1, -1):
        if fits(size, lambda type_: type_.fitted):
            drawn = _draw(paragraphs, _Type(glyphs, size), room)
            return Lettering(Form.SMOOTH, _half_blocks(drawn, room, shades), False, size)
    return None


def _draw(paragraphs: Sequence[Sequence[str]], type_: _Type, room: Room) -> "Image":
    """The lines, white on black, cut out to their ink."""
    from PIL import Image, ImageDraw

    lines = lines_of(paragraphs, type_.fitted, type_.space, room.inner_width)
    edge = 2 * type_.size
    size = (room.inner_width + 2 * edge, len(lines) * type_.leading + 2 * edge)
    image = Image.new("L", size)
    pen = ImageDraw.Draw(image)
    for number, words in enumerate(lines):
        x, y = edge, edge + number * type_.leading
        for word in words:
            places = type_.places(word)
            for character, at in zip(word, places, strict=False):
                font = _font(type_.glyphs[character].font, type_.size)
                pen.text((x + at, y), character, fill=255, font=font, anchor="ls")
            x += places[-1] + type_.space
    return image.crop(image.getbbox())


def _half_blocks(image: "Image", room: Room, shades: Sequence[str]) -> tuple[Row, ...]:
    """`image` in the middle of the room, two pixels to a cell."""
    from PIL import Image

    canvas = Image.new("L", (room.width, 2 * room.height))
    canvas.paste(image, ((canvas.width - image.width) // 2, (canvas.height - image.height) // 2))
    pixels = canvas.point([round(value * _SHADES / 255) for value in range(256)]).tobytes()
    lines = [pixels[at : at + room.width] for at in range(0, len(pixels), room.width)]
    return tuple(
        _half_block_row(upper, lower, shades)
        for upper, lower in zip(lines[::2], lines[1::2], strict=True)
    )


def _half_block_row(upper: bytes, lower: bytes, shades: Sequence[str]) -> Row:
    row = []
    for (top, bottom), cells in groupby(zip(upper, lower, strict=True)):
        length = sum(1 for _ in cells)
        if top == bottom:  # without a letter, so that no terminal leaves a seam
            row.append(Run(" " * length, shades[-1], shades[top]))
        else:
            row.append(Run("▀" * length, shades[top], shades[bottom]))
    return tuple(row)
