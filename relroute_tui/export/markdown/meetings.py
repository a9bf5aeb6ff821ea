"""A meeting as Markdown, to take home on paper: first what was agreed, then what was said."""

from collections.abc import Iterable, Iterator, Sequence

from relroute_tui.domain.agreement import Agreement, Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import DrawnCard, Meeting, Seat, cards_spoken_of, meeting_day
from relroute_tui.domain.notes.wording import agreement_of
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
    working_copy,
)
from relroute_tui.language import _, dates, words


def meetings_text(route: Route, meetings: Iterable[Meeting]) -> str:
    """These meetings of the route, newest first, as one text."""
    newest_first = sorted(meetings, key=route.number_of, reverse=True)
    return "\n".join(meeting_text(route, meeting) for meeting in newest_first)


def meeting_text(route: Route, meeting: Meeting) -> str:
    """One meeting as CommonMark. Its notes, read again, give the same agreements."""
    parts = [
        *_opening(route, meeting),
        *_agreements(route, meeting),
        *section(_("How we came to the table, from 0 to 10"), _check_ins(meeting)),
        *section(_("How we left the table, from 0 to 10"), _check_outs(meeting)),
        *_next_meeting(route, meeting),
        *section(_("Who was there"), (_presence(meeting, seat) for seat in meeting.seats)),
        *section(
            _("The cards on the table"),
            (_card(card) for card in cards_spoken_of(meeting)),
        ),
        *_notes(meeting),
        *section(
            _("Added later"),
            (
                f"{dates.long_date(each.at.date())}, {typed(each.by)}: {typed(each.text)}"
                for each in meeting.corrections
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


def _agreements(route: Route, meeting: Meeting) -> Iterator[str]:
    yield heading(_("What we agreed"))
    agreements = _agreements_of(meeting)
    people = [seat.person for seat in meeting.seats]
    if not agreements:
        yield _("No agreements were made this time.")
    for number, agreement in enumerate(agreements, 1):
        yield f"### {number}. {typed_in_heading(agreement.text)}"
        facts = bulleted(
            (*agreement_facts(agreement), *looks_back(look_backs_on(route, agreement.id)))
        )
        if facts:
            yield facts
        responses = bulleted(response_line(people, each) for each in agreement.responses)
        if responses:
            yield _("What everyone said:")
            yield responses


def _agreements_of(meeting: Meeting) -> Sequence[Agreement]:
    """The agreements that were closed with or, before that, as the notes say them now."""
    if meeting.finished is not None:
        return meeting.agreements
    return [
        agreement_of(
            line,
            "",
            (each.response for each in meeting.responses if each.wording == line.wording),
        )
        for line in meeting.agreement_lines()
        if line.text
    ]


def _check_ins(meeting: Meeting) -> Iterator[str]:
    """A number and a word by name; who would rather not is not put on display."""
    people = [seat.person for seat in meeting.seats]
    for check_in in meeting.check_ins:
        if said := check_in_text(check_in):
            yield f"{called(people, check_in.participant_id)}: {said}"


def _check_outs(meeting: Meeting) -> Iterator[str]:
    """Numbers and a word by name; who would rather not is not put on display."""
    people = [seat.person for seat in meeting.seats]
    for check_out in meeting.check_outs:
        if said := check_out_text(check_out):
            yield f"{called(people, check_out.participant_id)}: {said}"


def _next_meeting(route: Route, meeting: Meeting) -> Iterator[str]:
    newest = route.last_meeting
    if route.next_meeting and newest and meeting.id == newest.id:
        yield heading(_("We meet again"))
        yield _("On {day}.").format(day=dates.long_date(route.next_meeting))


def _presence(meeting: Meeting, seat: Seat) -> str:
    person = named(seat.person, guest=seat.guest)
    if not seat.was_there:
        return f"{person}: {_(words.STANCES[Stance.NOT_PRESENT])}"
    moves = ", ".join(_moves(meeting, seat))
    return f"{person}: {moves}" if moves else person


def _moves(meeting: Meeting, seat: Seat) -> Iterator[str]:
    """When someone came later, left, or came back."""
    been_here = False
    for move in seat.moves:
        sentence = _("left the table at {time}")
        if move.present:
            sentence = _("came back at {time}") if been_here else _("came at {time}")
        if been_here or move.at > meeting.started:
            yield sentence.format(time=dates.clock_time(move.at))
        been_here = been_here or move.present


def _card(card: DrawnCard) -> str:
    if card.theme in set(Theme):
        return f"{_(words.THEMES[Theme(card.theme)])}: {quoted(card.question)}"
    return quoted(card.question)


def _notes(meeting: Meeting) -> Iterator[str]:
    if meeting.notes.strip():
        yield heading(_("Notes"))
        yield contained(meeting.notes)
