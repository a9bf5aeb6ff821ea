#!/usr/bin/env bash
# Agreements that are not done, asked of TinyDB in two ways.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check tinydb==4.9.0
cat > "$folder/finding.py" <<'PYTHON'
"""`where("done") != True` and `~(where("done") == True)` read as the same question.

The first finds only what has the field; the second also what never got one, such as an agreement of
an older file. With the first, that agreement is neither among the done ones nor among the open ones.
"""

from importlib.metadata import version

from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage

agreements = TinyDB(storage=MemoryStorage)
agreements.insert_multiple(
    [
        {"wording": "Anna calls", "done": True},
        {"wording": "Kees reads", "done": False},
        {"wording": "Sam draws"},  # written before there was such a field
    ]
)


def wordings(question) -> list[str]:
    return [found["wording"] for found in agreements.search(question)]


done, done_not = wordings(where("done") == True), wordings(where("done") != True)  # noqa: E712
not_done = wordings(~(where("done") == True))  # noqa: E712
print("tinydb", version("tinydb"))
print("done:                 ", done)
print("!= True, expected:    ", ["Kees reads", "Sam draws"])
print("!= True, seen:        ", done_not)
print("~(== True), seen:     ", not_done)
raise SystemExit((done_not, not_done) != (["Kees reads"], ["Kees reads", "Sam draws"]))
PYTHON
cd "$folder" && venv/bin/python finding.py
