"""Words to one child: "you" wherever the child is meant."""

from collections.abc import Iterator

from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.participant import Participant, same_name
from relroute_tui.domain.progress.statements import for_child, statements_on
from relroute_tui.domain.route import Route
from relroute_tui.domain.statement import Statement
from relroute_tui.export.papers.paper import Fact
from relroute_tui.export.papers.parts import capital, quoted
from relroute_tui.language import _, contact_words
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
        """Return what was agreed: as people typed it, or what a contact is in words to "you".

        That a visit is supervised is in it only where it is said by whom.
        """
        contact = agreement.contact
        if contact is None or agreement.text != contact_words.contact_sentence(contact):
            return agreement.text
        to_you = replace(
            contact,
            who=tuple(map(self.called, contact.who)),
            with_whom=tuple(map(self.called, contact.with_whom)),
            supervised=contact.supervised and bool(contact.supervised_by),
        )
        return capital(contact_words.contact_sentence(to_you))

    def view_of(self, view: Statement) -> str:
        """Return whose view it is; the child's own is "you"."""
        return _("How you see it") if self.is_child(view.by.id) else view_of(view)

    def views_on(self, agreement: Agreement) -> Iterator[Fact]:
        """Yield the views on an agreement that are meant for the child."""
        for view in for_child(statements_on(self._route, agreement), self._child):
            yield Fact(self.view_of(view), quoted(view.words))
