"""Words to one child: "you" wherever the child is meant."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.contact import Contact
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.participant import Participant, same_name
from relroute_tui.domain.progress.statements import for_child, statements_on
from relroute_tui.domain.recurrence import first_day
from relroute_tui.domain.route import Route
from relroute_tui.domain.statement import Statement
from relroute_tui.export.papers.paper import Fact
from relroute_tui.export.papers.parts import quoted
from relroute_tui.language import _
from relroute_tui.language.contact_words import contact_sentence
from relroute_tui.language.letter_words import contact_in_words
from relroute_tui.language.statement_words import view_of


class ToChild:
    """Says to one child what a route holds."""

    def __init__(self, route: Route, child: Participant) -> None:
        self._route = route
        self._child = child

    def is_child(self, participant_id: str) -> bool:
        """Return whether this is the child itself."""
        return participant_id == self._child.id

    def called(self, name: str) -> str:
        """Return a name, and "you" for that of the child."""
        return _("you") if same_name(name, self._child.name) else name

    def sentence(self, agreement: Agreement) -> str:
        """Return what was agreed: as people typed it, or a contact in sentences, to "you".

        That a visit is supervised is in it only where it is said by whom. Who decided it is left
        out; the page says that by itself.
        """
        contact = agreement.contact
        if contact is None or not _is_as_written(agreement, contact):
            return agreement.text
        shown = replace(contact, supervised=contact.supervised and bool(contact.supervised_by))
        return contact_in_words(shown, to=self._child.name)

    def begins_after(self, agreement: Agreement, meeting: Meeting) -> date | None:
        """Return the first day of a contact that begins only after this meeting."""
        contact = agreement.contact
        if contact is None or not contact.since or not _is_as_written(agreement, contact):
            return None
        first = first_day(contact) or contact.since
        return first if first > meeting_day(meeting) else None

    def view_of(self, view: Statement) -> str:
        """Return whose view it is; the child's own is "you"."""
        return _("How you see it") if self.is_child(view.by.id) else view_of(view)

    def views_on(self, agreement: Agreement) -> Iterator[Fact]:
        """Yield the views on an agreement that are meant for the child."""
        for view in for_child(statements_on(self._route, agreement), self._child):
            yield Fact(self.view_of(view), quoted(view.words))


def _is_as_written(agreement: Agreement, contact: Contact) -> bool:
    """Return whether the sentence is the one that the contact wrote, which nobody changed."""
    return agreement.text == contact_sentence(contact)
