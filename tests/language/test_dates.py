"""Dates as people say them."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest

from relroute_tui.domain.contact import Contact
from relroute_tui.language import dates, use
from relroute_tui.language.contact_words import contact_sentence


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


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl_NL"), ("en", "en_GB")])
def test_every_day_is_called_as_cldr_calls_it(language, locale):
    from babel.dates import format_date

    use(language)
    for number in range(0, 800, 5):
        day = date(2026, 1, 1) + timedelta(days=number)
        assert dates.long_date(day) == format_date(day, "EEEE d MMMM y", locale=locale)
        assert dates.day_and_month(day) == format_date(day, "d MMMM", locale=locale)
        assert dates.weekday_and_day(day) == format_date(day, "EEEE d MMMM", locale=locale)
        short = format_date(day, "d MMM y", locale=locale).replace(".", "")
        assert dates.short_date(day) == short
        assert dates.weekday(day) == format_date(day, "EEEE", locale=locale)
        assert dates.short_weekday(day) == format_date(day, "EEEEEE", locale=locale)
        assert dates.month_and_year(day) == format_date(day, "LLLL y", locale=locale)
        assert dates.short_month_and_year(day) == format_date(day, "MMM y", locale=locale).replace(
            ".", ""
        )


def test_a_contact_on_a_day_that_no_week_has_is_told_all_the_same() -> None:
    contact = Contact(("Sam",), ("dad",), weekdays=(3, 31, 0))
    assert contact_sentence(contact) == (
        "Sam – dad: visit, every week on Sunday, Wednesday and Wednesday."
    )
