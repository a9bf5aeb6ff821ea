"""Question to a terminal how it shows pictures. The answer comes in as if it had been typed."""

from typing import Final

from textual.events import Key

from relroute_tui.ui.textual_compat.driver import Terminal
from relroute_tui.ui.widgets.graphics import ATTRIBUTES_QUERY, Graphics, has_sixel
from relroute_tui.ui.widgets.overlaid_picture import OverlaidPicture

_ANSWER_TIME: Final = 2.0
"""Seconds to wait for the terminal's answer."""


_ANSWER_KEYS: Final = "^[?0123456789;c"
"""Characters of an answer: Textual passes on the escape before it as “^”."""


class PictureQuestion:
    """Question that lets one picture be drawn as well as the terminal can."""

    def __init__(self, known: str = "") -> None:
        """`known` is a value of `Graphics` where nothing has to be asked."""
        self._known = known
        self._picture: OverlaidPicture | None = None
        """The picture that waits for the answer."""
        self._answer = ""

    def ask(self, picture: OverlaidPicture, terminal: Terminal | None) -> None:
        """Show this picture on the terminal, as well as it can once its answer is known."""
        if terminal is None:
            return
        picture.show_on(terminal)
        if self._known:
            picture.graphics = Graphics(self._known)
            return
        self._picture = picture
        picture.set_timer(_ANSWER_TIME, self._wait_no_longer)
        terminal.write(ATTRIBUTES_QUERY)

    def _wait_no_longer(self) -> None:
        self._picture = None

    def takes(self, event: Key) -> bool:
        """Return whether this key is part of the answer, and so nobody's key."""
        if self._picture is None or not event.character or event.character not in _ANSWER_KEYS:
            return False
        self._answer += event.character
        answer = has_sixel(self._answer)
        if answer:
            self._picture.graphics = Graphics.SIXEL
        if answer is not None:
            self._picture = None
        return True
