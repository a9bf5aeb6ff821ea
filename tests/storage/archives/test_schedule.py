"""Moments at which a laptop turns to the archive: a key hardly ever finds it at work."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from families import ID

from relroute_tui.storage.archives.schedule import DEFAULT_TIMES, Due, Schedule

LOOK, UP, PAUSE = DEFAULT_TIMES.look, DEFAULT_TIMES.up, DEFAULT_TIMES.pause
SAVED_EVERY = 1.5
"""Seconds, while somebody types."""
ONLY_UP = Due(up=(ID,))


def asked(
    is_typed: Callable[[float], bool], seconds: int, schedule: Schedule
) -> Iterator[tuple[float, Due]]:
    """Yield when the archive is asked, and for what, while somebody types at these moments."""
    saved = kept = 0.0
    for at in (step / 2 for step in range(2 * seconds)):
        if is_typed(at) and not at % SAVED_EVERY:
            saved = at
        if at % LOOK:
            continue
        changed = {} if saved == kept else {ID: (10, int(saved))}
        if due := schedule.due(changed, 1_000 + at):
            yield at, due
            kept = saved
            schedule.has_asked({})


def test_at_a_start_all_is_asked_and_an_unchanged_folder_only_for_news() -> None:
    found = [*asked(lambda _at: False, 300, Schedule(DEFAULT_TIMES))]
    assert [at for at, _due in found] == [0, 60, 120, 180, 240]
    assert {due for _at, due in found} == {Due(news=True)}


def test_what_is_typed_goes_up_in_the_next_pause_and_not_before() -> None:
    typed = [(10, 28), (70, 92), (130, 155)]  # and a pause after each

    def is_typed(at: float) -> bool:
        return any(begin <= at < end for begin, end in typed)

    found = [at for at, _due in asked(is_typed, 200, Schedule(DEFAULT_TIMES)) if at]
    assert not [at for at in found if is_typed(at)]
    for _begin, end in typed:
        assert any(end <= at <= end + 2 * LOOK for at in found)


def test_whoever_never_pauses_is_met_once_a_minute_and_it_still_goes_up() -> None:
    minutes = 90
    found = [at for at, _due in asked(lambda _at: True, minutes * 60, Schedule(DEFAULT_TIMES))]
    assert len(found) <= minutes + 1
    assert max(later - at for at, later in pairwise(found)) <= UP + PAUSE + LOOK


def test_after_a_failure_nothing_is_asked_until_it_is_tried_again_also_at_the_end() -> None:
    schedule, changed = Schedule(DEFAULT_TIMES), {ID: (10, 1)}
    assert schedule.due(changed, 1_000) == Due(news=True)
    schedule.has_failed(1_000)
    assert not schedule.due(changed, 1_005)
    assert not schedule.due_at_the_end(changed, 1_006)
    assert schedule.due(changed, 1_000 + DEFAULT_TIMES.retry) == Due(news=True)
    assert schedule.due_at_the_end(changed, 1_031) == ONLY_UP


def test_a_route_that_went_up_waits_for_its_next_time() -> None:
    schedule = Schedule(DEFAULT_TIMES)
    assert schedule.due({}, 1_000) == Due(news=True)
    changed = {ID: (10, 1)}
    assert not schedule.due(changed, 1_005)  # it was saved since the last look
    assert schedule.due(changed, 1_010) == ONLY_UP
    schedule.has_asked({})
    later = {ID: (10, 2)}
    assert [bool(schedule.due(later, 1_010 + passed)) for passed in (5, 10, 25)] == [False] * 3
    assert schedule.due(later, 1_010 + UP) == ONLY_UP
