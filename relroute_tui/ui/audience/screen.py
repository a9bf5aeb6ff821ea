"""The one screen of the window for the television."""

from typing import Final

from textual import getters
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Static

from relroute_tui.language import _
from relroute_tui.ui.audience.pages import Page
from relroute_tui.ui.textual_compat.driver import terminal_of
from relroute_tui.ui.widgets.large_letters import LargeLetters
from relroute_tui.ui.widgets.picture_question import PictureQuestion
from relroute_tui.ui.widgets.true_picture import TruePicture

_TITLE: Final = "\x1b]2;{title}\x07"


class AudienceScreen(Screen[None]):
    """Draws one page after the other. Nothing scrolls, and nothing is chosen here."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = []
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    letters = getters.query_one(LargeLetters)

    def __init__(self, graphics: str = "") -> None:
        """`graphics` is how the terminal shows a picture; empty: it is asked with the first."""
        super().__init__()
        self._question = PictureQuestion(graphics)
        self._page = Page(on_paper=False, is_calm=True)

    def compose(self) -> ComposeResult:
        """Make what a page can have, from the top to the bottom."""
        yield Static(id="head", markup=False)
        yield LargeLetters()
        yield Static(id="facts", markup=False)
        yield Static(id="rows", markup=False)
        yield Static(id="foot", markup=False)
        yield Static(id="notice", markup=False)

    def on_mount(self) -> None:
        """Name the window, for whoever moves it or shares it in a video call."""
        terminal = terminal_of(self.app)
        if terminal is not None:
            terminal.write(_TITLE.format(title=_("relroute on the television")))

    def show(self, page: Page) -> None:
        """Draw this page in place of the one before."""
        before, self._page = self._page, page
        self.set_class(page.on_paper, "-paper")
        self.set_class(bool(page.svg), "-picture")
        self.set_class(page.is_calm, "-calm")
        self._fill("head", page.head)
        self._fill("facts", Content(page.facts))
        self._fill("rows", Content("\n").join(page.rows))
        self._fill("foot", page.foot)
        if page.svg:
            self._draw(page.svg)
        elif _room_taken(page) == _room_taken(before):
            self._write()
        elif not page.is_calm:  # else the words before it stay drawn, for when it is over
            self.call_after_refresh(self._write)

    def say(self, notice: str) -> None:
        """Say in one quiet line what is the matter; nothing where all is well."""
        self._fill("notice", Content(notice))

    def _fill(self, part: str, content: Content) -> None:
        field = self.query_one(f"#{part}", Static)
        field.display = bool(content)
        field.update(content)

    def on_resize(self) -> None:
        """Choose the words anew that fit."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        """Write all the words, or the last of them that fit: what was said last counts most."""
        letters = self.letters
        for first in range(len(self._page.words)):
            letters.text = "\n".join(self._page.words[first:])
            if not letters.overflow:
                return
        if not self._page.words:
            letters.text = ""

    def _draw(self, svg: str) -> None:
        pictures = self.query(TruePicture)
        if pictures:
            pictures.first().svg = svg
            return
        picture = TruePicture(id="picture")
        picture.svg = svg
        self.mount(picture, before="#facts")
        self.call_after_refresh(self._question.ask, picture, terminal_of(self.app))

    def on_key(self, event: Key) -> None:
        """Keep the terminal's answer, which comes in as keys, from everything else."""
        if self._question.takes(event):
            event.stop()


def _room_taken(page: Page) -> tuple[object, ...]:
    """Return what the room that is left for the words depends on."""
    return bool(page.head), page.facts, len(page.rows), bool(page.foot), page.svg, page.is_calm
