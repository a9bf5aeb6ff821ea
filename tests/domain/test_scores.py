"""Check-in and check-out: numbers from 0 to 10 and a word, each of one person."""

import pytest
from any_route import small_route
from msgspec.structs import replace

from relroute_tui.domain.meeting import with_check_in, with_check_out
from relroute_tui.domain.progress.scores_over_time import ScorePoint, scores_over_time
from relroute_tui.domain.scores import CHECK_OUT_SCALES, CheckIn, CheckOut, Scale, parse_score


@pytest.mark.parametrize(
    ("typed", "score"),
    [("7", 7), ("0", 0), ("10", 10), (" 8 ", 8), ("7,5", 7.5), ("7.5", 7.5), ("9,0", 9)],
)
def test_a_number_is_taken_as_people_write_it(typed: str, score: float) -> None:
    assert parse_score(typed) == score


@pytest.mark.parametrize(
    "typed", ["", "11", "10,5", "-1", "7,", "7,55", "zeven", "7 of 8", "٧", "1e1", "²"]
)
def test_anything_else_is_no_number(typed: str) -> None:
    assert parse_score(typed) is None


def test_each_scale_of_a_check_out_keeps_its_own_number() -> None:
    check_out = CheckOut("p2")
    for score, scale in enumerate(CHECK_OUT_SCALES, 4):
        check_out = check_out.with_score(scale, score)
    assert [check_out.score_on(scale) for scale in CHECK_OUT_SCALES] == [4, 5, 6, 7]
    assert check_out.score == check_out.score_on(Scale.WHOLE)
    with pytest.raises(ValueError, match="arrival"):
        check_out.with_score(Scale.ARRIVAL, 3)


def test_numbers_over_time_are_those_of_one_person_and_what_is_missing_is_left_out() -> None:
    route = small_route(meetings=3)
    first, second, third = route.meetings
    first = with_check_out(first, CheckOut("p2", 4, heard=3))
    first = with_check_out(first, CheckOut("p1", 9))
    second = with_check_in(second, CheckIn("p2", 5.5, "moe"))
    third = with_check_out(third, CheckOut("p2", 0))
    route = replace(route, meetings=(first, second, third))
    lines = {line.scale: line.points for line in scores_over_time(route, "p2")}
    days = [meeting.started.date() for meeting in route.meetings]
    assert lines == {
        Scale.ARRIVAL: (ScorePoint(days[1], 5.5, "m2"),),
        Scale.HEARD: (ScorePoint(days[0], 3, "m1"),),
        Scale.WHOLE: (ScorePoint(days[0], 4, "m1"), ScorePoint(days[2], 0, "m3")),
    }
    assert scores_over_time(route, "p3") == ()


def test_a_second_check_in_of_the_same_person_takes_the_place_of_the_first() -> None:
    (meeting,) = small_route(meetings=1).meetings
    meeting = with_check_in(with_check_in(meeting, CheckIn("p1", 3)), CheckIn("p1", 4, "beter"))
    assert meeting.check_ins == (CheckIn("p1", 4, "beter"),)
    assert meeting.check_in_of("p1") == CheckIn("p1", 4, "beter")
