"""People's own views: each stays beside what it is about, whatever happens to the route."""

from datetime import timedelta

from any_route import AFTERNOON, any_route, anything, finished_meeting, small_route, texts
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, Entered
from relroute_tui.domain.meeting import Correction, Meeting, finish
from relroute_tui.domain.merge.routes import merge_routes
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.progress.statements import (
    agreement_subject,
    for_child,
    other_statements,
    statements_beside,
    statements_on,
    statements_without_place,
    with_statement,
)
from relroute_tui.domain.route import Route, all_agreements, begin_meeting, keeping_statements
from relroute_tui.domain.statement import Statement, Subject

ANNA = Participant("p2", "Anna", Role.PARENT)
SAM = Participant("p1", "Sam", Role.YOUNG_PERSON)
SENTENCE = "Anna belt Sam elke woensdag."


def view(about: Subject, words: str = "Ik zie het anders.", by: Participant = ANNA) -> Statement:
    return Statement(by, AFTERNOON, words, about)


def route_going_on(notes: str = f"Wat gezegd werd.\n- [ ] {SENTENCE} @Anna\n") -> Route:
    route = small_route()
    begun = begin_meeting(route, "m9", seed=9, now=AFTERNOON + timedelta(weeks=20))
    return route.with_meeting(replace(begun, notes=notes))


def all_passed(meeting: Meeting) -> Meeting:
    return replace(meeting, seats=tuple(replace(seat, moves=()) for seat in meeting.seats))


def test_a_view_on_an_agreement_in_the_notes_stands_beside_it_once_it_is_closed():
    route = with_statement(route_going_on(), view(Subject(SENTENCE, "m9")))
    meeting = all_passed(route.meetings[-1])
    closed = route.with_meeting(finish(meeting, AFTERNOON + timedelta(weeks=20, hours=1)))
    [agreement] = closed.meetings[-1].agreements
    assert statements_on(closed, agreement) == closed.statements
    assert other_statements(closed, closed.meetings[-1]) == ()
    # The same words of another meeting are another agreement.
    assert statements_on(closed, closed.meetings[0].agreements[0]) == ()


def test_a_view_stays_at_its_meeting_with_the_words_it_is_about_when_these_are_changed():
    about = Subject("Wat gezegd werd.", "m9")
    route = with_statement(route_going_on(), view(about))
    meeting = route.meetings[-1]
    corrected = replace(
        meeting,
        notes="Het was iets anders.\n",
        corrections=(Correction(AFTERNOON, "Noor", "Verbeterd."),),
    )
    changed = route.with_meeting(corrected)
    assert other_statements(changed, changed.meetings[-1]) == (view(about),)
    assert statements_beside(changed, about) == (view(about),)


def test_a_view_on_a_whole_meeting_is_beside_none_of_its_agreements():
    route = with_statement(small_route(), view(Subject(meeting_id="m1")))
    assert other_statements(route, route.meetings[0]) == route.statements
    assert not any(statements_on(route, agreement) for agreement in route.meetings[0].agreements)
    assert other_statements(route, route.meetings[1]) == ()


def test_an_agreement_between_meetings_has_its_view_too():
    entered = Entered(Agreement("e1", "Gran fetches Sam."), AFTERNOON)
    route = replace(small_route(), agreements=(entered,))
    [made] = [each for each in all_agreements(route) if each.agreement.id == "e1"]
    route = with_statement(route, view(agreement_subject(made)))
    assert statements_on(route, made.agreement) == route.statements
    assert statements_without_place(route) == ()


def test_a_child_takes_home_its_own_view_and_those_that_are_meant_for_it():
    own, other = view(Subject(meeting_id="m1"), by=SAM), view(Subject(meeting_id="m1"))
    meant = replace(other, for_child=True)
    assert for_child((own, other, meant), SAM) == (own, meant)


def test_two_laptops_that_closed_one_meeting_keep_each_view_beside_its_own_version():
    before = route_going_on()
    at = AFTERNOON + timedelta(weeks=20, hours=1)
    sides = []
    for number, sentence in enumerate((SENTENCE, "Anna belt Sam op vrijdag."), 1):
        meeting = all_passed(replace(before.meetings[-1], notes=f"- [ ] {sentence} @Anna\n"))
        closed = before.with_meeting(finish(meeting, at + timedelta(minutes=number)))
        about = Subject(sentence, "m9", closed.meetings[-1].agreements[0].id)
        sides.append(with_statement(closed, view(about, f"kijk {number}")))
    both = merge_routes(*sides)
    assert both == merge_routes(*reversed(sides))
    beside = {
        made.agreement.text: [statement.words for statement in statements_on(both, made.agreement)]
        for made in all_agreements(both)
        if made.meeting and made.meeting.id.startswith("m9")
    }
    assert beside == {SENTENCE: ["kijk 1"], "Anna belt Sam op vrijdag.": ["kijk 2"]}


def test_an_agreement_that_two_versions_of_a_meeting_have_alike_keeps_the_views_on_either():
    route = small_route(meetings=1)
    second = finished_meeting(route, 1, "anders opgeschreven\n")
    agreements = tuple(replace(agreement, id="m1-v2-1") for agreement in second.agreements)
    second = replace(second, id="m1-v2", agreements=agreements)
    route = replace(route, meetings=(*route.meetings, second))
    route = with_statement(route, view(Subject(SENTENCE, "m1-v2", "m1-v2-1")))
    assert [len(statements_on(route, made.agreement)) for made in all_agreements(route)] == [1]


_statements = st.lists(anything(Statement), max_size=4).map(tuple)
_subjects = st.builds(
    Subject, texts, st.sampled_from(("", "m1", "m2", "m9")), st.sampled_from(("", "m1-1", "e1"))
)
_placed = st.lists(
    st.builds(Statement, anything(Participant), st.just(AFTERNOON), texts, _subjects), max_size=4
).map(tuple)


@settings(max_examples=examples(5), deadline=None)
@given(any_route(), _statements, _statements)
def test_no_join_loses_a_view_whichever_laptop_comes_first(route, one, other):
    sides = [replace(route, statements=each) for each in (one, other)]
    both = merge_routes(*sides)
    assert both == merge_routes(*reversed(sides))
    joined = [
        (statement.by, statement.at, statement.words, statement.for_child)
        for statement in both.statements
    ]
    for each in (*one, *other):
        assert (each.by, each.at, each.words, each.for_child) in joined
    for side in sides:
        assert merge_routes(both, side) == both


@settings(max_examples=examples(8), deadline=None)
@given(_statements, _statements)
def test_whatever_takes_the_place_of_a_route_its_views_stay(before, after):
    route = small_route()
    kept = keeping_statements(
        replace(route, statements=after), replace(route, statements=before)
    ).statements
    assert kept[: len(before)] == before
    assert {*before, *after} == {*kept}


@settings(max_examples=examples(8), deadline=None)
@given(_placed)
def test_each_view_stands_somewhere_on_the_route(placed):
    route = replace(small_route(), statements=placed)
    beside = [
        statement
        for made in all_agreements(route)
        for statement in statements_on(route, made.agreement)
    ]
    at_meetings = [
        statement for meeting in route.meetings for statement in other_statements(route, meeting)
    ]
    homeless = statements_without_place(route)
    for each in placed:
        assert each in (*beside, *at_meetings, *homeless)
        assert (each in homeless) != (each in beside or each in at_meetings)
