"""A text as large as its area allows: the card that everyone at the table reads."""

from textual.actions import SkipAction
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from relroute_tui.ui.widgets.letters.cells import colours_of
from relroute_tui.ui.widgets.letters.drawing import Drawing, draw_text


class LargeLetters(ScrollView):
    """A text in the largest letters that fit, in the colours of its style.

    Where even the terminal's own letters do not fit, the arrow keys, Page Up, Page Down, Home and
    End move through them; otherwise those keys are left to whoever else listens.
    """

    DEFAULT_CSS = """
    LargeLetters { width: 1fr; height: 1fr; overflow: hidden auto; scrollbar-size-vertical: 1; }
    """
    ALLOW_SELECT = False

    text: reactive[str] = reactive("")
    """Text that is shown; never markup."""

    from_afar: reactive[bool] = reactive(False)
    """Whether it is read from across the room, or with difficulty: rather high than fine."""

    def __init__(self, *, id: str | None = None, from_afar: bool = False) -> None:
        super().__init__(id=id)
        self.set_reactive(LargeLetters.from_afar, from_afar)

    @property
    def drawing(self) -> Drawing:
        """The text at the present size, in the present colours."""
        width, height = self.size
        whole = self.draw(width, height)
        if len(whole.rows) <= height:
            return whole
        return self.draw(width - self.styles.scrollbar_size_vertical, height)

    @property
    def overflow(self) -> bool:
        """Whether there is more text than fits, so that one has to scroll."""
        return len(self.drawing.rows) > self.size.height

    def draw(self, width: int, height: int) -> Drawing:
        """Draw the text for an area of so many cells."""
        colours = colours_of(self)
        return draw_text(self.text, width, height, colours, from_afar=self.from_afar)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows as they are: there are no edges, and a row has some thirty colours."""
        rows = self.drawing.rows[self.scroll_offset.y :]
        blank = Strip.blank(self.size.width, self.rich_style)
        visible = [rows[y] if y < len(rows) else blank for y in crop.line_range]
        for line_filter in self.get_line_filters():
            visible = [row.apply_filter(line_filter, self.colors[2]) for row in visible]
        return [row.crop_extend(*crop.column_span, self.rich_style) for row in visible]

    def on_resize(self) -> None:
        """Choose the letters anew, and make room to scroll for what does not fit."""
        rows, (width, height) = len(self.drawing.rows), self.size
        self.virtual_size = Size(width, rows) if rows > height else Size()

    def watch_from_afar(self) -> None:
        """Choose the letters anew."""
        self.watch_text()

    def watch_text(self) -> None:
        """Show a new text from its beginning."""
        if self.size:  # else it is about to get one
            self.on_resize()
            self.scroll_to(y=0, animate=False)

    def action_page_up(self) -> None:
        """Move one screen up, and keep one row in view."""
        self._move(1 - self.size.height)

    def action_page_down(self) -> None:
        """Move one screen down, and keep one row in view."""
        self._move(self.size.height - 1)

    def _move(self, rows: int) -> None:
        if not self.allow_vertical_scroll:
            raise SkipAction
        self.scroll_to(y=self.scroll_y + rows, animate=False)
