"""Conversation cards: one open question each, and whom it suits."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Module, Phase


class Theme(StrEnum):
    """The themes of the cards, in the order in which they are offered."""

    KNOWING = "knowing"
    PARENTS_STAY = "parents-stay"
    DOUBLE_LOVE = "double-love"
    PERMISSION = "permission"
    STORY = "story"
    FUTURE = "future"
    PEOPLE = "people"
    DECISIONS = "decisions"
    WORRIES = "worries"
    ROLES = "roles"
    CONTACT = "contact"
    INFORMED = "informed"
    SMALL_THINGS = "small-things"
    NO_QUARREL = "no-quarrel"
    LOSS = "loss"
    WAYS = "ways"
    LOOKING_BACK = "looking-back"


class DeckKind(StrEnum):
    """The purpose of a deck: the themes of a meeting, its beginning, its end or its rules."""

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
    weight_with_child: int | None = None
    """Weight where a young person is present; None: the same as among adults."""
    phases: frozenset[Phase] = frozenset(Phase)
    modules: frozenset[Module] = frozenset(Module)
    view_first: frozenset[Role] = frozenset()
    """Roles whose view is asked first; empty: everyone's."""
    categories: tuple[Category, ...] = ()
    """Categories of the agreements that it tends to lead to."""
    hint: str = ""
    """Advice on how to ask it, for the facilitator alone."""
    ground: str = ""
    """Source of its words, such as young people who said what they missed."""

    @property
    def is_heavy(self) -> bool:
        """Whether nobody begins or ends with it."""
        return self.weight >= HEAVY

    def weighed_for(self, youngest: AgeGroup | None) -> "Card":
        """Return this card with the weight that it has for these ears. See `youngest_at`."""
        if youngest is None or self.weight_with_child is None:
            return self
        return replace(self, weight=self.weight_with_child)

    def wording_for(self, people: Iterable[Participant]) -> str:
        """Return the wording for the youngest person present; empty where no young person is."""
        return self._wording_at(youngest_at(people))

    def fits(self, phase: Phase, modules: Collection[Module], youngest: AgeGroup | None) -> bool:
        """Return whether this card suits a talk in this phase and these modules, for these ears.

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
    """Return the modules that a talk with these people can belong to.

    Together at the table it is about the cooperation; apart it may also be about one's own side.
    """
    roles = {person.role for person in people}
    if Role.PARENT in roles and Role.CARER not in roles:
        return frozenset({Module.PARENTS, Module.COOPERATION})
    if Role.CARER in roles and Role.PARENT not in roles:
        return frozenset({Module.CARERS, Module.COOPERATION})
    return frozenset({Module.COOPERATION})


def youngest_at(people: Iterable[Participant]) -> AgeGroup | None:
    """Return the youngest age of the young people present; None where only adults are."""
    ages = {person.age_group for person in people if person.is_young}
    if AgeGroup.UNDER_12 in ages:
        return AgeGroup.UNDER_12
    return AgeGroup.FROM_12 if ages else None
