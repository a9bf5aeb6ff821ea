"""What a drawn text is, and the room that it has."""

from collections.abc import Sequence
from enum import StrEnum, auto

from msgspec import Struct


class Form(StrEnum):
    """How a text is drawn, from the largest form to the smallest."""

    SMOOTH = auto()
    """A real font, anti-aliased onto half blocks; needs true colour."""
    BLOCK = auto()
    """Letters built of block characters; two colours are enough."""
    PLAIN = auto()
    """The terminal's own letters, bold."""


class Run(Struct, frozen=True):
    """Neighbouring cells of one row that look alike. Colours are as given, or `#rrggbb`."""

    text: str
    ink: str
    paper: str
    bold: bool = False


Row = tuple[Run, ...]


class Lettering(Struct, frozen=True):
    """A drawn text: exactly as many rows as the room is high, each exactly as wide."""

    form: Form
    rows: tuple[Row, ...]
    overflow: bool
    """Whether the text goes on below the last row."""
    size: int
    """How large the letters are: the height of their font, in half cells."""
    below: tuple[Row, ...] = ()
    """The rows that did not fit; only when there is overflow."""


class Room(Struct, frozen=True):
    """The cells there are, and those of them that letters may touch: the rest is air."""

    width: int
    height: int
    inner_width: int
    inner_height: int

    @classmethod
    def within(cls, width: int, height: int) -> "Room":
        """The room in an area of so many cells."""
        # Both sides together, so that a wider area never has less room.
        sides, ends = max(4, round(width * 0.08)), max(2, round(height * 0.1))
        return cls(width, height, max(1, width - sides), max(1, height - ends))

    def may_hold(self, paragraphs: Sequence[Sequence[str]]) -> bool:
        """Whether large letters are worth a try: none is drawn on fewer than six cells."""
        letters = sum(len(word) for words in paragraphs for word in words)
        return letters * 6 <= self.width * self.height
