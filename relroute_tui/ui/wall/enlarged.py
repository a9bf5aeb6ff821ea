"""A page in the terminal's own letters, as many times as large as fits."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from relroute_tui.ui.wall.legible import LARGE, READABLE, centimetres
from relroute_tui.ui.wall.look import Look
from relroute_tui.ui.wall.own_letters import own_rows
from relroute_tui.ui.wall.pages import Page
from relroute_tui.ui.wall.text_sizing import LARGEST, enlarged
from relroute_tui.ui.widgets.letters.cells import Rows
from relroute_tui.ui.widgets.letters.drawing import OWN_CAPITAL
from relroute_tui.ui.widgets.letters.lines import break_lines, paragraphs_of
from relroute_tui.ui.widgets.overlaid_picture import Piece

_MARGIN: Final = 2
"""Cells on either side."""


def enlarged_page(page: Page, width: int, height: int, look: Look) -> Sequence[Piece] | None:
    """Return the pieces that draw a page; None where its words would not be large.

    Small letters give way to the words, down to the terminal's own.
    """
    if not page.words or page.second or page.svg:
        return None
    for small in range(_scale_of(READABLE, look), 0, -1):
        pieces = _set(page, width, height, look, small)
        if pieces is not None:
            return pieces
    return None


def _set(page: Page, width: int, height: int, look: Look, small: int) -> Sequence[Piece] | None:
    above = own_rows(page.head, width // small, look)
    below = [row for part in page.below for row in own_rows(part, width // small, look)]
    top, bottom = small * len(above), height - small * len(below)
    for scale in range(LARGEST, _scale_of(LARGE, look) - 1, -1):
        words = _words(page, (width - 2 * _MARGIN) // scale, (bottom - top) // scale, look)
        if words:
            left = (width - scale * words[0].cell_length) // 2
            first = top + (bottom - top - scale * len(words)) // 2
            return (
                *_pieces(above, 0, 0, small, look),
                *_pieces(words, left, first, scale, look),
                *_pieces(below, 0, bottom, small, look),
            )
    return None


def _words(page: Page, width: int, height: int, look: Look) -> Rows | None:
    """Return the words in rows of one length; None where they do not fit."""
    lines = break_lines(paragraphs_of("\n".join(page.words)), cell_len, width)
    if lines is None or len(lines) > height:
        return None
    style = Style(color=look.ink.rich_color, bgcolor=look.paper.rich_color, bold=True)
    longest = max(map(cell_len, lines), default=0)
    return tuple(Strip([Segment(line, style)]).adjust_cell_length(longest, style) for line in lines)


def _pieces(rows: Sequence[Strip], left: int, top: int, scale: int, look: Look) -> Iterator[Piece]:
    for number, row in enumerate(rows):
        yield left, top + scale * number, enlarged(row, scale, true_colour=look.true_colour)


def _scale_of(capital: float, look: Look) -> int:
    """Return the factor for letters whose capitals are so many centimetres high."""
    own = centimetres(OWN_CAPITAL, look.screen_rows)
    return next(
        scale for scale in range(1, LARGEST + 1) if scale * own >= capital or scale == LARGEST
    )
