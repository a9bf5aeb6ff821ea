"""A panel whose frame says something beneath it, often."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from textual.geometry import Region
from textual.widget import Widget


class BorderSubtitle(Widget):
    """Draws the last row of its frame anew where the stock widget draws all of its rows."""

    _holds_back = False

    def say_at_the_bottom(self, sentence: str) -> None:
        """Put a sentence into the frame."""
        if sentence == self.border_subtitle:
            return
        with self._holding_back():
            self.border_subtitle = sentence
        left, top = self.content_offset
        width, height = self.outer_size
        self.refresh(Region(-left, height - 1 - top, width, 1))

    @contextmanager
    def _holding_back(self) -> Iterator[None]:
        self._holds_back = True
        try:
            yield
        finally:
            self._holds_back = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """As every widget; while a change is made, its rows are drawn after it."""
        if self._holds_back and not regions and not layout and not recompose:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
