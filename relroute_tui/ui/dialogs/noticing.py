"""A form with words that go to the wall or on papers: what does not belong there is noticed."""

from typing import TypeVar

from textual.content import Content

from relroute_tui.ui.base.noticing import NoticingWhileTyping
from relroute_tui.ui.commands import LEAVE_OUT, Command
from relroute_tui.ui.dialogs.dialog import Dialog

Result = TypeVar("Result")


class NoticingDialog(Dialog[Result], NoticingWhileTyping[Result]):
    """Asks in its frame whether something should be left out."""

    def commands(self) -> tuple[Command, ...]:
        """Return what can be done here, and how to leave something out."""
        return (*super().commands(), LEAVE_OUT)

    @classmethod
    def listed_commands(cls) -> tuple[Command, ...]:
        """Return the same, as far as it does not depend on what is asked."""
        return (*super().listed_commands(), LEAVE_OUT)

    def ask_about_detail(self, question: str) -> None:
        """Show the question at the foot of the frame."""
        self.query_one(".dialog").border_subtitle = Content(question)
