"""Rows of two columns in one widget: a page of a hundred small widgets would be slow to turn."""

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Rows(Widget):
    """On the left something short, on the right words that wrap in their own column."""

    DEFAULT_CSS = """
    Rows {
        width: 1fr;
        height: auto;
    }
    """

    def __init__(
        self, rows: Iterable[tuple[Content, Content]], left: int, *, classes: str = ""
    ) -> None:
        super().__init__(classes=classes)
        self._rows = tuple(rows)
        self._left = left

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many lines as the words take in this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Show the rows, wrapped."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for symbol, words in self._rows:
            first, *others = words.wrap(max(1, width - self._left)) or [Content()]
            gap = max(0, self._left - symbol.cell_length)
            lines.append(symbol.pad_right(gap) + first)
            lines += [line.pad_left(self._left) for line in others]
        return lines
