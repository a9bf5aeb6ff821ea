#!/usr/bin/env bash
# "At three o'clock" in Dutch, French and Ukrainian, as dateparser reads it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check dateparser==1.5.0
cat > "$folder/finding.py" <<'PYTHON'
"""Whoever says when a visit is, says an hour: "om 15 uur", "à 15 heures", "о 15 годині".

dateparser takes the word for an hour of the clock for an hour that passes, so that three o'clock is in
three hours. With a day before it, the hour becomes something else again: after a weekday it is the day
of the month, after a day and a month it is the year. Nothing is raised and nothing is said; search_dates,
which looks through a whole sentence, does the same. An hour with its minutes is read as one expects.
"""

from datetime import datetime
from importlib.metadata import version

from dateparser import parse
from dateparser.search import search_dates

NOW = datetime(2026, 11, 24, 14, 0)
LOOK_AHEAD = {"RELATIVE_BASE": NOW, "PREFER_DATES_FROM": "future"}

CASES = (
    ("nl", "om 15 uur", "today at 15:00", datetime(2026, 11, 25, 5, 0)),
    ("fr", "à 15 heures", "today at 15:00", datetime(2026, 11, 25, 5, 0)),
    ("uk", "о 15 годині", "today at 15:00", datetime(2026, 11, 25, 5, 0)),
    ("nl", "morgen om 15 uur", "25 November, 15:00", datetime(2026, 11, 26, 5, 0)),
    ("nl", "donderdag om 15 uur", "26 November, 15:00", datetime(2026, 11, 15, 0, 0)),
    ("nl", "3 december om 15 uur", "3 December 2026, 15:00", datetime(2115, 12, 3, 0, 0)),
    ("uk", "3 грудня о 15 годині", "3 December 2026, 15:00", datetime(2115, 12, 3, 0, 0)),
    ("nl", "om 15:00 uur", "today at 15:00", datetime(2026, 11, 24, 15, 0)),
)

print("dateparser", version("dateparser"), "- it is 24 November 2026, 14:00")
is_so = True
for language, said, meant, read in CASES:
    got = parse(said, languages=[language], settings=LOOK_AHEAD)
    print(f"{said:22} meant {meant:24} read {got}")
    is_so = is_so and got == read
found = search_dates("Anna haalt Sam donderdag om 15 uur op.", languages=["nl"], settings=LOOK_AHEAD)
print("search_dates:", found)
is_so = is_so and found == [("donderdag om 15 uur", datetime(2026, 11, 15, 0, 0))]
raise SystemExit(not is_so)
PYTHON
cd "$folder"
venv/bin/python finding.py
