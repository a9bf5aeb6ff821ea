#!/usr/bin/env bash
# The number that TinyDB gives to a new document after the last one was taken away.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check tinydb==4.9.0
cat > "$folder/finding.py" <<'PYTHON'
"""Each document has a number (`doc_id`), by which others point to it: a look-back to an agreement.

As long as a file is open no number comes twice. Opened again, TinyDB counts on from the highest that
is still there: a new agreement gets the number of the one that was withdrawn last, and all that
points to that one now points to the new.
"""

from importlib.metadata import version

from tinydb import TinyDB, where


def withdraw_and_agree(*, opened_again: bool, name: str) -> str:
    """Return to which agreement the look-back points in the end."""
    db = TinyDB(name)
    agreements = db.table("agreements")
    agreements.insert({"wording": "Anna calls on Wednesday"})
    last = agreements.insert({"wording": "Sam sleeps at Anna's on Saturday"})
    db.table("look_backs").insert({"agreement": last, "went": "badly"})
    agreements.remove(doc_ids=[last])
    if opened_again:
        db.close()
        db = TinyDB(name)
        agreements = db.table("agreements")
    agreements.insert({"wording": "Kees reads to Sam"})
    look_back = db.table("look_backs").get(where("went") == "badly")
    pointed_to = agreements.get(doc_id=look_back["agreement"])
    return pointed_to["wording"] if pointed_to else "nothing"


open_all_the_time = withdraw_and_agree(opened_again=False, name="open.json")
opened_again = withdraw_and_agree(opened_again=True, name="again.json")
print("tinydb", version("tinydb"))
print("expected: what went badly points to nothing, as that agreement was withdrawn")
print("seen, open all the time:", open_all_the_time)
print("seen, opened again:     ", opened_again)
raise SystemExit((open_all_the_time, opened_again) != ("nothing", "Kees reads to Sam"))
PYTHON
cd "$folder" && venv/bin/python finding.py
