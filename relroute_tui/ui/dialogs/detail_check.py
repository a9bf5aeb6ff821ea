"""A form with words that go to the wall or on papers: what does not belong there is noticed."""

from typing import TypeVar

from textual.content import Content

from relroute_tui.ui.base.detail_check import DetailCheckScreen
from relroute_tui.ui.dialogs.dialog import Dialog

Result = TypeVar("Result")


class DetailCheckDialog(Dialog[Result], DetailCheckScreen[Result]):
    """Dialog that asks in its frame whether something should be left out."""

    def ask_about_detail(self, question: str) -> None:
        """Show the question at the foot of the frame."""
        self.query_one(".dialog").border_subtitle = Content(question)
