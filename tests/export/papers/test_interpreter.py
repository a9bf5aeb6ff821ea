"""An interpreter is at the table, says what others say, and is named with the language."""

from examples import examples
from family_of_swallow import CALLS, START
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.content.record_template import load_record_template
from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.attendance import (
    interpreters_for,
    may_have_turn,
    with_move,
    with_next_turn,
)
from relroute_tui.domain.meeting import Meeting, finish, responders, still_to_answer, with_response
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.statements import people_with_a_view
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.environment import shipped
from relroute_tui.export.markdown.meetings import meeting_text
from relroute_tui.export.papers.paper import lines_of
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.language import use, words
from relroute_tui.language.language_names import LANGUAGE_NAMES, language_name

_languages = st.sampled_from(("", *LANGUAGE_NAMES))
_people = st.lists(
    st.tuples(st.sampled_from(Role), _languages, st.none() | st.sampled_from(AgeGroup)),
    min_size=1,
    max_size=6,
).map(
    lambda drawn: tuple(
        Participant(f"p{number}", f"Name{number}", role, age, language=language)
        for number, (role, language, age) in enumerate(drawn)
    )
)


def meeting_of(people: tuple[Participant, ...]) -> tuple[Route, Meeting]:
    route = Route("fjord234", "Swallow", Phase.STABILISATION, START, people)
    meeting = begin_meeting(route, "m1", 1, START)
    return route, replace(meeting, notes=f"- [ ] {CALLS.text}\n")


@settings(max_examples=examples(8), deadline=None)
@given(_people, st.data())
def test_nobody_asks_an_interpreter_for_anything_whoever_is_there(people, data):
    route, meeting = meeting_of(people)
    for person in data.draw(st.lists(st.sampled_from(people), max_size=4)):
        meeting = with_move(meeting, person.id, START)
    interpreters = {person.id for person in people if person.role is Role.INTERPRETER}
    for _ in range(2 * len(people)):
        meeting = with_next_turn(meeting)
        assert meeting.turn not in interpreters
    assert not any(may_have_turn(meeting, interpreter) for interpreter in interpreters)
    assert not interpreters & {person.id for person in responders(meeting)}
    for waiting in still_to_answer(meeting):
        answer = Response(waiting.person.id, Stance.PASSES)
        meeting = with_response(meeting, waiting.line.wording, answer)
    for agreement in finish(meeting, START).agreements:
        assert not interpreters & {response.participant_id for response in agreement.responses}
    with_a_view = people_with_a_view(route.with_meeting(meeting))
    assert not interpreters & {person.id for person in with_a_view}


@settings(max_examples=examples(8), deadline=None)
@given(_people)
def test_an_interpreter_goes_with_those_who_have_that_language(people):
    _route, meeting = meeting_of(people)
    for person in people:
        for interpreter in interpreters_for(meeting, person):
            assert interpreter.role is Role.INTERPRETER is not person.role
            assert interpreter.language == person.language != ""


@given(st.sampled_from(Role), st.none() | st.sampled_from(AgeGroup))
def test_no_minor_may_interpret(role, age):
    person = Participant("p", "Bo", role, age)
    assert not (person.may_interpret and age in (AgeGroup.UNDER_12, AgeGroup.FROM_12))
    may_be_young = role in (Role.YOUNG_PERSON, Role.SIBLING)
    assert not (person.may_interpret and may_be_young and age is None)
    assert Participant("p", "Bo", Role.PROFESSIONAL).may_interpret


@settings(max_examples=examples(5), deadline=None)
@given(st.sampled_from(tuple(LANGUAGE_NAMES)), st.sampled_from(("nl", "en")))
def test_every_paper_says_who_interpreted_and_into_which_language(code, language):
    use(language)
    people = (
        Participant("s", "Swallow", Role.YOUNG_PERSON, AgeGroup.FROM_12),
        Participant("o", "Olena", Role.INTERPRETER, language=code),
    )
    route, meeting = meeting_of(people)
    for waiting in still_to_answer(meeting):
        answer = Response(waiting.person.id, Stance.PASSES)
        meeting = with_response(meeting, waiting.line.wording, answer)
    meeting = finish(meeting, START)
    route = route.with_meeting(meeting)
    told = f"Olena ({words.role_of(people[1])})"
    assert language_name(code) in told
    template = load_record_template((shipped("cards"),), language)[0]
    for which in Which:
        assert told in "\n".join(lines_of(paper_about(which, route, meeting, lambda: template)))
    assert told in meeting_text(route, meeting)
