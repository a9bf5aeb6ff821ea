"""A list in which one can type what one means: the mark goes there, or it says why not."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final

from textual.events import Key
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList

from relroute_tui.domain.text import fold_line

_ENDS_A_WORD: Final = frozenset({"up", "down", "home", "end", "pageup", "pagedown", "enter"})


class TypedChoice(OptionList):
    """List of a few answers. What is typed marks the answer that begins so, or has such a word."""

    typed: reactive[str] = reactive("", repaint=False)
    """What was typed since the mark was moved by another key."""

    class NotFound(Message):
        """No answer is marked: none fits what was typed, or nothing was."""

        def __init__(self, listed: "TypedChoice", typed: str) -> None:
            super().__init__()
            self.listed = listed
            self.typed = typed

        @property
        def control(self) -> "TypedChoice":
            """The list, so that a screen can tell one from another."""
            return self.listed

    def __init__(
        self, *names: str, id: str, place_of: Callable[[str], int | None] = lambda _typed: None
    ) -> None:
        """`place_of` knows the place of what is meant by other words than those of the list."""
        super().__init__(*names, id=id, markup=False)
        self._names = names
        self._place_of = place_of

    def on_key(self, event: Key) -> None:
        """Mark what is typed; Backspace takes a letter back."""
        letter = event.character or ""
        if event.key in _ENDS_A_WORD:
            self.typed = ""
        elif event.key == "backspace":
            event.stop()
            self.typed = self.typed[:-1]
        elif letter.isprintable() and letter:
            event.stop()
            self.typed += letter

    def action_select(self) -> None:
        """Choose the marked answer, or say that there is none."""
        if self.highlighted is None:
            self.post_message(self.NotFound(self, self.typed))
        super().action_select()

    def on_blur(self) -> None:
        """Begin anew the next time."""
        self.typed = ""

    def watch_typed(self, typed: str) -> None:
        """Go to the answer that is meant."""
        if not typed.strip():
            return
        place = self._place_of(typed)
        if place is None:
            place = place_by_name(self._names, typed)
        if place is None:
            self.post_message(self.NotFound(self, typed))
        else:
            self.highlighted = place


def place_by_name(names: Sequence[str], typed: str) -> int | None:
    """Return the place of the name that is so, else begins so, else has such a word, or None."""
    wanted, folded = fold_line(typed), tuple(map(fold_line, names))
    same = (place for place, name in enumerate(folded) if name == wanted)
    begins = (place for place, name in enumerate(folded) if name.startswith(wanted))
    within = (place for place, name in enumerate(folded) if f" {wanted}" in name)
    return next(chain(same, begins, within), None)
