"""A panel that often says something else in its bottom border."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from textual.geometry import Region
from textual.widget import Widget


class BorderSubtitle(Widget):
    """Widget that draws only its last row for another subtitle; the stock one draws all rows."""

    _holds_back = False

    def set_border_subtitle(self, sentence: str) -> None:
        """Show a sentence in the bottom border."""
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
        """Refresh like any widget, but not all of it while only the subtitle changes."""
        if self._holds_back and not regions and not layout and not recompose:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
