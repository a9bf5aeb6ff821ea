"""A person's own view: beside a sentence of the notes, an agreement or a whole meeting.

It is a statement of the person concerned: added once, in their own words, and never changed.
"""

from datetime import datetime

from msgspec import Struct

from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.text import same_words
from relroute_tui.domain.versions import without_version


class Subject(Struct, frozen=True):
    """Subject of a view. It holds the words as they were, and so needs no place in a text.

    A sentence that is corrected or taken out later still has its view, at its meeting.
    """

    sentence: str = ""
    """The sentence, or the words of the agreement; empty where it is about a whole meeting."""
    meeting_id: str = ""
    """The meeting in which that was said or agreed; empty for an agreement between meetings."""
    agreement_id: str = ""
    """The agreement, once it is a record; empty for one that stands in the notes only."""

    def is_agreement(self, agreement: Agreement) -> bool:
        """Return whether this is that agreement, also where a second version of it was kept."""
        if self.agreement_id == agreement.id and agreement.id:
            return True
        if not self.sentence or not same_words(self.sentence, agreement.text):
            return False
        if self.agreement_id:
            return without_version(self.agreement_id) == without_version(agreement.id)
        return bool(self.meeting_id) and agreement.id.startswith(f"{self.meeting_id}-")


class Statement(Struct, frozen=True):
    """Somebody's own view, in their own words. Nobody changes it or takes it away."""

    by: Participant
    """Author, as that person was called that day."""
    at: datetime
    words: str
    about: Subject
    for_child: bool = False
    """Whether it may stand on what the child takes home too."""
