"""An answer in one's own words."""

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from relroute_tui.domain.questionnaire.answers import Answer
from relroute_tui.ui.screens.questionnaire.field import AnswerChanged, Field, Submitted


class OwnWords(TextArea):
    """Words, wrapped as on paper. Enter goes on, as everywhere in a questionnaire."""

    def on_key(self, event: Key) -> None:
        """Hand the answer over at Enter; every other key is the text area's own."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(Submitted())

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows.

        A sheet that was just taken away may be asked once more, without its styles.
        """
        if self.is_attached:
            return super().render_lines(crop)
        return [Strip.blank(crop.width)] * crop.height


class WordsField(Field):
    """A sheet to write on."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._before = answer

    def compose(self) -> ComposeResult:
        """Show the words."""
        yield OwnWords(self._before.words, soft_wrap=True, show_line_numbers=False, id="own-words")

    def on_mount(self) -> None:
        """Go on writing behind the text."""
        words = self.query_one(OwnWords)
        words.move_cursor(words.document.end)

    @property
    def answer(self) -> Answer:
        """The words as they stand."""
        return Answer(words=self.query_one(OwnWords).text)

    def show(self, answer: Answer) -> None:
        """Show this answer."""
        words = self.query_one(OwnWords)
        if answer.words != words.text:
            with self.prevent(TextArea.Changed):
                words.text = answer.words

    @property
    def where_to_type(self) -> TextArea:
        """The sheet itself."""
        return self.query_one(OwnWords)

    @on(TextArea.Changed)
    def _written(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(AnswerChanged(self, self.answer))
