"""The people at the table."""

from enum import StrEnum

from msgspec import Struct

from relroute_tui.domain.text import same_words


class Role(StrEnum):
    """What someone is to the child at this table."""

    YOUNG_PERSON = "young-person"
    PARENT = "parent"
    CARER = "carer"
    FACILITATOR = "facilitator"
    GUARDIAN = "guardian"
    SUPPORTER = "supporter"
    PROFESSIONAL = "professional"


class AgeGroup(StrEnum):
    """Which wording of a card a young person gets."""

    UNDER_12 = "under-12"
    FROM_12 = "from-12"


class Participant(Struct, frozen=True):
    """One person, by nickname: never a full name, a number or an address."""

    id: str
    name: str
    role: Role
    age_group: AgeGroup | None = None
    """Only for a young person."""
    known_as: str = ""
    """What this family calls the role ("moeder", "oma"); empty: the role's own name."""


def same_name(one: str, other: str) -> bool:
    """Return whether two nicknames would be taken for each other when read aloud."""
    return same_words(one, other)
