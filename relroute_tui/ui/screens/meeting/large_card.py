"""The card so large that everyone at the table can read it, in one language or in two."""

from collections.abc import Sequence
from typing import Final

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from relroute_tui.audience.message import Card, Translated
from relroute_tui.language import _
from relroute_tui.language.language_names import language_name
from relroute_tui.ui.base.command_screen import ShownChanged
from relroute_tui.ui.dialogs.large import LargeScreen
from relroute_tui.ui.keyboard.in_use import keyboard_in_use
from relroute_tui.ui.screens.meeting.commands import LARGE
from relroute_tui.ui.textual_compat.driver import terminal_of
from relroute_tui.ui.widgets.large_letters import LargeLetters
from relroute_tui.ui.widgets.picture_question import PictureQuestion
from relroute_tui.ui.widgets.translated_letters import TranslatedLetters

BESIDE_FROM: Final = (120, 30)
"""Cells across and down: from here on two languages stand beside each other."""


class LargeCard(LargeScreen):
    """The question, and with F5 the child's own.

    A second language stands beside the first; where there is no room for both, F5 turns to it.
    """

    CSS_PATH = ["../../dialogs/large.tcss", "large_card.tcss"]

    letters = getters.query_one("#first", LargeLetters)
    translated = getters.query_one(TranslatedLetters)  # only where a side has a second language

    def __init__(self, sides: Sequence[Card], graphics: str = "") -> None:
        """`sides` is what the television shows of the card, one page after the other.

        `graphics` is how the terminal shows a picture; empty: it is asked.
        """
        super().__init__(sides[0].wordings[0], for_audience=sides)
        self._cards = tuple(sides)
        self._turned_over = False
        """Whether the second language is shown alone."""
        self._shows_both = False
        self._question = PictureQuestion(graphics)

    def compose(self) -> ComposeResult:
        """Show both languages, and a note on the second."""
        yield self.small_line()
        with Horizontal(id="letters"):
            yield LargeLetters(id="first", from_afar=True)
            if self._is_in_two_languages:
                yield TranslatedLetters()
        yield Static("", id="note", markup=False)

    def on_mount(self) -> None:
        """Show the first side before layout, and the second language as the terminal can."""
        self._show()
        if self._is_in_two_languages:
            self._question.ask(self.translated, terminal_of(self.app))

    def on_key(self, event: Key) -> None:
        """Keep the terminal's answer, which comes in as keys, from everything else."""
        if self._question.takes(event):
            event.stop()
            event.prevent_default()  # of the large screen: any key goes back

    def on_screen_suspend(self) -> None:
        """Take the picture away while something lies on top."""
        for letters in self.query(TranslatedLetters):
            letters.take_away()

    def on_screen_resume(self) -> None:
        """Bring the picture back."""
        for letters in self.query(TranslatedLetters):
            letters.refresh()

    def on_resize(self) -> None:
        """Show both languages where there is room for them now, or one."""
        if self._shows_both is not self._has_room_for_both:
            self._show()

    def for_the_audience(self) -> Card:
        """Let the television turn the card too."""
        return self._cards[0]

    @property
    def _is_in_two_languages(self) -> bool:
        return any(card.translated and card.translated.has_words for card in self._cards)

    @property
    def _second(self) -> Translated | None:
        """The second language, where this side has it."""
        card = self._cards[0]
        return card.translated if card.translated and card.translated.wordings[card.page] else None

    @property
    def _has_room_for_both(self) -> bool:
        width, height = self.app.size
        return width >= BESIDE_FROM[0] and height >= BESIDE_FROM[1]

    def is_turned_by(self, key: str) -> bool:
        """Return whether this is the key that showed it large."""
        return key in keyboard_in_use().keys_of(LARGE)

    @property
    def way_back(self) -> str:
        """Hint on which key goes back, and which turns the card where it has another side."""
        return _("F5: more · other keys: back") if self._has_more else super().way_back

    @property
    def _hides_the_second(self) -> bool:
        return bool(self._second) and not self._has_room_for_both and not self._turned_over

    @property
    def _has_more(self) -> bool:
        return self._hides_the_second or len(self._cards) > 1

    def turn(self) -> bool:
        """Show the second language, or the child's own question; return whether there is more."""
        if self._hides_the_second:
            self._turned_over = True
        elif len(self._cards) > 1:
            self._cards, self._turned_over = self._cards[1:], False
            self.post_message(ShownChanged())
        else:
            return False
        self._show()
        return True

    def _show(self) -> None:
        card, second = self._cards[0], self._second
        both = self._shows_both = self._has_room_for_both
        self.letters.display = both or not (second and self._turned_over)
        self.letters.text = card.wordings[card.page]
        for letters in self.query(TranslatedLetters):
            letters.display = bool(second) and (both or self._turned_over)
            if not letters.display:
                letters.take_away()
            if second:
                letters.language = second.language
                letters.text = second.wordings[card.page]
        self.say_in_small(card.wordings[card.page])
        self.query_one("#back", Static).update(self.way_back)
        note = self.query_one("#note", Static)
        text = self._note(second, both=both)
        note.display = bool(text)
        note.update(Content(text))

    def _note(self, second: Translated | None, *, both: bool) -> str:
        if second is None:
            translated = self._cards[0].translated
            return translated.note if translated and not translated.has_words else ""
        if both or self._turned_over:
            return second.note
        return _("F5: in {language}").format(language=language_name(second.language))
