"""A calendar file: what is in it, what is not, and what stays the same at the next export."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from any_route import NASTY
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event
from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, Entered, LookBack, Outcome, Then
from relroute_tui.domain.contact import CalledOff, Contact, ContactKind, Every
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import Route
from relroute_tui.export.calendar.writing import calendar_of
from relroute_tui.language import use

AGREED = datetime(2026, 11, 25, 14, 30, tzinfo=UTC)
NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
PEOPLE = (
    Participant("s", "Sam", Role.YOUNG_PERSON),
    Participant("a", "Anna", Role.PARENT),
    Participant("k", "Kees", Role.CARER),
)
WEEKLY = Contact(
    ("Sam",),
    ("Anna",),
    weekdays=(3,),
    at=time(15, 30),
    minutes=90,
    where="in de speeltuin",
    brings="Kees",
    since=date(2026, 11, 27),
)


def route_of(*contacts: Contact, **more: object) -> Route:
    entered = tuple(
        Entered(Agreement(f"c{n}", "Sam ziet Anna.", if_not="we appen", contact=each), AGREED)
        for n, each in enumerate(contacts, 1)
    )
    route = Route("fjord234", "Sam", Phase.STABILISATION, AGREED, PEOPLE, agreements=entered)
    return replace(route, **more)


def lines_of(route: Route, *names: str) -> list[str]:
    content = calendar_of(route, {"": 75}, NOW, names).decode()
    return content.replace("\r\n ", "").splitlines()


def events_of(route: Route, *names: str) -> list[Event]:
    return list(Calendar.from_ical(calendar_of(route, {"": 75}, NOW, names)).walk("VEVENT"))


@pytest.fixture(autouse=True)
def in_dutch() -> None:
    use("nl")


def test_a_visit_begins_on_its_first_real_day_in_the_zone_by_name() -> None:
    lines = lines_of(route_of(WEEKLY))
    assert "DTSTART;TZID=Europe/Amsterdam:20261202T153000" in lines
    assert "DTEND;TZID=Europe/Amsterdam:20261202T170000" in lines
    assert "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=WE;WKST=MO" in lines
    assert "SUMMARY:Sam – Anna: bezoek" in lines
    assert "LOCATION:in de speeltuin" in lines
    assert "DTSTAMP:20261125T143000Z" in lines
    assert "LAST-MODIFIED:20261125T143000Z" in lines


def test_the_zone_is_ours_with_two_rules_that_hold_for_every_year() -> None:
    lines = lines_of(route_of(WEEKLY))
    begin, end = lines.index("BEGIN:VTIMEZONE"), lines.index("END:VTIMEZONE")
    rules = [line for line in lines[begin:end] if line.startswith("RRULE")]
    assert len(rules) == 2
    assert not any("UNTIL" in rule or "COUNT" in rule for rule in rules)
    assert end - begin < 20
    assert "BEGIN:VTIMEZONE" not in lines_of(route_of())


def test_what_ended_ends_with_its_last_visit_in_utc_and_is_never_counted() -> None:
    ended = LookBack("c1", date(2026, 12, 23), Outcome.KEPT, Then.ENDED)
    lines = lines_of(route_of(WEEKLY, look_backs=(ended,)))
    assert "RRULE:FREQ=WEEKLY;UNTIL=20261216T143000Z;INTERVAL=1;BYDAY=WE;WKST=MO" in lines
    assert not any("COUNT" in line for line in lines)
    before_it_began = replace(ended, on=date(2026, 12, 1))
    assert events_of(route_of(WEEKLY, look_backs=(before_it_began,))) == []


def test_a_day_that_is_called_off_is_left_out_at_the_hour_of_the_series() -> None:
    off = (CalledOff("c1", date(2026, 12, 16), NOW),)
    lines = lines_of(route_of(WEEKLY, called_off=off))
    assert "EXDATE;TZID=Europe/Amsterdam:20261216T153000" in lines
    assert "LAST-MODIFIED:20261130T080000Z" in lines
    assert not any("CANCELLED" in line for line in lines)
    whole_day = replace(WEEKLY, at=None, minutes=None)
    assert "EXDATE;VALUE=DATE:20261216" in lines_of(route_of(whole_day, called_off=off))


def test_a_day_that_is_moved_is_left_out_and_stands_on_the_other_day() -> None:
    off = (CalledOff("c1", date(2026, 12, 16), NOW, moved_to=date(2026, 12, 19)),)
    route = route_of(WEEKLY, called_off=off)
    assert "EXDATE;TZID=Europe/Amsterdam:20261216T153000" in lines_of(route)
    series, moved = events_of(route)
    assert str(moved["UID"]) == "fjord234-c1-moved-2026-12-16@relroute"
    assert moved["DTSTART"].dt.isoformat() == "2026-12-19T15:30:00+01:00"
    assert "RRULE" not in moved and "RRULE" in series
    ended = LookBack("c1", date(2026, 12, 18), Outcome.KEPT, Then.ENDED)
    assert len(events_of(replace(route, look_backs=(ended,)))) == 1


def test_where_the_first_day_is_called_off_it_begins_on_the_next_in_the_same_weeks() -> None:
    two_weekly = replace(WEEKLY, every=Every.TWO_WEEKS)
    lines = lines_of(route_of(two_weekly, called_off=(CalledOff("c1", date(2026, 12, 2), NOW),)))
    assert "DTSTART;TZID=Europe/Amsterdam:20261216T153000" in lines
    assert not any(line.startswith("EXDATE") for line in lines)


def test_the_same_route_gives_the_same_file_and_a_change_keeps_the_id() -> None:
    route = route_of(WEEKLY, planned=(Planned(date(2026, 12, 16), at=time(10)),))
    assert calendar_of(route, {}, NOW) == calendar_of(route, {}, NOW)
    off = replace(route, called_off=(CalledOff("c1", date(2026, 12, 16), NOW),))
    moved = replace(off, planned=(Planned(date(2026, 12, 17)),))
    later = Calendar.from_ical(calendar_of(moved, {}, NOW + timedelta(days=9))).walk("VEVENT")
    ids = ["fjord234-c1@relroute", "fjord234-meeting-1@relroute"]
    assert [str(event["UID"]) for event in events_of(route)] == ids
    assert [str(each["UID"]) for each in later] == ids


def test_a_planned_meeting_is_in_it_with_its_hour_place_and_length() -> None:
    plan = Planned(date(2026, 12, 16), at=time(10), place="op kantoor")
    (event,) = events_of(route_of(planned=(plan,)))
    assert str(event["SUMMARY"]) == "Gesprek over Sam"
    assert str(event["LOCATION"]) == "op kantoor"
    assert event.end - event.start == timedelta(minutes=75)
    (whole,) = events_of(route_of(planned=(replace(plan, at=None),)))
    assert (whole.start, whole.end) == (date(2026, 12, 16), date(2026, 12, 17))


def test_for_one_person_only_what_they_have_a_part_in_is_in_it() -> None:
    with_gran = Contact(("Sam",), ("oma",), weekdays=(6,), supervised_by="Anna of oma")
    calls = Contact(("Sam",), ("papa",), ContactKind.PHONE, weekdays=(7,))
    plans = (Planned(date(2026, 12, 16), invited=("k",)),)
    route = route_of(WEEKLY, with_gran, calls, planned=plans)

    def of(name: str) -> list[str]:
        found = (str(event["UID"]).removeprefix("fjord234-") for event in events_of(route, name))
        return [each.removesuffix("@relroute") for each in found]

    assert of("Sam") == ["c1", "c2", "c3"]
    assert of("Anna") == ["c1", "c2"]
    assert of("Kees") == ["c1", "meeting-1"]
    assert of("papa") == ["c3"]
    assert of("Ann") == []


@pytest.mark.parametrize("every", [Every.OTHER, Every.WEEK])
def test_what_has_no_day_is_not_in_it(every: Every) -> None:
    assert events_of(route_of(Contact(("Sam",), ("Anna",), every=every))) == []


texts = st.one_of(st.text(max_size=40), st.sampled_from(NASTY))


@settings(max_examples=examples(13), deadline=None)
@given(texts, texts, texts)
def test_whatever_was_typed_the_file_can_be_read_and_holds_the_words(one, two, three) -> None:
    contact = replace(WEEKLY, who=(one,), where=two, along=three)
    plan = Planned(date(2026, 12, 16), place=three)
    visit, meeting = events_of(route_of(contact, nickname=one, planned=(plan,)))
    assert visit.start.date() == date(2026, 12, 2)

    def words(text: str) -> list[str]:
        kept = "".join(each if each.isprintable() or each == "\n" else " " for each in text)
        return kept.split()

    assert str(visit.get("LOCATION", "")).split() == words(two)
    assert str(meeting.get("LOCATION", "")).split() == words(three)
    said = str(visit["DESCRIPTION"]).casefold()
    assert all(word.casefold() in said for word in words(three))


def test_a_backslash_stays_whatever_letter_follows_it() -> None:
    typed = r"Anna\Noor, thuis\nieuw; bij \Nel"
    contact = replace(WEEKLY, who=(typed,), where=typed, along=typed)
    plan = Planned(date(2026, 12, 16), place=typed)
    route = route_of(contact, nickname=typed, planned=(plan,))
    visit, meeting = events_of(route)
    assert (visit["LOCATION"], meeting["LOCATION"]) == (typed, typed)
    assert typed in visit["DESCRIPTION"]
    assert typed in meeting["SUMMARY"]
    (name,) = (line for line in lines_of(route) if line.startswith("NAME:"))
    assert r"Anna\\Noor\, thuis\\nieuw\; bij \\Nel" in name
