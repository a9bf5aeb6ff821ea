"""Conversation cards, and the order in which a shuffled deck gives them."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Module, Phase


class Theme(StrEnum):
    """The twelve themes of the cards."""

    KNOWING = "knowing"
    PARENTS_STAY = "parents-stay"
    DOUBLE_LOVE = "double-love"
    PERMISSION = "permission"
    ROLES = "roles"
    CONTACT = "contact"
    INFORMED = "informed"
    SMALL_THINGS = "small-things"
    NO_QUARREL = "no-quarrel"
    LOSS = "loss"
    WAYS = "ways"
    LOOKING_BACK = "looking-back"


class DeckKind(StrEnum):
    """What a deck is for: the themes of a meeting, or its beginning, its end or its rules."""

    THEME = "theme"
    CHECK_IN = "check-in"
    CHECK_OUT = "check-out"
    GOLDEN_RULES = "golden-rules"


HEAVY = 3


class Card(Struct, frozen=True):
    """One open question, its follow-ups, and the same question for younger ears."""

    id: str
    """deck/card, the same in every language, so that history survives an edit."""
    title: str
    question: str
    theme: Theme | None
    """None for a card that opens or closes a meeting."""
    kind: DeckKind = DeckKind.THEME
    follow_ups: tuple[str, ...] = ()
    for_12_up: str = ""
    for_child: str = ""
    weight: int = 1
    """1 light, 2 medium, 3 heavy."""
    phases: frozenset[Phase] = frozenset(Phase)
    modules: frozenset[Module] = frozenset(Module)
    view_first: frozenset[Role] = frozenset()
    """Whose view is asked first; empty: everyone's."""
    categories: tuple[Category, ...] = ()
    """What agreements it tends to lead to."""

    def wording_for(self, people: Iterable[Participant]) -> str:
        """The wording for the youngest person present; empty where no young person is."""
        return self._wording_at(youngest_at(people))

    def fits(self, phase: Phase, modules: Collection[Module], youngest: AgeGroup | None) -> bool:
        """Whether this card can lie on a table in this phase and these modules, before these ears.

        See `modules_at` and `youngest_at`.
        """
        return (
            phase in self.phases
            and not self.modules.isdisjoint(modules)
            and (youngest is None or bool(self._wording_at(youngest)))
        )

    def _wording_at(self, youngest: AgeGroup | None) -> str:
        if youngest is AgeGroup.UNDER_12:
            return self.for_child
        return "" if youngest is None else self.for_12_up


class Deck(Struct, frozen=True):
    """The cards of one file."""

    id: str
    title: str
    kind: DeckKind
    theme: Theme | None
    cards: tuple[Card, ...]


def modules_at(people: Iterable[Participant]) -> frozenset[Module]:
    """The modules that a talk with these people can belong to.

    Together at the table it is about the cooperation; apart it may also be about one's own side.
    """
    roles = {each.role for each in people}
    if Role.PARENT in roles and Role.CARER not in roles:
        return frozenset({Module.PARENTS, Module.COOPERATION})
    if Role.CARER in roles and Role.PARENT not in roles:
        return frozenset({Module.CARERS, Module.COOPERATION})
    return frozenset({Module.COOPERATION})


def youngest_at(people: Iterable[Participant]) -> AgeGroup | None:
    """Among the young people present; None where only adults are."""
    ages = {each.age_group for each in people if each.role is Role.YOUNG_PERSON}
    if AgeGroup.UNDER_12 in ages:
        return AgeGroup.UNDER_12
    return AgeGroup.FROM_12 if ages else None


class Pile(Struct, frozen=True):
    """Where a shuffled deck stands: nothing but a seed and what has happened to it.

    The order is computed from the seed, so the same pile always gives the same next card, also
    after a card was added to the deck or taken out.
    """

    seed: int
    drawn: tuple[str, ...] = ()
    """Ids drawn since the last shuffle, in order, put back or not."""
    put_back: tuple[str, ...] = ()
    """Ids among `drawn` that were put back under the pile, in order."""
    shuffles: int = 0
    """How often the deck was through and shuffled again."""

    @property
    def current(self) -> str | None:
        """The id of the card on the table."""
        last = self.drawn[-1] if self.drawn else None
        return None if last in self.put_back else last

    @property
    def kept(self) -> tuple[str, ...]:
        """The ids that had their turn."""
        return tuple(each for each in self.drawn if each not in self.put_back)


class NoCard(StrEnum):
    """Why there is no next card."""

    DECK_THROUGH = "deck-through"
    """Every card that fits had its turn; the deck may be shuffled again."""
    THEME_THROUGH = "theme-through"
    """Every card of this theme had its turn; other themes have cards left."""
    ONLY_HEAVY = "only-heavy"
    """Only heavy cards are left, and no meeting starts with one."""
    NONE_FITS = "none-fits"
    """No card at all fits this phase and these people."""


class Choice(Struct, frozen=True):
    """From which cards the next one comes."""

    phase: Phase
    people: tuple[Participant, ...]
    """Who is present."""
    theme: Theme | None = None
    """Only this theme, when one was chosen."""
    set_aside: frozenset[str] = frozenset()
    """Ids that this family does not want to see again."""
    drawn_before: Mapping[str, int] = field(default_factory=dict)
    """How often a card was drawn in earlier meetings: the others come first."""
    opened: bool = False
    """Whether a card of some theme was talked about already in this meeting."""
    deck: DeckKind = DeckKind.THEME
    """Which kind of cards the step of now asks for."""
    first: tuple[Theme, ...] = ()
    """Themes whose cards come before the others, in this order."""

    def fitting(self, cards: Iterable[Card]) -> tuple[Card, ...]:
        """All cards that may come, of any theme."""
        modules, youngest = modules_at(self.people), youngest_at(self.people)
        return tuple(
            card
            for card in cards
            if card.kind is self.deck
            and card.id not in self.set_aside
            and card.fits(self.phase, modules, youngest)
        )


def next_card(cards: Collection[Card], pile: Pile, choice: Choice) -> Card | NoCard:
    """The card on top of the pile. Drawing it is `pile.drawn + (card.id,)`, see `draw`."""
    fitting = choice.fitting(cards)
    if not fitting:
        return NoCard.NONE_FITS
    left = _left(fitting, pile)
    if not left:
        return NoCard.DECK_THROUGH
    of_theme = [card for card in left if choice.theme in (None, card.theme)]
    if not of_theme:
        return NoCard.THEME_THROUGH
    first = not (choice.opened or had_in(fitting, pile))
    light_enough = [card for card in of_theme if not (first and card.weight >= HEAVY)]
    if not light_enough:
        return NoCard.ONLY_HEAVY
    return min(light_enough, key=lambda card: _place(card, pile, choice))


def left_in(cards: Collection[Card], pile: Pile, choice: Choice) -> int:
    """How many cards are still to come, of the chosen theme or of all."""
    left = _left(choice.fitting(cards), pile)
    return sum(choice.theme in (None, card.theme) for card in left)


def had_in(cards: Iterable[Card], pile: Pile) -> int:
    """How many of these cards had their turn."""
    kept = set(pile.kept)
    return sum(card.id in kept for card in cards)


def draw(pile: Pile, card: Card) -> Pile:
    """The pile after `card` came from the top."""
    return replace(
        pile,
        drawn=(*(each for each in pile.drawn if each != card.id), card.id),
        put_back=tuple(each for each in pile.put_back if each != card.id),
    )


def put_back(pile: Pile) -> Pile:
    """The pile with the card on the table slid underneath: it comes when the others had a turn."""
    if pile.current is None:
        return pile
    return replace(pile, put_back=(*pile.put_back, pile.current))


def shuffle_again(pile: Pile, cards: Iterable[Card]) -> Pile:
    """A new round for these cards, in a new order from the same seed."""
    ids = {card.id for card in cards}
    drawn = tuple(each for each in pile.drawn if each not in ids)
    back = tuple(each for each in pile.put_back if each not in ids)
    return Pile(pile.seed, drawn, back, pile.shuffles + 1)


def _left(fitting: Iterable[Card], pile: Pile) -> list[Card]:
    return [card for card in fitting if card.id not in pile.drawn or card.id in pile.put_back]


def _place(card: Card, pile: Pile, choice: Choice) -> tuple[int, int, int, bytes]:
    """Where a card lies: what was put back last, what this family had already late, wishes first.

    So a card does not come again before the others had their turn, whatever is wished for.
    """
    from hashlib import blake2b  # no meeting needs it before its first card

    turn = pile.put_back.index(card.id) + 1 if card.id in pile.put_back else 0
    wished = choice.first.index(card.theme) if card.theme in choice.first else len(choice.first)
    ticket = f"{pile.seed}/{pile.shuffles}/{card.id}".encode()
    digest = blake2b(ticket, digest_size=8).digest()
    return (turn, choice.drawn_before.get(card.id, 0), wished, digest)
