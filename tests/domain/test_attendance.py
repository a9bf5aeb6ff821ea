"""The first turn is fair over a series of meetings."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.attendance import (
    with_move,
    with_next_turn,
    with_place_changed,
    with_turn,
)
from relroute_tui.domain.meeting import (
    Meeting,
    finish,
    responders,
    still_to_answer,
    with_response,
)
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))
PEOPLE = (
    Participant("n", "Noor", Role.FACILITATOR),
    Participant("z", "Zwaluw", Role.YOUNG_PERSON),
    Participant("a", "Anna", Role.PARENT),
    Participant("k", "Kees", Role.CARER),
)
ROUTE = Route("r", "Zwaluw", Phase.STABILISATION, NOW, PEOPLE)
WHO_SPEAKS = st.sets(st.sampled_from(["z", "a", "k"]), min_size=1)


def meeting_with(*absent: str) -> Meeting:
    meeting = begin_meeting(ROUTE, "m", 1, NOW)
    for each in absent:
        meeting = with_move(meeting, each, NOW)
    return meeting


def began(*first_turns: str | None) -> list[Meeting]:
    return [replace(meeting_with(), first_turn=turn) for turn in first_turns]


def test_the_first_turns_of_a_series_go_round_everybody() -> None:
    earlier: list[Meeting] = []
    for _ in range(6):
        earlier.append(with_next_turn(meeting_with(), earlier))
    assert [meeting.first_turn for meeting in earlier] == ["z", "a", "k", "z", "a", "k"]


def test_whoever_began_least_begins_then_whoever_began_longest_ago() -> None:
    assert with_next_turn(meeting_with(), began("z", "a", "k", "z", "k")).turn == "a"
    assert with_next_turn(meeting_with(), began("k", "z", "a")).turn == "k"
    assert with_next_turn(meeting_with(), began(None, None)).turn == "z"


def test_from_the_first_turn_on_it_goes_round_the_seats() -> None:
    meeting = with_next_turn(meeting_with(), began("z"))
    turns = [meeting.turn]
    for _ in range(3):
        meeting = with_next_turn(meeting, began("z"))
        turns.append(meeting.turn)
    assert turns == ["a", "k", "z", "a"]
    assert meeting.first_turn == "a"


def test_a_first_turn_that_was_given_by_hand_counts_too() -> None:
    meeting = with_turn(meeting_with(), "k")
    assert with_turn(meeting, "a").first_turn == "k"
    assert with_next_turn(meeting_with(), [meeting]).turn == "z"
    assert with_next_turn(meeting_with("z", "a"), [meeting]).turn == "k"


def test_the_turn_of_somebody_who_leaves_goes_to_whoever_sits_behind() -> None:
    meeting = with_turn(meeting_with(), "a")
    assert with_move(meeting, "a", NOW).turn == "k"


@given(st.lists(WHO_SPEAKS, min_size=1, max_size=20))
def test_of_those_present_nobody_began_less_often_than_whoever_begins(
    series: list[set[str]],
) -> None:
    earlier: list[Meeting] = []
    for present in series:
        absent = {"z", "a", "k"} - present
        meeting = with_next_turn(meeting_with(*absent), earlier)
        times = {each: sum(m.first_turn == each for m in earlier) for each in present}
        assert meeting.turn in present
        assert times[str(meeting.turn)] == min(times.values())
        earlier.append(meeting)


# From elsewhere


def from_elsewhere(meeting: Meeting) -> list[str]:
    return [seat.person.id for seat in meeting.seats if seat.from_elsewhere]


def test_somebody_who_was_not_here_joins_from_elsewhere_and_may_come_into_the_room() -> None:
    joined = with_place_changed(meeting_with("a"), "a", NOW)
    assert from_elsewhere(joined) == ["a"]
    assert "a" in {person.id for person in joined.present}
    in_the_room = with_place_changed(joined, "a", NOW)
    assert from_elsewhere(in_the_room) == []
    assert "a" in {person.id for person in in_the_room.present}


def test_a_line_that_drops_keeps_the_turn_and_the_turn_waits() -> None:
    joined = with_turn(with_place_changed(meeting_with("a"), "a", NOW), "a")
    cut_off = with_move(joined, "a", NOW)
    assert cut_off.turn == "a"
    assert "a" not in {person.id for person in cut_off.present}
    assert with_move(cut_off, "a", NOW).turn == "a"


@given(where=st.integers(0, 6), speaks=st.sampled_from(["z", "a", "k"]))
def test_a_line_that_drops_anywhere_in_a_round_skips_nobody(where: int, speaks: str) -> None:
    meeting = with_place_changed(meeting_with(speaks), speaks, NOW)
    turns = []
    for number in range(6):
        if number == where:
            meeting = with_move(meeting, speaks, NOW)
        meeting = with_next_turn(meeting)
        turns.append(meeting.turn)
    assert turns == ["z", "a", "k"] * 2


def test_whoever_is_cut_off_for_good_is_taken_out_of_the_round_and_the_turn_goes_on() -> None:
    joined = with_turn(with_place_changed(meeting_with("a"), "a", NOW), "a")
    gone = with_place_changed(with_move(joined, "a", NOW), "a", NOW)
    assert gone.turn == "k"
    assert "a" not in {with_next_turn(gone).turn, with_next_turn(with_next_turn(gone)).turn}


def test_whoever_leaves_the_room_has_no_turn_any_more() -> None:
    meeting = with_turn(meeting_with(), "a")
    later = replace(meeting, agenda=meeting.agenda.next_step(NOW))
    assert with_move(later, "a", NOW).turn == "k"


def test_an_interpreter_has_no_turn_and_answers_to_no_agreement() -> None:
    """An interpreter says what others say."""
    interpreter = Participant("i", "Ida", Role.INTERPRETER)
    route = replace(ROUTE, participants=(*PEOPLE, interpreter))
    meeting = replace(begin_meeting(route, "m", 1, NOW), notes="- [ ] Anna belt. @Anna")
    turns = []
    for _ in range(6):
        meeting = with_next_turn(meeting)
        turns.append(meeting.turn)
    assert set(turns) == {"z", "a", "k"}
    assert "i" in {person.id for person in meeting.present}
    assert {person.id for person in responders(meeting)} == {"n", "z", "a", "k"}
    for waiting in still_to_answer(meeting):
        response = Response(waiting.person.id, Stance.YES)
        meeting = with_response(meeting, waiting.line.wording, response)
    (agreement,) = finish(meeting, NOW).agreements
    assert {response.participant_id for response in agreement.responses} == {"n", "z", "a", "k"}
