"""The letter to the child whose route it is: only what is about the child, and to "you".

No word of anybody else's questionnaire is in it, nothing that adults found hard, and no matter of
adults only: what the child's page of a meeting leaves out, this letter leaves out.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.meeting import meeting_day
from relroute_tui.domain.participant import Participant, Role, same_name
from relroute_tui.domain.questionnaire.answers import Moment
from relroute_tui.domain.questionnaire.model import Questionnaire
from relroute_tui.domain.route import Route, all_agreements, open_agreements
from relroute_tui.export.for_child import concerns
from relroute_tui.export.markdown.letter import (
    Chapter,
    Letter,
    LetterLine,
    Passage,
    agreement_in_letter,
    ended,
    own_changes,
    own_words,
    passage,
    statements_in_letter,
    view_in_letter,
)
from relroute_tui.language import N_, _
from relroute_tui.language.filled_sentences import Sentence, names, sentence
from relroute_tui.language.letter_words import own_change_sentence


def child_of(route: Route) -> Participant:
    """Return the child whose route it is."""
    young = [person for person in route.participants if person.role is Role.YOUNG_PERSON]
    own = [person for person in young if same_name(person.name, route.nickname)]
    return next(iter((*own, *young)), Participant("", route.nickname, Role.YOUNG_PERSON))


def child_letter_about(
    route: Route, questionnaires: Sequence[Questionnaire], today: date
) -> Letter:
    """Return the letter to the child: how we began, what is agreed about you, what you said."""
    child = child_of(route)
    return Letter(
        sentence(N_("A letter for {name}"), name=child.name),
        today,
        sentence(N_("Dear {people},"), people=child.name),
        (
            Chapter(_("How we began"), tuple(_beginning(route, child))),
            Chapter(_("What we agreed about you"), tuple(_agreed(route, child))),
            Chapter(_("What you said"), tuple(_answers(route, questionnaires, child))),
            Chapter(_("What comes next"), tuple(_next(route, child, today))),
        ),
        tuple(_farewell(route)),
    )


def _farewell(route: Route) -> Iterator[Sentence]:
    yield sentence(
        N_("This letter is yours. If something is not right, or you want something else, say so.")
    )
    leading = (person.name for person in route.participants if person.role is Role.FACILITATOR)
    people = names(leading)
    if people.items:
        yield sentence(N_("You can say it to {people}."), people=people)
    yield sentence(
        N_(
            "Does something not feel right, or not safe? Tell someone you trust. It is not your "
            "fault."
        )
    )


def _beginning(route: Route, child: Participant) -> Iterator[Passage]:
    meetings = route.finished_meetings
    if not meetings:
        return
    first = meetings[0]
    there = [seat.person for seat in first.seats if seat.was_there]
    others = tuple(person.name for person in there if person.id != child.id)
    words = (
        N_("We met for the first time on {day}. You were there, with {people}.")
        if len(others) != len(there)
        else N_("The others met for the first time on {day}: {people}. You were not there.")
    )
    yield passage(words, day=meeting_day(first), people=names(others))


def _agreed(route: Route, child: Participant) -> Iterator[Passage]:
    agreements = [
        hold.agreement for hold in open_agreements(route) if concerns(hold.agreement, child)
    ]
    agreed = [agreement for agreement in agreements if not agreement.lacks_a_yes]
    parts = (
        (
            N_("This is how you see and speak to people:"),
            [agreement for agreement in agreed if agreement.contact is not None],
        ),
        (
            N_("We also agreed this:"),
            [agreement for agreement in agreed if agreement.contact is None],
        ),
        (
            N_("Not everyone says yes to this yet. We go on talking about it:"),
            [agreement for agreement in agreements if agreement.lacks_a_yes],
        ),
        (
            N_("This is done:"),
            [agreement for agreement in ended(route, did_work=True) if concerns(agreement, child)],
        ),
    )
    for words, listed in parts:
        if listed:
            yield passage(words, _each_once(listed, child))


def _each_once(agreements: Sequence[Agreement], child: Participant) -> tuple[LetterLine, ...]:
    lines = (agreement_in_letter(agreement, to=child) for agreement in agreements)
    return tuple({line.text: line for line in lines}.values())


def _answers(
    route: Route, questionnaires: Sequence[Questionnaire], child: Participant
) -> Iterator[Passage]:
    """Yield what the child opened itself."""
    parts = (
        (N_("At the start you wrote:"), Moment.START),
        (N_("And later:"), Moment.MIDWAY),
        (N_("Now you write:"), Moment.END),
    )
    for words, moment in parts:
        own = own_words(route, questionnaires, child, moment)
        if own:
            yield passage(words, own)
    went = (
        own_change_sentence(change.item, change.answers[0][1], change.answers[-1][1])
        for change in own_changes(route, questionnaires, child)
    )
    steps = tuple(map(LetterLine, filter(None, went)))
    if steps:
        yield passage(N_("This is what changed for you."), steps)
    yield from _views(route, child)


def _views(route: Route, child: Participant) -> Iterator[Passage]:
    """Yield the child's own views, then those of others that are meant for the child."""
    own = [
        view_in_letter(statement) for statement in route.statements if statement.by.id == child.id
    ]
    agreements = (
        made.agreement for made in all_agreements(route) if concerns(made.agreement, child)
    )
    others = [
        view_in_letter(statement)
        for statement in statements_in_letter(route, agreements, route.finished_meetings)
        if statement.for_child and statement.by.id != child.id
    ]
    if own:
        yield passage(N_("This is how you see it yourself:"), tuple(own))
    if others:
        words = N_("This is what others want you to know of how they see it:")
        yield passage(words, tuple(others))


def _next(route: Route, child: Participant, today: date) -> Iterator[Passage]:
    plans = sorted((plan for plan in route.planned if plan.day >= today), key=lambda plan: plan.day)
    if plans and (not plans[0].invited or child.id in plans[0].invited):
        words = N_("We meet again on {day}. You choose if you want to be there.")
        yield passage(words, day=plans[0].day)
