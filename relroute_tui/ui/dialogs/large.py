"""A sentence so large that everyone in the room can read it."""

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.screen import ModalScreen

from relroute_tui.ui.base.dismiss_once import DismissOnce
from relroute_tui.ui.widgets.large_letters import LargeLetters


class LargeScreen(ModalScreen[None], DismissOnce[None]):
    """Paper from edge to edge; any key goes back."""

    CSS_PATH = "large.tcss"
    BLANK = True  # the letters cover it all

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence

    def compose(self) -> ComposeResult:
        """The letters, and nothing else."""
        letters = LargeLetters()
        letters.text = self._sentence
        yield letters

    def on_key(self, event: Key) -> None:
        """Any key goes back, but those that scroll a text that does not fit."""
        scrolls = event.key in ("up", "down", "pageup", "pagedown")
        if event.key != "f8" and not (scrolls and self.query_one(LargeLetters).overflow):
            event.stop()
            event.prevent_default()
            self.dismiss()

    def on_click(self, event: Click) -> None:
        """So does a click."""
        event.stop()
        self.dismiss()
