#!/usr/bin/env bash
# Half past three in the afternoon, written by Babel in each of its languages and read back by it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check babel==2.19.0
cat > "$folder/finding.py" <<'PYTHON'
"""A form shows the hour of a visit with `format_time` and reads what comes back with `parse_time`.

Both take a locale, and the second knows its order of hours and minutes. Whether it is the afternoon
it looks up in one word alone, the English "pm": in every other language with hours to twelve, what
Babel itself wrote is read as the middle of the night. No error tells.
"""

from datetime import time
from importlib.metadata import version

from babel.dates import format_time, parse_time
from babel.localedata import locale_identifiers

AFTERNOON = time(15, 30)
SHOWN = ("nl", "uk", "en_US", "en_CA", "ar", "ti", "el", "ko", "es_MX", "so")
read = {}
for name in locale_identifiers():
    written = format_time(AFTERNOON, "short", locale=name)
    read[name] = written, parse_time(written, locale=name)

print("babel", version("babel"))
print("expected: 15:30 in every language")
for name in SHOWN:
    print(f"  {name:6} {read[name][0]} -> {read[name][1]:%H:%M}")
wrong = {name: found for name, (_, found) in read.items() if found != AFTERNOON}
print(f"seen:     another hour in {len(wrong)} of {len(read)} locales:", {f"{t:%H:%M}" for t in wrong.values()})
assert {"nl", "uk", "en_US"}.isdisjoint(wrong)
raise SystemExit(not (set(SHOWN[3:]) <= set(wrong) and set(wrong.values()) == {time(3, 30)}))
PYTHON
cd "$folder" && venv/bin/python finding.py
