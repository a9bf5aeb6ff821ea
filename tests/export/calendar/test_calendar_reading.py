"""Times at which somebody cannot, out of any calendar file, and not a word of it."""

import random
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from relroute_tui.domain.busy import BusyTime
from relroute_tui.export.calendar import reading
from relroute_tui.export.calendar.reading import AHEAD, NotRead, Problem, times_in

TODAY = date(2026, 11, 30)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def a_calendar(*events: str) -> bytes:
    """A file with these events, each as the lines in it parted by blanks; ~ is a blank."""
    parts = (f"BEGIN:VEVENT {event} END:VEVENT".split() for event in events)
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", *(line for part in parts for line in part))
    return "\r\n".join((*lines, "END:VCALENDAR", "")).replace("~", " ").encode()


def read(*events: str) -> list[str]:
    """Return the times in a calendar with these events: "2026-12-01 07:00 15:00"."""
    return [written(each) for each in times_in(a_calendar(*events), TODAY).times]


def written(busy: BusyTime) -> str:
    begin, end = busy.begin.astimezone(AMSTERDAM), busy.end.astimezone(AMSTERDAM)
    same = begin.date() == end.date()
    return f"{begin:%Y-%m-%d %H:%M} {end:{'%H:%M' if same else '%Y-%m-%d %H:%M'}}"


AT_SEVEN = (
    "DTSTART;TZID=Europe/Amsterdam:20261201T070000 DTEND;TZID=Europe/Amsterdam:20261201T150000"
)


@pytest.mark.parametrize(
    ("event", "times"),
    [
        (AT_SEVEN, ["2026-12-01 07:00 15:00"]),
        ("DTSTART:20261201T060000Z DURATION:PT8H", ["2026-12-01 07:00 15:00"]),
        ("DTSTART:20261201T070000 DURATION:PT8H", ["2026-12-01 07:00 15:00"]),
        (
            'DTSTART;TZID="W.~Europe~Standard~Time":20261201T070000 DURATION:PT8H',
            ["2026-12-01 07:00 15:00"],
        ),
        ("DTSTART;TZID=Europe/London:20261201T070000 DURATION:PT1H", ["2026-12-01 08:00 09:00"]),
        ("DTSTART;TZID=America/New_York:20261201T010000 DURATION:PT1H", ["2026-12-01 07:00 08:00"]),
        ("DTSTART;VALUE=DATE:20261219 DTEND;VALUE=DATE:20270104",
         ["2026-12-19 00:00 2027-01-04 00:00"]),
        ("DTSTART;VALUE=DATE:20261219 TRANSP:TRANSPARENT", ["2026-12-19 00:00 2026-12-20 00:00"]),
        (f"{AT_SEVEN} TRANSP:TRANSPARENT", []),
        (f"{AT_SEVEN} STATUS:CANCELLED", []),
        ("DTSTART;VALUE=DATE:20251219 DTEND;VALUE=DATE:20260104", []),
        ("DTSTART;VALUE=DATE:20261101 DTEND;VALUE=DATE:20261203",
         ["2026-11-30 00:00 2026-12-03 00:00"]),
        ("DTSTART:20261201T070000 DTEND:20261201T060000", []),
        (f"{AT_SEVEN} RRULE:FREQ=DAILY;COUNT=3 EXDATE;TZID=Europe/Amsterdam:20261202T070000",
         ["2026-12-01 07:00 15:00", "2026-12-03 07:00 15:00"]),
        (f"{AT_SEVEN} RDATE;TZID=Europe/Amsterdam:20261205T070000",
         ["2026-12-01 07:00 15:00", "2026-12-05 07:00 15:00"]),
        (f"{AT_SEVEN} RRULE:FREQ=DAILY;UNTIL=20261202T060000Z",
         ["2026-12-01 07:00 15:00", "2026-12-02 07:00 15:00"]),
    ],
)  # fmt: skip
def test_the_times_of_an_event_are_read_in_the_hours_of_here(event: str, times: list[str]) -> None:
    assert read(event) == times


def test_what_touches_is_kept_as_one_so_that_nobody_sees_what_it_was() -> None:
    later = AT_SEVEN.replace("T150000", "T170000").replace("T070000", "T120000")
    assert read(AT_SEVEN, later, AT_SEVEN) == ["2026-12-01 07:00 17:00"]


def test_one_shift_of_a_series_may_have_been_moved_or_taken_out() -> None:
    series = f"UID:dienst {AT_SEVEN} RRULE:FREQ=DAILY;COUNT=3"
    moved = (
        "UID:dienst RECURRENCE-ID;TZID=Europe/Amsterdam:20261202T070000 "
        "DTSTART;TZID=Europe/Amsterdam:20261202T150000 DURATION:PT2H"
    )
    assert read(series, moved) == [
        "2026-12-01 07:00 15:00",
        "2026-12-02 15:00 17:00",
        "2026-12-03 07:00 15:00",
    ]
    assert len(read(series, f"{moved} STATUS:CANCELLED")) == 2


def test_an_hour_stays_an_hour_on_the_clock_in_summer_and_in_winter() -> None:
    times = times_in(a_calendar(f"{AT_SEVEN} RRULE:FREQ=WEEKLY"), TODAY).times
    begins = {f"{each.begin.astimezone(AMSTERDAM):%H:%M}" for each in times}
    assert begins == {"07:00"}
    assert {each.begin.utcoffset() for each in times} == {timedelta()}
    assert len({each.begin.hour for each in times}) == 2
    assert max(each.end for each in times).date() <= TODAY + AHEAD


def test_a_rhythm_by_the_hour_is_passed_over_and_counted() -> None:
    found = times_in(
        a_calendar(f"{AT_SEVEN} RRULE:FREQ=HOURLY", f"{AT_SEVEN} RRULE:FREQ=YEARLY;BYWEEKNO=3",
                   f"{AT_SEVEN} RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", AT_SEVEN),
        TODAY,
    )  # fmt: skip
    assert len(found.times) == 1
    assert found.passed_over == 3


WHOLE = a_calendar(AT_SEVEN)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.NO_CALENDAR),
        (b"hello", Problem.NO_CALENDAR),
        (b"<html>: </html>", Problem.NO_CALENDAR),
        (b"\x00\xff\xfe" * 99, Problem.NO_CALENDAR),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", Problem.NO_CALENDAR),
        (WHOLE[:-20], Problem.DAMAGED),
        (WHOLE.replace(b"END:VEVENT\r\n", b""), Problem.DAMAGED),
        (WHOLE.replace(b"20261201T070000", b"20261341T070000"), Problem.DAMAGED),
        (WHOLE.replace(b"20261201T070000", b"99999999T999999"), Problem.DAMAGED),
        (a_calendar("SUMMARY:no-day"), Problem.DAMAGED),
        (a_calendar(f"{AT_SEVEN} RRULE:FREQ=DAILY;INTERVAL=0"), Problem.DAMAGED),
        (a_calendar(f"{AT_SEVEN} RRULE:FREQ=DAILY;COUNT=many"), Problem.DAMAGED),
        (a_calendar("DTSTART:99991231T230000Z DURATION:P9999999W"), Problem.DAMAGED),
        (b"x" * (reading.LARGEST + 1), Problem.TOO_LARGE),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 100_000, Problem.TOO_LARGE),
        (b"BEGIN:VCALENDAR\n" + b"\n" * 1_900_000, Problem.DAMAGED),
    ],
)  # fmt: skip
def test_a_damaged_or_foreign_file_is_refused_as_a_whole(content: bytes, problem: Problem) -> None:
    with pytest.raises(NotRead) as refused:
        times_in(content, TODAY)
    assert refused.value.problem is problem


ENDLESS = (
    "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=WE",
    "RRULE:FREQ=DAILY;COUNT=999999999",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
    "RRULE:FREQ=MONTHLY;BYDAY=9MO",
)


def test_endless_rules_are_read_with_a_bounded_number_of_days_looked_at(monkeypatch) -> None:
    start = "DTSTART;VALUE=DATE:19000102"
    content = a_calendar(*(f"{start} {rule}" for rule in ENDLESS))
    looked_at = []
    real = reading.DayBudget.spend
    monkeypatch.setattr(
        reading.DayBudget, "spend", lambda budget: (looked_at.append(1), real(budget))
    )
    times_in(content, TODAY)
    assert len(looked_at) < 200_000
    many = a_calendar(*(f"{start} {ENDLESS[2]}" for _each in range(1_000)))
    looked_at.clear()
    with pytest.raises(NotRead) as refused:
        times_in(many, TODAY)
    assert refused.value.problem is Problem.TOO_LARGE
    assert len(looked_at) <= 500_001


def test_a_zone_that_the_file_describes_itself_is_never_worked_out() -> None:
    zone = (
        b"BEGIN:VTIMEZONE\r\nTZID:mine\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        b"RRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
        b"END:VTIMEZONE\r\n"
    )
    own = a_calendar(AT_SEVEN.replace("Europe/Amsterdam", "../../etc/passwd"))
    content = own.replace(b"BEGIN:VEVENT", zone + b"BEGIN:VEVENT", 1)
    assert len(times_in(content, TODAY).times) == 1


def test_titles_places_and_names_are_not_read_whatever_is_in_them() -> None:
    event = f"{AT_SEVEN} SUMMARY:geheim LOCATION;X={'é' * 999}:x ATTENDEE:mailto:x@example.org"
    assert read(event) == ["2026-12-01 07:00 15:00"]


@settings(max_examples=examples(13), deadline=None)
@given(st.binary(max_size=300), st.integers(0, 200), st.integers(0, 60))
def test_no_file_is_answered_with_anything_but_times_or_a_refusal(junk, at, cut) -> None:
    content = WHOLE[:at] + junk + WHOLE[at + cut :]
    for some in (content, junk):
        try:
            assert isinstance(times_in(some, TODAY).times, tuple)
        except NotRead as refused:
            assert refused.problem in Problem


def _any_rule(dice: random.Random) -> str:
    frequency = dice.choice(("DAILY", "WEEKLY", "MONTHLY", "YEARLY"))
    parts = [f"FREQ={frequency}"]
    if dice.random() < 0.5:
        parts.append(f"INTERVAL={dice.randrange(1, 5)}")
    if dice.random() < 0.4:
        parts.append(f"BYMONTH={','.join(map(str, sorted(dice.sample(range(1, 13), 4))))}")
    codes = dice.sample(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), dice.randrange(1, 4))
    has_weekdays = dice.random() < 0.6
    if has_weekdays and frequency in ("MONTHLY", "YEARLY") and dice.random() < 0.6:
        codes = [f"{dice.choice((1, 2, 3, -1, -2))}{code}" for code in codes]
    if has_weekdays:
        parts.append(f"BYDAY={','.join(codes)}")
    elif frequency in ("MONTHLY", "YEARLY") and dice.random() < 0.6:
        parts.append(f"BYMONTHDAY={dice.choice(('1', '-1', '15,31', '-3,7'))}")
    if has_weekdays and frequency == "MONTHLY" and codes[0][0].isalpha() and dice.random() < 0.5:
        parts.append(f"BYSETPOS={dice.choice(('1', '-1', '2,3'))}")
    ends = ("", f"COUNT={dice.randrange(1, 90)}", "UNTIL=20270501T120000Z")
    return ";".join((*parts, *filter(None, (dice.choice(ends),)), "WKST=MO"))


def test_rhythms_fall_on_the_days_on_which_another_reader_has_them() -> None:
    """A rule whose first day does not fit in it is left to the readers, who differ."""
    dice, compared = random.Random(7), 0
    while compared < examples(100):
        start = date(2026, 1, 1) + timedelta(days=dice.randrange(700))
        rule = _any_rule(dice)
        midnight = datetime.combine(start, time())
        if not rrulestr(rule.replace("T120000Z", "T120000"), dtstart=midnight).between(
            midnight, midnight, inc=True
        ):
            continue
        compared += 1
        event = f"UID:a DTSTART;VALUE=DATE:{start:%Y%m%d} RRULE:{rule}"
        query = recurring_ical_events.of(Calendar.from_ical(a_calendar(event)))
        other = {each.start for each in query.between(TODAY, TODAY + AHEAD)}
        ours = set()
        for each in times_in(a_calendar(event), TODAY).times:
            day = each.begin.astimezone(AMSTERDAM).date()
            while datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM) < each.end.astimezone(
                UTC
            ):
                ours.add(day)
                day += timedelta(days=1)
        assert ours == other, event
