"""Work in the background while people type: reading and drawing that nobody waits for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual.color import Color
from textual.message import Message

from relroute_tui.domain.cards.card import Card
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.ui.base.screen import BaseScreen

if TYPE_CHECKING:
    from relroute_tui.content.decks import Decks
    from relroute_tui.domain.cards.translation import CardTranslation

DRAW_LARGE_AFTER: Final = 0.1
"""Seconds after a card came: the card itself comes first."""
_SMALL_LINE: Final = 1
"""Rows above large letters, in most windows, for the same in small ones."""


class DecksRead(Message):
    """The decks were read."""

    def __init__(self, decks: "Decks") -> None:
        super().__init__()
        self.decks = decks


class TranslationsRead(Message):
    """The cards were read in a second language."""


class HintsReady(Message):
    """Hints at plainer agreements can be given from now on."""


class Background:
    """The threads of a meeting's screen."""

    def __init__(self, screen: BaseScreen[bool], controller: MeetingController) -> None:
        self._screen = screen
        self._context = controller.context
        self._reads_word_lists = False

    def read_decks(self) -> None:
        """Read the cards once the first frame is out, unless they are known."""
        if not self._context.texts.decks_are_read:
            self._screen.after_first_frame(lambda: self._run(self._read_decks))

    def _read_decks(self) -> None:
        self._screen.post_message(DecksRead(self._context.texts.decks))

    def read_translations(self, language: str) -> None:
        """Read the cards in a second language, unless they are known or there is none."""
        if language and not self._context.texts.card_languages.has_read(language):
            self._screen.after_first_frame(
                lambda: self._run(lambda: self._read_translations(language), "translations")
            )

    def _read_translations(self, language: str) -> None:
        self._context.texts.card_languages.cards(language)
        self._screen.post_message(TranslationsRead())

    def read_word_lists(self) -> None:
        """Read the lists of words that could be plainer, unless that was begun.

        They come after the decks, so that one thread is enough.
        """
        is_begun = self._reads_word_lists or self._context.texts.knows_hints
        if self._context.texts.decks_are_read and not is_begun:
            self._reads_word_lists = True
            self._screen.after_first_frame(lambda: self._run(self._read_word_lists))

    def _read_word_lists(self) -> None:
        self._context.texts.read_word_lists()
        self._screen.post_message(HintsReady())

    def draw_large(self, card: Card | None, translation: "CardTranslation | None") -> None:
        """Draw a card in large letters, for whoever asks for it next."""
        if card is not None and self._screen.app.console.color_system == "truecolor":
            question = card.question
            self._screen.set_timer(
                DRAW_LARGE_AFTER,
                lambda: self._run(lambda: self._draw_large(question, translation), "large"),
            )

    def _draw_large(self, question: str, translation: "CardTranslation | None") -> None:
        from relroute_tui.ui.widgets.letters.cells import Colours
        from relroute_tui.ui.widgets.letters.drawing import draw_text

        app = self._screen.app
        ink, paper = (Color.parse(app.theme_variables[name]) for name in ("ink", "paper"))
        colours = Colours(ink, paper, true_colour=True)
        width, height = app.size
        draw_text(question, width, height - _SMALL_LINE, colours, from_afar=True)
        if translation is not None:
            from relroute_tui.ui.widgets.letters.translated import translated_letters

            language = translation.language
            translated_letters(translation.question, language, width, height - _SMALL_LINE, colours)

    def _run(self, work: Callable[[], None], group: str = "") -> None:
        self._screen.run_worker(work, thread=True, exclusive=bool(group), group=group or "reading")
