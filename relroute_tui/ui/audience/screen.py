"""The only screen of the window for the television."""

from typing import Final

from textual import getters
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Static

from relroute_tui.language import _
from relroute_tui.ui.textual_compat.driver import terminal_of
from relroute_tui.ui.wall.pages import Page
from relroute_tui.ui.wall.sheet import WallSheet
from relroute_tui.ui.wall.text_sizing import QUERY, has_text_sizing
from relroute_tui.ui.widgets.graphics import Graphics
from relroute_tui.ui.widgets.picture_question import PictureQuestion

_TITLE: Final = "\x1b]2;{title}\x07"
_HIDDEN_CURSOR: Final = "\x1b[?25l"
"""Nobody types here, so nobody has to find the cursor."""


class AudienceScreen(Screen[None]):
    """Screen with one page after the other. Nothing scrolls, and nothing is chosen here."""

    AUTO_FOCUS = ""
    BLANK = True  # the sheet covers it all
    HORIZONTAL_BREAKPOINTS = []
    VERTICAL_BREAKPOINTS = []

    sheet = getters.query_one(WallSheet)

    def __init__(self, graphics: str = "") -> None:
        """`graphics` is how the terminal shows a picture; if it is empty, the terminal is asked."""
        super().__init__()
        self._question = PictureQuestion(graphics)
        self._is_in_blocks = graphics == Graphics.BLOCKS
        self._columns: list[int] = []
        """Columns of the cursor, one for each time that the terminal was asked."""

    def compose(self) -> ComposeResult:
        """Show the sheet, and below it a line for a notice."""
        yield WallSheet()
        yield Static(id="notice", markup=False)

    def on_mount(self) -> None:
        """Name the window, for whoever moves it or shares it; ask what the terminal can show."""
        terminal = terminal_of(self.app)
        if terminal is not None:
            terminal.write(_HIDDEN_CURSOR + _TITLE.format(title=_("relroute on the television")))
            if not self._is_in_blocks:
                terminal.write(QUERY)
        self._question.ask(self.sheet, terminal)

    def show(self, page: Page) -> None:
        """Draw this page in place of the one before."""
        self.sheet.page = page

    def say(self, notice: str) -> None:
        """Show a notice in one quiet line; no line where it is empty."""
        line = self.query_one("#notice", Static)
        line.display = bool(notice)
        line.update(Content(notice))

    def cursor_is_at(self, column: int) -> None:
        """Take the terminal's answer, which tells whether it can enlarge text."""
        self._columns.append(column)
        self.sheet.has_text_sizing = has_text_sizing(self._columns)

    def on_key(self, event: Key) -> None:
        """Keep the terminal's answer, which comes in as keys, from everything else."""
        if self._question.takes(event):
            event.stop()
