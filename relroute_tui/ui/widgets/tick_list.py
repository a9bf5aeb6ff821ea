"""A list in which several can be picked, marked by a character and not by colour alone."""

from typing import TypeVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Checkbox, SelectionList

Choice = TypeVar("Choice")

_TICKED, _OPEN = "● ", "○ "
_BUTTON_PARTS = 4
"""The segments that Textual draws before the words: two sides, the symbol and a space."""
_BUTTON = Checkbox.BUTTON_LEFT + Checkbox.BUTTON_INNER + Checkbox.BUTTON_RIGHT


class TickList(SelectionList[Choice]):
    """List with full and open circles; Textual's list has the same mark in another colour."""

    def render_line(self, y: int) -> Strip:
        """Return a line with its circle."""
        drawn = list(super().render_line(y))
        if "".join(part.text for part in drawn[: _BUTTON_PARTS - 1]) != _BUTTON:
            return Strip(drawn)
        place = self.scroll_offset.y + y
        is_ticked = self.get_option_at_index(place).value in self.selected
        symbol = (_TICKED if is_ticked else _OPEN).center(len(_BUTTON) + 1)
        return Strip([Segment(symbol, drawn[1].style), *drawn[_BUTTON_PARTS:]])
