#!/usr/bin/env bash
# Dutch words with a diaeresis, parted at the end of a line by Pyphen.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pyphen==0.18.1
cat > "$folder/finding.py" <<'PYTHON'
"""The dots of a Dutch "ë" say that a syllable begins there; at the end of a line the hyphen says so.

So "patiënt" is parted as "pati-" and "ent", without dots, as the official spelling has it. Pyphen,
which WeasyPrint and others part words with, knows how to change a letter where a word is parted:
Hungarian "asszonnyal" gets one back. Its Dutch patterns ask for none, and a page in large letters
with narrow lines has words that are spelled wrong, which a child learns to read from.
"""

from importlib.metadata import version

from pyphen import Pyphen

WORDS = {
    "patiënt": ("pati", "ent"),
    "coördinatie": ("co", "ordinatie"),
    "geïnteresseerd": ("ge", "interesseerd"),
    "ideeën": ("idee", "en"),
    "reünie": ("re", "unie"),
    "beëindigen": ("be", "eindigen"),
}
dutch, hungarian = Pyphen(lang="nl_NL"), Pyphen(lang="hu_HU")

print("pyphen", version("pyphen"))
kept = []
for word, (before, after) in WORDS.items():
    parts = [found for found in dutch.iterate(word) if found[0].rstrip("-") == before]
    seen = "-".join(parts[0]) if parts else "not parted there"
    kept.append(bool(parts) and parts[0] == (before, word[len(before) :]))
    print(f"{word:16} expected {before + '-' + after:18} seen {seen}")
changed = {"".join(parts) for parts in hungarian.iterate("asszonnyal")}
print("asszonnyal       in Hungarian:", sorted(changed))
assert any(each != "asszonnyal" for each in changed)
raise SystemExit(not all(kept))
PYTHON
cd "$folder" && venv/bin/python finding.py
