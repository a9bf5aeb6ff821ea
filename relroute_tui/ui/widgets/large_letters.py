"""Shows a text as large as its place allows: the card that everyone at the table reads."""

from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.actions import SkipAction
from textual.cache import LRUCache
from textual.color import Color
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from relroute_tui.ui.widgets.letters.drawing import Form, Lettering, Row
from relroute_tui.ui.widgets.letters.letter import forget, letter


class LargeLetters(ScrollView):
    """A text in the largest letters that fit, in the colours of its style.

    `color` is the ink, `background` the paper. Where even the terminal's own letters do not fit,
    the arrow keys, Page Up, Page Down, Home and End move through them; otherwise those keys are
    left to whoever else listens.
    """

    DEFAULT_CSS: ClassVar[str] = """
    LargeLetters {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    """

    ALLOW_SELECT: ClassVar[bool] = False

    text: reactive[str] = reactive("")
    """What is shown; never markup."""

    def __init__(
        self,
        text: str = "",
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self.set_reactive(LargeLetters.text, text)

    @property
    def form(self) -> Form:
        """The form of the letters at the present size and in the present colours."""
        return self.lettering.form

    @property
    def overflow(self) -> bool:
        """Whether there is more text than fits, so that one has to scroll."""
        return self.lettering.overflow

    @property
    def lettering(self) -> Lettering:
        """The text as it is drawn now; one column narrower where the scrollbar needs it."""
        width, height = self.size
        whole = self._letter(width, height)
        return (
            self._letter(width - self.styles.scrollbar_size_vertical, height)
            if whole.overflow
            else whole
        )

    def _letter(self, width: int, height: int) -> Lettering:
        _, _, paper, ink = self.colors
        true_colour = self.app.console.color_system == "truecolor"
        ink = paper + ink  # a see-through or automatic ink becomes the colour that one sees
        return letter(
            self.text, width, height, ink=ink.hex, paper=paper.hex, true_colour=true_colour
        )

    def render_line(self, y: int) -> Strip:
        """Row `y` of what is visible."""
        return self._rows(range(y, y + 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows as they are: it has no edges, and a row goes through some thirty colours."""
        paper, filters = self.background_colors[1], self.get_line_filters()
        rows = self._rows(crop.line_range)
        for each in filters:
            rows = [row.apply_filter(each, paper) for row in rows]
        columns, style = crop.column_span, self.rich_style
        return [row.crop_extend(*columns, style) for row in rows]

    def _rows(self, visible: range) -> list[Strip]:
        strips, scrolled = _strips_of(self.lettering), self.scroll_offset.y
        blank = Strip.blank(self.size.width, self.rich_style)
        there = len(strips) - scrolled
        return [strips[scrolled + y] if y < there else blank for y in visible]

    def on_mount(self) -> None:
        """Give the text its place."""
        self._fit()

    def on_resize(self) -> None:
        """Choose the letters anew."""
        self._fit()

    def watch_text(self) -> None:
        """Show a new text from its beginning."""
        if self.is_attached:
            self._fit()
            self.scroll_to(y=0, animate=False)

    def _fit(self) -> None:
        """Say how many rows there are, so that the scrollbar shows when they are too many."""
        lettering = self.lettering
        self.virtual_size = Size(self.size.width, len(lettering.rows) + len(lettering.below))

    def action_scroll_up(self) -> None:
        """One row up."""
        self._move(-1)

    def action_scroll_down(self) -> None:
        """One row down."""
        self._move(1)

    def action_page_up(self) -> None:
        """One screen up, with a row kept to hold on to."""
        self._move(1 - self.size.height)

    def action_page_down(self) -> None:
        """One screen down, with a row kept to hold on to."""
        self._move(self.size.height - 1)

    def action_scroll_home(self) -> None:
        """To the first row."""
        self._move(-self.virtual_size.height)

    def action_scroll_end(self) -> None:
        """To the last row."""
        self._move(self.virtual_size.height)

    def _move(self, rows: int) -> None:
        """Move at once: an animated page takes most of a second."""
        if not self.allow_vertical_scroll:
            raise SkipAction
        self.scroll_to(y=self.scroll_y + rows, animate=False)


def prepare(text: str, width: int, height: int, *, ink: str, paper: str) -> None:
    """Draw a text now that will be wanted soon, in true colour; it may be another thread's work.

    The one before is let go.
    """
    forget()
    _STRIPS.clear()
    _strips_of(letter(text, width, height, ink=ink, paper=paper, true_colour=True))


def large_rows(
    text: str, width: int, height: int, *, ink: str, paper: str, true_colour: bool
) -> tuple[Strip, ...]:
    """The rows of a text in the largest letters that fit, for a widget that draws more than it."""
    rows = _strips_of(letter(text, width, height, ink=ink, paper=paper, true_colour=true_colour))
    return rows[:height]


def _strips_of(lettering: Lettering) -> tuple[Strip, ...]:
    """The rows as they go to the screen; a lettering is known by what it is, not by its rows."""
    known = _STRIPS.get(id(lettering))
    if known is None or known[0] is not lettering:
        known = lettering, tuple(map(_strip, (*lettering.rows, *lettering.below)))
        _STRIPS[id(lettering)] = known
    return known[1]


_STRIPS: LRUCache[int, tuple[Lettering, tuple[Strip, ...]]] = LRUCache(2)


def _strip(row: Row) -> Strip:
    return Strip([Segment(run.text, _style(run.ink, run.paper, run.bold)) for run in row])


@lru_cache(maxsize=1024)
def _style(ink: str, paper: str, bold: bool) -> Style:
    return Style(
        color=Color.parse(ink).rich_color, bgcolor=Color.parse(paper).rich_color, bold=bold
    )
