"""The notes of a meeting's screen: what is read of them while people type, and the way out."""

from collections.abc import Callable, Sequence
from typing import Final

from textual.content import Content

from relroute_tui.domain.notes.lines import is_nearly_task, rows_added
from relroute_tui.language import _
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.ui.base.panels import PanelScreen
from relroute_tui.ui.commands import key_or_palette
from relroute_tui.ui.screens.meeting.commands import AGREEMENT
from relroute_tui.ui.screens.meeting.notes_editor import NotesEditor

READ_NOTES_AFTER: Final = 0.05
"""Seconds after a key in which the agreements are read again and the notes are handed on."""


def notes_panel(controller: MeetingController) -> NotesEditor:
    """Return the notes of a meeting as a panel; empty, it says what is typed there."""
    language, today = controller.context.environment.language, controller.now.date()
    editor = NotesEditor(controller.meeting.notes, language=language, today=today)
    editor.id = "notes"
    editor.add_class("panel", update=False)
    editor.border_title = _("Notes")
    editor.placeholder = Content(
        _(
            "Type here what is said.\n"
            "In an agreement, @ says who, # what it is about, > when we look back."
        )
    )
    return editor


class NotesReading:
    """Reading of the notes: what was typed goes to the route a moment later."""

    def __init__(
        self,
        screen: PanelScreen[bool],
        controller: MeetingController,
        were_read: Callable[[Sequence[int]], None],
    ) -> None:
        """`were_read` is called with the rows that came since the last time."""
        self._screen = screen
        self._controller = controller
        self._were_read = were_read
        self.is_waiting = False
        """Whether something was typed that was not read yet."""

    @property
    def _editor(self) -> NotesEditor:
        return self._screen.query_one(NotesEditor)

    def begin_to_wait(self) -> None:
        """Read the notes in a moment: once for all the keys in between."""
        editor = self._editor
        if editor.has_focus and editor.text != self._controller.meeting.notes:
            self._screen.panel = "notes"  # whoever types sees it
        if not self.is_waiting:
            self.is_waiting = True
            self._screen.set_timer(READ_NOTES_AFTER, self.read)

    def read(self) -> None:
        """Hand what was typed to the route; the notes may have changed elsewhere since."""
        self.is_waiting = False
        editor, before = self._editor, self._controller.meeting.notes
        if editor.has_news and self._controller.take_notes(editor.hand_over()):
            self._were_read(rows_added(before, editor.document.lines))

    @property
    def typed_at(self) -> int | None:
        """Line of the notes that is being typed; None once another panel has the focus.

        Where none has it, another window does: whoever goes there has not finished the line.
        """
        editor = self._editor
        is_elsewhere = self._screen.focused not in (None, editor)
        return None if is_elsewhere else editor.cursor_location[0]

    def hint(self) -> str:
        """Return a hint on the line with the cursor, or ""."""
        editor = self._editor
        row = editor.cursor_location[0]
        line = editor.document.get_line(row)
        if is_nearly_task(line):
            asked = _("An agreement? {key} writes it as one")
            return asked.format(key=key_or_palette(AGREEMENT))
        if self._controller.asks_again_at(row):
            return _("Changed: at the end everyone responds again")
        return self._controller.views_beside(line)


class WayOut:
    """Way out of the notes, to where a letter is a command, and from there out of the meeting."""

    def __init__(self, screen: PanelScreen[bool], notes: NotesReading) -> None:
        self._screen = screen
        self._notes = notes
        self._is_out_of_notes = False
        """Whether Esc went out of the notes, so that once more leaves the meeting."""
        self._has_hinted = False
        """Whether how to go on outside the notes may still be read in a corner."""

    def go_back(self) -> None:
        """Go one step back: to the notes, out of them, to the route."""
        screen = self._screen
        if screen.panel == "notes" or isinstance(screen.focused, NotesEditor):
            screen.go_to_panel("deck")
            self._is_out_of_notes = True
            screen.tell(_("Out of the notes: a letter is a command here. Tab goes back to them."))
            self._has_hinted = True
        elif self._is_out_of_notes:
            self._notes.read()
            screen.dismiss(False)
        else:
            screen.go_to_panel("notes")

    def panel_changed(self) -> None:
        """Let Esc lead to the notes first, from the panel to which somebody went."""
        self._is_out_of_notes = False

    def take_hint_away(self) -> None:
        """Let no hint lie over what comes on top."""
        if self._has_hinted:
            self._screen.app.clear_notifications()
            self._has_hinted = False
