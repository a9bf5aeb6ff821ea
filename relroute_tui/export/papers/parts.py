"""Parts that the papers share: people, an agreement and its responses, the next day."""

from collections.abc import Iterable, Iterator
from typing import Final

from relroute_tui.domain.agreement import Agreement, Response, SetBy, Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import DrawnCard, Meeting, meeting_day
from relroute_tui.domain.participant import Participant, Role, Seat
from relroute_tui.domain.progress.decisions import LookedBackOn
from relroute_tui.domain.progress.planning import Planned, in_order
from relroute_tui.domain.progress.statements import statements_on
from relroute_tui.domain.recurrence import first_day
from relroute_tui.domain.route import Route, everybody
from relroute_tui.domain.statement import Statement
from relroute_tui.export.papers.paper import Bullets, Fact, Paragraph
from relroute_tui.language import N_, _, agreement_words, dates, progress_words, words
from relroute_tui.language.attendance_words import moves_said
from relroute_tui.language.contact_words import contact_sentence
from relroute_tui.language.filled_sentences import (
    Listed,
    Said,
    Sentence,
    Value,
    sentence,
    shown_here,
)
from relroute_tui.language.letter_words import contact_said
from relroute_tui.language.people_words import with_role
from relroute_tui.language.statement_words import view_of, view_said, with_subject

_ANSWERS: Final = {
    Stance.YES: N_("Yes"),
    Stance.YES_IF: N_("Yes, if …"),
    Stance.NOT_YET: N_("Not yet"),
    Stance.NO: N_("No"),
    Stance.PASSES: N_("Passes"),
    Stance.NOT_PRESENT: N_("Was not there"),
}
"""Labels of the responses, in their order on paper, each as plain as the others."""


def working_copy() -> Sentence:
    """Return what a paper is not."""
    return sentence(
        N_("This is a working copy for the people at the table, not the official file.")
    )


def quoted(text: str) -> str:
    """Return what somebody said, to the letter; "" where they said nothing."""
    return f"“{text.strip()}”" if text.strip() else ""


def people_there(meeting: Meeting) -> Iterator[Seat]:
    """Yield the seats of those who were at the table at any moment."""
    return (seat for seat in meeting.seats if seat.was_there)


def facilitators(meeting: Meeting) -> tuple[Participant, ...]:
    """Return who led the meeting."""
    there = (seat.person for seat in people_there(meeting))
    return tuple(person for person in there if person.role is Role.FACILITATOR)


def agreement_facts(agreement: Agreement) -> Iterator[Fact]:
    """Yield who decided, who does it, every detail, when we look back."""
    if consent := consent_said(agreement):
        said = sentence(N_("{who}; nobody is asked to agree to it"), who=consent)
        yield Fact(_("Decided"), str(said), (said,))
    if agreement.doers:
        yield Fact(_("Who"), progress_words.joined(agreement.doers))
    for label, value in agreement_words.labelled_details(agreement):
        yield Fact(label, value)
    if agreement.review:
        yield Fact(_("We look back"), dates.long_date(agreement.review), (agreement.review,))


def consent_said(agreement: Agreement) -> Sentence | None:
    """Return who decided; None for what the table agreed on together."""
    is_ours = agreement.set_by is SetBy.TABLE
    return None if is_ours else sentence(progress_words.SET_BY[agreement.set_by])


def contact_as_written(agreement: Agreement) -> tuple[Said, ...]:
    """Return a contact in sentences where what was agreed is the one that the contact wrote.

    What somebody changed in it is in the language in which they did.
    """
    contact = agreement.contact
    if contact is None or agreement.text != contact_sentence(contact):
        return ()
    since = first_day(contact) if contact.since else None
    return contact_said(contact, since=since)


def responses_of(route: Route, agreement: Agreement) -> Iterator[Fact]:
    """Yield what everyone answered, those with the same answer on one line."""
    names = names_on(route)
    for stance, label in _ANSWERS.items():
        given = [response for response in agreement.responses if response.stance is stance]
        if given:
            yield Fact(_(label), "; ".join(_response(names, response) for response in given))
    yield Fact(
        _("What it means, in their own words"),
        "; ".join(
            f"{names.get(reply.participant_id, reply.participant_id)}: {quoted(reply.said_back)}"
            for reply in agreement.responses
            if reply.said_back
        ),
    )


def views_on(route: Route, agreement: Agreement) -> Iterator[Fact]:
    """Yield people's own views on an agreement."""
    for statement in statements_on(route, agreement):
        yield view_fact(statement, quoted(statement.words))


def views_of(statements: Iterable[Statement]) -> Iterator[Fact]:
    """Yield people's own views, each with the sentence that it is about."""
    for statement in statements:
        yield view_fact(statement, with_subject(statement, quoted))


def view_fact(statement: Statement, own_words: str) -> Fact:
    """Return somebody's own view, with whose it is before it."""
    return Fact(view_of(statement), own_words, label_said=(view_said(statement),))


def answered(label: str, response: Response) -> Fact:
    """Return one answer, with the words that came with it."""
    answer = sentence(_ANSWERS[response.stance])
    with_words = f"{answer} – {quoted(response.words)}" if response.words.strip() else str(answer)
    return Fact(label, with_words, (answer,))


def names_on(route: Route) -> dict[str, str]:
    """Return the name of everybody who is or was on the route, by id."""
    return {person.id: person.name for person in reversed(everybody(route))}


def _response(names: dict[str, str], response: Response) -> str:
    name = names.get(response.participant_id, response.participant_id)
    return f"{name}: {quoted(response.words)}" if response.words.strip() else name


def looked_back_on(route: Route, looked: LookedBackOn) -> Iterator[Fact]:
    """Yield how an agreement of before went, without blame, what it said, and the views on it."""
    agreement = looked.agreement
    outcome = capital(_(words.OUTCOMES[looked.look_back.outcome]))
    yield Fact(outcome, agreement.text, contact_as_written(agreement))
    yield Fact(_("What got in the way"), quoted(looked.look_back.in_the_way))
    yield from views_on(route, agreement)


def theme_said(card: DrawnCard) -> tuple[Sentence, ...]:
    """Return what the theme of a card is called; nothing where it has none that is known."""
    return (sentence(words.THEMES[Theme(card.theme)]),) if card.theme in set(Theme) else ()


def on_card(card: DrawnCard) -> str:
    """Return the theme of a card and its question."""
    return ": ".join(filter(None, (*map(str, theme_said(card)), card.question)))


def next_meeting(route: Route, meeting: Meeting) -> Planned | None:
    """Return the first meeting that is still to come, where none was closed after this one."""
    newest = route.last_meeting
    if newest is None or meeting not in (newest, *route.finished_meetings[-1:]):
        return None
    held = meeting_day(newest)
    return next((plan for plan in in_order(route.planned) if plan.day > held), None)


def corrections_of(meeting: Meeting) -> Iterator[Fact]:
    """Yield what was added later, by whom and when."""
    for added in meeting.corrections:
        day = added.at.date()
        yield Fact(f"{added.by}, {dates.long_date(day)}", added.text, label_said=(day,))


def when_and_where(plan: Planned) -> Paragraph:
    """Return the day of a planned meeting, with its hour and its place where these are known."""
    said: Said = plan.day
    when = dates.long_date(plan.day)
    if plan.at:
        said = sentence(N_("{when} at {time}"), when=plan.day, time=plan.at)
        when = str(said)
    return Paragraph(capital(", ".join(filter(None, (when, plan.place.strip())))), (said,))


def of_day(meeting: Meeting) -> str:
    """Return the day of a meeting, as it stands in a title."""
    return dates.long_date(meeting_day(meeting))


def names_of(people: Iterable[Participant]) -> Listed:
    """Return people, by name and role."""
    return Listed(tuple(map(with_role, people)))


def who_was_there(meeting: Meeting) -> Listed:
    """Return who was at the table: name, role, and when they came or left."""
    seats = people_there(meeting)
    return Listed(tuple(with_role(seat.person, *moves_said(meeting, seat)) for seat in seats))


def people_listed(people: Iterable[Value]) -> Bullets:
    """Return people as a list, their names as typed; a second language has them in one line."""
    found = tuple(people)
    items = (
        capital(str(item)) if isinstance(item, Sentence) else shown_here(item) for item in found
    )
    return Bullets(tuple(items), (Listed(found),))


def capital(sentence: str) -> str:
    """Return a sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def room_for_a_number() -> Sentence:
    """Return a line to write a telephone number on: a route holds none."""
    return sentence(N_("Telephone: {number}"), number="…" * 12)
