"""Draws a text as large as its room allows, so that a card can be read from across the table.

The room is counted in cells. A cell holds two pixels above each other (half blocks) for smooth
letters, and two by two (quadrants) for block letters; a pixel of a smooth letter is about square.
"""

import math
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum, auto
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells, set_cell_size

from relroute_tui.value import value

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont


class Form(StrEnum):
    """How a text is drawn, from the largest form to the smallest."""

    SMOOTH = auto()
    """A real font, anti-aliased onto half blocks; needs true colour."""
    BLOCK = auto()
    """Letters built of block characters; two colours are enough."""
    PLAIN = auto()
    """The terminal's own letters, bold."""


@value
class Run:
    """Neighbouring cells of one row that look alike. Colours are as given, or `#rrggbb`."""

    text: str
    ink: str
    paper: str
    bold: bool = False


Row = tuple[Run, ...]


@value
class Lettering:
    """A drawn text: exactly as many rows as the room is high, each exactly as wide."""

    form: Form
    rows: tuple[Row, ...]
    overflow: bool
    """Whether the text goes on below the last row."""
    size: int
    """How large the letters are: the height of their font, in half cells."""
    below: tuple[Row, ...] = ()
    """The rows that did not fit; only when there is overflow."""


def letter(
    text: str, width: int, height: int, *, ink: str, paper: str, true_colour: bool
) -> Lettering:
    """Draw `text` in the largest form in which all of it fits, in `width` by `height` cells.

    `ink` and `paper` are `#rrggbb`. Any other name of a colour is handed back in the rows as it
    is, but cannot be blended, so that the letters are not smooth. Text is never markup.
    """
    room = _Room.within(max(0, width), max(0, height))
    return _letter(text, room, ink, paper, true_colour)


@value
class _Room:
    """The cells there are, and those of them that letters may touch: the rest is air."""

    width: int
    height: int
    inner_width: int
    inner_height: int

    @classmethod
    def within(cls, width: int, height: int) -> "_Room":
        # Both sides together, so that a wider area never has less room.
        sides, ends = max(4, round(width * 0.08)), max(2, round(height * 0.1))
        return cls(width, height, max(1, width - sides), max(1, height - ends))

    def may_hold(self, paragraphs: Sequence[Sequence[str]]) -> bool:
        """Whether large letters are worth a try: none is drawn on fewer than six cells."""
        letters = sum(len(word) for words in paragraphs for word in words)
        return letters * 6 <= self.width * self.height


# A resize asks for many sizes and comes back to few of them; one large drawing is about 200 kB.
@lru_cache(maxsize=4)
def _letter(text: str, room: _Room, ink: str, paper: str, true_colour: bool) -> Lettering:
    paragraphs = _paragraphs(text)
    if paragraphs and room.may_hold(paragraphs):
        shades = _shades(ink, paper) if true_colour else None
        large = (shades and _smooth(paragraphs, room, shades)) or _block(
            paragraphs, room, ink, paper
        )
        if large:
            return large
    return _plain(paragraphs, room, ink, paper)


# --- the text --------------------------------------------------------------------------------

_NO_BREAK_SPACE = "\u00a0"
_FIXED_SPACES = re.compile("[\u00a0\u2007\u202f]")
_BREAKING_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_HIDDEN = {"Cc", "Cf", "Cs"}
_ZERO_WIDTH_NON_JOINER = "\u200c"  # a letter of Persian spelling, unlike the other format marks
_VARIATION_SELECTORS = {"\ufe0e", "\ufe0f"}  # with them, terminals disagree on an emoji's width


def _paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each line of `text` that has any; what cannot be seen is left out."""
    lines = (
        tuple(filter(None, map(_visible, _BREAKING_SPACES.split(line))))
        for line in unicodedata.normalize("NFC", text).splitlines()
    )
    return tuple(filter(None, lines))


def _visible(word: str) -> str:
    seen = "".join(character for character in word if not _is_hidden(character))
    return _FIXED_SPACES.sub(_NO_BREAK_SPACE, seen).strip(_NO_BREAK_SPACE)


def _is_hidden(character: str) -> bool:
    return character in _VARIATION_SELECTORS or (
        unicodedata.category(character) in _HIDDEN and character != _ZERO_WIDTH_NON_JOINER
    )


_STAND_INS = {
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("‐‑–—−", "-"),
    **{"…": "...", "ĳ": "ij", "Ĳ": "IJ"},
}
"""What stands for a character that a font lacks."""


def _spelled(
    paragraphs: Sequence[Sequence[str]], known: Callable[[str], object]
) -> tuple[tuple[str, ...], ...]:
    """The words with stand-ins for the characters that are not `known`."""
    return tuple(
        tuple("".join(c if known(c) else _STAND_INS.get(c, c) for c in word) for word in words)
        for words in paragraphs
    )


def _characters(paragraphs: Sequence[Sequence[str]]) -> set[str]:
    return {character for words in paragraphs for word in words for character in word}


# --- breaking lines --------------------------------------------------------------------------


def lines_needed(widths: Sequence[int], space: int, room: int) -> int | None:
    """How many lines words of these widths take; None if one of them is wider than `room`."""
    lines, used = 1, -space
    for width in widths:
        if width > room:
            return None
        if used + space + width > room:
            lines, used = lines + 1, -space
        used += space + width
    return lines


def break_lines(
    words: Sequence[str], widths: Sequence[int], space: int, room: int
) -> list[Sequence[str]]:
    """Break words, none wider than `room`, into as few lines as possible, of like width.

    Among those, a last line of one word is avoided, and a line gladly ends where the sentence
    breathes. Widths, `space` and `room` are in one unit.
    """
    end = len(words)
    # For the words from each place on: lines, lonely last words, unevenness; and the next break.
    best: list[tuple[tuple[int, int, float], int]] = [((0, 0, 0.0), end)] * (end + 1)
    breath = (room / 5) ** 2
    for start in range(end - 1, -1, -1):
        used = -space
        choices = []
        for stop in range(start + 1, end + 1):
            used += space + widths[stop - 1]
            if used > room:
                break
            (lines, lonely, uneven), _ = best[stop]
            lonely += stop == end and stop - start == 1 and start > 0
            uneven += (room - used) ** 2
            if stop < end and words[stop - 1][-1] in ",;:.!?…":
                uneven -= breath
            choices.append(((lines + 1, lonely, uneven), stop))
        best[start] = min(choices)
    lines_of_words, start = [], 0
    while start < end:
        stop = best[start][1]
        lines_of_words.append(words[start:stop])
        start = stop
    return lines_of_words


def _lines(
    paragraphs: Sequence[Sequence[str]], width_of: Callable[[str], int], space: int, room: int
) -> list[Sequence[str]]:
    return [
        line
        for words in paragraphs
        for line in break_lines(words, [width_of(word) for word in words], space, room)
    ]


def _count(
    paragraphs: Sequence[Sequence[str]], width_of: Callable[[str], int], space: int, room: int
) -> int | None:
    """How many lines all paragraphs take together; None if a word is wider than the room."""
    total = 0
    for words in paragraphs:
        lines = lines_needed([width_of(word) for word in words], space, room)
        if lines is None:
            return None
        total += lines
    return total


# --- smooth letters --------------------------------------------------------------------------

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


def _shades(ink: str, paper: str) -> tuple[str, ...] | None:
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


@lru_cache(maxsize=64)
def _font(name: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    layout = ImageFont.Layout.BASIC
    return ImageFont.truetype(BytesIO(_font_file(name)), size, layout_engine=layout)


@value
class _Glyph:
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
        if character == _NO_BREAK_SPACE or _drawn(small, character) != _drawn(small, "\uffff"):
            font = _font(name, _MEASURE)
            _, top, _, bottom = font.getbbox(character, anchor="ls")
            up, down = max(0.0, -top / _MEASURE), max(0.0, bottom / _MEASURE)
            return _Glyph(name, font.getlength(character) / _MEASURE, up, down)
    return None


def _drawn(font: "FreeTypeFont", character: str) -> bytes:
    return bytes(font.getmask(character))


# Letters are drawn with their stems on whole pixels, which makes some wider and some narrower. So
# the distance between two letters is taken from the design, ink to ink, not from their advances.


@lru_cache(maxsize=4096)
def _step(left: str, right: str, size: int) -> int:
    """The pixels from the start of `left` to that of `right`, next to it in a word."""
    designed = size * _advance(left, right)
    ink = _between(left, right, size)
    if ink is None:
        return round(designed)
    design_ink = _between(left, right, _MEASURE)
    wider = 0.0 if design_ink is None else design_ink * size / _MEASURE - ink
    return max(round(designed + wider), math.ceil(_APART - ink))


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
    gaps = [
        far[row][0] - end for y, (_, end) in near.items() for row in (y - 1, y, y + 1) if row in far
    ]
    return min(gaps, default=None)


@lru_cache(maxsize=2048)
def _edges(character: str, size: int) -> Mapping[int, tuple[float, float]]:
    """Where the ink of a letter begins and ends, by pixel row from the baseline; grey counts."""
    glyph = _glyph(character)
    if glyph is None:
        return {}
    mask, (x, y) = _font(glyph.font, size).getmask2(character, mode="L", anchor="ls")
    width, height = mask.size
    pixels = bytes(mask)
    edges = {}
    for number in range(height):
        row = pixels[number * width : (number + 1) * width]
        start, end = width - len(row.lstrip(b"\0")), len(row.rstrip(b"\0"))
        if start < end:
            edges[y + number] = (x + start + 1 - row[start] / 255, x + end - 1 + row[end - 1] / 255)
    return edges


@value
class _Type:
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


def _smooth(
    paragraphs: Sequence[Sequence[str]], room: _Room, shades: Sequence[str]
) -> Lettering | None:
    """Smooth letters; None if a character is in no font or they get too small."""
    paragraphs = _spelled(paragraphs, _glyph)
    glyphs = {}
    for character in {" "} | _characters(paragraphs):
        glyph = _glyph(character)
        if glyph is None:
            return None
        glyphs[character] = glyph

    def fits(size: int, width_of: Callable[[_Type], Callable[[str], int]]) -> bool:
        type_ = _Type(glyphs, size)
        lines = _count(paragraphs, width_of(type_), type_.space, room.inner_width)
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


def _draw(paragraphs: Sequence[Sequence[str]], type_: _Type, room: _Room) -> "Image":
    """The lines, white on black, cut out to their ink."""
    from PIL import Image, ImageDraw

    lines = _lines(paragraphs, type_.fitted, type_.space, room.inner_width)
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


def _half_blocks(image: "Image", room: _Room, shades: Sequence[str]) -> tuple[Row, ...]:
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


# --- block letters ---------------------------------------------------------------------------


@value
class _BlockFont:
    """A font of pyfiglet; measures in pixels, half a cell wide and half a cell high."""

    name: str
    leading: int
    gap: int
    """Between two letters: their own margins are too uneven."""
    space: int


_BLOCK_FONTS = (
    _BlockFont("smblock", leading=10, gap=2, space=5),
    _BlockFont("smmono9", leading=17, gap=2, space=6),
    _BlockFont("smmono12", leading=19, gap=2, space=8),
)
"""From small to large; the last is the boldest."""

_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""The block characters by their pixels: upper left 1 and right 2, lower left 4 and right 8."""


@value
class _Blocks:
    """A letter of a block font, at scale one."""

    rows: tuple[str, ...]
    """All rows of the font, `#` for a pixel, without empty columns at the sides."""
    top: int
    bottom: int
    """The first row with a pixel, and the one after the last."""

    @property
    def width(self) -> int:
        return len(self.rows[0])


@cache
def _figlet_letters(name: str) -> dict[int, str]:
    """Each letter of a font, its rows one under the other: thousands, so one string for each."""
    from pyfiglet import FigletFont

    font = FigletFont(name)
    return {
        code: "\n".join(rows).replace(font.hardBlank, " ") for code, rows in font.chars.items()
    }


@lru_cache(maxsize=1024)
def _blocks(font: _BlockFont, character: str) -> _Blocks | None:
    """The letter for `character`; None if the font does not know it."""
    letters = _figlet_letters(font.name)
    if character == _NO_BREAK_SPACE:
        height = 2 * len(letters[ord("x")].split("\n"))
        return _Blocks((" " * (font.space - 2 * font.gap),) * height, top=height, bottom=0)
    cells = letters[ord(character)].split("\n") if ord(character) in letters else []
    rows = []
    for row in cells:
        pixels = [_QUADRANTS.find(cell) for cell in row.ljust(max(map(len, cells)))]
        if -1 in pixels:
            return None
        for left, right in ((1, 2), (4, 8)):
            rows.append("".join(" #"[bool(p & left)] + " #"[bool(p & right)] for p in pixels))
    inked = [number for number, row in enumerate(rows) if "#" in row]
    if not inked:
        return None
    first = min(rows[number].index("#") for number in inked)
    last = max(rows[number].rindex("#") for number in inked)
    return _Blocks(tuple(row[first : last + 1] for row in rows), inked[0], inked[-1] + 1)


@value
class _BlockText:
    """A text in one block font at scale one."""

    font: _BlockFont
    paragraphs: tuple[tuple[str, ...], ...]
    letters: Mapping[str, _Blocks]

    @classmethod
    def of(cls, paragraphs: Sequence[Sequence[str]], font: _BlockFont) -> "_BlockText | None":
        """None if the font cannot write all of it."""
        spelled = _spelled(paragraphs, lambda character: _blocks(font, character))
        letters = {}
        for character in _characters(spelled):
            blocks = _blocks(font, character)
            if blocks is None:
                return None
            letters[character] = blocks
        return cls(font, spelled, letters)

    def width(self, word: str) -> int:
        return sum(self.letters[c].width for c in word) + self.font.gap * (len(word) - 1)

    @property
    def top(self) -> int:
        return min(blocks.top for blocks in self.letters.values())

    @property
    def bottom(self) -> int:
        return max(blocks.bottom for blocks in self.letters.values())

    def largest_scale(self, room: _Room) -> int:
        """The pixels that one pixel of the font becomes in each direction; 0 if it does not fit."""
        for scale in range(2 * room.inner_height // (self.bottom - self.top), 0, -1):
            across, down = 2 * room.inner_width // scale, 2 * room.inner_height // scale
            lines = _count(self.paragraphs, self.width, self.font.space, across)
            if lines and (lines - 1) * self.font.leading + self.bottom - self.top <= down:
                return scale
        return 0

    def draw(self, across: int) -> list[str]:
        """The pixel rows at scale one, cut out to their ink, in lines of at most `across`."""
        lines = _lines(self.paragraphs, self.width, self.font.space, across)
        widths = [
            sum(map(self.width, words)) + self.font.space * (len(words) - 1) for words in lines
        ]
        blank = " " * max(widths)
        rows = [blank] * ((len(lines) - 1) * self.font.leading + self.bottom)
        for number, words in enumerate(lines):
            for y in range(self.top, self.bottom):
                drawn = (" " * self.font.space).join(
                    (" " * self.font.gap).join(self.letters[c].rows[y] for c in word)
                    for word in words
                )
                rows[number * self.font.leading + y] = drawn.ljust(len(blank))
        inked = [number for number, row in enumerate(rows) if "#" in row]
        return rows[inked[0] : inked[-1] + 1]


def _block(
    paragraphs: Sequence[Sequence[str]], room: _Room, ink: str, paper: str
) -> Lettering | None:
    """The largest block letters that fit; None if none do."""
    best: tuple[int, int, _BlockText] | None = None
    for font in _BLOCK_FONTS:
        text = _BlockText.of(paragraphs, font)
        if text is None:
            continue
        scale = text.largest_scale(room)
        if scale == 0:
            break  # a larger font fits even less, and takes a tenth of a second to read
        if best is None or scale * font.leading >= best[0]:
            best = scale * font.leading, scale, text
    if best is None:
        return None
    size, scale, text = best
    small = text.draw(2 * room.inner_width // scale)
    pixels = ["".join(pixel * scale for pixel in row) for row in small for _ in range(scale)]
    rows = tuple((Run(row, ink, paper),) for row in _quadrant_rows(pixels, room))
    return Lettering(Form.BLOCK, rows, False, size)


def _quadrant_rows(pixels: Sequence[str], room: _Room) -> Iterator[str]:
    """`pixels` in the middle of the room, four to a cell."""
    # From a whole cell on, so that the blocks of a scaled letter stay whole.
    left = (2 * room.width - len(pixels[0])) // 4 * 2
    above = (2 * room.height - len(pixels)) // 4 * 2
    blank = " " * (2 * room.width)
    rows = [
        *[blank] * above,
        *((" " * left + row).ljust(len(blank)) for row in pixels),
        *[blank] * (2 * room.height - above - len(pixels)),
    ]
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        pairs = zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)
        yield "".join(
            _QUADRANTS[(a == "#") + 2 * (b == "#") + 4 * (c == "#") + 8 * (d == "#")]
            for a, b, c, d in pairs
        )


# --- plain letters ---------------------------------------------------------------------------

_COMFORTABLE = 44  # cells: the eye finds the next line without a finger


def _plain(paragraphs: Sequence[Sequence[str]], room: _Room, ink: str, paper: str) -> Lettering:
    """The terminal's own letters: in the middle if they fit, else as many rows as do."""
    lines = _plain_lines(paragraphs, min(room.inner_width, _COMFORTABLE))
    if len(lines) > room.inner_height:
        lines = _plain_lines(paragraphs, room.inner_width)
    if 2 * len(lines) - 1 <= room.inner_height:  # air between the lines
        lines = [line for text in lines for line in (text, "")][:-1]
    left = (room.width - max(map(cell_len, lines), default=0)) // 2
    above = max(0, (room.height - len(lines)) // 2)
    below = max(0, room.height - above - len(lines))
    rows = tuple(
        (Run(set_cell_size(" " * left + line if line else "", room.width), ink, paper, bold=True),)
        for line in (*[""] * above, *lines, *[""] * below)
    )
    return Lettering(
        Form.PLAIN, rows[: room.height], len(rows) > room.height, 2, rows[room.height :]
    )


def _plain_lines(paragraphs: Sequence[Sequence[str]], room: int) -> list[str]:
    whole = [
        [piece for word in words for piece in chop_cells(word, room) if piece]
        for words in paragraphs
    ]
    # A piece is wider than the room only if one character is: two cells where there is one.
    lines = _lines(whole, lambda word: min(room, cell_len(word)), 1, room)
    return [" ".join(words) for words in lines]
