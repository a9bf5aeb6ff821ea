"""A form with words that go to the wall or on papers: what does not belong there is noticed."""

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.content import Content
from textual.widgets import Input, TextArea

from relroute_tui.language import _
from relroute_tui.ui.commands import LEAVE_OUT, Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog

if TYPE_CHECKING:  # loaded once somebody types
    from relroute_tui.domain.personal_details import DetailWords
    from relroute_tui.ui.base.personal_details import PersonalDetails

Result = TypeVar("Result")


class NoticingDialog(Dialog[Result]):
    """Asks in its frame whether something should be left out. It never keeps anybody from going on.

    Nothing of what is typed is kept or written anywhere for it.
    """

    BINDINGS = bindings_of((LEAVE_OUT,))

    _details: "PersonalDetails | None" = None

    def commands(self) -> tuple[Command, ...]:
        """Return what every dialog has, and how to leave something out."""
        return (*super().commands(), LEAVE_OUT)

    @classmethod
    def listed_commands(cls) -> tuple[Command, ...]:
        """Return the same, as far as it does not depend on what is asked."""
        return (*super().listed_commands(), LEAVE_OUT)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _look(self) -> None:
        field = self.focused
        if not isinstance(field, Input | TextArea) or (isinstance(field, Input) and field.password):
            return
        if self._details is None:
            from relroute_tui.ui.base.personal_details import PersonalDetails

            today = datetime.now().astimezone().date()
            self._details = PersonalDetails(today, self._ask)
            self.run_worker(self._read_words, thread=True, exit_on_error=False)
        self._details.look(field)

    def _read_words(self) -> None:
        from relroute_tui.ui.base.personal_details import words_to_notice

        self.app.call_from_thread(self._know, words_to_notice())

    def _know(self, languages: "tuple[DetailWords, ...]") -> None:
        if self._details is not None:
            self._details.know(languages)
            self._look()

    def _ask(self, question: str) -> None:
        self.query_one(".dialog").border_subtitle = Content(question)

    def action_leave_out(self) -> None:
        """Leave out what was noticed last."""
        if self._details is None or not self._details.leave_out():
            self.tell(_("Nothing was noticed here that could be left out."))
