"""The notes: minutes in Markdown, typed live."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from textual.binding import Binding
from textual.events import Key

from relroute_tui.domain.cards.sections import section_for_card
from relroute_tui.domain.notes.labels import labelled
from relroute_tui.domain.notes.lines import begin_below, split_lines, task_in, words_begin
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.text import starts_with
from relroute_tui.domain.vocabulary import vocabulary_of
from relroute_tui.ui.textual_compat.text_area import QuickTextArea

_BEGUN = re.compile(r"(?:^|(?<=\s))(?P<prefix>[@#>])(?P<letters>[^@#>]*)$")
TASK_PREFIX = "- [ ] "
_NEW_BLOCK = ("-", "*", "+", "#")
"""Beginnings of lines that do not belong to the agreement above them."""
_LOOK_BACK_AFTER = timedelta(weeks=4)


class NotesEditor(QuickTextArea):
    """An editor that completes names, subjects and dates, and never loses its undo."""

    BINDINGS = [
        Binding("ctrl+home", "document_start", show=False),
        Binding("ctrl+end", "document_end", show=False),
    ]

    names: Sequence[str] = ()
    """Names that can follow an `@`."""

    def __init__(self, text: str, *, language: str, today: date) -> None:
        super().__init__(text, max_checkpoints=500, highlight_cursor_line=False)
        self._words = language
        self._today = today
        self._handed_over = text
        """The notes as they were when somebody last took them from here, or gave them."""

    def on_key(self, event: Key) -> None:
        """Complete what was begun at Tab, and go on below an agreement at Enter."""
        if event.key == "tab" and self.suggestion:
            typed = self.suggestion
        elif event.key == "enter" and self._goes_on_below_an_agreement:
            typed = "\n" + self._indent_below()
        elif (event.key == "enter" or event.character in _NEW_BLOCK) and self._is_indent_alone:
            row, column = self.cursor_location
            self.delete((row, 0), (row, column))
            typed = "" if event.key == "enter" else str(event.character)
        elif event.key == "enter" and self.is_own_sentence:
            row = self.cursor_location[0]
            line = self.document.get_line(row)
            self.delete((row, 0), (row, len(line) - len(line.lstrip())))
            return
        else:
            return
        event.stop()
        event.prevent_default()
        if typed:
            self.insert(typed)

    @property
    def _goes_on_below_an_agreement(self) -> bool:
        """Whether the cursor stands behind an agreement below which nothing was written yet."""
        row, column = self.cursor_location
        if not self.selection.is_empty or column < len(self.document.get_line(row)):
            return False
        below = self.document.get_line(row + 1) if row + 1 < self.document.line_count else ""
        return self._is_agreement(row) and not below[:1].isspace()

    @property
    def _is_indent_alone(self) -> bool:
        """Whether the cursor stands at the end of a line of blanks below an agreement."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        at_end = self.selection.is_empty and column == len(line)
        return bool(at_end and line and not line.strip() and row and self._is_agreement(row - 1))

    @property
    def is_own_sentence(self) -> bool:
        """Whether the line right below an agreement says something else than how that goes on.

        Enter indents it, as most people go on with what happens if it does not work. What others
        type there is a sentence of its own, and must not become a part of the agreement.
        """
        row = self.cursor_location[0]
        line = self.document.get_line(row)
        if not (row and line[:1].isspace() and line.strip() and self._is_agreement(row - 1)):
            return False
        return task_in(line) is None and not labelled(line)[0]

    def _is_agreement(self, row: int) -> bool:
        task = task_in(self.document.get_line(row))
        return bool(task and task["body"] and task["body"].strip())

    def _indent_below(self) -> str:
        task = task_in(self.document.get_line(self.cursor_location[0]))
        return begin_below(task["begin"]) if task else ""

    def watch_selection(self) -> None:
        """Update the suggestion when the cursor moves: Textual does so only for a change."""
        self.update_suggestion()

    def update_suggestion(self) -> None:
        """Offer the rest of what was begun with `@`, `#` or `>` before the cursor."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        is_behind = self.selection.is_empty and column == len(line)
        begun = _BEGUN.search(line) if is_behind else None
        self.suggestion = self._rest(begun["prefix"], begun["letters"]) if begun else ""

    def _rest(self, prefix: str, letters: str) -> str:
        for word in self._known(prefix):
            known = starts_with(word, letters) if letters else 0
            if known is not None and known < len(word):
                return word[known:]
        return ""

    def _known(self, prefix: str) -> Sequence[str]:
        if prefix == "@":
            return self.names
        if prefix == "#":
            return tuple(vocabulary_of(self._words).hashtags.values())
        from relroute_tui.domain.days.written import written_date

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

    def agreement_above(self, agreements: Sequence[AgreementLine]) -> AgreementLine | None:
        """Return the agreement that the line with the cursor belongs to.

        A line of blanks right below an agreement belongs to it: Enter has just made it.
        """
        row = self.cursor_location[0]
        line = self.document.get_line(row)
        is_indent_alone = bool(line) and not line.strip()
        for agreement in agreements:
            end = agreement.line + agreement.height
            if agreement.line <= row < end or (row == end and is_indent_alone):
                return agreement
        return None

    def write_agreement(self, agreement: AgreementLine, lines: Sequence[str]) -> None:
        """Write an agreement anew, with the cursor below it, on a line of its own if there is one.

        At the end of the notes such a line is made.
        """
        before = list(self.document.lines)
        start, end = agreement.line, agreement.line + agreement.height
        if end < len(before) and not before[end].strip():
            end += 1
        is_last = end == len(before)
        has_blank = end > start + agreement.height
        after = [*lines, ""] if has_blank or is_last else list(lines)
        self._replace_lines(before, start, end, after)
        self.go_to_line(start + len(after) - 1)

    def agreement_here(self) -> None:
        """Make the line with the cursor an agreement; the cursor stays at its word."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        old = words_begin(line)
        self.replace(TASK_PREFIX, (row, 0), (row, old), maintain_selection_offset=False)
        self.move_cursor((row, max(0, column - old) + len(TASK_PREFIX)))

    def action_document_start(self) -> None:
        """Go to the first letter."""
        self.move_cursor((0, 0))

    def action_document_end(self) -> None:
        """Go behind the last letter."""
        self.move_cursor(self.document.end)

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the end of a line, in view."""
        row = min(line, self.document.line_count - 1)
        self.move_cursor((row, len(self.document.get_line(row))))
        self.scroll_cursor_visible(center=True)

    @property
    def has_news(self) -> bool:
        """Whether the notes changed here since they were handed over."""
        return self.text != self._handed_over

    def hand_over(self) -> str:
        """Return the notes, for whoever keeps them."""
        self._handed_over = self.text
        return self._handed_over

    def take_over(self, notes: str) -> None:
        """Show notes that changed elsewhere: only the lines that differ, so undo stays."""
        self._handed_over = notes
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
