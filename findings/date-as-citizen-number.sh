#!/usr/bin/env bash
# Dates without a dash, and the check digit of the Dutch citizen service number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check python-stdnum==2.2
cat > "$folder/finding.py" <<'PYTHON'
"""A check digit is used to find a citizen service number (BSN) in a text before it is shown.

python-stdnum fills eight digits up to nine and takes dots and dashes out, as it may. The test of
eleven then holds for one date in eleven: 33 days of 2026 are "valid" numbers, however they are
written. Who blanks what is valid blanks days of meetings; who wants only numbers has to look at the
nine digits first.
"""

from datetime import date, timedelta
from importlib.metadata import version

from stdnum.nl import bsn

days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
forms = ("%d%m%Y", "%d-%m-%Y", "%d.%m.%Y")
counts = [sum(bsn.is_valid(f"{day:{form}}") for day in days) for form in forms]

print("python-stdnum", version("python-stdnum"))
print("expected: a day such as 12-01-2026 is no citizen service number")
for form, count in zip(forms, counts, strict=True):
    first = next(f"{day:{form}}" for day in days if bsn.is_valid(f"{day:{form}}"))
    print(f"seen:     {count} of 365 days are valid, the first is {first}")
raise SystemExit(counts != [33, 33, 33] or bsn.format("12012026") != "0120.12.026")
PYTHON
cd "$folder"
venv/bin/python finding.py
