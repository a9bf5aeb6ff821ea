#!/usr/bin/env bash
# A day and an hour in somebody's notes, and phonenumbers that looks for telephone numbers there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check phonenumbers==9.0.43
cat > "$folder/finding.py" <<'PYTHON'
"""A day and an hour, as people in the Netherlands write them, are ten digits: 06-12-2026 14.

phonenumbers leaves out what looks like a date or a moment, but only as "12/31/2026" and "2026-12-31 14:".
With hyphens and the day first, every day that begins like a mobile telephone or the code of a town is a
valid number: one day in five. Whoever takes telephone numbers out of notes before they are shown or
passed on, takes out the day of the next meeting, and leaves its minutes. A test with a few days late in
the month never shows it.
"""

from datetime import date, timedelta
from importlib.metadata import version

from phonenumbers import Leniency, PhoneNumberMatcher, is_valid_number

FIRST = date(2026, 1, 1)

print("phonenumbers", version("phonenumbers"))
line = "Volgend gesprek 06-12-2026 14.30 bij oma"
(found,) = PhoneNumberMatcher(line, "NL", leniency=Leniency.VALID)
print(f"{line!r}: {found.raw_string!r}, valid: {is_valid_number(found.number)}")
days = [FIRST + timedelta(n) for n in range(365)]
taken = [
    day
    for day in days
    if any(PhoneNumberMatcher(f"Volgend gesprek {day:%d-%m-%Y} 14.30 bij oma", "NL"))
]
print(f"days of 2026 on which that is a telephone number: {len(taken)} of {len(days)}")
iso = [day for day in days if any(PhoneNumberMatcher(f"Next on {day} 14:30", "NL"))]
print("as ISO 8601:", iso)
raise SystemExit(
    not (
        found.raw_string == "06-12-2026 14"
        and len(taken) == 72
        and not iso
    )
)
PYTHON
cd "$folder"
venv/bin/python finding.py
