"""A text area whose keys cost the same in a long text as in a short one.

The stock `TextArea` joins the whole text for every row that it draws, sums all lines for its
height, and draws every row anew for every letter. A letter in 20 kB takes 8.6 ms of a processor's
work there, 3.6 here, and 1 kB for the terminal in place of 8; in a window of 200x60 it is 12.6 and
3.4, and in 1 MB 33 and 8.6. Each part says what it brings.
"""

from typing import Any

from textual.cache import LRUCache
from textual.document._edit import Edit
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, TextAreaTheme

from relroute_tui.ui.textual_compat.undo import TypingHistory
from relroute_tui.ui.widgets.border_subtitle import BorderSubtitle

_ROWS_KEPT = 160
"""More than any window has."""


class _WrappedText(WrappedDocument):
    """Wrapped document that need not count its rows to know its height.

    It saves 12 to 17 ms of a page in 1 MB, 4 of a letter there, and nothing in 20 kB.
    """

    @property
    def height(self) -> int:
        """Number of rows once wrapped."""
        return len(self._offset_to_line_info)


class QuickTextArea(TextArea, BorderSubtitle):
    """A `TextArea` for plain text: no languages, and no marking of brackets."""

    virtual_size = Reactive(Size(0, 0))
    """Its place on the screen does not depend on it, so nothing else is laid out for a new row.

    That saves 3 ms of a new row, and 5 to 9 in a window of 200x60.
    """

    def __init__(self, text: str = "", **settings: Any) -> None:
        self._kept_rows: LRUCache[object, Strip] = LRUCache(_ROWS_KEPT)
        self._row_width = 0
        self._applied_theme: TextAreaTheme | None = None
        """The theme whose colours were looked up since the last change of style."""
        super().__init__(text, **settings)
        self.match_cursor_bracket = False
        stock = self.history
        self.history = TypingHistory(
            stock.max_checkpoints, stock.checkpoint_timer, stock.checkpoint_max_characters
        )

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document.__class__ = _WrappedText

    def _recompute_cursor_offset(self) -> None:
        """Locate the cursor within the text.

        While Textual undoes a change, the text may already end before the cursor. If the
        scrollbar goes at that moment, Textual looks for the cursor behind the end, and raises.
        """
        at = self.clamp_visitable(self.cursor_location)
        self._cursor_offset = self.wrapped_document.location_to_offset(at)

    def _refresh_size(self) -> None:
        super()._refresh_size()
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = self.virtual_size.height

    def _rewrap_and_refresh_virtual_size(self) -> None:
        """Wrap anew, and draw what was wrapped: a frame may have come in between."""
        super()._rewrap_and_refresh_virtual_size()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw every row anew."""
        self._kept_rows.clear()
        self._applied_theme = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a frame; what is the same for all of them is asked for once."""
        self._row_width = self.scrollable_content_region.size.width
        if self._applied_theme is not self._theme:
            self._theme.apply_css(self)
            self._applied_theme = self._theme
        return super(TextArea, self).render_lines(crop)  # the stock one looks them up every time

    @property
    def _is_empty(self) -> bool:
        """Whether there is nothing in it: the placeholder shows, if there is one."""
        return self.document.line_count == 1 and not self.document.get_line(0)

    def render_line(self, y: int) -> Strip:
        """Return a row of what is visible, drawn again only when something in it changed.

        It saves 2 to 3 ms of a key that moves the cursor or makes a row, 3 to 5 in 200x60, and 5 in
        1 MB.
        """
        if self.placeholder and self._is_empty:
            return super().render_line(y)
        key = self._looks_of(self.scroll_offset.y + y)
        strip = self._kept_rows.get(key)
        if strip is None:
            strip = self._kept_rows[key] = self._render_line(y)
        return strip

    def _looks_of(self, row: int) -> object:
        """Return everything that the looks of a row depend on."""
        rows, width = self.wrapped_document._offset_to_line_info, self._row_width
        if row >= len(rows):
            return width, self.size.width
        line, section = rows[row]
        start, end = self.selection
        selected = (start, end, line) if start != end else None
        cursor = (end[1], self._draw_cursor, self.suggestion, self.has_focus)
        return (
            self.document.get_line(line),
            tuple(self.wrapped_document.get_offsets(line)),
            section,
            width,
            selected,
            cursor if end[0] == line else None,
            self.theme,
        )

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, and draw only the rows that this touches or moves.

        It saves 2 ms of a letter, 4 in a window of 200x60, and 7 kB for the terminal, which a
        slow one or one at a distance feels most.
        """
        rows, scrolled = len(self.wrapped_document._offset_to_line_info), self.scroll_offset
        cursor, selected = self._cursor_offset[1], not self.selection.is_empty
        was_empty = self._is_empty
        with self._holding_back():
            result = super().edit(edit)
        moved = rows != len(self.wrapped_document._offset_to_line_info)
        if moved:  # the stock one follows the cursor before it knows how high the text became
            self.scroll_cursor_visible()
        if selected or scrolled != self.scroll_offset or was_empty is not self._is_empty:
            self.refresh()
        else:
            last = max(edit.top[0], result.end_location[0])
            offsets = self.wrapped_document._line_index_to_offsets
            touched = {cursor, self._cursor_offset[1], offsets[edit.top[0]][0], offsets[last][-1]}
            below = self.scroll_offset.y + self.size.height if moved else 0
            self.refresh_lines(min(touched), max(*touched, below) - min(touched) + 1)
        return result
