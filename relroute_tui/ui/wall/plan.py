"""Sizes of everything on a page that is drawn as a picture."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.ui.wall.legible import LARGE, READABLE, SCREEN
from relroute_tui.ui.wall.pages import Page, Second, Small
from relroute_tui.ui.widgets.letters.scripts import in_order, setting_for
from relroute_tui.ui.widgets.letters.text_image import (
    ATKINSON,
    Setting,
    can_draw,
    height_of,
    length_of,
    lines_of,
    size_that_fits,
)

SETTING: Final = Setting(ATKINSON)
_WISHES: Final = (
    (1.8, LARGE),
    (1.5, LARGE),
    (READABLE, LARGE),
    (1.5, 1.8),
    (READABLE, READABLE),
    (0.9, 0.9),
    (0.6, 0.6),
)
"""Centimetres of a capital, in small letters and at least in the words, from best to least."""
_MARGIN: Final = 0.05
"""Part of the width, on either side; and of the height, above, below and between."""
_GAP: Final = 0.03
"""Part of the height, between two things that are said."""
_LARGEST: Final = 0.3
"""Part of the height: the size of the largest words."""
_LEAST_PICTURE: Final = 0.3
"""Smallest part of the height for a picture in place of words."""


class Sheet(Struct, frozen=True):
    """Sheet that a page is drawn on, in pixels."""

    width: int
    height: int
    screen_height: int
    """Height of the whole window, which fills the screen."""

    def size_of(self, capital: float) -> int:
        """Return the size of letters whose capitals are so many centimetres high."""
        return max(1, round(capital / SCREEN * self.screen_height / ATKINSON.cap_height))

    def capital_of(self, size: int) -> float:
        """Return how many centimetres the capitals of letters of this size are high."""
        return size * ATKINSON.cap_height / self.screen_height * SCREEN

    @property
    def margin(self) -> int:
        """Pixels above, below and between things."""
        return round(self.height * _MARGIN)

    @property
    def largest(self) -> int:
        """The size of the largest words."""
        return round(self.height * _LARGEST)

    @property
    def room(self) -> int:
        """Pixels across for letters."""
        return max(1, round(self.width * (1 - 2 * _MARGIN)))

    @property
    def half(self) -> int:
        """Pixels across for the letters of one of two languages."""
        return max(1, round(self.room / 2 - self.width * _MARGIN))


class SmallPlan(Struct, frozen=True):
    """Layout of small lines below each other, in pixels."""

    small: Small
    size: int
    column: int
    """Pixels for the names; 0 where there are none."""
    said: tuple[tuple[str, str], ...]
    """Each name, and the lines of what follows it."""
    width: int
    height: int


class Plan(Struct, frozen=True):
    """Layout of a page, in pixels."""

    page: Page
    sheet: Sheet
    head: SmallPlan | None
    below: tuple[SmallPlan, ...]
    words: int
    """The size of the words; 0 where there are none."""
    second: int
    """The same for the words in the second language."""
    room: int
    """Pixels for the words, or for the picture in their place."""
    gap: int = 0
    """Pixels between one thing that is said and the next, besides those between two lines."""


def plan(page: Page, sheet: Sheet) -> Plan | None:
    """Return the layout of a page; None where the font lacks a character, or it does not fit.

    Small letters give way to large words, down to what can be read from the sofa. Of words that
    are too many, those that were said last stay.
    """
    if not all(can_draw(text, SETTING) for text in _texts(page)):
        return None
    for first in range(max(1, len(page.words))):
        left_over = replace(page, words=page.words[first:])
        for small, least in _WISHES:
            made = _set(left_over, sheet, sheet.size_of(small))
            if made and (not page.words or sheet.capital_of(made.words) >= least):
                return made
    return None


def _texts(page: Page) -> Iterator[str]:
    yield from page.words
    for small in (page.head, *page.below):
        for line in small.lines:
            yield from (line.name, line.text)


def _set(page: Page, sheet: Sheet, size: int) -> Plan | None:
    head = _small(page.head, sheet, size) if page.head else None
    below = [_small(small, sheet, size) for small in page.below]
    parts = ([] if head is None else [head]) + [part for part in below if part is not None]
    if len(parts) < bool(page.head) + len(below):
        return None
    room = sheet.height - sum(part.height + sheet.margin for part in parts) - 2 * sheet.margin
    made = Plan(page, sheet, head, tuple(part for part in below if part is not None), 0, 0, room)
    if page.svg:
        return made if room >= sheet.height * _LEAST_PICTURE else None
    if not page.words:
        return made if room >= 0 else None
    across = sheet.half if page.second else sheet.room
    words, gap = _words(page.words, sheet, across, room)
    second = _second_size(page.second, across, room, sheet.largest) if page.second else 0
    return replace(made, words=words, second=second, gap=gap) if words else None


def _words(words: Sequence[str], sheet: Sheet, across: int, room: int) -> tuple[int, int]:
    """Return the size of the words, 0 where they do not fit, and the gap between two of them.

    There is no gap where they are large enough only without it.
    """
    size = 0
    for gap in (round(sheet.height * _GAP), 0) if len(words) > 1 else (0,):
        left_over = room - gap * (len(words) - 1)
        text = "\n".join(words)
        size = size_that_fits(text, SETTING, across, max(0, left_over), sheet.largest)
        if sheet.capital_of(size) >= LARGE:
            return size, gap
    return size, 0


def _second_size(second: Second, across: int, room: int, largest: int) -> int:
    """Return the size of the words in the second language; 0 where they do not fit."""
    setting = setting_for(second.text, second.language, is_centred=True)
    text = in_order(second.text, second.language)
    return size_that_fits(text, setting, across, max(0, room), largest) if setting else 0


def _small(small: Small, sheet: Sheet, size: int) -> SmallPlan | None:
    longest = max((length_of(line.name, SETTING, size) for line in small.lines), default=0)
    column = round(longest + size) if longest else 0
    room = sheet.room - column
    said, width, height = [], 0, 0
    for line in small.lines:
        lines = lines_of(line.text, SETTING, size, room) if room > 0 else None
        if lines is None:
            return None
        said.append((line.name, "\n".join(lines)))
        width = max(width, *(round(length_of(line, SETTING, size)) + 2 for line in lines or [""]))
        height += height_of(max(1, len(lines)), SETTING, size)
    return SmallPlan(small, size, column, tuple(said), column + width, height)
