"""One quiet line above the keys about what the television shows."""

from textual.content import Content
from textual.widgets import Static


class TelevisionLine(Static):
    """Line that takes a row only while there is a television."""

    DEFAULT_CSS = """
    TelevisionLine {
        width: 1fr;
        height: 1;
        padding: 0 2;
        color: $quiet;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(_line(sentence), markup=False)
        self._sentence = sentence

    def say(self, sentence: str) -> None:
        """Show this sentence."""
        if sentence != self._sentence:
            self._sentence = sentence
            self.update(_line(sentence))
            self.display = bool(sentence)


def _line(sentence: str) -> Content:
    return Content(f"▫ {sentence}")
