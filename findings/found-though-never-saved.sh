#!/usr/bin/env bash
# A document that TinyDB found, changed in memory and never saved.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check tinydb==4.9.0
cat > "$folder/finding.py" <<'PYTHON'
"""A table of TinyDB keeps what its last ten queries found, and hands out those documents themselves.

Whoever changes one, to show it with a word more or to try something, changes what the same search
finds next, until something is written to the table. `get` and `all` read the file and do not agree.
So a "no" that somebody took back, before it was saved, is found as a "no".
"""

from importlib.metadata import version

from tinydb import TinyDB, where

db = TinyDB("meeting.json")
db.insert({"name": "Anna", "stance": "yes"})
anna = where("name") == "Anna"

found = db.search(anna)[0]
found["stance"] = "no"  # and never saved

stances = {
    "search": db.search(anna)[0]["stance"],
    "get": db.get(anna)["stance"],
    "all": db.all()[0]["stance"],
    "search in another program": TinyDB("meeting.json").search(anna)[0]["stance"],
}
db.insert({"name": "Sam", "stance": "yes"})
stances["search after anything was written"] = db.search(anna)[0]["stance"]

print("tinydb", version("tinydb"))
for where_from, stance in stances.items():
    print(f"{where_from}: {stance}")
raise SystemExit(list(stances.values()) != ["no", "yes", "yes", "yes", "yes"])
PYTHON
cd "$folder"
venv/bin/python finding.py
