"""The base of every answer field: it shows an answer, and posts a new one."""

from textual.message import Message
from textual.widget import Widget

from relroute_tui.domain.questionnaire.answers import Answer


class AnswerChanged(Message):
    """Somebody gave or changed the answer in a field."""

    def __init__(self, field: "Field", answer: Answer) -> None:
        super().__init__()
        self.field = field
        self.answer = answer

    @property
    def control(self) -> "Field":
        """The field."""
        return self.field


class Submitted(Message):
    """Enter was pressed where it would otherwise be a character like any other."""


class Field(Widget):
    """A place to answer. It keeps nothing but what it shows."""

    @property
    def answer(self) -> Answer:
        """Answer in the field now, posted already or not."""
        raise NotImplementedError

    def show(self, answer: Answer) -> None:
        """Show this answer; where it is silent, or not given, nothing is chosen."""
        raise NotImplementedError

    @property
    def where_to_type(self) -> Widget:
        """Widget that gets the keys."""
        return self
