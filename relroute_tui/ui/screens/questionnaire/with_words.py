"""An answer, and a line below it for words that belong to it."""

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from relroute_tui.domain.questionnaire.answers import Answer
from relroute_tui.ui.screens.questionnaire.field import AnswerChanged, Field


class WithWords(Field):
    """A field for the answer, and one for the words."""

    def __init__(self, chooser: Field, answer: Answer, title: str) -> None:
        """`chooser` shows the answer already; `title` stands above the line."""
        super().__init__()
        self._chooser = chooser
        self._before = answer
        self._title = title

    def compose(self) -> ComposeResult:
        """Show the field, and the line."""
        yield self._chooser
        words = Input(self._before.words, classes="words")
        words.border_title = Content(self._title)
        yield words

    def on_mount(self) -> None:
        """Ask for words only where they are wanted."""
        self._ask_for_words()

    def wants_words(self, answer: Answer) -> bool:  # noqa: ARG002
        """Return whether words belong to this answer."""
        return True

    def _ask_for_words(self) -> None:
        wanted = self.wants_words(self._chooser.answer)
        self.set_class(wanted, "-wanted")
        self.query_one(Input).disabled = not wanted

    @property
    def answer(self) -> Answer:
        """The chosen answer, and the words with it."""
        chosen = self._chooser.answer
        words = self.query_one(Input).value if self.wants_words(chosen) else ""
        return replace(chosen, words=words)

    def show(self, answer: Answer) -> None:
        """Show this answer."""
        self._chooser.show(replace(answer, words=""))
        with self.prevent(Input.Changed):
            self.query_one(Input).value = answer.words
        self._ask_for_words()

    @property
    def where_to_type(self) -> Widget:
        """The answer first."""
        return self._chooser

    @on(AnswerChanged)
    def _chosen(self, message: AnswerChanged) -> None:
        if message.field is not self:
            message.stop()
            self._ask_for_words()
            self.post_message(AnswerChanged(self, self.answer))

    @on(Input.Changed)
    def _worded(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(AnswerChanged(self, self.answer))
