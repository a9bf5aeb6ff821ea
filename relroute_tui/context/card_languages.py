"""The cards in a second language, read at the first use and kept from then on."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from relroute_tui.domain.second_language import languages_read, second_language
from relroute_tui.environment import Environment

if TYPE_CHECKING:
    from relroute_tui.domain.cards.translation import CardTranslation
    from relroute_tui.domain.meeting import Meeting
    from relroute_tui.export.papers.second_language import SecondTexts


class CardLanguages:
    """The cards in other languages than that of the table."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._cards: dict[str, Mapping[str, CardTranslation]] = {}

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
        from relroute_tui.content.translations import load_sentences
        from relroute_tui.export.papers.second_language import SecondTexts

        sentences = load_sentences(self._environment.card_folders, language)
        if not sentences.texts:
            return None
        cards = self.cards(language)
        is_checked = sentences.is_checked and all(card.is_checked for card in cards.values())
        return SecondTexts(language, sentences.texts, cards, is_checked)
