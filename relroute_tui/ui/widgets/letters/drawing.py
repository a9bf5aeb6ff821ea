"""The largest form in which a text fits its area."""

from enum import StrEnum, auto
from functools import lru_cache
from typing import Final

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from relroute_tui.ui.widgets.letters.cells import Colours, Rows, half_blocks, quadrants
from relroute_tui.ui.widgets.letters.lines import Paragraphs, paragraphs_of, plain_lines
from relroute_tui.ui.widgets.letters.size import share_in_use
from relroute_tui.ui.widgets.letters.spaced import BLOCKS, SMOOTH, set_spaced, without_air
from relroute_tui.ui.widgets.letters.tiny import TINY_CAPITAL, tiny_image

_LEAST_CELLS: Final = 6  # for a letter: no large one is drawn on fewer
OWN_CAPITAL: Final = 0.6  # rows: 0.63 in DejaVu Sans Mono
_COMFORTABLE: Final = 44  # cells: the eye finds the next line without a finger


class Form(StrEnum):
    """The form of a drawn text, from the largest to the smallest."""

    SMOOTH = auto()  # a real font, anti-aliased onto half blocks; needs true colour
    BLOCK = auto()  # letters built of block characters; two colours are enough
    TINY = auto()  # the same, of five pixels: larger than the terminal's own, and less fine
    PLAIN = auto()  # the terminal's own letters, bold


_LARGE: Final = ((Form.SMOOTH, (SMOOTH,), half_blocks), (Form.BLOCK, BLOCKS, quadrants))
"""Forms of large letters, their faces, and how a mask becomes cells."""


class Drawing(Struct, frozen=True):
    """A drawn text: at least as many rows as its area is high, each exactly as wide."""

    form: Form
    rows: Rows
    size: float = 0  # half cells from line to line; to be compared within one form only
    capital: float = OWN_CAPITAL  # rows


def draw_text(
    text: str, width: int, height: int, colours: Colours, *, from_afar: bool = False
) -> Drawing:
    """Draw `text`, which is never markup, in the largest form in which all of it fits.

    `width` and `height` are in cells. Where smaller letters were chosen, they are smaller.
    `from_afar`: what counts is how high they are.
    """
    return _draw(text, max(0, width), max(0, height), colours, share_in_use(), from_afar=from_afar)


# A resize asks for many sizes and comes back to few of them; one large drawing is about 200 kB.
@lru_cache(maxsize=2)
def _draw(
    text: str, width: int, height: int, colours: Colours, share: float, *, from_afar: bool
) -> Drawing:
    ink, paper = colours.ink, colours.paper
    paragraphs = paragraphs_of(text)
    letters = sum(len(word) for words in paragraphs for word in words)
    if share and letters and letters * _LEAST_CELLS <= width * height:
        for form, faces, in_cells in _LARGE if colours.can_be_blended else _LARGE[1:]:
            fitting = (set_spaced(paragraphs, face, width, height, share) for face in faces)
            largest = max(filter(None, fitting), key=lambda text: text.leading, default=None)
            if largest:
                rows = in_cells(largest.image(width, height), ink, paper)
                return Drawing(form, rows, largest.leading, largest.capital)
        tiny = tiny_image(text, width, height) if from_afar else None
        if tiny:
            return Drawing(Form.TINY, quadrants(tiny, ink, paper), capital=TINY_CAPITAL)
    return Drawing(Form.PLAIN, _plain(paragraphs, width, height, colours))


def _plain(paragraphs: Paragraphs, width: int, height: int, colours: Colours) -> Rows:
    inner_width, inner_height = without_air(width, height)
    lines = _airy_lines(paragraphs, min(inner_width, _COMFORTABLE), inner_height)
    if len(lines) > inner_height:
        lines = _airy_lines(paragraphs, inner_width, inner_height)
    left = " " * ((width - max(map(cell_len, lines), default=0)) // 2)
    above = max(0, (height - len(lines)) // 2) * [""]
    below = max(0, height - len(above) - len(lines)) * [""]
    style = Style(color=colours.ink.rich_color, bgcolor=colours.paper.rich_color, bold=True)
    return tuple(
        Strip([Segment(set_cell_size(left + line if line else "", width), style)], width)
        for line in (*above, *lines, *below)
    )


def _airy_lines(paragraphs: Paragraphs, width: int, height: int) -> list[str]:
    """Return the lines: where they fit, blank ones between paragraphs, or between all of one."""
    broken = [plain_lines([words], width) for words in paragraphs]
    parts = [[line] for line in broken[0]] if len(broken) == 1 else broken
    lines = [line for part in parts for line in part]
    airy = [line for part in parts for line in (*part, "")][:-1]
    return airy if len(airy) <= height else lines
