"""A meeting as Markdown, to take home on paper: first what was agreed, then what was said."""

from collections.abc import Iterable, Iterator

from relroute_tui.domain.agreement import Agreement, Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import DrawnCard, Meeting, cards_spoken_of, meeting_day
from relroute_tui.domain.participant import Seat
from relroute_tui.domain.progress.decisions import (
    Decisions,
    LookedBackOn,
    decisions_of,
)
from relroute_tui.domain.progress.statements import other_statements, statements_on
from relroute_tui.domain.route import Route, look_backs_on
from relroute_tui.export.markdown.commonmark import contained, typed, typed_in_heading
from relroute_tui.export.markdown.parts import (
    agreement_facts,
    bulleted,
    called,
    check_in_text,
    check_out_text,
    heading,
    looks_back,
    named,
    quoted,
    response_line,
    section,
    text_of,
    view_line_with_subject,
    views_beside,
    working_copy,
)
from relroute_tui.export.notes import notes_beside_agreements
from relroute_tui.language import _, agreement_words, dates, words
from relroute_tui.language.attendance_words import moves_of
from relroute_tui.language.score_words import arrival_heading, leaving_heading


def meetings_text(route: Route, meetings: Iterable[Meeting]) -> str:
    """Return these meetings of the route, newest first, as one text."""
    newest_first = sorted(meetings, key=route.number_of, reverse=True)
    return "\n".join(meeting_text(route, meeting) for meeting in newest_first)


def meeting_text(route: Route, meeting: Meeting) -> str:
    """Return one meeting as CommonMark: what was decided first, the notes without it last."""
    decided = decisions_of(route, meeting)
    parts = [
        *_opening(route, meeting),
        *_decisions(meeting, route, decided),
        *section(arrival_heading(meeting.check_ins), _check_ins(meeting)),
        *section(leaving_heading(meeting.check_outs), _check_outs(meeting)),
        *_next_meeting(route, meeting),
        *section(_("Who was there"), _attendance(meeting)),
        *section(
            _("The cards on the table"),
            (_card(card) for card in cards_spoken_of(meeting)),
        ),
        *_notes(meeting, decided),
        *section(_("Own views"), map(view_line_with_subject, other_statements(route, meeting))),
        *section(
            _("Added later"),
            (
                f"{dates.long_date(added.at.date())}, {typed(added.by)}: {typed(added.text)}"
                for added in meeting.corrections
            ),
        ),
    ]
    return text_of(parts)


def _opening(route: Route, meeting: Meeting) -> Iterator[str]:
    title = _("The route of {name}: meeting {n}, {day}").format(
        name=typed_in_heading(route.nickname),
        n=route.number_of(meeting),
        day=dates.long_date(meeting_day(meeting)),
    )
    yield f"# {title}"
    yield working_copy()
    if meeting.finished is None:
        yield _("This meeting is not closed yet.")


def _decisions(meeting: Meeting, route: Route, decided: Decisions) -> Iterator[str]:
    """Yield what was agreed, changed, carried on and ended, with everyone's answers."""
    yield heading(_("What we agreed"))
    if decided.is_nothing:
        yield _("No agreements were made this time.")
    elif not decided.made:
        yield _("No new agreements were made this time.")
    if sentence := agreement_words.not_said_back(meeting):
        yield sentence
    for number, agreement in enumerate(decided.made, 1):
        facts = (*agreement_facts(agreement), *looks_back(look_backs_on(route, agreement.id)))
        yield from _agreement(meeting, number, agreement, facts)
        yield from views_beside(statements_on(route, agreement))
    if decided.reworded:
        yield heading(_("What we changed"))
    for number, change in enumerate(decided.reworded, len(decided.made) + 1):
        before = [_("Before: {words}").format(words=quoted(change.before.text))]
        facts = (
            *(before if change.has_new_words else ()),
            *agreement_facts(change.after),
            *looks_back([change.look_back]),
        )
        yield from _agreement(meeting, number, change.after, facts)
        for agreement in (change.before, change.after):
            yield from views_beside(statements_on(route, agreement))
    for title, found in (
        (_("What we go on with"), decided.carried_on),
        (_("What is done"), decided.ended),
    ):
        yield from section(title, map(_looked_back_on, found))
        for looked in found:
            yield from views_beside(statements_on(route, looked.agreement))


def _agreement(
    meeting: Meeting, number: int, agreement: Agreement, facts: Iterable[str]
) -> Iterator[str]:
    yield f"### {number}. {typed_in_heading(agreement.text)}"
    listed = bulleted(facts)
    if listed:
        yield listed
    people = [seat.person for seat in meeting.seats]
    responses = bulleted(response_line(people, response) for response in agreement.responses)
    if responses:
        yield _("What everyone said:")
        yield responses


def _looked_back_on(looked: LookedBackOn) -> str:
    went = _(words.OUTCOMES[looked.look_back.outcome])
    line = f"{quoted(looked.agreement.text)}: {went}"
    if looked.look_back.in_the_way:
        got_in_the_way = quoted(looked.look_back.in_the_way)
        line += "; " + _("what got in the way: {words}").format(words=got_in_the_way)
    return line


def _check_ins(meeting: Meeting) -> Iterator[str]:
    """Yield a number and a word by name; people who would rather not say are not put on display."""
    people = [seat.person for seat in meeting.seats]
    for check_in in meeting.check_ins:
        if text := check_in_text(check_in):
            yield f"{called(people, check_in.participant_id)}: {text}"


def _check_outs(meeting: Meeting) -> Iterator[str]:
    """Write numbers and a word by name; people who would rather not say are not put on display."""
    people = [seat.person for seat in meeting.seats]
    for check_out in meeting.check_outs:
        if text := check_out_text(check_out):
            yield f"{called(people, check_out.participant_id)}: {text}"


def _next_meeting(route: Route, meeting: Meeting) -> Iterator[str]:
    is_newest = meeting in (route.last_meeting, *route.finished_meetings[-1:])
    if route.next_meeting and is_newest:
        yield heading(_("We meet again"))
        yield _("On {day}.").format(day=dates.long_date(route.next_meeting))


def _attendance(meeting: Meeting) -> Iterator[str]:
    return (_presence(meeting, seat) for seat in meeting.seats if seat.is_told)


def _presence(meeting: Meeting, seat: Seat) -> str:
    person = named(seat.person, guest=seat.guest)
    if not seat.was_there:
        return f"{person}: {_(words.STANCES[Stance.NOT_PRESENT])}"
    moves = ", ".join(moves_of(meeting, seat))
    return f"{person}: {moves}" if moves else person


def _card(card: DrawnCard) -> str:
    if card.theme in set(Theme):
        return f"{_(words.THEMES[Theme(card.theme)])}: {quoted(card.question)}"
    return quoted(card.question)


def _notes(meeting: Meeting, decided: Decisions) -> Iterator[str]:
    notes = notes_beside_agreements(meeting, decided, _("Agreement {n}, see above."))
    if notes.strip():
        yield heading(_("Notes"))
        yield contained(notes, level=2)
