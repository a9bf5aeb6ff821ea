#!/usr/bin/env bash
# A citizen number is checked offline, and OpenSSL is loaded for it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check python-stdnum==2.2
cat > "$folder/finding.py" <<'PYTHON'
"""The check of a Dutch citizen service number is a sum of nine products; it needs no network.

python-stdnum loads `ssl` all the same as soon as any of its modules is loaded, since version 2.0: for
a few numbers it can ask a web service. A Python that was built without OpenSSL, and a program that
keeps it out because nothing of it may connect, can check no number at all.
"""

import subprocess
import sys
from importlib.metadata import version

CHECK = "from stdnum.nl import bsn; print(bsn.is_valid('111222333'))"


def check(before: str) -> str:
    """Check a number that passes, in a Python of its own."""
    run = subprocess.run([sys.executable, "-c", before + CHECK], capture_output=True, text=True)
    return (run.stdout or run.stderr).strip().splitlines()[-1]


loaded = check("import sys, atexit; atexit.register(lambda: print('ssl' in sys.modules)); ")
without = check("import sys; sys.modules['ssl'] = None; ")
print("python-stdnum", version("python-stdnum"), "· Python", sys.version.split()[0])
print("wanted: the check is made, with OpenSSL and without")
print("`ssl` is loaded after it:", loaded)
print("without OpenSSL it says: ", without)
raise SystemExit(not (loaded == "True" and without.startswith("ModuleNotFoundError")))
PYTHON
cd "$folder"
venv/bin/python finding.py
