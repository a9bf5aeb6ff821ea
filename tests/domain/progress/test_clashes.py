"""Clashes with a proposed time: told before people agree, and nothing told of why."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from relroute_tui.domain.busy import Busy, BusyTime, joined_times
from relroute_tui.domain.contact import Contact, Every
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.clashes import clashes_of, who_cannot, with_busy
from relroute_tui.domain.route import Route
from relroute_tui.domain.zone import moment_at
from relroute_tui.language import use
from relroute_tui.language.busy_words import cannot_sentence, clashes_sentence

TODAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
SAM = Participant("s", "Sam", Role.YOUNG_PERSON)
ANNA = Participant("a", "Anna", Role.PARENT)
KEES = Participant("k", "Kees", Role.CARER)
PEOPLE = (SAM, ANNA, KEES)
FRIDAYS = Contact(
    ("Sam",), ("Anna",), weekdays=(5,), at=time(15, 30), minutes=90, brings="Kees", since=TODAY
)


def busy(person: Participant, *days: date, begin: int = 7, end: int = 15) -> Busy:
    times = (
        BusyTime(
            moment_at(day, time(begin)).astimezone(UTC), moment_at(day, time(end)).astimezone(UTC)
        )
        for day in days
    )
    return Busy(person.id, NOW, tuple(times))


def route_with(*found: Busy) -> Route:
    return Route("fjord234", "Sam", Phase.STABILISATION, NOW, PEOPLE, busy=found)


FRIDAY = date(2026, 12, 4)


@pytest.mark.parametrize(
    ("at", "minutes", "cannot"),
    [
        (time(9), 30, True),
        (time(6), 60, False),
        (time(6), 61, True),
        (time(15), 30, False),
        (time(14, 59), 0, True),
        (time(23, 30), 60, False),
        (None, 0, False),
    ],
)
def test_who_has_a_shift_cannot_while_it_lasts(at, minutes, cannot) -> None:
    found = who_cannot(route_with(busy(ANNA, FRIDAY)), PEOPLE, FRIDAY, at, minutes)
    assert found == ((ANNA,) if cannot else ())


def test_a_day_without_an_hour_clashes_only_with_a_whole_day() -> None:
    holiday = BusyTime(moment_at(FRIDAY, time()), moment_at(FRIDAY + timedelta(days=2), time()))
    route = route_with(Busy("a", NOW, (holiday,)))
    assert who_cannot(route, PEOPLE, FRIDAY, None) == (ANNA,)
    assert who_cannot(route, PEOPLE, FRIDAY + timedelta(days=2), None) == ()


def test_a_contact_clashes_for_each_who_has_a_part_in_it_also_who_only_brings() -> None:
    later = FRIDAY + timedelta(weeks=2)
    route = route_with(
        busy(ANNA, FRIDAY, later, end=16), busy(KEES, FRIDAY, begin=17, end=18), busy(SAM)
    )
    (clash,) = clashes_of(route, FRIDAYS, TODAY)
    assert (clash.person, clash.days) == (ANNA, (FRIDAY, later))
    longer = replace(FRIDAYS, minutes=120)
    assert [each.person for each in clashes_of(route, longer, TODAY)] == [ANNA, KEES]
    without = replace(longer, brings="")
    assert [each.person for each in clashes_of(route, without, TODAY)] == [ANNA]
    assert list(clashes_of(route, replace(longer, every=Every.OTHER), TODAY)) == []


def test_it_is_told_in_plain_words_with_the_first_days() -> None:
    use("nl")
    days = [FRIDAY + timedelta(weeks=n) for n in range(5)]
    route = route_with(busy(ANNA, *days, end=16))
    assert clashes_sentence(route, FRIDAYS, TODAY) == (
        "Anna kan dan niet: vrijdag 4 december, vrijdag 11 december, vrijdag 18 december "
        "en nog 2 keer."
    )
    assert clashes_sentence(route_with(busy(ANNA, FRIDAY, end=16)), FRIDAYS, TODAY) == (
        "Anna kan dan niet: vrijdag 4 december."
    )
    assert clashes_sentence(route_with(), FRIDAYS, TODAY) == ""
    assert cannot_sentence((ANNA,)) == "Anna kan dan niet."
    assert cannot_sentence((ANNA, KEES)) == "Anna en Kees kunnen dan niet."
    assert cannot_sentence(()) == ""


def test_a_newer_calendar_takes_the_place_of_the_one_before_and_an_empty_one_takes_it_away() -> (
    None
):
    first, newer = busy(ANNA, FRIDAY), busy(ANNA, FRIDAY + timedelta(days=1))
    route = with_busy(route_with(first, busy(KEES, FRIDAY)), newer)
    assert {each.participant_id: each for each in route.busy}["a"] == newer
    assert len(route.busy) == 2
    assert [each.participant_id for each in with_busy(route, Busy("a", NOW)).busy] == ["k"]


def test_times_that_touch_are_one_and_no_time_is_none() -> None:
    hours = [BusyTime(NOW + timedelta(hours=n), NOW + timedelta(hours=n + 1)) for n in (4, 0, 1)]
    nothing = BusyTime(NOW, NOW)
    assert joined_times([*hours, nothing]) == (
        BusyTime(NOW, NOW + timedelta(hours=2)),
        BusyTime(NOW + timedelta(hours=4), NOW + timedelta(hours=5)),
    )
