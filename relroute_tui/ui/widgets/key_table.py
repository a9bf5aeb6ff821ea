"""Keys in one column and what each does in the next, as one widget whatever their number."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from relroute_tui.ui.widgets.hanging_indent import NARROWEST

_KEYS: Final = 13
"""Columns for the keys."""


def key_table(rows: Sequence[tuple[str, str]], width: int) -> Iterator[Content]:
    """Yield the lines of a table of keys and what they do, `width` columns wide."""
    blank = Content(" " * (_KEYS + 1))
    for keys, does in rows:
        left = Content.styled(keys, "bold $now").wrap(_KEYS)
        right = Content(does).wrap(max(NARROWEST, width - _KEYS - 1))
        for of_keys, of_words in zip_longest(left, right):
            beside = (
                blank if of_keys is None else of_keys.pad_right(_KEYS + 1 - of_keys.cell_length)
            )
            yield beside + (of_words or Content())


class KeyTable(Widget):
    """Every key of a screen, and what it does."""

    DEFAULT_CSS = "KeyTable { height: auto; }"

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._rows = rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows it takes."""
        del container, viewport
        return sum(1 for _line in key_table(self._rows, width))

    def render(self) -> Content:
        """Return the table as wide as there is room."""
        return Content("\n").join(key_table(self._rows, self.content_size.width))
