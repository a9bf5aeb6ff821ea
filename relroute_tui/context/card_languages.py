"""The cards in a second language, read at the first use and kept from then on."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from relroute_tui.domain.second_language import languages_read, second_language
from relroute_tui.environment import Environment

if TYPE_CHECKING:
    from relroute_tui.domain.cards.translation import CardTranslation
    from relroute_tui.domain.meeting import Meeting
    from relroute_tui.export.papers.second_texts import SecondTexts


class CardLanguages:
    """The cards in other languages than that of the table."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._cards: dict[str, Mapping[str, CardTranslation]] = {}
        self._texts: dict[str, SecondTexts | None] = {}

    @cached_property
    def offered(self) -> frozenset[str]:
        """The languages in which there are cards."""
        from relroute_tui.content.translations import offered_languages

        return offered_languages(self._environment.card_folders)

    def beside(self, meeting: "Meeting") -> str:
        """Return the language in which a card comes beside that of the table; "" for none."""
        table = self._environment.language
        if not languages_read(meeting, table):  # mostly so: then no folder is looked into
            return ""
        return second_language(meeting, table, self.offered)

    def has_read(self, language: str) -> bool:
        """Return whether `cards` answers at once for this language."""
        return language in self._cards

    def cards(self, language: str) -> "Mapping[str, CardTranslation]":
        """Return the cards in a language, by their ids."""
        if language not in self._cards:
            from relroute_tui.content.translations import load_translations

            self._cards[language] = load_translations(
                self._environment.card_folders, language
            ).cards
        return self._cards[language]

    def texts(self, language: str) -> "SecondTexts | None":
        """Return what papers can say in a language; None where there is nothing in it."""
        if language not in self._texts:
            self._texts[language] = self._read_texts(language)
        return self._texts[language]

    def _read_texts(self, language: str) -> "SecondTexts | None":
        from relroute_tui.content.translations import load_sentences
        from relroute_tui.export.papers.second_texts import SecondTexts

        sentences = load_sentences(self._environment.card_folders, language)
        if not sentences.texts:
            return None
        cards = self.cards(language)
        is_checked = sentences.is_checked and all(card.is_checked for card in cards.values())
        texts = {**_themes_of(cards), **sentences.texts}
        return SecondTexts(language, texts, cards, is_checked)


def _themes_of(cards: "Mapping[str, CardTranslation]") -> dict[str, str]:
    """Return the names of the themes by their ids: each has a deck of its own."""
    from relroute_tui.domain.cards.card import Theme
    from relroute_tui.language.paper_words import theme_id

    titles = {card_id.partition("/")[0]: card.deck_title for card_id, card in cards.items()}
    return {theme_id(theme): titles[theme] for theme in Theme if theme in titles}
