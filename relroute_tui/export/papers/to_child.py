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
from relroute_tui.export.papers.parts import quoted, view_fact
from relroute_tui.language import N_, _
from relroute_tui.language.contact_words import contact_sentence
from relroute_tui.language.filled_sentences import Said, Value, sentence
from relroute_tui.language.letter_words import contact_in_words, contact_said


class ToChild:
    """Says to one child what a route holds."""

    def __init__(self, route: Route, child: Participant) -> None:
        self._route = route
        self._child = child

    def is_child(self, participant_id: str) -> bool:
        """Return whether this is the child itself."""
        return participant_id == self._child.id

    def called(self, name: str) -> Value:
        """Return a name, and "you" for that of the child."""
        return sentence(N_("you")) if same_name(name, self._child.name) else name

    def sentence(self, agreement: Agreement) -> str:
        """Return what was agreed: as people typed it, or a contact in sentences, to "you".

        That a visit is supervised is in it only where it is said by whom. Who decided it is left
        out; the page says that by itself.
        """
        contact = agreement.contact
        if contact is None or not _is_as_written(agreement, contact):
            return agreement.text
        return contact_in_words(_shown(contact), to=self._child.name)

    def sentence_said(self, agreement: Agreement) -> tuple[Said, ...]:
        """Return a contact in sentences, to "you", to be said in any language; else nothing."""
        contact = agreement.contact
        if contact is None or not _is_as_written(agreement, contact):
            return ()
        return contact_said(_shown(contact), to=self._child.name)

    def begins_after(self, agreement: Agreement, meeting: Meeting) -> date | None:
        """Return the first day of a contact that begins only after this meeting."""
        contact = agreement.contact
        if contact is None or not contact.since or not _is_as_written(agreement, contact):
            return None
        first = first_day(contact) or contact.since
        return first if first > meeting_day(meeting) else None

    def view_fact(self, view: Statement, own_words: str) -> Fact:
        """Return somebody's own view, with whose it is before it; the child's own is "you"."""
        if self.is_child(view.by.id):
            return Fact(_("How you see it"), own_words)
        return view_fact(view, own_words)

    def views_on(self, agreement: Agreement) -> Iterator[Fact]:
        """Yield the views on an agreement that are meant for the child."""
        for view in for_child(statements_on(self._route, agreement), self._child):
            yield self.view_fact(view, quoted(view.words))


def _shown(contact: Contact) -> Contact:
    """Return a contact without that a visit is supervised where it is not said by whom."""
    return replace(contact, supervised=contact.supervised and bool(contact.supervised_by))


def _is_as_written(agreement: Agreement, contact: Contact) -> bool:
    """Return whether the sentence is the one that the contact wrote, which nobody changed."""
    return agreement.text == contact_sentence(contact)
