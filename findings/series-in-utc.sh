#!/usr/bin/env bash
# A weekly visit at seven in the evening, read and written by the library ics.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check ics==0.7.3 icalendar==7.3.2 recurring-ical-events==3.8.2 tzdata==2026.6
cat > "$folder/finding.py" <<'PYTHON'
"""A series repeats in the zone of its first day (RFC 5545, 3.8.5.3).

ics writes that first day in UTC and leaves the rule as it was, so the series now repeats in UTC:
from the night in which the clocks go back, each visit is an hour too early. Nothing but the title
was changed.
"""

from datetime import date
from importlib.metadata import version
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar
from ics import Calendar as IcsCalendar

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//finding//EN
CALSCALE:GREGORIAN
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:visit@example.org
DTSTAMP:20260901T000000Z
SUMMARY:Visit
DTSTART;TZID=Europe/Amsterdam:20261014T190000
DTEND;TZID=Europe/Amsterdam:20261014T200000
RRULE:FREQ=WEEKLY;UNTIL=20261104T180000Z
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
calendar = IcsCalendar(TEXT)
for event in calendar.events:
    event.name = "Visit at home"
written = calendar.serialize()


def days(text: str) -> list[str]:
    found = recurring_ical_events.of(Calendar.from_ical(text))
    starts = (visit["DTSTART"].dt for visit in found.between(date(2026, 10, 1), date(2026, 11, 30)))
    return [f"{start.astimezone(ZoneInfo('Europe/Amsterdam')):%d-%m %H:%M}" for start in starts]


before, after = days(TEXT), days(written)
print("ics", version("ics"), "· icalendar", version("icalendar"))
print("expected:", *before, sep="\n  ")
print("seen:", *after, sep="\n  ")
assert before == ["14-10 19:00", "21-10 19:00", "28-10 19:00", "04-11 19:00"]
raise SystemExit(after[:4] != ["14-10 19:00", "21-10 19:00", "28-10 18:00", "04-11 18:00"])
PYTHON
cd "$folder" && venv/bin/python finding.py
