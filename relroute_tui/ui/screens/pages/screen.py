"""Pages about shared parenting, for families and for facilitators, and the app's sources."""

from collections.abc import Iterable, Mapping
from typing import Final

from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Markdown, Static

from relroute_tui.content.pages import Page, page_text, spelled_out
from relroute_tui.language import N_
from relroute_tui.ui.base.panels import tabs_line
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of

NEXT = Command("pages.next", "next", ("right",), N_("next"), N_("To the next page"))
PREVIOUS = Command(
    "pages.previous", "previous", ("left",), N_("previous"), N_("To the page before")
)
NAMES: Final[Mapping[str, str]] = {
    Page.FAMILIES: N_("For families"),
    Page.FACILITATORS: N_("For facilitators"),
    Page.SOURCES: N_("Sources"),
}


class PagesScreen(BaseScreen[None]):
    """One page at a time. Nothing is opened from here: this app has no network."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "What shared parenting is and why, and what this app is based on. Type an address over "
        "into a browser to read more."
    )
    SCREEN_COMMANDS = (NEXT, PREVIOUS, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    page: reactive[Page] = reactive(Page.FAMILIES)

    def __init__(self, language: str, page: Page) -> None:
        super().__init__()
        self._language = language
        self.set_reactive(PagesScreen.page, page)

    def compose_body(self) -> Iterable[Widget]:
        """Show the names of the pages, and one page as wide as one reads with ease."""
        yield Static(tabs_line(NAMES, self.page), id="tabs")
        with VerticalScroll(id="page"):
            yield Markdown(self._text, open_links=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#page").focus()

    @property
    def _text(self) -> str:
        return spelled_out(page_text(self.page, self._language))

    async def watch_page(self) -> None:
        """Show another page from its beginning."""
        if self.is_mounted:
            self.query_one("#tabs", Static).update(tabs_line(NAMES, self.page))
            await self.query_one(Markdown).update(self._text)
            self.query_one("#page").scroll_home(animate=False)

    def action_next(self) -> None:
        """Go one page on; after the last comes the first."""
        self._turn(1)

    def action_previous(self) -> None:
        """Go one page back; before the first comes the last."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        pages = list(Page)
        self.page = pages[(pages.index(self.page) + step) % len(pages)]

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss()
