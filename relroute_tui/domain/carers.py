"""The word for the people a child lives with: foster parents, gran, a word of its own."""

from enum import StrEnum

from msgspec import Struct


class CarersKind(StrEnum):
    """The words that every language brings, in the order in which they are offered."""

    CARERS = "carers"
    """Suits anybody; used until somebody chooses."""
    FOSTER_PARENTS = "foster-parents"
    FAMILY_HOME_PARENTS = "family-home-parents"
    GRANDPARENTS = "grandparents"
    GRAN = "gran"
    GRANDAD = "grandad"
    AUNT_AND_UNCLE = "aunt-and-uncle"
    AUNT = "aunt"
    UNCLE = "uncle"
    OWN_WORD_FOR_ONE = "own-word-for-one"
    OWN_WORD_FOR_SEVERAL = "own-word-for-several"

    @property
    def is_own_word(self) -> bool:
        """Whether the family brings the word itself."""
        return self in (CarersKind.OWN_WORD_FOR_ONE, CarersKind.OWN_WORD_FOR_SEVERAL)


class Carers(Struct, frozen=True):
    """The word of one route. Its number, singular or plural, decides the form of sentences."""

    kind: CarersKind = CarersKind.CARERS
    own_word: str = ""
    """Form within a sentence, such as "the neighbours"; only for a word of one's own."""
