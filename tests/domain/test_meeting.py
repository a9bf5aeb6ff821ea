"""A meeting: who is here, whose turn it is, and when it can be closed."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.attendance import with_guest, with_move, with_next_turn
from relroute_tui.domain.meeting import (
    Meeting,
    StillOpenError,
    finish,
    responders,
    still_to_answer,
    with_response,
)
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import (
    NameProblem,
    Route,
    begin_meeting,
    name_problem,
    open_agreements,
)
from relroute_tui.domain.search import Search, WordIndex, meeting_texts, words_in

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))
PEOPLE = (
    Participant("n", "Noor", Role.FACILITATOR),
    Participant("z", "Zwaluw", Role.YOUNG_PERSON, AgeGroup.FROM_12),
    Participant("a", "Anna", Role.PARENT),
    Participant("k", "Kees", Role.CARER),
)
ROUTE = Route("r", "Zwaluw", Phase.STABILISATION, NOW, PEOPLE)
NOTES = "- [ ] Anna belt op woensdag. @Anna\n- [ ] Kees stuurt een foto. @Kees"


@pytest.fixture
def meeting() -> Meeting:
    return replace(begin_meeting(ROUTE, "m", 1, NOW), notes=NOTES)


def everyone_says(meeting: Meeting, stance: Stance) -> Meeting:
    for waiting in still_to_answer(meeting):
        response = Response(waiting.person.id, stance)
        meeting = with_response(meeting, waiting.line.wording, response)
    return meeting


def test_a_meeting_begins_with_everyone_of_the_route(meeting: Meeting) -> None:
    assert meeting.present == PEOPLE


def test_the_turn_goes_round_past_who_leads_and_who_is_away(meeting: Meeting) -> None:
    meeting = with_move(meeting, "a", NOW)
    turns = []
    for _ in range(4):
        meeting = with_next_turn(meeting)
        turns.append(meeting.turn)
    assert turns == ["z", "k", "z", "k"]


def test_the_turn_does_not_stay_with_who_leaves(meeting: Meeting) -> None:
    meeting = with_move(replace(meeting, turn="z"), "z", NOW)
    assert meeting.turn in {"a", "k"}


def test_someone_who_leaves_and_comes_back_is_present(meeting: Meeting) -> None:
    gone = with_move(meeting, "z", NOW)
    assert "Zwaluw" not in {person.name for person in gone.present}
    assert "Zwaluw" in gone.names
    assert with_move(gone, "z", NOW).present == PEOPLE


def test_a_meeting_cannot_be_finished_while_someone_present_did_not_respond(
    meeting: Meeting,
) -> None:
    assert len(still_to_answer(meeting)) == 2 * len(responders(meeting))
    with pytest.raises(StillOpenError):
        finish(meeting, NOW)


@pytest.mark.parametrize(
    "stance", [Stance.YES, Stance.YES_IF, Stance.NOT_YET, Stance.NO, Stance.PASSES]
)
def test_any_response_is_enough_to_finish_and_is_kept(meeting: Meeting, stance: Stance) -> None:
    done = finish(everyone_says(meeting, stance), NOW)
    assert done.finished == NOW
    assert {r.stance for a in done.agreements for r in a.responses} == {stance}


def test_who_was_not_there_is_written_down_as_not_present(meeting: Meeting) -> None:
    meeting = with_move(meeting, "k", NOW)
    done = finish(everyone_says(meeting, Stance.YES), NOW)
    assert [r.stance for r in done.agreements[0].responses if r.participant_id == "k"] == [
        Stance.NOT_PRESENT
    ]


def test_nobody_is_written_down_as_absent_who_was_not_invited(meeting: Meeting) -> None:
    uninvited = tuple(
        replace(seat, moves=(), invited=False) if seat.person.id == "k" else seat
        for seat in meeting.seats
    )
    meeting = replace(meeting, seats=uninvited)
    came_after_all = with_move(meeting, "k", NOW)

    for done, known in ((meeting, False), (came_after_all, True)):
        given = finish(everyone_says(done, Stance.YES), NOW).agreements[0].responses
        assert ("k" in {each.participant_id for each in given}) is known


def test_who_comes_in_late_is_asked_as_well(meeting: Meeting) -> None:
    answered = everyone_says(with_move(meeting, "k", NOW), Stance.YES)
    assert still_to_answer(answered) == ()
    back = with_move(answered, "k", NOW)
    assert {waiting.person.name for waiting in still_to_answer(back)} == {"Kees"}


def test_a_changed_sentence_asks_for_its_responses_again_and_no_other(meeting: Meeting) -> None:
    answered = everyone_says(meeting, Stance.YES)
    changed = replace(answered, notes=NOTES.replace("op woensdag", "op vrijdag"))
    assert {w.line.text for w in still_to_answer(changed)} == {"Anna belt op vrijdag."}
    assert still_to_answer(replace(changed, notes=NOTES)) == ()


def test_a_date_or_a_subject_does_not_ask_again(meeting: Meeting) -> None:
    answered = everyone_says(meeting, Stance.YES)
    noted = replace(answered, notes=NOTES.replace("@Kees", "@Kees #fotos >24-12-2026"))
    assert still_to_answer(noted) == ()


def test_a_guest_is_at_this_table_and_not_on_the_route(meeting: Meeting) -> None:
    guest = Participant("g", "Oma", Role.SUPPORTER)
    with_oma = with_guest(meeting, guest, NOW)
    assert guest in with_oma.present
    route = ROUTE.with_meeting(with_oma)
    assert guest not in route.participants
    assert guest not in begin_meeting(route, "next", 2, NOW).present


def test_agreements_of_a_finished_meeting_are_open(meeting: Meeting) -> None:
    done = finish(everyone_says(meeting, Stance.YES), NOW)
    assert open_agreements(ROUTE.with_meeting(meeting)) == ()
    assert len(open_agreements(ROUTE.with_meeting(done))) == 2


def test_a_search_finds_words_in_any_meeting(meeting: Meeting) -> None:
    route = ROUTE.with_meeting(meeting).with_meeting(
        replace(meeting, id="m2", notes="Over de ZWEMLES")
    )
    assert [m.meeting.id for m in Search().said(route, "")] == ["m2", "m"]
    assert [m.meeting.id for m in Search().said(route, "zwemles over")] == ["m2"]
    assert not Search().said(route, "konijn")


@given(said=st.text(), other=st.text())
def test_whatever_was_said_is_found_by_any_part_of_its_words(said: str, other: str) -> None:
    meeting = replace(begin_meeting(ROUTE, "m", 1, NOW), notes=f"{other}\n{said}\n{other}")
    route, search = ROUTE.with_meeting(meeting), Search()
    for word in words_in(said):
        assert search.said(route, f"{word} {word[1:]} {word[: len(word) // 2]}")


def test_a_meeting_that_came_during_a_search_is_found_by_the_next_and_only_once(
    meeting: Meeting,
) -> None:
    index = WordIndex()
    for number, notes in enumerate(("Zwemles.", "Judo.", "Zwem\u00adles en judo.")):
        route = ROUTE.with_meeting(replace(meeting, id=f"m{number}", notes=notes))
        (said,) = meeting_texts(route)
        index.add(said)

    def found(words: str, begin: int, end: int | None = None) -> list[str]:
        return [said.meeting.id for said in index.meetings_with(words_in(words), begin, end)]

    assert found("zwemles", 0, 2) == ["m0"]
    assert found("zwemles", 2) == ["m2"]
    assert found("JUDO zwem", 0) == ["m2"]
    assert found("", 1) == ["m1", "m2"]


@pytest.mark.parametrize("query", ["coordinator", "COÖRDINATOR", "co\u00a0ordinator", "foto’s"])
def test_a_search_minds_neither_accents_nor_compositions_nor_quotes(
    meeting: Meeting, query: str
) -> None:
    notes = "de coo\u0308rdinator belt over foto's"
    route = ROUTE.with_meeting(replace(meeting, notes=notes))
    assert Search().said(route, query)
    (said,) = meeting_texts(route)
    assert said.line_with(words_in(query)) == notes


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", NameProblem.EMPTY),
        ("   ", NameProblem.EMPTY),
        ("ANNA ", NameProblem.TAKEN),
        ("Ánna", NameProblem.TAKEN),
        ("A\u0301nna", NameProblem.TAKEN),
        ("a\nb", NameProblem.NOT_ONE_LINE),
        ("x" * 41, NameProblem.TOO_LONG),
        ("[/ Anna]", None),
    ],
)
def test_a_nickname_is_short_and_nobody_elses(name: str, problem: NameProblem | None) -> None:
    assert name_problem(name, ["Anna"]) is problem
