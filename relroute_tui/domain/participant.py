"""The people at the table, and the place that each has there."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.text import same_words


class Role(StrEnum):
    """A person's role for the child at this table."""

    YOUNG_PERSON = "young-person"
    PARENT = "parent"
    CARER = "carer"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    FACILITATOR = "facilitator"
    GUARDIAN = "guardian"
    CHILD_PROTECTION = "child-protection"
    """Involved where no guardian has replaced the parents: they keep their authority."""
    FAMILY_HOME_STAFF = "family-home-staff"
    SUPPORTER = "supporter"
    PROFESSIONAL = "professional"
    INTERPRETER = "interpreter"

    @property
    def takes_part(self) -> bool:
        """Whether this person says something of their own; an interpreter says what others say."""
        return self is not Role.INTERPRETER


class AgeGroup(StrEnum):
    """The age group that decides the wording of a card for a young person."""

    UNDER_12 = "under-12"
    FROM_12 = "from-12"
    GROWN_UP = "grown-up"


class Participant(Struct, frozen=True):
    """One person, by nickname: never a full name, a number or an address."""

    id: str
    name: str
    role: Role
    age_group: AgeGroup | None = None
    """Only for a young person, and for a brother or sister."""
    known_as: str = ""
    """Name that this family has for the role ("moeder", "oma"); empty: the role's own name."""
    language: str = ""
    """Language that this person reads best, as BCP 47 writes it ("uk"); empty: as at the table.

    For an interpreter, the language that is interpreted.
    """

    @property
    def is_young(self) -> bool:
        """Whether a card is read to this person in words for the young.

        The child of the route has grown up with those, and keeps them.
        """
        young = (AgeGroup.UNDER_12, AgeGroup.FROM_12)
        return self.role is Role.YOUNG_PERSON or self.age_group in young

    @property
    def may_interpret(self) -> bool:
        """Whether this person may be asked to interpret: a minor never is, whoever else is there.

        Of a young person, a brother or a sister whose age nobody gave it is not known that they are
        grown up.
        """
        may_be_young = self.is_young or self.role is Role.SIBLING
        return self.age_group is AgeGroup.GROWN_UP or not may_be_young


class Move(Struct, frozen=True):
    """Somebody comes to the table or leaves it."""

    at: datetime
    present: bool


class Seat(Struct, frozen=True):
    """A participant's place at this meeting, as that person was called that day."""

    person: Participant
    moves: tuple[Move, ...] = ()
    guest: bool = False
    """Added for this meeting only."""
    invited: bool = True
    """Whether this person was expected at this meeting."""
    from_elsewhere: bool = False
    """Whether this person takes part by video or telephone."""

    @property
    def present(self) -> bool:
        """Whether this person is at the table now."""
        return bool(self.moves) and self.moves[-1].present

    @property
    def was_there(self) -> bool:
        """Whether this person was at the table at any moment."""
        return any(move.present for move in self.moves)

    @property
    def is_cut_off(self) -> bool:
        """Whether the line to this person dropped: not at the table now, and not gone either."""
        return self.from_elsewhere and self.was_there and not self.present

    @property
    def is_told(self) -> bool:
        """Whether the record names this person: nobody is absent who was not expected."""
        return self.invited or self.was_there

    def moved(self, at: datetime) -> "Seat":
        """Return this seat after its person came or left at `at`."""
        return replace(self, moves=(*self.moves, Move(at, not self.present)))


def same_name(one: str, other: str) -> bool:
    """Return whether two nicknames would be taken for each other when read aloud."""
    return same_words(one, other)
