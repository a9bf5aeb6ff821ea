"""Themes that were discussed: of a card that was drawn, and of an agreement that came of it."""

from collections import Counter
from collections.abc import Iterable

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards.card import Card, Theme
from relroute_tui.domain.cards.sections import card_heading
from relroute_tui.domain.meeting import DrawnCard, Meeting, cards_spoken_of, meeting_day
from relroute_tui.domain.notes.lines import split_lines
from relroute_tui.domain.notes.parsing import agreement_lines
from relroute_tui.domain.route import OpenAgreement


class CardThemes:
    """Tells the theme of a drawn card or an agreement, with the cards of today's decks at hand."""

    def __init__(self, cards: Iterable[Card]) -> None:
        cards = tuple(card for card in cards if card.theme is not None)
        self._known = {card.id: card for card in cards}
        self._by_category = {
            category: _most_often(
                card.theme for card in cards if card.theme and category in card.categories
            )
            for category in Category
        }

    def of_card(self, drawn: DrawnCard) -> Theme | None:
        """Return the theme that a card had on its day, in old files the one that it has now.

        None for a card to begin or end with, and for one that no deck has any more.
        """
        if drawn.theme in frozenset(Theme):
            return Theme(drawn.theme)
        card = self._known.get(drawn.card_id)
        return card.theme if card else None

    def of_agreement(self, made: OpenAgreement) -> Theme | None:
        """Return the theme; None where nothing tells it.

        It is that of the card below which the agreement stands in the notes; else of a card of that
        meeting that tends to lead to such agreements; else of most cards that do.
        """
        category = made.agreement.category
        if made.meeting is not None:
            above = _card_above(made.meeting, made.agreement.text)
            if above is not None:
                return self.of_card(above)
            for drawn in cards_spoken_of(made.meeting):
                card = self._known.get(drawn.card_id)
                if card and category in card.categories:
                    return self.of_card(drawn)
        return None if category is None else self._by_category[category]


def _card_above(meeting: Meeting, sentence: str) -> DrawnCard | None:
    """Return the card whose part of the notes holds the agreement with this sentence."""
    cards = {card_heading(card.question): card for card in meeting.cards}
    lines = split_lines(meeting.notes)
    for agreed in agreement_lines(meeting.notes, meeting.names, meeting_day(meeting)):
        if agreed.text == sentence:
            headings = [line for line in lines[: agreed.line] if line.startswith("#")]
            return cards.get(headings[-1]) if headings else None
    return None


def _most_often(themes: Iterable[Theme]) -> Theme | None:
    counted = Counter(themes).most_common(1)
    return counted[0][0] if counted else None
