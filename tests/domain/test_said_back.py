"""Words that people say back: asked once of everyone for each sentence, and none is lost."""

from datetime import timedelta

from any_route import AFTERNOON, small_route, texts
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.meeting import (
    Meeting,
    finish,
    responders,
    still_to_answer,
    still_to_say_back,
    with_response,
    with_said_back,
)
from relroute_tui.domain.merge.routes import merge_routes
from relroute_tui.domain.participant import Role
from relroute_tui.domain.route import begin_meeting

SENTENCES = ("Anna belt Sam.", "Anna belt Sam op zondag.")
ROUTE = small_route()
_people = st.sampled_from([person.id for person in ROUTE.participants])
_answered = st.tuples(_people, st.sampled_from((Stance.YES, Stance.NO)), texts)
_said_back = st.tuples(_people, st.none(), st.just("") | texts)
_spoken = st.lists(_answered | _said_back, max_size=8)


def reading_back(sentence: str, meeting: Meeting | None = None) -> Meeting:
    begun = meeting or begin_meeting(ROUTE, "m9", 9, AFTERNOON + timedelta(weeks=20))
    seats = tuple(replace(seat, moves=begun.seats[0].moves) for seat in begun.seats)
    return replace(begun, seats=seats, notes=f"- [ ] {sentence}\n")


def after(meeting: Meeting, spoken: list[tuple[str, Stance | None, str]]) -> Meeting:
    """Return the meeting after people responded, or said back what stands in the notes."""
    (line,) = meeting.agreement_lines()
    for person, stance, words in spoken:
        if stance is None:
            meeting = with_said_back(meeting, line.wording, person, words)
        else:
            meeting = with_response(meeting, line.wording, Response(person, stance, words))
    return meeting


@settings(max_examples=examples(10), deadline=None)
@given(_spoken, _spoken)
def test_everyone_is_asked_once_for_each_sentence_and_whoever_leads_last(first, second):
    meeting = reading_back(SENTENCES[0])
    for sentence, spoken in zip(SENTENCES, (first, second), strict=True):
        meeting = after(reading_back(sentence, meeting), spoken)
        (line,) = meeting.agreement_lines()
        said: dict[str, str | None] = {}
        for person, stance, words in spoken:
            if stance is not None:
                said.setdefault(person, None)
            elif person in said:
                said[person] = words
        waiting = still_to_say_back(meeting, line.wording)
        assert {person.id for person in waiting} == {
            who for who, words in said.items() if words is None
        }
        assert Role.FACILITATOR not in [person.role for person in waiting[:-1]]
        assert still_to_say_back(replace(meeting, asks_to_say_back=False), line.wording) == ()
    for still in still_to_answer(meeting):
        answer = Response(still.person.id, Stance.PASSES)
        meeting = with_response(meeting, still.line.wording, answer)
    (made,) = finish(meeting, meeting.started).agreements
    kept = {response.participant_id: response.said_back for response in made.responses}
    assert kept == {person.id: said.get(person.id) for person in responders(meeting)}


@settings(max_examples=examples(10), deadline=None)
@given(_spoken, _spoken, _spoken)
def test_two_laptops_that_are_joined_keep_what_was_said_back_on_either(before, one, other):
    begun = after(reading_back(SENTENCES[0]), before)
    sides = [after(begun, spoken) for spoken in (one, other)]
    (joined,) = merge_routes(*map(ROUTE.with_meeting, sides)).meetings[len(ROUTE.meetings) :]
    (line,) = begun.agreement_lines()
    for side in sides:
        for person in responders(side):
            response = side.response_to(line.wording, person.id)
            kept = joined.response_to(line.wording, person.id)
            if response is not None and response.said_back is not None:
                assert kept is not None and kept.said_back is not None
                assert response.said_back in kept.said_back
