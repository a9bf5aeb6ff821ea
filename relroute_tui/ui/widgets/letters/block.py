"""Letters built of block characters, for terminals of few colours and for small rooms."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from relroute_tui.ui.widgets.letters.drawing import Form, Lettering, Room, Run
from relroute_tui.ui.widgets.letters.figlet import figlet_font, forget_font
from relroute_tui.ui.widgets.letters.lines import count_lines, lines_of
from relroute_tui.ui.widgets.letters.wording import NO_BREAK_SPACE, characters_in, spelled


class _BlockFont(Struct, frozen=True):
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


class _Blocks(Struct, frozen=True):
    """A letter of a block font, at scale one."""

    rows: tuple[str, ...]
    """All rows of the font, `#` for a pixel, without empty columns at the sides."""
    top: int
    bottom: int
    """The first row with a pixel, and the one after the last."""

    @property
    def width(self) -> int:
        return len(self.rows[0])


@lru_cache(maxsize=1024)
def _blocks(font: _BlockFont, character: str) -> _Blocks | None:
    """The letter for `character`; None if the font does not know it."""
    font_file = figlet_font(font.name)
    if character == NO_BREAK_SPACE:
        height = 2 * font_file.height
        return _Blocks((" " * (font.space - 2 * font.gap),) * height, top=height, bottom=0)
    cells = font_file.letter(character)
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


def forget_blocks() -> None:
    """Keep no letters."""
    _blocks.cache_clear()


class _BlockText(Struct, frozen=True):
    """A text in one block font at scale one."""

    font: _BlockFont
    paragraphs: tuple[tuple[str, ...], ...]
    letters: Mapping[str, _Blocks]

    @classmethod
    def of(cls, paragraphs: Sequence[Sequence[str]], font: _BlockFont) -> "_BlockText | None":
        """None if the font cannot write all of it."""
        written = spelled(paragraphs, lambda character: _blocks(font, character))
        letters = {}
        for character in characters_in(written):
            blocks = _blocks(font, character)
            if blocks is None:
                return None
            letters[character] = blocks
        return cls(font, written, letters)

    def width(self, word: str) -> int:
        return sum(self.letters[c].width for c in word) + self.font.gap * (len(word) - 1)

    @property
    def top(self) -> int:
        return min(blocks.top for blocks in self.letters.values())

    @property
    def bottom(self) -> int:
        return max(blocks.bottom for blocks in self.letters.values())

    def largest_scale(self, room: Room) -> int:
        """The pixels that one pixel of the font becomes in each direction; 0 if it does not fit."""
        for scale in range(2 * room.inner_height // (self.bottom - self.top), 0, -1):
            across, down = 2 * room.inner_width // scale, 2 * room.inner_height // scale
            lines = count_lines(self.paragraphs, self.width, self.font.space, across)
            if lines and (lines - 1) * self.font.leading + self.bottom - self.top <= down:
                return scale
        return 0

    def draw(self, across: int) -> list[str]:
        """The pixel rows at scale one, cut out to their ink, in lines of at most `across`."""
        lines = lines_of(self.paragraphs, self.width, self.font.space, across)
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


def block(
    paragraphs: Sequence[Sequence[str]], room: Room, ink: str, paper: str
) -> Lettering | None:
    """The largest block letters that fit; None where none do."""
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
    forget_font()
    if best is None:
        return None
    size, scale, text = best
    small = text.draw(2 * room.inner_width // scale)
    pixels = ["".join(pixel * scale for pixel in row) for row in small for _ in range(scale)]
    rows = tuple((Run(row, ink, paper),) for row in _quadrant_rows(pixels, room))
    return Lettering(Form.BLOCK, rows, False, size)


def _quadrant_rows(pixels: Sequence[str], room: Room) -> Iterator[str]:
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
