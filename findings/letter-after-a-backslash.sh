#!/usr/bin/env bash
# A title with a backslash between two names, written to a calendar file and read back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check icalendar==7.3.2
cat > "$folder/finding.py" <<'PYTHON'
"""A backslash in a text is doubled in a calendar file (RFC 5545, 3.3.11), and one again when read.

icalendar does so before every letter but a capital N, which it takes for the sign of a new line that
a file may have, before the text was ever in a file. "Anna\\Noor", for one or the other, loses the
first letter of the second name for good; "Anna\\Kees" and "Anna\\noor" stay.
"""

from importlib.metadata import version

from icalendar import Event

print("icalendar", version("icalendar"))
read = {}
for typed in (r"Anna\Kees", r"Anna\noor", r"Anna\Noor"):
    event = Event()
    event.add("summary", typed)
    written = event.to_ical()
    read[typed] = str(Event.from_ical(written)["summary"])
    print(f"{typed}: in the file {written.splitlines()[1].decode()}, read as {read[typed]!r}")
print(r"expected: Anna\Noor, as it was typed")
raise SystemExit(list(read.values()) != [r"Anna\Kees", r"Anna\noor", "Anna\noor"])
PYTHON
cd "$folder" && venv/bin/python finding.py
