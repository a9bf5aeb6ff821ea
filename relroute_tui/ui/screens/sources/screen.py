"""What this app rests on: the websites and the literature, a sentence each."""

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Markdown

from relroute_tui.language import N_
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, bindings_of


class SourcesScreen(BaseScreen[None]):
    """The page with the sources. Nothing is opened from here: this app has no network."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_("What this app rests on. Type an address over into a browser to read more.")
    SCREEN_COMMANDS = (BACK,)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose_body(self) -> Iterable[Widget]:
        """Show the page, as wide as one reads with ease."""
        with VerticalScroll(id="page"):
            yield Markdown(self._text, open_links=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#page").focus()

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss()
