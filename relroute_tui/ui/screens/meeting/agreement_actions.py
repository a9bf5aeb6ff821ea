"""Actions on agreements."""

from collections.abc import Iterator
from typing import Final

from relroute_tui.domain.notes.lines import words_begin
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.language import N_, _
from relroute_tui.ui.screens.meeting.agreements_panel import AgreementsPanel
from relroute_tui.ui.screens.meeting.background import Background
from relroute_tui.ui.screens.meeting.view import MeetingView

AN_AGREEMENT: Final = N_(
    "An agreement in the notes: who does what, what it is about, when to look back. Below it "
    "you can also say who decides, who pays and who is told.\n"
    "- [ ] Anna calls Sam on Wednesday. @Anna #calling >in two weeks\n"
    "  if not: we text\n"
    "  who pays: Anna"
)
"""How help shows an agreement in the notes."""


class AgreementActions:
    """Actions that make a line of the notes an agreement, and open its form."""

    def __init__(self, view: MeetingView, background: Background) -> None:
        self._view = view
        self._screen = view.screen
        self._controller = view.controller
        self._background = background

    def show(self) -> None:
        """Show the agreements in the notes as they are typed, with hints at plainer ones."""
        controller = self._controller
        controller.read_agreements(self._view.editor.document.lines)
        panel = self._screen.query_one(AgreementsPanel)
        panel.hints, panel.lines = controller.hints, controller.lines
        if controller.lines:
            self._background.read_word_lists()

    def about(self) -> Iterator[str]:
        """Yield how an agreement is written."""
        yield _(AN_AGREEMENT)

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

    def ask_for_view(self) -> None:
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
            self._show_views,
            likely=controller.meeting.turn,
        )

    def _show_views(self) -> None:
        self._view.show_meeting()
        self._view.give_hint()

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
