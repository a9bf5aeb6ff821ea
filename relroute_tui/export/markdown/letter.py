"""A letter about the route: from, through, to, in plain words. What is closed is not in it."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from relroute_tui.domain.agreement import Then
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.todo import contact_agreements, phases_so_far
from relroute_tui.domain.questionnaire.answers import Moment, filled_by
from relroute_tui.domain.questionnaire.comparison import changes
from relroute_tui.domain.questionnaire.model import Kind, Questionnaire
from relroute_tui.domain.route import Route, all_agreements, open_agreements
from relroute_tui.export.markdown.commonmark import typed, typed_first, typed_in_heading
from relroute_tui.export.markdown.parts import bulleted, heading, text_of, working_copy
from relroute_tui.language import _, dates, ngettext, words
from relroute_tui.language.progress_words import MOMENTS, contact_sentence, joined
from relroute_tui.language.questionnaire_words import said_in


class Passage(Struct, frozen=True):
    """A sentence or two, and what is listed below them."""

    sentence: str
    listed: tuple[str, ...] = ()


class Chapter(Struct, frozen=True):
    """One of the three parts of the letter."""

    title: str
    passages: tuple[Passage, ...]


class Letter(Struct, frozen=True):
    """The whole letter, as text that is read aloud: what people typed stands in it as it is."""

    title: str
    greeting: str
    chapters: tuple[Chapter, ...]
    farewell: str


def letter_text(route: Route, questionnaires: Sequence[Questionnaire], today: date) -> str:
    """Return the letter as CommonMark."""
    letter = letter_about(route, questionnaires, today)
    parts = [f"# {typed_in_heading(letter.title)}", working_copy(), typed_first(letter.greeting)]
    for chapter in letter.chapters:
        parts.append(heading(chapter.title))
        for passage in chapter.passages:
            parts.append(typed_first(passage.sentence))
            if passage.listed:
                parts.append(bulleted(typed_first(each) for each in passage.listed))
    return text_of((*parts, typed(letter.farewell)))


def letter_about(route: Route, questionnaires: Sequence[Questionnaire], today: date) -> Letter:
    """Return the story of this route: where it began, what happened, where it is now."""
    is_the_end = route.phase is Phase.EVALUATION
    title = _("The way of {name}") if is_the_end else _("The way of {name} so far")
    people = joined(person.name for person in route.participants)
    return Letter(
        title.format(name=route.nickname),
        _("{day}. For {people}.").format(day=dates.long_date(today), people=people)
        if people
        else _("{day}.").format(day=dates.long_date(today)),
        (
            Chapter(_("Where we came from"), tuple(_from(route, questionnaires))),
            Chapter(_("What we went through"), tuple(_through(route))),
            Chapter(_("Where we are now"), tuple(_to(route, questionnaires, today))),
        ),
        _(
            "This letter is made of what was said and agreed at the table, and of what people "
            "opened to it. Whoever sees it differently can say so, and that is added."
        ),
    )


def _from(route: Route, questionnaires: Sequence[Questionnaire]) -> Iterator[Passage]:
    meetings = route.finished_meetings
    if not meetings:
        yield Passage(_("We began on {day}.").format(day=dates.long_date(route.created.date())))
    else:
        first = meetings[0]
        there = joined(seat.person.name for seat in first.seats if seat.was_there)
        sentence = _("We met for the first time on {day}. At the table were {people}.")
        yield Passage(sentence.format(day=dates.long_date(meeting_day(first)), people=there))
    yield from _own_words(
        route, questionnaires, Moment.START, _("This is what we wrote at the start:")
    )
    if meetings and meetings[0].agreements:
        yield Passage(
            _("The first things that we agreed:"), tuple(a.text for a in meetings[0].agreements)
        )


def _through(route: Route) -> Iterator[Passage]:
    meetings = route.finished_meetings
    if meetings:
        number = len(meetings)
        sentence = ngettext("We met {n} time.", "We met {n} times.", number).format(n=number)
        themes = _themes(meetings)
        if themes:
            sentence += " " + _("We talked about {themes}.").format(themes=joined(themes))
        yield Passage(sentence)
    phases = tuple(
        _("From {day}: {phase}").format(
            day=dates.long_date(stay.first), phase=_(words.PHASES[stay.phase])
        )
        for stay in phases_so_far(route)
    )
    if len(phases) > 1:
        yield Passage(_("The phases that we went through:"), phases)
    changed = tuple(_changed(route))
    if changed:
        yield Passage(_("What we put in other words on the way:"), changed)
    hard = tuple(
        f"“{look_back.in_the_way}”" for look_back in route.look_backs if look_back.in_the_way
    )
    if hard:
        yield Passage(_("What got in the way at times, and what we could talk about:"), hard)
    done = tuple(
        made.agreement.text
        for made in all_agreements(route)
        if made.look_backs and made.look_backs[-1].then is Then.ENDED
    )
    if done:
        yield Passage(_("What is done:"), done)


def _themes(meetings: Sequence[Meeting]) -> list[str]:
    """Return the names of the themes that were talked about, each once, in their order."""
    drawn = (card.theme for meeting in meetings for card in meeting.cards if not card.put_back)
    known = dict.fromkeys(Theme(theme) for theme in drawn if theme in set(Theme))
    return [f"“{_(words.THEMES[theme])}”" for theme in known]


def _changed(route: Route) -> Iterator[str]:
    """Yield the sentences that were changed, not what only got another day or name beside it."""
    texts = {made.agreement.id: made.agreement.text for made in all_agreements(route)}
    for look_back in route.look_backs:
        before, after = texts.get(look_back.agreement_id), texts.get(look_back.becomes)
        if before and after and before != after:
            yield _("“{before}” became “{after}”").format(before=before, after=after)


def _to(route: Route, questionnaires: Sequence[Questionnaire], today: date) -> Iterator[Passage]:
    holds = open_agreements(route)
    kept = tuple(hold.agreement.text for hold in holds if not hold.agreement.lacks_a_yes)
    if kept:
        yield Passage(_("This is what we keep doing:"), kept)
    unsure = tuple(hold.agreement.text for hold in holds if hold.agreement.lacks_a_yes)
    if unsure:
        yield Passage(_("This is what we go on talking about:"), unsure)
    seen = tuple(
        contact_sentence(e.agreement.contact)
        for e in contact_agreements(route)
        if e.agreement.contact
    )
    if seen:
        yield Passage(_("Who sees whom:"), seen)
    for person in route.participants:
        steps = tuple(_steps(person, route, questionnaires))
        if steps:
            yield Passage(_("How it went on for {name}:").format(name=person.name), steps)
    yield from _own_words(
        route, questionnaires, Moment.END, _("This is what we write now that we look back:")
    )
    coming = min((plan.day for plan in route.planned if plan.day >= today), default=None)
    if coming:
        yield Passage(_("We meet again on {day}.").format(day=dates.long_date(coming)))


def _steps(
    person: Participant, route: Route, questionnaires: Sequence[Questionnaire]
) -> Iterator[str]:
    for questionnaire in questionnaires:
        if questionnaire.role is person.role:
            for change in changes(questionnaire, route.filled, person.id):
                went = ", ".join(
                    f"{_(MOMENTS[moment])} {joined(said_in(answer, change.item))}"
                    for moment, answer in change.answers
                )
                yield f"{change.item.title}: {went}"


def _own_words(
    route: Route, questionnaires: Sequence[Questionnaire], moment: Moment, sentence: str
) -> Iterator[Passage]:
    """Yield what people wrote in their own words at this moment, and opened to the table."""
    said = tuple(
        f"{person.name}: “{answer.words}”"
        for person in route.participants
        for questionnaire in questionnaires
        if questionnaire.role is person.role
        for filled in filled_by(route.filled, person.id, moment)
        for item in questionnaire.items
        if item.kind is Kind.TEXT
        for answer in (item.answer_in(filled),)
        if answer.words
    )
    if said:
        yield Passage(sentence, said)
