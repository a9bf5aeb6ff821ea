"""Drawing cards in a meeting: the deck, its pile and the history of the family together."""

from collections.abc import Collection
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.cards.card import Card, DeckKind, Theme
from relroute_tui.domain.cards.pile import Choice, NoCard, draw, next_card, put_back, shuffle_again
from relroute_tui.domain.meeting import (
    DrawnCard,
    Meeting,
    times_drawn,
    with_card,
    with_card_put_back,
)
from relroute_tui.domain.route import Route


class Drawn(Struct, frozen=True):
    """A card came on the table."""

    card: Card
    meeting: Meeting
    shuffled: bool
    """Whether the deck was through and had to be shuffled first."""


def choice_at(
    route: Route, meeting: Meeting, theme: Theme | None, cards: Collection[Card]
) -> Choice:
    """Return the cards that the next one may come from at this table, now.

    The step of the agenda says which deck; a theme that was chosen goes before that, and so do
    the themes where there is no such deck.
    """
    asked = DeckKind.THEME if theme else meeting.agenda.step.deck
    there = any(card.kind is asked for card in cards)
    return Choice(
        phase=route.phase,
        people=meeting.present,
        theme=theme,
        set_aside=frozenset(route.set_aside),
        drawn_before=times_drawn(route.finished_meetings),
        opened=any(card.theme and not card.put_back for card in meeting.cards),
        deck=asked if asked and there else DeckKind.THEME,
        first=meeting.themes,
    )


def draw_card(
    route: Route, meeting: Meeting, cards: Collection[Card], theme: Theme | None, now: datetime
) -> Drawn | NoCard:
    """Return the next card, laid on the table of this meeting; or why there is none."""
    choice = choice_at(route, meeting, theme, cards)
    pile = meeting.pile
    found = next_card(cards, pile, choice)
    shuffled = found is NoCard.DECK_THROUGH and bool(pile.drawn)
    if shuffled:
        pile = shuffle_again(pile, choice.fitting(cards))
        found = next_card(cards, pile, choice)
    if isinstance(found, NoCard):
        return found
    drawn = DrawnCard(
        card_id=found.id,
        question=found.question,
        at=now,
        theme=found.theme.value if found.theme else "",
    )
    return Drawn(found, with_card(meeting, draw(pile, found), drawn), shuffled)


def put_card_back(meeting: Meeting) -> Meeting:
    """Return the meeting with the card on the table, if there is one, slid under the pile."""
    if meeting.pile.current is None:
        return meeting
    return with_card_put_back(meeting, put_back(meeting.pile))


def set_card_aside(route: Route, meeting: Meeting) -> Route:
    """Return the route on which the card on the table does not come back for this family."""
    current = meeting.pile.current
    if current is None:
        return route
    aside = replace(route, set_aside=(*route.set_aside, current))
    return aside.with_meeting(put_card_back(meeting))
