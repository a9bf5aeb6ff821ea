#!/usr/bin/env bash
# A line with an Arabic aside in brackets, and the two functions of python-bidi that put it in order.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check python-bidi==0.6.12
cat > "$folder/finding.py" <<'PYTHON'
"""Neither of the two gets brackets right, and each gets other lines wrong.

A card in Arabic has its aside in brackets, and sometimes a name in Latin letters. A program that draws it
by itself asks python-bidi for the letters from left to right. `bidi.get_display`, which the package says
to use since it was written in Rust, does not turn a bracket round in right-to-left text (rule L4 of the
Unicode bidirectional algorithm), so that every aside opens with its end. `bidi.algorithm.get_display`,
kept for those who leaned on the older one, turns them, but does not know that two brackets belong
together (rule N0): in a line that begins with a name it tears an aside apart. Going from the one to the
other therefore changes every line with brackets.
"""

from importlib.metadata import version

from bidi import get_display as in_rust
from bidi.algorithm import get_display as in_python

LINES = (  # as it is typed; from left to right as the algorithm has it
    ("an aside", "نعم (اليوم)", "(مويلا) معن"),
    ("an aside behind a name", "Sam قال: نعم (اليوم)", "Sam (مويلا) معن :لاق"),
    ("a name, then an aside", "Sam (اليوم) نعم", "Sam (مويلا) معن"),
)

print("python-bidi", version("python-bidi"))
right = {}
for what, typed, wanted in LINES:
    right[what] = (in_rust(typed) == wanted, in_python(typed) == wanted)
    print(f"{what:24} bidi.get_display right: {right[what][0]!s:6} bidi.algorithm right: {right[what][1]}")
raise SystemExit(
    right
    != {
        "an aside": (False, True),
        "an aside behind a name": (False, False),
        "a name, then an aside": (True, False),
    }
)
PYTHON
cd "$folder"
venv/bin/python finding.py
