#!/usr/bin/env bash
# The end of a series: written by icalendar, read by dateutil.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check icalendar==7.3.2 python-dateutil==2.9.0.post0 tzdata==2026.6
cat > "$folder/finding.py" <<'PYTHON'
"""RFC 5545 (3.3.10) wants UNTIL in UTC where DTSTART has a time zone.

icalendar writes an aware `until` as local time, without its zone and without a word. dateutil then
refuses the rule beside the very start that it was written for, and a reader that is more lenient has
to guess: the same digits in UTC would add or drop a visit near midnight.
"""

from datetime import datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Event

amsterdam = ZoneInfo("Europe/Amsterdam")
start = datetime(2026, 12, 3, 15, 30, tzinfo=amsterdam)
event = Event()
event.add("dtstart", start)
event.add("rrule", {"freq": "weekly", "until": datetime(2026, 12, 17, 15, 30, tzinfo=amsterdam)})
written = event["rrule"].to_ical().decode()
try:
    read = f"{len(list(rrulestr(written, dtstart=start)))} visits"
except ValueError as error:
    read = str(error)

print("icalendar", version("icalendar"), "· python-dateutil", version("python-dateutil"))
print("right:          FREQ=WEEKLY;UNTIL=20261217T143000Z")
print("icalendar wrote:", written)
print("dateutil says:  ", read)
refused = "must be specified in UTC" in read
raise SystemExit(not (written == "FREQ=WEEKLY;UNTIL=20261217T153000" and refused))
PYTHON
cd "$folder"
venv/bin/python finding.py
