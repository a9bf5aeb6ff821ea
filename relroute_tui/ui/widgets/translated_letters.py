"""A text in a second language, as large as its area allows."""

from textual.reactive import reactive
from textual.strip import Strip

from relroute_tui.ui.widgets.large_letters import LargeLetters
from relroute_tui.ui.widgets.letters.cells import colours_of
from relroute_tui.ui.widgets.letters.drawing import Drawing, Form
from relroute_tui.ui.widgets.letters.translated import translated_letters


class TranslatedLetters(LargeLetters):
    """Never left to the terminal: letters are joined, and run from the side that they should."""

    language: reactive[str] = reactive("")
    """BCP 47."""

    def watch_language(self) -> None:
        """Draw it in another font, from another side."""
        self.watch_text()

    def draw(self, width: int, height: int) -> Drawing:
        """Draw the text for an area of so many cells, in the font and direction of its language."""
        rows = translated_letters(self.text, self.language, width, height, colours_of(self)) or ()
        blank = (Strip.blank(width, self.rich_style),)
        spare = max(0, height - len(rows))
        return Drawing(Form.SMOOTH, (*blank * (spare // 2), *rows, *blank * (spare - spare // 2)))
