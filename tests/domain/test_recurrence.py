"""Days of a contact: what people say yes to is what stands on the calendar."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekday
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.domain.contact import Contact, ContactKind, Every
from relroute_tui.domain.recurrence import LAST, days_of, first_day, monthly_run, occurrence_days
from relroute_tui.language import contact_words, use

SUNDAY = date(2026, 11, 29)
DAY = timedelta(days=1)


def contact(
    every: Every,
    *weekdays: int,
    since: date | None = SUNDAY,
    at: time | None = None,
    minutes: int | None = None,
) -> Contact:
    return Contact(
        ("Sam",), ("Anna",), ContactKind.VISIT, every, weekdays, at, minutes, since=since
    )


def falls(held: Contact, number: int, agreed: date | None = None) -> list[str]:
    last = SUNDAY + timedelta(days=400)
    return [day.isoformat() for day in list(days_of(held, SUNDAY, last, agreed))[:number]]


@pytest.mark.parametrize(
    ("held", "days"),
    [
        (contact(Every.WEEK, 3), ["2026-12-02", "2026-12-09"]),
        (contact(Every.TWO_WEEKS, 1), ["2026-11-30", "2026-12-14", "2026-12-28"]),
        (contact(Every.TWO_WEEKS, 6, 7), ["2026-11-29", "2026-12-12", "2026-12-13"]),
        (contact(Every.TWO_WEEKS, 1, 7), ["2026-11-29", "2026-12-07", "2026-12-13"]),
        (contact(Every.FOUR_WEEKS, 6), ["2026-12-05", "2027-01-02", "2027-01-30"]),
        (contact(Every.MONTH, 5), ["2026-12-04", "2027-01-01", "2027-02-05"]),
        (contact(Every.MONTH, 7), ["2026-11-29", "2026-12-27", "2027-01-31"]),
        (
            contact(Every.MONTH, 5, since=date(2026, 12, 7)),
            ["2026-12-11", "2027-01-08", "2027-02-12"],
        ),
        (
            contact(Every.MONTH, 6, 7, since=date(2026, 12, 1)),
            ["2026-12-05", "2026-12-06", "2027-01-02", "2027-01-03"],
        ),
        (
            contact(Every.MONTH, 6, 7, since=date(2027, 7, 3)),
            ["2027-07-03", "2027-07-04", "2027-08-07", "2027-08-08"],
        ),
        (contact(Every.MONTH, 6, 7), ["2026-11-29", "2026-12-26", "2026-12-27", "2027-01-23"]),
        (contact(Every.MONTH, 5, 6, 7, since=date(2026, 12, 30)), ["2027-01-01", "2027-01-02"]),
        (contact(Every.OTHER, 3), []),
        (contact(Every.WEEK), []),
    ],
)
def test_it_begins_with_the_first_ticked_day_and_keeps_its_rhythm(
    held: Contact, days: list[str]
) -> None:
    assert falls(held, len(days) or 1) == days


@pytest.mark.parametrize("every", [Every.WEEK, Every.TWO_WEEKS, Every.FOUR_WEEKS, Every.MONTH])
def test_without_a_start_it_counts_from_the_day_it_was_agreed_and_never_before(
    every: Every,
) -> None:
    held, agreed = contact(every, 3, since=None), date(2026, 12, 3)
    assert falls(held, 3, agreed) == falls(contact(every, 3, since=agreed), 3)
    assert falls(held, 3) == []


def test_nothing_falls_before_its_start() -> None:
    for every in (Every.WEEK, Every.TWO_WEEKS, Every.FOUR_WEEKS, Every.MONTH):
        held = contact(every, *range(1, 8))
        assert min(days_of(held, date(2020, 1, 1), date(2027, 1, 1))) == SUNDAY


def test_a_start_at_the_end_of_all_days_does_no_harm() -> None:
    for every in Every:
        held = contact(every, 1, 6, 7, since=date.max, minutes=10080, at=time(10))
        assert not falls(held, 1)
        assert contact_words.when_of(held) is not None
        assert list(occurrence_days(held, date.max - 9 * DAY, date.max)) is not None


@pytest.mark.parametrize(
    ("at", "minutes", "days"),
    [
        (time(10), 1440, [(28, None), (29, time(10))]),
        (time(10), 2880, [(28, None), (29, None), (30, time(10))]),
        (time(22), 180, [(28, None), (29, time(1))]),
        (time(10), 90, [(28, time(11, 30))]),
        (time(20), 240, [(28, time(0))]),
        (time(0), 1440, [(28, time(0))]),
        (None, 2880, [(28, None), (29, None), (30, None)]),
        (None, 90, [(28, None)]),
        (time(10), None, [(28, None)]),
    ],
)
def test_it_is_there_until_it_ends(
    at: time | None, minutes: int | None, days: list[tuple[int, time | None]]
) -> None:
    held = contact(Every.TWO_WEEKS, 6, since=date(2026, 11, 28), at=at, minutes=minutes)
    found = list(occurrence_days(held, date(2026, 11, 23), date(2026, 12, 6)))
    assert [(each.day.day, each.until) for each in found] == days
    assert [each.is_begin for each in found] == [True] + [False] * (len(days) - 1)
    later = list(occurrence_days(held, date(2026, 11, 29), date(2026, 12, 6)))
    assert later == found[1:]


contacts = st.builds(
    lambda every, weekdays, since: contact(every, *sorted(weekdays), since=since),
    st.sampled_from([Every.WEEK, Every.TWO_WEEKS, Every.FOUR_WEEKS, Every.MONTH]),
    st.sets(st.integers(1, 7), min_size=1),
    st.dates(date(2020, 1, 1), date(2032, 12, 31)),
)
NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": LAST}
DUTCH_NUMBERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": LAST}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}


def said_days(sentence: str, language: str, last: date) -> Iterator[date]:
    """Read the sentence as a person does, knowing nothing of the program."""
    said, start_words = sentence.rsplit(", from " if language == "en" else ", vanaf ", 1)
    day, month, year = start_words.split()
    start = date(int(year), MONTHS[language].split().index(month) + 1, int(day))
    names = WEEKDAYS[language].split()
    found = [names.index(word) for word in re.findall(r"\w+", said) if word in names]
    noon, end = datetime.combine(start, time(12)), datetime.combine(last, time(12))
    nth = next((n for w, n in (NUMBERS | DUTCH_NUMBERS).items() if f" {w} " in f" {said} "), 0)
    if nth:
        lead, *others = found
        before = noon - timedelta(days=6)
        for each in rrule(MONTHLY, dtstart=before, until=end, byweekday=weekday(lead)(nth)):
            for other in (lead, *others):
                falls_on = each.date() + timedelta(days=(other - lead) % 7)
                if start <= falls_on <= last:
                    yield falls_on
    else:
        several = {"two weeks|twee weken": 2, "four weeks|vier weken": 4}
        interval = next((n for words, n in several.items() if re.search(words, said)), 1)
        rule = rrule(WEEKLY, noon, interval, wkst=MO, until=end, byweekday=found)
        yield from (each.date() for each in rule)


def holds(held: Contact) -> None:
    assert held.since is not None
    last = held.since + timedelta(days=3653)
    days = list(days_of(held, held.since, last))
    assert days == sorted(set(days))
    for language in ("en", "nl"):
        use(language)
        assert list(said_days(contact_words.when_of(held), language, last)) == days
    run = monthly_run(held)
    assert first_day(held) == days[0]
    if run:
        months = {(day.year, day.month) for day in days}
        assert len(months) >= 120


@settings(max_examples=examples(30), deadline=None)
@given(contacts)
def test_ten_years_are_as_the_sentence_says_that_people_say_yes_to(held: Contact) -> None:
    holds(held)


@pytest.mark.long
@settings(max_examples=10_000, deadline=None)
@given(contacts)
def test_ten_years_of_ten_thousand_rhythms(held: Contact) -> None:
    holds(held)
