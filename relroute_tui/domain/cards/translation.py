"""A card in a second language: the same question, for somebody who reads that language best."""

from collections.abc import Iterable

from msgspec import Struct

from relroute_tui.domain.cards.card import youngest_at
from relroute_tui.domain.participant import AgeGroup, Participant


class CardTranslation(Struct, frozen=True):
    """The question of one card, and the same question for younger ears."""

    language: str
    """BCP 47."""
    question: str
    for_12_up: str = ""
    for_child: str = ""
    deck_title: str = ""
    """Title of the deck, which is its theme."""
    is_checked: bool = False
    """Whether somebody who speaks the language read it."""

    def wording_for(self, people: Iterable[Participant]) -> str:
        """Return the wording for the youngest person present; empty where no young person is."""
        match youngest_at(people):
            case AgeGroup.UNDER_12:
                return self.for_child
            case None:
                return ""
            case _:
                return self.for_12_up
