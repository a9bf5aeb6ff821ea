"""The child's page, to "you": who was there, what was agreed that concerns you, what you said.

It has two versions, for under 12 and for 12 and older. Nothing that is not meant for the child is
on it: not the notes, no words of others, no talk apart, no answers to a questionnaire. An agreement
is on it that the child does, that is about seeing the child, or that the child heard read out; one
about money, papers and the like only where the child both heard it and is in it.
"""

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.participant import AgeGroup, Participant
from relroute_tui.domain.progress.decisions import Decisions, LookedBackOn, decisions_of
from relroute_tui.domain.progress.statements import for_child, other_statements
from relroute_tui.domain.route import Route
from relroute_tui.domain.scores import CHECK_OUT_SCALES, Feeling, Score
from relroute_tui.domain.statement import Statement
from relroute_tui.export.for_child import concerns
from relroute_tui.export.papers.agreement_for_child import AgreementForChild
from relroute_tui.export.papers.paper import (
    Block,
    Fact,
    Facts,
    Heading,
    Letters,
    Paper,
    Paragraph,
    paper_of,
    spoken,
)
from relroute_tui.export.papers.parts import (
    capital,
    facilitators,
    names_of,
    next_meeting,
    people_listed,
    people_there,
    quoted,
    room_for_a_number,
    view_fact,
    when_and_where,
)
from relroute_tui.export.papers.sections import EVERY_SECTION, Section
from relroute_tui.export.papers.to_child import ToChild
from relroute_tui.language import N_, _, score_words, words
from relroute_tui.language.filled_sentences import (
    Said,
    Sentence,
    Value,
    sentence,
)
from relroute_tui.language.people_words import with_role
from relroute_tui.language.statement_words import with_subject


def child_paper(
    route: Route,
    meeting: Meeting,
    child: Participant,
    sections: Collection[Section] = EVERY_SECTION,
) -> Paper:
    """Return the page of one child about one meeting, in the language that is spoken.

    Without an age it is the page for under 12.
    """
    page = _Page(route, meeting, child)
    title = sentence(N_("For {name}"), name=child.name)
    paper = paper_of(title, page.blocks(sections))
    return replace(paper, letters=Letters.LARGE) if page.is_young else paper


def about_meeting(
    route: Route, meeting: Meeting, child: Participant, spoken_of: Iterable[Block]
) -> Iterator[Block]:
    """Yield what stays of one meeting for a child: for a book, in which others come after it.

    `spoken_of` stands behind who was there.
    """
    return _Page(route, meeting, child).what_stays(spoken_of)


class _Page:
    """The parts of the page, each about the same child."""

    def __init__(self, route: Route, meeting: Meeting, child: Participant) -> None:
        self._route = route
        self._meeting = meeting
        self._child = child
        self._to = ToChild(route, child)
        self.is_young = child.age_group in (None, AgeGroup.UNDER_12)
        self._one = AgreementForChild(meeting, child, self._to, is_young=self.is_young)

    def blocks(self, sections: Collection[Section]) -> Iterator[Block]:
        """Yield the page from top to bottom, with these sections."""
        decisions = decisions_of(self._route, self._meeting)
        views = self._views(decisions)
        yield spoken(self._opening())
        parts = {
            Section.PRESENT: self._present(),
            Section.AGREEMENTS: self._agreements(decisions),
            Section.SAID: self._own_words(views),
            Section.VIEWS: self._views_of_others(views),
            Section.LOOKING_BACK: self._looked_back(decisions),
            Section.NEXT: self._next(),
            Section.WHOM_TO_ASK: self._whom_to_tell(),
        }
        for section, blocks in parts.items():
            if section in sections:
                yield from blocks

    def what_stays(self, spoken_of: Iterable[Block]) -> Iterator[Block]:
        """Yield what is worth reading again later: not the next day, nor whom to call."""
        decisions = decisions_of(self._route, self._meeting)
        views = self._views(decisions)
        yield from self._present()
        yield from spoken_of
        yield from self._agreements(decisions)
        yield from self._own_words(views)
        yield from self._views_of_others(views)
        yield from self._looked_back(decisions)

    def _opening(self) -> Sentence:
        was_there = any(self._to.is_child(seat.person.id) for seat in people_there(self._meeting))
        if self.is_young:
            template = (
                N_("We talked together on {day}. This page is for you.")
                if was_there
                else N_("The others talked on {day}. You were not there. This page is for you.")
            )
        else:
            template = (
                N_("We met on {day}. This is what came of it, as far as it is about you.")
                if was_there
                else N_(
                    "The others met on {day}, and you were not there. This is what came of it, "
                    "as far as it is about you."
                )
            )
        return sentence(template, day=meeting_day(self._meeting))

    def _present(self) -> Iterator[Block]:
        yield Heading(_("Who was there"), pictogram=Theme.PEOPLE)
        yield people_listed(self._people())

    def _people(self) -> Iterator[Value]:
        people = [seat.person for seat in people_there(self._meeting)]
        yield from (sentence(N_("you")) for person in people if self._to.is_child(person.id))
        yield from (with_role(person) for person in people if not self._to.is_child(person.id))

    def _agreements(self, decisions: Decisions) -> Iterator[Block]:
        yield Heading(_("What we agreed that is about you"), pictogram=Theme.ROLES)
        made = [agreement for agreement in decisions.made if concerns(agreement, self._child)]
        changed = [change for change in decisions.reworded if concerns(change.after, self._child)]
        if not made and not changed:
            yield Paragraph(_("This time we agreed nothing new that is about you."))
        for agreement in made:
            yield from self._one.blocks(agreement)
        for change in changed:
            yield from self._one.changed(change)

    def _views(self, decisions: Decisions) -> tuple[Statement, ...]:
        """Return the views that stand beside no agreement on the page."""
        shown = [made for made in decisions.hold_from_now_on if concerns(made, self._child)]
        return other_statements(self._route, self._meeting, shown)

    def _own_words(self, views: Iterable[Statement]) -> Iterator[Block]:
        """Yield how the child came, left and sees things."""
        facts = []
        check_in = self._meeting.check_in_of(self._child.id)
        if check_in:
            came_with = score_words.score_text(check_in.score)
            word = quoted(check_in.word) if check_in.word.strip() else ""
            text = " – ".join(filter(None, (came_with, word)))
            facts.append(Fact(_("When you came"), text, _chosen(check_in.score)))
        check_out = self._meeting.check_out_of(self._child.id)
        if check_out:
            for scale in CHECK_OUT_SCALES:
                score = check_out.score_on(scale)
                label = capital(_(score_words.SCALES[scale]))
                facts.append(Fact(label, score_words.score_text(score), _chosen(score)))
            if check_out.word.strip():
                facts.append(Fact(_("When you left"), quoted(check_out.word)))
        own = [view for view in views if self._to.is_child(view.by.id)]
        facts += [self._to.view_fact(view, with_subject(view, quoted)) for view in own]
        if any(fact.text for fact in facts):
            yield Heading(_("What you said"), pictogram=Theme.NO_QUARREL)
            yield Facts(tuple(facts))

    def _views_of_others(self, views: Iterable[Statement]) -> Iterator[Block]:
        """Yield what others want the child to know."""
        others = [
            view
            for view in for_child(views, self._child)
            if not self._to.is_child(view.by.id) and not view.about.sentence
        ]
        if others:
            yield Heading(_("How others see it themselves"), pictogram=Theme.NO_QUARREL)
            yield Facts(tuple(view_fact(view, quoted(view.words)) for view in others))

    def _looked_back(self, decisions: Decisions) -> Iterator[Block]:
        """Yield how it went with earlier agreements, without what others said about that."""
        looked_back = [
            seen
            for seen in (*decisions.carried_on, *decisions.ended)
            if concerns(seen.agreement, self._child)
        ]
        if looked_back:
            yield Heading(_("How it went with what we agreed before"), pictogram=Theme.LOOKING_BACK)
            yield Facts(tuple(fact for seen in looked_back for fact in self._went(seen)))

    def _went(self, seen: LookedBackOn) -> Iterator[Fact]:
        outcome = capital(_(words.OUTCOMES[seen.look_back.outcome]))
        agreement = seen.agreement
        yield Fact(outcome, self._to.sentence(agreement), self._to.sentence_said(agreement))
        yield from self._to.views_on(seen.agreement)

    def _next(self) -> Iterator[Block]:
        """Yield the next meeting, where the child is invited to it."""
        plan = next_meeting(self._route, self._meeting)
        if plan and (not plan.invited or self._child.id in plan.invited):
            yield Heading(_("When we meet again"), pictogram=Theme.SMALL_THINGS)
            yield when_and_where(plan)

    def _whom_to_tell(self) -> Iterator[Block]:
        yield Heading(_("Do you want to ask or say something?"), pictogram=Theme.CONTACT)
        leading = names_of(facilitators(self._meeting))
        tell = [sentence(N_("You may always say it when you want something else."))]
        if leading.items:
            tell.append(sentence(N_("You can say it to {people}."), people=leading))
        yield spoken(*tell)
        yield spoken(room_for_a_number())


def _chosen(score: Score | None) -> tuple[Said, ...]:
    """Return what is of our words in a score: a face or a step, but no number."""
    return (sentence(score_words.CHOSEN[score]),) if isinstance(score, Feeling) else ()
