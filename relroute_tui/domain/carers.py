"""The word for the people a child lives with: foster parents, gran, a word of its own."""

from enum import StrEnum

from msgspec import Struct


class CarersKind(StrEnum):
    """The words that every language brings, in the order in which they are offered."""

    CARERS = "carers"
    """For anybody; so it is as long as nobody chose."""
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
    """The word of one route. Of which number it is, decides how sentences go on."""

    kind: CarersKind = CarersKind.CARERS
    own_word: str = ""
    """As it stands in a sentence, such as "the neighbours"; only for a word of one's own."""
