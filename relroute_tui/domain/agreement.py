"""Agreements: one plain sentence, who does it, when, and everyone's own response."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Category(StrEnum):
    """What an agreement is about."""

    CONTACT = "contact"
    CALLING = "calling"
    PHOTOS = "photos"
    UPDATES = "updates"
    SCHOOL = "school"
    HEALTH = "health"
    APPEARANCE = "appearance"
    ROUTINES = "routines"
    HOLIDAYS = "holidays"
    FAITH = "faith"
    MONEY = "money"
    LEISURE = "leisure"
    SUPPORT = "support"
    TENSION = "tension"
    TELLING = "telling"
    OTHER = "other"


class Stance(StrEnum):
    """One person's response to an agreement. Dissent is kept, never hidden."""

    YES = "yes"
    YES_IF = "yes-if"
    NOT_YET = "not-yet"
    PASSES = "passes"
    NOT_PRESENT = "not-present"


@dataclass(frozen=True, slots=True)
class Response:
    """What one person answered, with a remark in their own words."""

    participant_id: str
    stance: Stance
    words: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement as it was read back and responded to. It does not change any more."""

    id: str
    text: str
    who: tuple[str, ...] = ()
    """The names of those who do it, as they were at the table."""
    when: str = ""
    """When or how often, where the sentence does not say so itself."""
    if_not: str = ""
    category: Category | None = None
    review: date | None = None
    """The day to look back on it."""
    responses: tuple[Response, ...] = ()

    @property
    def has_dissent(self) -> bool:
        """Whether somebody did not simply say yes."""
        return any(each.stance in (Stance.YES_IF, Stance.NOT_YET) for each in self.responses)


class Outcome(StrEnum):
    """How an agreement went, without blame."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_YET = "not-yet"


class Then(StrEnum):
    """What happens to an agreement after a look back."""

    CARRIED_ON = "carried-on"
    CHANGED = "changed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class LookBack:
    """One look back on an agreement. An agreement stays open until one of these ends it."""

    agreement_id: str
    on: date
    outcome: Outcome
    then: Then
    in_the_way: str = ""
    """"What got in the way?", in the family's own words."""
