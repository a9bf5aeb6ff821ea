"""A day may be typed as people say it."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.domain.days.written import written_date
from relroute_tui.language import current, dates, use
from relroute_tui.language.typed_days import typed_day

TODAY = date(2026, 11, 24)  # a Tuesday
DAYS = st.integers(0, 364).map(lambda number: TODAY + timedelta(days=number))


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    use("en")


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        ("nl", "vandaag", "2026-11-24"),
        ("nl", "Morgen", "2026-11-25"),
        ("nl", "overmorgen", "2026-11-26"),
        ("nl", "vrijdag", "2026-11-27"),
        ("nl", "vr", "2026-11-27"),
        ("nl", "dinsdag", "2026-12-01"),
        ("nl", "maandag", "2026-11-30"),
        ("nl", "over een week", "2026-12-01"),
        ("nl", "over één week", "2026-12-01"),
        ("nl", "over 2 weken", "2026-12-08"),
        ("nl", "over  twee weken ", "2026-12-08"),
        ("nl", "over 10 dagen", "2026-12-04"),
        ("nl", "over drie maanden", "2027-02-24"),
        ("nl", "15-12", "2026-12-15"),
        ("nl", "15/12", "2026-12-15"),
        ("nl", "15.12", "2026-12-15"),
        ("nl", "15 12", "2026-12-15"),
        ("nl", "24-11", "2026-11-24"),
        ("nl", "23-11", "2027-11-23"),
        ("nl", "15-12-27", "2027-12-15"),
        ("nl", "15/12/2027", "2027-12-15"),
        ("nl", "15 12 2027", "2027-12-15"),
        ("nl", "2026-12-15", "2026-12-15"),
        ("nl", "15 dec", "2026-12-15"),
        ("nl", "15 mrt", "2027-03-15"),
        ("nl", "15 Maart", "2027-03-15"),
        ("nl", "dinsdag 15 december", "2026-12-15"),
        ("nl", "di 15 dec", "2026-12-15"),
        ("nl", "29 februari", "2028-02-29"),
        ("en", "tomorrow", "2026-11-25"),
        ("en", "the day after tomorrow", "2026-11-26"),
        ("en", "Friday", "2026-11-27"),
        ("en", "in two weeks", "2026-12-08"),
        ("en", "in a month", "2026-12-24"),
        ("en", "in 1 day", "2026-11-25"),
        ("en", "15 December", "2026-12-15"),
        ("en", "15 dec.", "2026-12-15"),
        ("en", "Tuesday, 15 December 2026", "2026-12-15"),
        ("en", "1 Sept", "2027-09-01"),
    ],
)
def test_a_day_as_people_say_it(language, said, day):
    use(language)
    assert typed_day(said, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "said",
    [
        *("", "v", "d", "wanneer het kan", "31-02-2026", "31 februari", "0 december", "15-13"),
        *("maandag 15 december", "15 j", "15 ju", "over weken", "over 0 weken", "over 999 weken"),
        *("15", "15-", "15-12-", "15-12-202", "vrijdag 15", "12 uur", "over twee uur", "²-12"),
    ],
)
def test_what_is_not_clear_is_no_day(said):
    use("nl")
    assert typed_day(said, TODAY) is None


@pytest.mark.parametrize("months", [1, 3, 12, 14])
def test_a_month_from_its_last_day_is_the_last_day_of_a_shorter_one(months):
    use("en")
    later = typed_day(f"in {months} months", date(2026, 1, 31))
    assert later is not None
    assert (later + timedelta(days=1)).day == 1


@pytest.mark.parametrize("language", ["nl", "en"])
@given(day=DAYS)
def test_every_day_that_is_shown_can_be_typed(language, day):
    use(language)
    for shown in (
        dates.long_date(day),
        dates.whole_date(day),
        dates.day_and_month(day),
        dates.weekday_and_day(day),
        dates.short_date(day),
        written_date(day, current()),
    ):
        assert typed_day(shown, TODAY) == day


@given(text=st.text(), day=DAYS)
def test_whatever_is_typed_is_a_day_or_none(text, day):
    assert isinstance(typed_day(text, day), date | None)


@given(
    text=st.from_regex(r"[0-9]{1,3}[-/. ][0-9a-z]{1,4}([-/. ][0-9]{1,5})?", fullmatch=True),
    day=DAYS,
)
def test_so_is_what_looks_like_a_date(text, day):
    assert isinstance(typed_day(text, day), date | None)
