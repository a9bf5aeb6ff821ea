"""Dates as people say them."""

from collections.abc import Iterator
from datetime import date, time

import pytest

from relroute_tui.language import dates, use


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    use("en")


@pytest.mark.parametrize(
    ("language", "long", "short", "clock"),
    [
        ("nl", "woensdag 16 december 2026", "16 december", "14.05"),
        ("en", "Wednesday 16 December 2026", "16 December", "14:05"),
    ],
)
def test_a_day_is_said_as_it_is_in_the_language(
    language: str, long: str, short: str, clock: str
) -> None:
    use(language)
    day = date(2026, 12, 16)
    assert dates.long_date(day) == long
    assert dates.day_and_month(day) == short
    assert dates.clock_time(time(14, 5)) == clock
