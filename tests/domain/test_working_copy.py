"""End of a working copy: by a rule, reminded of in time, and never because of a clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from relroute_tui.domain.working_copy import Clock, Ending, clock_beside, ends_on

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def test_it_ends_so_many_days_after_the_route_was_rounded_off_and_never_without_a_rule() -> None:
    assert ends_on(date(2026, 11, 1), 90) == date(2027, 1, 30)
    assert ends_on(date(2026, 11, 1), 0) is None
    assert ends_on(None, 90) is None
    assert ends_on(date.max, 1) is None
    ending = Ending("fjord234", "Zwaluw", date(2026, 12, 24))
    assert not ending.is_near(date(2026, 11, 23)) and ending.is_near(date(2026, 11, 24))
    assert not ending.is_over(date(2026, 12, 23)) and ending.is_over(date(2026, 12, 24))


@pytest.mark.parametrize(
    ("ours", "of_others", "clock"),
    [
        ([], [NOW], Clock.PLAUSIBLE),
        ([NOW], [NOW - 39 * DAY], Clock.PLAUSIBLE),
        ([], [NOW + DAY / 2], Clock.PLAUSIBLE),  # another time zone
        ([NOW], [NOW - 41 * DAY], Clock.AHEAD),
        ([NOW], [], Clock.AHEAD),  # what we wrote ourselves proves nothing
        ([], [], Clock.AHEAD),
        ([NOW + 2 * DAY], [NOW], Clock.BEHIND),
        ([], [NOW, NOW + 400 * DAY], Clock.BEHIND),
    ],
)
def test_a_clock_is_believed_where_others_wrote_lately_and_nothing_later(
    ours: list[datetime], of_others: list[datetime], clock: Clock
) -> None:
    assert clock_beside(NOW, ours, of_others) is clock
