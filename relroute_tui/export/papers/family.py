"""The family's sheet: what was agreed, what came of earlier agreements, the next day, whom to ask.

One A4, for the fridge; where that is not enough, the first side says when we meet again and whom to
ask. It says no more than what everyone at the table heard.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.openers import Openers
from relroute_tui.domain.progress.decisions import Decisions, Reworded, decisions_of
from relroute_tui.domain.progress.statements import other_statements
from relroute_tui.domain.route import Route
from relroute_tui.export.papers.paper import (
    Block,
    Fact,
    Facts,
    Heading,
    Paper,
    Paragraph,
    paper_of,
    spoken,
)
from relroute_tui.export.papers.parts import (
    agreement_facts,
    contact_as_written,
    corrections_of,
    facilitators,
    looked_back_on,
    names_of,
    next_meeting,
    quoted,
    responses_of,
    room_for_a_number,
    views_of,
    views_on,
    when_and_where,
    who_was_there,
    working_copy,
)
from relroute_tui.export.papers.sections import EVERY_SECTION, Section
from relroute_tui.language import N_, _, progress_words
from relroute_tui.language.filled_sentences import Sentence, sentence
from relroute_tui.language.opener_words import openers_said

_LOOKED_FOR: Final = (Section.NEXT, Section.WHOM_TO_ASK)
"""Sections for which people come back to the sheet."""


def family_paper(
    route: Route,
    meeting: Meeting,
    openers: Openers | None = None,
    sections: Collection[Section] = EVERY_SECTION,
    *,
    is_long: bool = False,
) -> Paper:
    """Return the family's sheet of one meeting, in the language that is spoken.

    In an organisation it says who can open the route. On one that `is_long`, the other side of
    which may be out of sight, stands first what everyone looks for.
    """
    title = sentence(N_("What we agreed on {day}"), day=meeting_day(meeting))
    return paper_of(title, _blocks(route, meeting, openers, sections, is_long=is_long))


def _blocks(
    route: Route,
    meeting: Meeting,
    openers: Openers | None,
    sections: Collection[Section],
    *,
    is_long: bool,
) -> Iterator[Block]:
    decisions = decisions_of(route, meeting)
    yield spoken(*_opening(route, meeting, says_who=Section.PRESENT in sections))
    parts = {
        Section.AGREEMENTS: _agreements(route, decisions),
        Section.LOOKING_BACK: _looked_back(route, decisions),
        Section.VIEWS: _with_title(_("Own views"), views_of(other_statements(route, meeting))),
        Section.CORRECTIONS: _with_title(_("Added later"), corrections_of(meeting)),
        Section.NEXT: _next(route, meeting),
        Section.WHOM_TO_ASK: _whom_to_ask(meeting),
        Section.OPENERS: _openers(openers),
    }
    for section in sorted(parts, key=lambda section: is_long and section not in _LOOKED_FOR):
        if section in sections:
            yield from parts[section]


def _with_title(title: str, facts: Iterable[Fact]) -> Iterator[Block]:
    if found := tuple(facts):
        yield Heading(title)
        yield Facts(found)


def _opening(route: Route, meeting: Meeting, *, says_who: bool) -> Iterator[Sentence]:
    yield sentence(
        N_("The route of {name}, meeting {n}."), name=route.nickname, n=route.number_of(meeting)
    )
    there = who_was_there(meeting)
    if says_who and there.items:
        yield sentence(N_("At the table: {people}."), people=there)
    if meeting.finished is None:
        yield sentence(N_("This meeting is not closed yet."))
    yield working_copy()


def _agreements(route: Route, decisions: Decisions) -> Iterator[Block]:
    yield Heading(_("Our agreements"))
    if not decisions.hold_from_now_on:
        yield Paragraph(_("No agreements were made this time."))
    review = _common_review(decisions.hold_from_now_on)
    if review is not None:
        yield spoken(sentence(N_("We look back on all of these on {day}."), day=review))
    for agreement in decisions.made:
        yield from _agreement(route, agreement, review)
    for change in decisions.reworded:
        yield from _agreement(route, change.after, review, _before(change))
        yield Facts(tuple(views_on(route, change.before)))


def _before(change: Reworded) -> Fact:
    """Return what was agreed before a change."""
    if not change.has_new_words:
        same = sentence(N_("the sentence is the same"))
        return Fact(_("Changed"), str(same), (same,))
    before = change.before
    return Fact(_("Changed; it was"), quoted(before.text), contact_as_written(before))


def _common_review(agreements: Sequence[Agreement]) -> date | None:
    """Return the day to look back where several agreements have the same: it is said once."""
    days = {agreement.review for agreement in agreements}
    return days.pop() if len(agreements) > 1 and len(days) == 1 else None


def _agreement(
    route: Route, agreement: Agreement, common_review: date | None, *change: Fact
) -> Iterator[Block]:
    apart = replace(agreement, review=None) if common_review else agreement
    yield Heading(agreement.text, level=3, said=contact_as_written(agreement))
    lack = progress_words.lack_of_a_yes(agreement)
    facts = (
        *change,
        *agreement_facts(apart),
        *responses_of(route, agreement),
        *views_on(route, agreement),
    )
    yield Facts(facts, goes_on=bool(lack))
    yield Paragraph(lack)


def _looked_back(route: Route, decisions: Decisions) -> Iterator[Block]:
    looked_back = (*decisions.carried_on, *decisions.ended)
    if looked_back:
        yield Heading(_("How it went with earlier agreements"))
    for title, found in (
        (_("We carry on with this"), decisions.carried_on),
        (_("This is done"), decisions.ended),
    ):
        if found:
            yield Heading(title, level=3)
            yield Facts(tuple(fact for looked in found for fact in looked_back_on(route, looked)))


def _next(route: Route, meeting: Meeting) -> Iterator[Block]:
    plan = next_meeting(route, meeting)
    if plan is None and meeting != route.last_meeting:
        return
    yield Heading(_("When we meet again"))
    yield when_and_where(plan) if plan else Paragraph(_("No day was chosen yet."))


def _whom_to_ask(meeting: Meeting) -> Iterator[Block]:
    yield Heading(_("Does something not work, or do you have a question?"))
    leading = names_of(facilitators(meeting))
    ask = (sentence(N_("Ring or message {people}."), people=leading),) if leading.items else ()
    yield spoken(*ask, room_for_a_number())


def _openers(openers: Openers | None) -> Iterator[Block]:
    if openers is not None:
        yield Heading(_("Who can open what we write"))
        for said in openers_said(openers):
            yield spoken(*said)
