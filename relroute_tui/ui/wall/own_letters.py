"""Small letters as the terminal has them."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from relroute_tui.ui.wall.look import Look
from relroute_tui.ui.wall.pages import Line, Small
from relroute_tui.ui.widgets.letters.cells import Rows
from relroute_tui.ui.widgets.letters.lines import paragraphs_of, plain_lines

_GAP: Final = 3
"""Cells between a name and what that person says, and between two things on one line."""
_MARGIN: Final = 2
"""Cells on either side."""
_BOLD: Final = Style(bold=True)


def own_rows(small: Small, width: int, look: Look) -> Rows:
    """Return lines in the middle, names below each other and what is said below each other."""
    room = max(1, width - 2 * _MARGIN)
    longest = max((cell_len(_one_line(line.name)) for line in small.lines), default=0)
    column = longest + _GAP if 0 < longest < room // 2 else 0
    style = look.style(small)
    lines = [
        [Segment(name, style + _BOLD), Segment(text, style)]
        for line in small.lines
        for name, text in _led(line, column, room)
    ]
    widest = max(map(_width, lines), default=0)
    return tuple(_middle(line, widest if column else _width(line), width, look) for line in lines)


def beside_each_other(parts: Sequence[Small], width: int, look: Look) -> Rows | None:
    """Return several things on one line; None where one is longer or all do not fit."""
    segments: list[Segment] = []
    for small in parts:
        if len(small.lines) != 1:
            return None
        gap = [Segment(" " * _GAP, look.blank)] if segments else []
        segments += [*gap, Segment(_with_symbol(small.lines[0]), look.style(small))]
    taken = _width(segments)
    if taken + 2 * _MARGIN > width:
        return None
    return (_middle(segments, taken, width, look),)


def _led(line: Line, column: int, room: int) -> Iterator[tuple[str, str]]:
    """Yield the text in the column of the names, and the text after it, line by line."""
    name, text = _one_line(line.name), _with_symbol(line)
    if not column:
        text, name = "  ".join(filter(None, (name, text))), ""
    for row in plain_lines(paragraphs_of(text), room - column) or [""]:
        yield name + " " * (column - cell_len(name)), row
        name = ""


def _with_symbol(line: Line) -> str:
    return "  ".join(filter(None, (line.symbol, _one_line(line.text))))


def _one_line(text: str) -> str:
    return " ".join(word for words in paragraphs_of(text) for word in words)


def _width(segments: Sequence[Segment]) -> int:
    return sum(segment.cell_length for segment in segments)


def _middle(segments: Sequence[Segment], taken: int, width: int, look: Look) -> Strip:
    """Return segments in a row in which what takes so many cells would stand in the middle."""
    left = Segment(" " * max(0, (width - taken) // 2), look.blank)
    return Strip([left, *segments]).adjust_cell_length(width, look.blank)
