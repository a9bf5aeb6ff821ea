"""Steps of a meeting under way: their minutes, their order, and the clock."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.agenda import LONGEST_STEP, PLAIN_STEPS, Agenda, Step
from relroute_tui.domain.merge.meetings import merge_meetings
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))
PLACES = st.integers(-1, len(PLAIN_STEPS))
CHANGES = st.lists(
    st.tuples(st.booleans(), PLACES, st.integers(-3, 300)),
    max_size=12,
)


def under_way(current: int) -> Agenda:
    return Agenda(PLAIN_STEPS, current, NOW)


@given(current=st.integers(0, len(PLAIN_STEPS) - 1), changes=CHANGES)
def test_no_change_drops_a_step_or_moves_what_is_done_or_where_we_are(current, changes):
    agenda = under_way(current)
    for moves, place, number in changes:
        agenda = (
            agenda.with_step_moved(place, number) if moves else agenda.with_minutes(place, number)
        )
    ids = [step.id for step in PLAIN_STEPS]
    assert sorted(step.id for step in agenda.steps) == sorted(ids)
    assert [step.id for step in agenda.steps[: current + 1]] == ids[: current + 1]
    assert agenda.steps[:current] == PLAIN_STEPS[:current]
    assert all(1 <= step.minutes <= LONGEST_STEP for step in agenda.steps)
    assert under_way(current).with_steps(agenda.steps).step.id == agenda.step.id


def test_another_agenda_goes_on_with_the_current_step_whether_it_has_that_or_not():
    alone = (Step("welcome", 5), Step("drawing", 20), Step("check-out", 5))
    in_a_theme = under_way(2).with_steps(alone)
    assert [step.id for step in in_a_theme.steps[in_a_theme.current :]] == [
        *("theme-1", "welcome", "drawing", "check-out"),
    ]
    assert in_a_theme.since == NOW
    assert under_way(5).with_steps(alone).current == 2


def test_the_clock_goes_along_with_how_long_a_step_takes():
    agenda = under_way(1)
    assert agenda.begins_at(NOW)[:3] == (None, NOW, NOW + timedelta(minutes=8))
    late = NOW + timedelta(minutes=20)
    *_done, second, _third, _fourth, _fifth, end = agenda.begins_at(late)
    assert agenda.begins_at(late)[2] == late
    assert second is not None
    assert end == late + timedelta(minutes=sum(step.minutes for step in PLAIN_STEPS[2:]))


def test_two_laptops_with_other_minutes_keep_one_meeting():
    route = Route("r", "Zwaluw", Phase.STABILISATION, NOW)
    one = begin_meeting(route, "m", 1, NOW)
    other = replace(one, agenda=one.agenda.with_minutes(2, 40).next_step(NOW))
    merged, _ids, _other_ids = merge_meetings((one,), (other,))
    assert [meeting.agenda for meeting in merged] == [other.agenda]
    assert merge_meetings((other,), (one,))[0] == merged
