"""A sentence so large that everyone in the room can read it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click, Key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.language import _
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.commands import PAUSE
from relroute_tui.ui.keyboard.in_use import keyboard_in_use
from relroute_tui.ui.textual_compat.one_frame import OneFrameScreen
from relroute_tui.ui.widgets.large_letters import LargeLetters

if TYPE_CHECKING:
    from relroute_tui.audience.message import View


class LargeScreen(
    OneFrameScreen[None], ModalScreen[None], CommandScreen[None], inherit_bindings=False
):
    """Paper from edge to edge; any key goes back."""

    CSS_PATH = ["large.tcss"]
    CURSOR_AT = "#said"
    BLANK = True  # the letters cover it all
    HORIZONTAL_BREAKPOINTS = []
    VERTICAL_BREAKPOINTS = []

    def __init__(self, sentence: str, for_audience: "Sequence[View]" = ()) -> None:
        """`for_audience` is what the television shows of each side; empty: what is below."""
        super().__init__()
        self._sentence = sentence
        self._sides = tuple(for_audience)

    def compose(self) -> ComposeResult:
        """Show the letters; above them the same in small, for whoever cannot see such letters."""
        yield self.small_line()
        letters = LargeLetters(from_afar=True)
        letters.text = self._sentence
        yield letters

    def small_line(self) -> Widget:
        """Return the line above the letters that says the same, and how to go back."""
        return Horizontal(
            Static(self._sentence, id="said", markup=False),
            Static(self.way_back, id="back", markup=False),
            id="small",
        )

    @property
    def way_back(self) -> str:
        """Hint on which key goes back."""
        return _("any key: back")

    def say_in_small(self, sentence: str) -> None:
        """Let the line above the letters say this."""
        self.query_one("#said", Static).update(Content(sentence))

    def for_the_audience(self) -> "View | None":
        """Let the television turn the card too."""
        return self._sides[0] if self._sides else None

    def is_turned_by(self, key: str) -> bool:  # noqa: ARG002 - a sentence has one side
        """Return whether this key turns it, where it has another side."""
        return False

    def turn(self) -> bool:
        """Show the other side; return whether there was one to show."""
        return False

    def on_key(self, event: Key) -> None:
        """Go back at any key but those that scroll a text that does not fit, or turn the card."""
        scrolls = event.key in ("up", "down", "pageup", "pagedown")
        if self.is_turned_by(event.key) and self.turn():
            event.stop()
            event.prevent_default()
        elif not (self._pauses(event.key) or (scrolls and self.query_one(LargeLetters).overflow)):
            event.stop()
            event.prevent_default()
            self._type_below(event)
            self.dismiss()

    def _type_below(self, event: Key) -> None:
        """Let a letter come where the cursor was: somebody writes on. Space only goes back."""
        typed_in = self.app.screen_stack[-2].focused
        is_text = event.is_printable and event.key != "space"
        if is_text and typed_in and typed_in.check_consume_key(event.key, event.character):
            typed_in.post_message(Key(event.key, event.character))

    def _pauses(self, key: str) -> bool:
        return key in keyboard_in_use().keys_of(PAUSE)

    def on_click(self, event: Click) -> None:
        """Go back at a click too."""
        event.stop()
        self.dismiss()
