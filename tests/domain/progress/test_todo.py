"""Place of a route on its way, and what there is to do next."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.agenda import PLAIN_STEPS
from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.days.holidays import holidays, is_working_day
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Module, Phase, RoundedOff, Unfinished, Waiting, phase_after
from relroute_tui.domain.progress.agreement_history import with_new_meeting
from relroute_tui.domain.progress.cells import Cell, CellState, cell_at, in_state, with_cell
from relroute_tui.domain.progress.planning import (
    Planned,
    plan_of_today,
    proposed_day,
    window,
    with_next_on,
)
from relroute_tui.domain.progress.todo import (
    Next,
    PhaseStay,
    ToDo,
    phases_so_far,
    proposed_next_day,
    reopen,
    round_off,
    things_to_do,
    unfinished_in,
    with_changes,
    with_phase,
)
from relroute_tui.domain.questionnaire.answers import Filled, Moment
from relroute_tui.domain.route import Route, begin_meeting

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
TODAY = NOW.date()
PEOPLE = (
    Participant("s", "Sam", Role.YOUNG_PERSON),
    Participant("a", "Anna", Role.PARENT),
    Participant("k", "Kees", Role.CARER),
    Participant("n", "Noor", Role.FACILITATOR),
)
FINISHED = tuple(Filled(each, Moment.START, finished=TODAY) for each in "ak")


def fresh_route() -> Route:
    return Route("fjord234", "Sam", Phase.INSTALLATION, NOW - timedelta(days=30), PEOPLE)


def all_cells(phase: Phase, state: CellState) -> tuple[Cell, ...]:
    return tuple(Cell(phase, module, state, TODAY) for module in Module)


def test_a_cell_that_nobody_touched_has_not_begun() -> None:
    assert cell_at((), Phase.EVALUATION, Module.PARENTS).state is CellState.NOT_BEGUN


def test_a_cell_takes_the_place_of_its_own_earlier_state_only() -> None:
    cells = all_cells(Phase.INSTALLATION, CellState.UNDER_WAY)
    done = Cell(Phase.INSTALLATION, Module.CARERS, CellState.DONE, TODAY, "Het plan.")
    changed = with_cell(cells, done)
    assert len(changed) == 3
    assert cell_at(changed, Phase.INSTALLATION, Module.CARERS) == done
    assert cell_at(changed, Phase.INSTALLATION, Module.PARENTS).state is CellState.UNDER_WAY


def test_what_was_not_finished_is_kept_with_the_move_to_another_phase() -> None:
    route = replace(
        fresh_route(),
        cells=(Cell(Phase.INSTALLATION, Module.PARENTS, CellState.DONE, TODAY),),
        filled=FINISHED[:1],
    )
    meeting = begin_meeting(route, "m1", 1, NOW)
    due = Agreement("m1-1", "Anna belt.", review=TODAY)
    route = route.with_meeting(replace(meeting, agreements=(due,), finished=NOW))
    moved = with_phase(route, Phase.STABILISATION, NOW)
    assert moved.phase is Phase.STABILISATION
    [move] = moved.history
    assert (move.was, move.now) == (Phase.INSTALLATION, Phase.STABILISATION)
    assert move.unfinished == (
        Unfinished(Waiting.CELL, "cooperation"),
        Unfinished(Waiting.CELL, "carers"),
        Unfinished(Waiting.QUESTIONNAIRE, "k"),
        Unfinished(Waiting.AGREEMENT, "m1-1"),
    )


def test_a_move_to_the_phase_of_now_is_none() -> None:
    assert with_phase(fresh_route(), Phase.INSTALLATION, NOW) == fresh_route()


def test_a_phase_that_a_form_gives_back_is_a_move_as_any_other() -> None:
    changed = replace(fresh_route(), nickname="Mus", phase=Phase.STABILISATION)
    moved = with_phase(fresh_route(), Phase.STABILISATION, NOW)
    assert with_changes(fresh_route(), changed, NOW) == replace(moved, nickname="Mus")
    assert with_changes(moved, replace(moved, nickname="Mus"), NOW).history == moved.history


def test_the_history_tells_when_which_phase_was() -> None:
    later = NOW + timedelta(days=200)
    route = with_phase(with_phase(fresh_route(), Phase.STABILISATION, NOW), Phase.EVALUATION, later)
    begun = fresh_route().created.date()
    assert phases_so_far(route) == (
        PhaseStay(Phase.INSTALLATION, begun, TODAY),
        PhaseStay(Phase.STABILISATION, TODAY, later.date()),
        PhaseStay(Phase.EVALUATION, later.date(), None),
    )


def test_after_the_last_phase_comes_none() -> None:
    assert [phase_after(phase) for phase in Phase] == [
        Phase.STABILISATION,
        Phase.EVALUATION,
        None,
    ]


def test_a_new_route_asks_for_a_plan_and_the_questionnaires() -> None:
    found = things_to_do(fresh_route(), TODAY)
    assert ToDo(Next.PLAN, day=TODAY + timedelta(weeks=1)) in found
    assert ToDo(Next.QUESTIONNAIRES, ("Anna", "Kees")) in found
    assert ToDo(Next.CELL, modules=tuple(Module)) in found


def test_a_meeting_that_is_near_asks_for_the_talks_apart() -> None:
    near, far = Planned(TODAY + timedelta(days=5)), Planned(TODAY + timedelta(days=50))
    route = replace(fresh_route(), planned=(far, near))
    found = things_to_do(route, TODAY)
    assert ToDo(Next.MEETING, day=near.day) in found
    assert ToDo(Next.PREPARE, ("Sam", "Anna", "Kees")) in found
    assert Next.PREPARE not in {
        thing.what for thing in things_to_do(replace(route, planned=(far,)), TODAY)
    }


def test_a_meeting_that_was_planned_and_not_held_is_said() -> None:
    route = replace(fresh_route(), planned=(Planned(TODAY - timedelta(days=2)),))
    assert ToDo(Next.OVERDUE, day=TODAY - timedelta(days=2)) in things_to_do(route, TODAY)


def test_when_all_is_done_the_next_phase_comes() -> None:
    cells = all_cells(Phase.INSTALLATION, CellState.DONE)
    route = replace(fresh_route(), cells=cells, filled=FINISHED)
    assert ToDo(Next.NEXT_PHASE) in things_to_do(route, TODAY)
    assert unfinished_in(route, Phase.INSTALLATION, TODAY) == ()


@given(st.sampled_from(list(Phase)), st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_proposed_day_is_never_past_and_fits_the_rhythm_where_it_can(phase, last) -> None:
    today = date(2026, 11, 24)
    day = proposed_day(phase, last, today)
    assert day > today
    assert is_working_day(day)
    if last is not None and last <= today:
        around = timedelta(days=4)  # a weekend with holidays on both sides
        on_that_weekday = [day + n * timedelta(days=1) for n in range(-4, 5)]
        assert last.weekday() in {each.weekday() for each in on_that_weekday}
        first, end = window(phase, last)
        if end > today + timedelta(weeks=1):
            assert first - around <= day <= end + around


@pytest.mark.parametrize(
    ("last", "today", "proposed"),
    [
        ((2026, 11, 4), (2026, 11, 10), (2026, 12, 2)),
        ((2026, 11, 1), (2026, 11, 10), (2026, 11, 30)),  # no Sunday
        ((2026, 2, 27), (2026, 3, 5), (2026, 3, 27)),
        ((2026, 3, 6), (2026, 3, 10), (2026, 4, 3)),  # Good Friday is a working day
        ((2026, 3, 9), (2026, 3, 12), (2026, 4, 7)),  # Easter Monday is none
        ((2026, 11, 27), (2026, 12, 1), (2026, 12, 24)),  # 25 December
        ((2026, 3, 30), (2026, 4, 2), (2026, 4, 28)),  # King's Day
        ((2026, 4, 7), (2026, 4, 10), (2026, 5, 6)),  # 5 May
        ((2026, 4, 16), (2026, 4, 17), (2026, 5, 15)),  # Ascension Day
    ],
)
def test_a_proposed_day_is_a_working_day(last, today, proposed) -> None:
    found = proposed_day(Phase.INSTALLATION, date(*last), date(*today))
    assert (found, is_working_day(found)) == (date(*proposed), True)


def test_easter_and_what_hangs_on_it() -> None:
    known = {2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2038: (4, 25)}
    for year, (month, day) in known.items():
        easter = date(year, month, day)
        assert {easter + timedelta(days=n) for n in (0, 1, 39, 49, 50)} <= holidays(year)
        assert is_working_day(easter - timedelta(days=2))
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)


def test_the_next_planned_meeting_moves_and_keeps_its_agenda() -> None:
    planned = (Planned(TODAY, "child"), Planned(TODAY + timedelta(days=90), "joint"))
    moved = with_next_on(planned, TODAY + timedelta(days=7), TODAY)
    assert moved == (Planned(TODAY + timedelta(days=7), "child"), planned[1])
    assert with_next_on(planned, None, TODAY) == planned[1:]
    assert with_next_on((), TODAY, TODAY) == (Planned(TODAY),)
    assert with_next_on((), None, TODAY) == ()


def test_a_meeting_that_was_not_held_is_neither_moved_nor_taken_for_the_next() -> None:
    missed, coming = Planned(TODAY - timedelta(days=7), "child"), Planned(TODAY, "evaluation")
    later = TODAY + timedelta(days=30)
    assert with_next_on((missed, coming), later, TODAY) == (missed, replace(coming, day=later))
    assert with_next_on((missed,), later, TODAY) == (missed, Planned(later))
    assert with_next_on((missed,), None, TODAY) == (missed,)
    at_oma = with_next_on((), later, TODAY, time(19), "bij oma")
    assert at_oma == (Planned(later, at=time(19), place="bij oma"),)
    assert with_next_on(at_oma, TODAY, TODAY) == (replace(at_oma[0], day=TODAY),)


@pytest.mark.parametrize(
    ("days", "nearest"),
    [
        ([-7, 0], 0),
        ([-7, 2], 2),
        ([-1, 5], -1),
        ([-3, 3], 3),
        ([-30], -30),
        ([8], None),
        ([], None),
    ],
)
def test_the_plan_nearest_to_today_is_the_plan_of_today(days, nearest) -> None:
    planned = [Planned(TODAY + timedelta(days=day)) for day in days]
    found = plan_of_today(planned, TODAY)
    assert found == (None if nearest is None else Planned(TODAY + timedelta(days=nearest)))


def test_a_cell_can_be_dated_back_and_has_no_day_before_it_begins() -> None:
    cell = Cell(Phase.INSTALLATION, Module.COOPERATION, text="Achteraf gemaakt.")
    earlier = date(2026, 3, 2)
    done = in_state(cell, CellState.DONE, earlier)
    assert (done.state, done.since, done.text) == (CellState.DONE, earlier, cell.text)
    assert in_state(done, CellState.NOT_BEGUN, earlier).since is None


def test_when_all_of_the_last_phase_is_done_the_route_can_be_rounded_off() -> None:
    finished = tuple(Filled(each, Moment.END, finished=TODAY) for each in "ak")
    cells = all_cells(Phase.EVALUATION, CellState.DONE)
    route = replace(fresh_route(), phase=Phase.EVALUATION, filled=finished, cells=cells)
    assert things_to_do(route, TODAY)[-1] == ToDo(Next.ROUND_OFF)


def test_a_route_that_was_rounded_off_keeps_what_was_not_finished_and_asks_for_nothing() -> None:
    route = replace(fresh_route(), phase=Phase.EVALUATION)
    ended = round_off(route, TODAY, "Het is goed zo.")
    assert ended.rounded_off == RoundedOff(
        TODAY, "Het is goed zo.", unfinished_in(route, Phase.EVALUATION, TODAY)
    )
    assert ended.rounded_off.unfinished
    assert things_to_do(ended, TODAY) == ()
    again = reopen(ended)
    assert (again.rounded_off, again.earlier_ends) == (None, (ended.rounded_off,))
    ended_twice = round_off(again, TODAY + timedelta(days=90), "Nu echt.")
    assert reopen(ended_twice).earlier_ends == (ended.rounded_off, ended_twice.rounded_off)


def test_a_meeting_that_was_left_open_can_be_gone_on_with_after_the_end() -> None:
    ended = round_off(fresh_route(), TODAY)
    left_open = ended.with_meeting(begin_meeting(ended, "m1", 1, NOW))
    assert things_to_do(left_open, TODAY) == (ToDo(Next.GO_ON, day=TODAY),)


def test_only_who_is_invited_is_expected_at_the_table() -> None:
    planned = replace(fresh_route(), planned=(Planned(TODAY, invited=("s", "a")),))
    route = with_new_meeting(planned, "m1", 1, NOW, lambda _agenda: PLAIN_STEPS)
    assert [person.id for person in route.meetings[0].present] == ["s", "a"]
    assert len(route.meetings[0].seats) == 4
    assert [seat.person.id for seat in route.meetings[0].seats if seat.is_told] == ["s", "a"]
    everyone = replace(fresh_route(), planned=(Planned(TODAY, invited=("gone",)),))
    route = with_new_meeting(everyone, "m1", 1, NOW, lambda _agenda: PLAIN_STEPS)
    assert len(route.meetings[0].present) == 4


def test_one_more_meeting_is_proposed_after_those_that_are_planned() -> None:
    first = TODAY + timedelta(weeks=2)
    route = replace(fresh_route(), planned=(Planned(first),))
    proposed = proposed_next_day(route, TODAY)
    assert window(Phase.INSTALLATION, first)[0] <= proposed <= window(Phase.INSTALLATION, first)[1]
    missed = replace(route, planned=(Planned(TODAY - timedelta(days=3)),))
    assert proposed_next_day(missed, TODAY) == TODAY + timedelta(weeks=1)
