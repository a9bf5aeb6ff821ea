"""One agreement on a child's page, to "you": what was agreed, who does it, what the child said."""

from collections.abc import Iterator, Mapping
from typing import Final

from relroute_tui.domain.agreement import (
    Agreement,
    Category,
    Detail,
    Response,
    Stance,
    details_of,
)
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.decisions import Reworded
from relroute_tui.export.for_child import concerns, own_response
from relroute_tui.export.papers.paper import (
    Block,
    Fact,
    Facts,
    Heading,
    Paragraph,
)
from relroute_tui.export.papers.parts import (
    answered,
    capital,
    consent_said,
    quoted,
)
from relroute_tui.export.papers.to_child import ToChild
from relroute_tui.language import N_, _, dates, words
from relroute_tui.language.filled_sentences import (
    Listed,
    Sentence,
    sentence,
    shown_here,
)

_PICTOGRAMS: Final[Mapping[Category, Theme]] = {
    Category.CONTACT: Theme.CONTACT,
    Category.CALLING: Theme.INFORMED,
    Category.PHOTOS: Theme.INFORMED,
    Category.UPDATES: Theme.INFORMED,
    Category.SCHOOL: Theme.STORY,
    Category.HOLIDAYS: Theme.WAYS,
    Category.FAITH: Theme.WAYS,
    Category.ROUTINES: Theme.SMALL_THINGS,
    Category.SUPPORT: Theme.WORRIES,
    Category.TENSION: Theme.WORRIES,
    Category.CARE: Theme.PARENTS_STAY,
}
"""The drawing beside an agreement, on the page for under 12."""


class AgreementForChild:
    """An agreement of one meeting as its child reads it."""

    def __init__(
        self, meeting: Meeting, child: Participant, to: ToChild, *, is_young: bool
    ) -> None:
        self._meeting = meeting
        self._child = child
        self._to = to
        self._is_young = is_young

    def blocks(self, agreement: Agreement, *before: Fact) -> Iterator[Block]:
        """Yield an agreement: what, who, when, and what the child said; `before` stands first."""
        category = agreement.category or Category.OTHER
        pictogram = _PICTOGRAMS.get(category) if self._is_young else None
        said = self._to.sentence_said(agreement)
        yield Heading(self._to.sentence(agreement), level=3, pictogram=pictogram, said=said)
        lacks_a_yes = any(self._is_of_another(response) for response in agreement.responses)
        yield Facts((*before, *self._facts(agreement)), goes_on=lacks_a_yes)
        if lacks_a_yes:
            yield Paragraph(_("Not everyone says yes to this yet. We go on talking about it."))

    def changed(self, change: Reworded) -> Iterator[Block]:
        """Yield an agreement of which the words changed, with those of before."""
        yield from self.blocks(change.after, *self._before(change))

    def _facts(self, agreement: Agreement) -> Iterator[Fact]:
        if begins := self._to.begins_after(agreement, self._meeting):
            yield Fact(_("Starting on"), dates.long_date(begins), (begins,))
        if consent := consent_said(agreement):
            yield Fact(_("Decided"), str(consent), (consent,))
        if agreement.doers:
            doers = Listed(tuple(map(self._to.called, agreement.doers)))
            is_you = any(isinstance(doer, Sentence) for doer in doers.items)
            yield Fact(_("Who does it"), shown_here(doers), (doers,) if is_you else ())
        given = own_response(agreement, self._child)
        for detail, detail_words in details_of(agreement).items():
            if detail in self._details_for(given):
                yield Fact(capital(_(words.DETAILS[detail])), detail_words)
        if agreement.review and not self._is_young:
            yield Fact(_("We look back"), dates.long_date(agreement.review), (agreement.review,))
        if given:
            yield _said(given)
            yield Fact(_("What it means for you"), quoted(given.said_back or ""))
        yield from self._to.views_on(agreement)

    def _details_for(self, given: Response | None) -> tuple[Detail, ...]:
        """Return which details are on the page; most of them only where the child heard them."""
        if given is None:
            return (Detail.WHEN,)
        return (Detail.WHEN, Detail.IF_NOT) if self._is_young else tuple(Detail)

    def _before(self, change: Reworded) -> Iterator[Fact]:
        """Yield what was agreed before, where the child knew of it."""
        if change.has_new_words and concerns(change.before, self._child):
            before = quoted(self._to.sentence(change.before))
            yield Fact(_("Changed; it was"), before, self._to.sentence_said(change.before))

    def _is_of_another(self, response: Response) -> bool:
        """Return whether somebody else does not say yes."""
        lacks_a_yes = response.stance in (Stance.NOT_YET, Stance.NO)
        return lacks_a_yes and not self._to.is_child(response.participant_id)


def _said(given: Response) -> Fact:
    """Return the child's answer; one who passed reads what they said, or that it is fine."""
    if given.stance is not Stance.PASSES:
        return answered(_("You said"), given)
    if given.words.strip():
        return Fact(_("You said"), quoted(given.words))
    passed = sentence(N_("Nothing; that is fine too."))
    return Fact(_("You said"), str(passed), (passed,))
