"""Actions on agreements."""

from collections.abc import Callable

from relroute_tui.domain.notes.lines import words_begin
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.ui.screens.meeting.view import MeetingView


class AgreementActions:
    """Actions that make a line of the notes an agreement, and open its form."""

    def __init__(self, view: MeetingView) -> None:
        self._view = view
        self._screen = view.screen
        self._controller = view.controller

    def make(self) -> None:
        """Make the line with the cursor an agreement; open the form of one that is it already."""
        self._screen.go_to_panel("notes")
        self._view.read_notes()
        self._view.arrangement.agreement_was_made()
        if self._here is None:
            self._view.editor.agreement_here()
        else:
            self.open_form()

    @property
    def _here(self) -> AgreementLine | None:
        if self._view.editor.is_own_sentence:
            return None
        return self._view.editor.agreement_above(self._controller.lines)

    def ask_for_view(self, done: Callable[[], None]) -> None:
        """Ask for somebody's own view: on the sentence at the cursor first, if one types."""
        from relroute_tui.domain.progress.statements import meeting_subjects
        from relroute_tui.ui.own_views import ask_for_view

        screen, controller = self._screen, self._controller
        self._view.read_notes()
        subjects = meeting_subjects(controller.route, controller.meeting)
        here = self._sentence_here if self._view.editor.has_focus else ""
        first = [subject for subject in subjects if here and subject.sentence == here]
        ask_for_view(
            screen,
            controller.opened,
            lambda: controller.now,
            tuple(dict.fromkeys((*first, *subjects))),
            done,
            likely=controller.meeting.turn,
        )

    @property
    def _sentence_here(self) -> str:
        """Sentence on the line with the cursor: an agreement without its marks, or the words."""
        editor = self._view.editor
        if self._here is not None:
            return self._here.text
        line = editor.document.get_line(editor.cursor_location[0])
        return line[words_begin(line) :].strip()

    def open_form(self) -> None:
        """Open a form for those who would rather pick than type; it writes the same line."""
        from relroute_tui.ui.dialogs.agreement import AgreementDialog

        self._view.read_notes()
        if self._here is None:
            self._view.editor.agreement_here()
            self._view.read_notes()
        agreement = self._here
        assert agreement is not None, "the line with the cursor was made an agreement"
        environment = self._controller.context.environment

        def write(filled: AgreementLine | None) -> None:
            if filled is not None:
                from relroute_tui.domain.notes.writing import task_line

                lines = task_line(filled, environment.language)
                self._view.editor.write_agreement(agreement, lines)

        names, today = self._controller.meeting.names, environment.now().date()
        self._screen.app.push_screen(AgreementDialog(agreement, names, today), write)
