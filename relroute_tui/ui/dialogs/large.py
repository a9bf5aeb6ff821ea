"""A sentence so large that everyone in the room can read it."""

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.screen import ModalScreen

from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.widgets.large_letters import LargeLetters


class LargeScreen(ModalScreen[None], CommandScreen[None], inherit_bindings=False):
    """Paper from edge to edge; any key goes back."""

    CSS_PATH = "large.tcss"
    BLANK = True  # the letters cover it all

    def __init__(self, sentence: str, for_child: str = "") -> None:
        """Let F5 turn the card, to the child's own question, with `for_child`."""
        super().__init__()
        self._sentence = sentence
        self._for_child = for_child

    def compose(self) -> ComposeResult:
        """Show the letters, and nothing else."""
        letters = LargeLetters()
        letters.text = self._sentence
        yield letters

    def on_key(self, event: Key) -> None:
        """Go back at any key but those that scroll a text that does not fit, or turn the card."""
        scrolls = event.key in ("up", "down", "pageup", "pagedown")
        if event.key == "f5" and self._for_child:
            event.stop()
            event.prevent_default()
            self.query_one(LargeLetters).text, self._for_child = self._for_child, ""
        elif event.key != "f8" and not (scrolls and self.query_one(LargeLetters).overflow):
            event.stop()
            event.prevent_default()
            self.dismiss()

    def on_click(self, event: Click) -> None:
        """Go back at a click too."""
        event.stop()
        self.dismiss()
