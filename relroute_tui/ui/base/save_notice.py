"""A line that says what is wrong with an opened route, for as long as that lasts."""

from collections.abc import Callable
from typing import Final

from textual import on
from textual.message import Message
from textual.widgets import Static

from relroute_tui.language.save_words import what_is_not_saved
from relroute_tui.storage.open_route import OpenRoute, SaveStatus

NOTICE_ID: Final = "notice"


class SaveNotice(Static):
    """Notice about the saves of an opened route; it takes no room while there is nothing to say."""

    class Saved(Message):
        """The store has something to say about the last save."""

    def __init__(
        self, opened: OpenRoute, sentence_about: Callable[[OpenRoute], str] | None = None
    ) -> None:
        """Show what `sentence_about` returns; without it, only what is not saved."""
        super().__init__("", id=NOTICE_ID, markup=False)
        self._followed = opened
        self._sentence_about = sentence_about or what_is_not_saved
        self._stop_listening: Callable[[], None] = lambda: None

    def on_mount(self) -> None:
        """Listen to the store."""
        self.follow(self._followed)

    def on_unmount(self) -> None:
        """Stop listening."""
        self._stop_listening()

    def follow(self, opened: OpenRoute) -> None:
        """Follow this route from now on; it may be the same one, opened anew."""
        self._stop_listening()
        self._followed = opened
        self._stop_listening = opened.listen(self._hear)
        self.show()

    def _hear(self, _status: SaveStatus) -> None:
        self.post_message(self.Saved())  # it comes from the thread that saves

    @on(Saved)
    def show(self) -> None:
        """Say what is wrong now."""
        sentence = self._sentence_about(self._followed)
        self.update(sentence)
        self.display = bool(sentence)
