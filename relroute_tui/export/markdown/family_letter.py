"""The letter to the family: from, through, to, in plain sentences. What is closed is not in it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from relroute_tui.domain.agreement import Agreement, LookBack
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.todo import phases_so_far
from relroute_tui.domain.questionnaire.answers import Moment
from relroute_tui.domain.questionnaire.model import Questionnaire
from relroute_tui.domain.route import Route, all_agreements, open_agreements
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
from relroute_tui.language import N_, _, words
from relroute_tui.language.filled_sentences import Listed, Quoted, names, sentence
from relroute_tui.language.letter_words import changed_sentence, phase_sentence
from relroute_tui.language.progress_words import joined


def letter_about(route: Route, questionnaires: Sequence[Questionnaire], today: date) -> Letter:
    """Return the story of this route for the family: how it began, what happened, how it is now."""
    is_the_end = route.phase is Phase.EVALUATION
    title = N_("{name}'s journey") if is_the_end else N_("{name}'s journey so far")
    people = tuple(person.name for person in route.participants)
    return Letter(
        sentence(title, name=route.nickname),
        today,
        sentence(N_("Dear {people},"), people=names(people or (route.nickname,))),
        (
            Chapter(_("Where we came from"), tuple(_from(route, questionnaires))),
            Chapter(_("What we went through"), tuple(_through(route))),
            Chapter(_("Where we are now"), tuple(_to(route, questionnaires, today))),
        ),
        (
            sentence(
                N_(
                    "This letter is made of what was said and agreed at the table, and of what "
                    "people chose to share. If you see it differently, say so, and we will add it."
                )
            ),
        ),
    )


def _from(route: Route, questionnaires: Sequence[Questionnaire]) -> Iterator[Passage]:
    meetings = route.finished_meetings
    if not meetings:
        yield passage(N_("We began on {day}."), day=route.created.date())
    else:
        first = meetings[0]
        there = names(seat.person.name for seat in first.seats if seat.was_there)
        at_first = N_("We met for the first time on {day}. At the table were {people}.")
        yield passage(at_first, day=meeting_day(first), people=there)
    wrote = N_("At the start {name} wrote:")
    yield from _written(route, questionnaires, Moment.START, wrote)


def _through(route: Route) -> Iterator[Passage]:
    meetings = route.finished_meetings
    if meetings:
        n = len(meetings)
        met = sentence(N_("We met once.")) if n == 1 else sentence(N_("We met {n} times."), n=n)
        themes = _themes(meetings)
        talked_about = sentence(N_("We talked about {themes}."), themes=themes)
        about = (talked_about,) if themes.items else ()
        yield Passage((met, *about))
    stays = phases_so_far(route)
    if len(stays) > 1:
        yield Passage(tuple(phase_sentence(stay.phase, stay.first) for stay in stays))
    before = _before(route)
    for title, did_work in ((N_("This is done:"), True), (N_("This is what we let go:"), False)):
        listed = tuple(
            _with_earlier_words(agreement, before) for agreement in ended(route, did_work=did_work)
        )
        if listed:
            yield passage(title, listed)
    hard = dict.fromkeys(
        f"“{look_back.in_the_way}”" for look_back in route.look_backs if look_back.in_the_way
    )
    if hard:
        in_the_way = N_("Sometimes something got in the way, and we could talk about it.")
        yield passage(in_the_way, tuple(map(LetterLine, hard)))


def _themes(meetings: Sequence[Meeting]) -> Listed:
    """Return the names of the themes that were talked about, each once, in their order."""
    drawn = (card.theme for meeting in meetings for card in meeting.cards if not card.put_back)
    known = dict.fromkeys(Theme(theme) for theme in drawn if theme in set(Theme))
    return Listed(tuple(Quoted(sentence(words.THEMES[theme])) for theme in known))


def _before(route: Route) -> Mapping[str, Agreement]:
    """Return what was changed into an agreement, by the id of that agreement."""
    known = {made.agreement.id: made.agreement for made in all_agreements(route)}
    changed: list[LookBack] = [
        look_back for look_back in route.look_backs if look_back.becomes in known
    ]
    return {
        look_back.becomes: known[look_back.agreement_id]
        for look_back in changed
        if look_back.agreement_id in known
    }


def _with_earlier_words(agreement: Agreement, before: Mapping[str, Agreement]) -> LetterLine:
    """Return an agreement, and what it was before where its words were others."""
    now = agreement_in_letter(agreement)
    earlier: list[str] = []
    seen, previous = {agreement.id}, before.get(agreement.id)
    while previous is not None and previous.id not in seen:
        words_then = agreement_in_letter(previous).text
        if words_then not in (now.text, *earlier):
            earlier.append(words_then)
        seen.add(previous.id)
        previous = before.get(previous.id)
    if not earlier:
        return now
    quoted = joined(f"“{wording}”" for wording in reversed(earlier))
    text = _("{now} Before that it was: {before}").format(now=now.text, before=quoted)
    return LetterLine(text, now.said)


def _to(route: Route, questionnaires: Sequence[Questionnaire], today: date) -> Iterator[Passage]:
    before = _before(route)
    agreements = [hold.agreement for hold in open_agreements(route)]
    agreed = [agreement for agreement in agreements if not agreement.lacks_a_yes]
    kept = tuple(
        _with_earlier_words(agreement, before) for agreement in agreed if agreement.contact is None
    )
    if kept:
        yield passage(N_("This is what we keep doing:"), kept)
    seen = tuple(
        _with_earlier_words(agreement, before)
        for agreement in agreed
        if agreement.contact is not None
    )
    if seen:
        yield passage(N_("This is how people see and speak to each other:"), seen)
    unsure = tuple(
        _with_earlier_words(agreement, before) for agreement in agreements if agreement.lacks_a_yes
    )
    if unsure:
        yield passage(N_("Not everyone says yes to this yet. We go on talking about it:"), unsure)
    views = statements_in_letter(
        route, (made.agreement for made in all_agreements(route)), route.finished_meetings
    )
    if views:
        lines = tuple(map(view_in_letter, views))
        yield passage(N_("This is how people see it themselves:"), lines)
    for person in route.participants:
        steps = tuple(
            LetterLine(went)
            for change in own_changes(route, questionnaires, person)
            if (
                went := changed_sentence(
                    person.name, change.item, change.answers[0][1], change.answers[-1][1]
                )
            )
        )
        if steps:
            yield passage(N_("How things went for {name}."), steps, name=person.name)
    yield from _written(route, questionnaires, Moment.END, N_("Now {name} writes:"))
    coming = min((plan.day for plan in route.planned if plan.day >= today), default=None)
    if coming:
        yield passage(N_("We meet again on {day}."), day=coming)


def _written(
    route: Route, questionnaires: Sequence[Questionnaire], moment: Moment, wrote: str
) -> Iterator[Passage]:
    """Yield what each person wrote at this moment, a passage each."""
    for person in route.participants:
        own = own_words(route, questionnaires, person, moment)
        if own:
            yield passage(wrote, own, name=person.name)
