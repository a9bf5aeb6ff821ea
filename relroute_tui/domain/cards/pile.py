"""The order in which a shuffled deck gives its cards: a seed, and what was drawn from it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from relroute_tui.domain.cards.card import Card, DeckKind, Theme, modules_at, youngest_at
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.phase import Phase


class Pile(Struct, frozen=True):
    """The state of a shuffled deck: nothing but a seed and what has happened to it.

    The order is computed from the seed, so the same pile always gives the same next card, also
    after a card was added to the deck or taken out.
    """

    seed: int
    drawn: tuple[str, ...] = ()
    """Ids drawn since the last shuffle, in order, put back or not."""
    put_back: tuple[str, ...] = ()
    """Ids among `drawn` that were put back under the pile, in order."""
    shuffles: int = 0
    """Number of times the deck was used up and shuffled again."""

    @property
    def current(self) -> str | None:
        """The id of the card on the table."""
        last = self.drawn[-1] if self.drawn else None
        return None if last in self.put_back else last

    @property
    def kept(self) -> tuple[str, ...]:
        """The ids that had their turn."""
        return tuple(card_id for card_id in self.drawn if card_id not in self.put_back)


class NoCard(StrEnum):
    """Reason why there is no next card."""

    DECK_THROUGH = "deck-through"
    """Every card that fits had its turn; the deck may be shuffled again."""
    THEME_THROUGH = "theme-through"
    """Every card of this theme had its turn; other themes have cards left."""
    ONLY_HEAVY = "only-heavy"
    """Only heavy cards are left, and no meeting starts with one."""
    NONE_FITS = "none-fits"
    """No card at all fits this phase and these people."""


class Choice(Struct, frozen=True):
    """Conditions on the next card."""

    phase: Phase
    people: tuple[Participant, ...]
    """People who are present."""
    theme: Theme | None = None
    """Only this theme, when one was chosen."""
    set_aside: frozenset[str] = frozenset()
    """Ids that this family does not want to see again."""
    drawn_before: Mapping[str, int] = field(default_factory=dict)
    """Number of times each card was drawn in earlier meetings: the others come first."""
    opened: bool = False
    """Whether a card of some theme was talked about already in this meeting."""
    deck: DeckKind = DeckKind.THEME
    """Kind of cards that the current step asks for."""
    first: tuple[Theme, ...] = ()
    """Themes whose cards come before the others, in this order."""

    def fitting(self, cards: Iterable[Card]) -> tuple[Card, ...]:
        """Return all cards that may come, of any theme, as heavy as they are for these people."""
        modules, youngest = modules_at(self.people), youngest_at(self.people)
        return tuple(
            card.weighed_for(youngest)
            for card in cards
            if card.kind is self.deck
            and card.id not in self.set_aside
            and card.fits(self.phase, modules, youngest)
        )


def next_card(cards: Collection[Card], pile: Pile, choice: Choice) -> Card | NoCard:
    """Return the card on top of the pile; `draw` takes it from there.

    A heavy card is never the first of a meeting. Where the cards allow it, none comes right after
    another heavy one or at the end, which is a light card.
    """
    fitting = choice.fitting(cards)
    if not fitting:
        return NoCard.NONE_FITS
    left = _left(fitting, pile)
    if not left:
        return NoCard.DECK_THROUGH
    of_theme = [card for card in left if choice.theme in (None, card.theme)]
    if not of_theme:
        return NoCard.THEME_THROUGH
    first = not (choice.opened or count_had(fitting, pile))
    light_enough = [card for card in of_theme if not (first and card.is_heavy)]
    if not light_enough:
        return NoCard.ONLY_HEAVY
    gentle = _gentle(light_enough, of_theme, pile, after_heavy=_last_was_heavy(cards, pile, choice))
    return min(gentle, key=lambda card: _place(card, pile, choice))


def _gentle(
    candidates: Sequence[Card], to_come: Sequence[Card], pile: Pile, *, after_heavy: bool
) -> Sequence[Card]:
    """Return those of the candidates after which the rest can still come in a gentle order.

    A card that was put back waits until the others had their turn, whatever its weight. Where not
    every wish can be met, those that stand first below are.
    """
    waiting = [card for card in candidates if card.id not in pile.put_back]
    candidates = waiting or candidates
    to_come = [card for card in to_come if card.id not in pile.put_back] if waiting else to_come
    heavy = sum(card.is_heavy for card in to_come)
    lightest = min(card.weight for card in to_come)
    last_light = sum(card.weight == lightest for card in to_come) == 1 < len(to_come)

    def keeps_the_others_apart(card: Card) -> bool:
        others_heavy = heavy - card.is_heavy
        others_lighter = len(to_come) - 1 - others_heavy
        return others_lighter >= others_heavy + card.is_heavy

    wishes: tuple[Callable[[Card], bool], ...] = (
        lambda card: not (after_heavy and card.is_heavy),
        keeps_the_others_apart,
        lambda card: not (last_light and card.weight == lightest),
    )
    for wish in wishes:
        candidates = [card for card in candidates if wish(card)] or candidates
    return candidates


def _last_was_heavy(cards: Iterable[Card], pile: Pile, choice: Choice) -> bool:
    last, youngest = pile.drawn[-1] if pile.drawn else None, youngest_at(choice.people)
    return any(card.id == last and card.weighed_for(youngest).is_heavy for card in cards)


def count_left(cards: Collection[Card], pile: Pile, choice: Choice) -> int:
    """Return how many cards are still to come, of the chosen theme or of all."""
    left = _left(choice.fitting(cards), pile)
    return sum(choice.theme in (None, card.theme) for card in left)


def count_had(cards: Iterable[Card], pile: Pile) -> int:
    """Return how many of these cards had their turn."""
    kept = set(pile.kept)
    return sum(card.id in kept for card in cards)


def draw(pile: Pile, card: Card) -> Pile:
    """Return the pile after `card` came from the top."""
    return replace(
        pile,
        drawn=(*(card_id for card_id in pile.drawn if card_id != card.id), card.id),
        put_back=tuple(card_id for card_id in pile.put_back if card_id != card.id),
    )


def put_back(pile: Pile) -> Pile:
    """Return the pile with the card on the table slid underneath, to come after the others."""
    if pile.current is None:
        return pile
    return replace(pile, put_back=(*pile.put_back, pile.current))


def shuffle_again(pile: Pile, cards: Iterable[Card]) -> Pile:
    """Return a new round for these cards, in a new order from the same seed."""
    ids = {card.id for card in cards}
    drawn = tuple(card_id for card_id in pile.drawn if card_id not in ids)
    back = tuple(card_id for card_id in pile.put_back if card_id not in ids)
    return Pile(pile.seed, drawn, back, pile.shuffles + 1)


def _left(fitting: Iterable[Card], pile: Pile) -> list[Card]:
    return [card for card in fitting if card.id not in pile.drawn or card.id in pile.put_back]


def _place(card: Card, pile: Pile, choice: Choice) -> tuple[int, int, int, bytes]:
    """Return where a card lies: put back last, had before late, wished for first.

    So a card does not come again before the others had their turn, whatever is wished for.
    """
    from hashlib import blake2b  # no meeting needs it before its first card

    turn = pile.put_back.index(card.id) + 1 if card.id in pile.put_back else 0
    wished = choice.first.index(card.theme) if card.theme in choice.first else len(choice.first)
    ticket = f"{pile.seed}/{pile.shuffles}/{card.id}".encode()
    digest = blake2b(ticket, digest_size=8).digest()
    return (turn, choice.drawn_before.get(card.id, 0), wished, digest)
