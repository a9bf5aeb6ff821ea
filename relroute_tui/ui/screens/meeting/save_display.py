"""The line in the frame of the notes: the last save, or a question about what was typed."""

from collections.abc import Callable
from typing import Final

from textual.message import Message

from relroute_tui.language.save_words import not_saved_notice, save_sentence
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.storage.open_route import SaveStatus
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.screens.meeting.notes_editor import NotesEditor

FULL_NOTICE_FOR: Final = 15.0
"""Seconds that the whole sentence about a failed save stays; its short form stays till the end."""


class Saved(Message):
    """The store has something to say about the last save."""

    def __init__(self, status: SaveStatus) -> None:
        super().__init__()
        self.status = status


class SaveDisplay:
    """Display of the saves of a meeting's route."""

    def __init__(self, screen: BaseScreen[bool], controller: MeetingController) -> None:
        self._screen = screen
        self._opened = controller.opened
        self._shared = controller.context.shared
        self._stop_listening: list[Callable[[], None]] = []
        self._question = ""

    def start(self) -> None:
        """Listen to the store, and show the last save."""
        self._stop_listening = [self._opened.listen(self._hear)]
        if self._shared is not None:
            self._stop_listening.append(
                self._shared.listen(lambda: self._hear(self._opened.status))
            )
        self.show(self._opened.status)

    def stop(self) -> None:
        """Stop listening to the store."""
        for stop in self._stop_listening:
            stop()

    def _hear(self, status: SaveStatus) -> None:
        self._screen.post_message(Saved(status))  # it comes from the thread that saves

    def ask(self, question: str) -> None:
        """Ask something in the place of the last save; "" asks nothing more."""
        if question != self._question:
            self._question = question
            self.show(self._opened.status)

    def show(self, status: SaveStatus) -> None:
        """Show how the last save went, and warn once where it failed: that goes before all."""
        screen, editor = self._screen, self._screen.query_one(NotesEditor)
        has_failed = status.reason is not None
        is_asking = self._question and not has_failed
        saved = save_sentence(status, self._elsewhere())
        editor.set_border_subtitle(self._question if is_asking else saved)
        if has_failed and not editor.has_class("-not-saved"):
            screen.notify(not_saved_notice(status), markup=False, timeout=FULL_NOTICE_FOR)
        elif editor.has_class("-not-saved") and not has_failed:
            screen.app.clear_notifications()  # what they say is over
        editor.set_class(has_failed, "-not-saved")

    def _elsewhere(self) -> str:
        if self._shared is None:
            return ""
        from relroute_tui.language.archive_messages import kept_where

        return kept_where(self._shared.status, self._opened.route.id)
