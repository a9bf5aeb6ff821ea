"""The notes: minutes in Markdown, typed live."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from textual.binding import Binding
from textual.events import Key

from relroute_tui.domain.cards.sections import section_for_card
from relroute_tui.domain.notes.dates import written_date
from relroute_tui.domain.notes.lines import TASK, split_lines, words_begin
from relroute_tui.domain.text import starts_with
from relroute_tui.domain.vocabulary import vocabulary_of
from relroute_tui.ui.textual_compat.text_area import QuickTextArea

_BEGUN = re.compile(r"(?:^|(?<=\s))(?P<sign>[@#>])(?P<letters>[^@#>]*)$")
TASK_SIGN = "- [ ] "
_LOOK_BACK_AFTER = timedelta(weeks=4)


class NotesEditor(QuickTextArea):
    """An editor that completes names, subjects and dates, and never loses its undo."""

    BINDINGS = [
        Binding("ctrl+home", "document_start", show=False),
        Binding("ctrl+end", "document_end", show=False),
    ]

    names: Sequence[str] = ()
    """Who can follow an `@`."""

    def __init__(self, text: str, *, language: str, today: date) -> None:
        super().__init__(text, max_checkpoints=500, highlight_cursor_line=False)
        self._words = language
        self._today = today

    async def _on_key(self, event: Key) -> None:
        if event.key == "tab" and self.suggestion:
            event.stop()
            event.prevent_default()
            self.insert(self.suggestion)
            return
        await super()._on_key(event)

    def update_suggestion(self) -> None:
        """Offer the rest of what was begun with `@`, `#` or `>`."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        begun = _BEGUN.search(line[:column]) if column == len(line) else None
        self.suggestion = self._rest(begun["sign"], begun["letters"]) if begun else ""

    def _rest(self, sign: str, letters: str) -> str:
        for word in self._known(sign):
            known = starts_with(word, letters) if letters else 0
            if known is not None and known < len(word):
                return word[known:]
        return ""

    def _known(self, sign: str) -> Sequence[str]:
        if sign == "@":
            return self.names
        if sign == "#":
            return tuple(vocabulary_of(self._words).hashtags.values())
        return (written_date(self._today + _LOOK_BACK_AFTER, self._words),)

    def write_section(self, question: str, drawn: Sequence[str]) -> None:
        """Begin a section about a card at the end, and put the cursor in it."""
        lines = self.document.lines
        insertion = section_for_card(lines, question, drawn)
        if insertion.line < len(lines):
            start, text = (insertion.line, 0), insertion.text
        else:
            start, text = self.document.end, "\n" + insertion.text
        if insertion.line == 0:
            text = insertion.text
        self.replace(text, start, self.document.end, maintain_selection_offset=False)
        if self.cursor_location != self.document.end:
            self.move_cursor(self.document.end)
        self.scroll_cursor_visible()

    @property
    def is_agreement_here(self) -> bool:
        """Whether the line with the cursor is an agreement that says something already."""
        task = TASK.match(self.document.get_line(self.cursor_location[0]))
        return bool(task and task["body"] and task["body"].strip())

    def agreement_here(self) -> None:
        """Make the line with the cursor an agreement; the cursor stays at its word."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        old = words_begin(line)
        self.replace(TASK_SIGN, (row, 0), (row, old), maintain_selection_offset=False)
        self.move_cursor((row, max(0, column - old) + len(TASK_SIGN)))

    def action_document_start(self) -> None:
        """To the first letter."""
        self.move_cursor((0, 0))

    def action_document_end(self) -> None:
        """Behind the last letter."""
        self.move_cursor(self.document.end)

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the end of a line, in view."""
        row = min(line, self.document.line_count - 1)
        self.move_cursor((row, len(self.document.get_line(row))))
        self.scroll_cursor_visible(center=True)

    def take_over(self, notes: str) -> None:
        """Show notes that changed elsewhere: only the lines that differ, so undo stays."""
        before, after = list(self.document.lines), split_lines(notes)
        first = 0
        while first < min(len(before), len(after)) and before[first] == after[first]:
            first += 1
        same = 0
        while same < min(len(before), len(after)) - first and before[-1 - same] == after[-1 - same]:
            same += 1
        if first == len(before) == len(after):
            return
        old_end, new_end = len(before) - same, len(after) - same
        self._replace_lines(before, first, old_end, after[first:new_end])

    def _replace_lines(
        self, before: Sequence[str], first: int, end: int, lines: Sequence[str]
    ) -> None:
        text = "\n".join(lines)
        if end < len(before):
            self.replace(text + "\n" if lines else "", (first, 0), (end, 0))
        elif first:
            start = (first - 1, len(before[first - 1]))
            self.replace("\n" + text if lines else "", start, self.document.end)
        else:
            self.replace(text, (0, 0), self.document.end)
