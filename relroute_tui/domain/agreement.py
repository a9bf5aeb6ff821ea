"""Agreements: one plain sentence, who does it, when, and everyone's own response."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from relroute_tui.domain.contact import Contact


class Category(StrEnum):
    """The subject of an agreement."""

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
    PAPERS = "papers"
    CARE = "care"
    SAFETY = "safety"
    OTHER = "other"


class Stance(StrEnum):
    """One person's response to an agreement. Dissent is kept, never hidden."""

    YES = "yes"
    YES_IF = "yes-if"
    NOT_YET = "not-yet"
    NO = "no"
    PASSES = "passes"
    NOT_PRESENT = "not-present"

    @property
    def is_dissent(self) -> bool:
        """Whether this is something else than a plain yes; own words belong to it."""
        return self in (Stance.YES_IF, Stance.NOT_YET, Stance.NO)


class Response(Struct, frozen=True):
    """One person's answer, with a remark in their own words."""

    participant_id: str
    stance: Stance
    words: str = ""
    said_back: str | None = None
    """Meaning for this person, said back in their own words; "" where they passed, None
    where nobody asked."""

    @property
    def is_still_to_say_back(self) -> bool:
        """Whether this person is here, and was not asked what it means for them."""
        return self.said_back is None and self.stance is not Stance.NOT_PRESENT


class Detail(StrEnum):
    """Details that an agreement may have beside its sentence, in free text. All are optional.

    Each is the name of the field that holds it, and they are in the order of a form.
    """

    WHEN = "when"
    IF_NOT = "if_not"
    DECIDES = "decides"
    PAYS = "pays"
    TOLD = "told"


class SetBy(StrEnum):
    """Person or body that decided. Nobody is asked to consent to what a court or a guardian set."""

    TABLE = "table"
    COURT = "court"
    GUARDIAN = "guardian"


class Agreement(Struct, frozen=True):
    """An agreement as it was read back and responded to. It does not change any more."""

    id: str
    text: str
    who: tuple[str, ...] = ()
    """The names of those who do it, as they were at the table."""
    when: str = ""
    """Time or frequency, where the sentence does not say so itself."""
    if_not: str = ""
    decides: str = ""
    """Person who says yes or no where something has to be decided about it."""
    pays: str = ""
    told: str = ""
    """People who are told about it, or have to know of it."""
    category: Category | None = None
    review: date | None = None
    """The day to look back on it."""
    responses: tuple[Response, ...] = ()
    set_by: SetBy = SetBy.TABLE
    contact: Contact | None = None
    """Further fields of an agreement about contact."""

    @property
    def doers(self) -> tuple[str, ...]:
        """The names of those who do it; none of a contact, whose sentence says who meets whom."""
        return () if self.contact else self.who

    @property
    def is_up_for_consent(self) -> bool:
        """Whether people are asked what they say to it."""
        return self.set_by is SetBy.TABLE

    @property
    def lacks_a_yes(self) -> bool:
        """Whether somebody said "not yet" or "no"; "yes, if" is a yes."""
        return any(response.stance in (Stance.NOT_YET, Stance.NO) for response in self.responses)


def details_of(agreement: Struct) -> dict[Detail, str]:
    """Return the details that an agreement, or its line in the notes, says."""
    return {detail: words for detail in Detail if (words := getattr(agreement, detail))}


class Entered(Struct, frozen=True):
    """An agreement that came from no notes: entered with fields, or new words for an earlier one.

    It holds from then on, beside those that were made at the closing of a meeting.
    """

    agreement: Agreement
    at: datetime
    meeting_id: str = ""
    """The meeting during which it was entered; empty between meetings."""


class Outcome(StrEnum):
    """Outcome of an agreement, without blame."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_YET = "not-yet"


class Then(StrEnum):
    """Decision about an agreement after a look back."""

    CARRIED_ON = "carried-on"
    CHANGED = "changed"
    ENDED = "ended"


class LookBack(Struct, frozen=True):
    """One look back on an agreement. An agreement stays open until one of these ends it."""

    agreement_id: str
    on: date
    outcome: Outcome
    then: Then
    in_the_way: str = ""
    """Answer to "What got in the way?", in the family's own words."""
    becomes: str = ""
    """The id of the agreement with the new words, where it was changed."""
    meeting_id: str = ""
    """The meeting in which people looked back; empty between meetings."""
