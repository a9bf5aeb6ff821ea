#!/usr/bin/env bash
# A stay of 24 hours over the night in which the clocks go back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check icalendar==7.3.2 recurring-ical-events==3.8.2 tzdata==2026.6
cat > "$folder/finding.py" <<'PYTHON'
"""RFC 5545 (3.3.6): a duration of P1D follows the calendar, PT24H is 24 hours of real time.

icalendar keeps both as the same timedelta and writes PT24H as P1D at the next export; with
recurring-ical-events a stay of exactly 24 hours ends after 25.
"""

from datetime import UTC, date
from importlib.metadata import version

import recurring_ical_events
from icalendar import Calendar

TEXT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//finding//EN
BEGIN:VEVENT
UID:stay@example.org
DTSTAMP:20260901T000000Z
SUMMARY:Stay
DTSTART;TZID=Europe/Amsterdam:20261024T180000
DURATION:PT24H
END:VEVENT
END:VCALENDAR
"""
calendar = Calendar.from_ical(TEXT.replace("\n", "\r\n"))
stay = recurring_ical_events.of(calendar).at(date(2026, 10, 24))[0]
length = stay["DTEND"].dt.astimezone(UTC) - stay["DTSTART"].dt.astimezone(UTC)
hours = length.total_seconds() / 3600
written = calendar.events[0]["DURATION"].to_ical().decode()

print("icalendar", version("icalendar"), "· recurring-ical-events", version("recurring-ical-events"))
print("right:  PT24H, ends on Sunday at 17:00, after 24 hours")
print(f"seen:   {written}, ends at {stay['DTEND'].dt:%H:%M}, after {hours:g} hours")
raise SystemExit((written, hours) != ("P1D", 25))
PYTHON
cd "$folder"
venv/bin/python finding.py
