#!/usr/bin/env bash
# A word that a text area of Textual offers, once the cursor has gone somewhere else.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""A `TextArea` offers the rest of a word behind the cursor, and Right takes it.

`update_suggestion` is asked when the text changes, and not when the cursor moves: so the rest of a
word at the end of a line is drawn, and written by Right, wherever one went.
"""

import asyncio
import sys
from importlib.metadata import version

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Notes(TextArea):
    def update_suggestion(self) -> None:
        self.suggestion = "na" if self.text.endswith("@An") else ""


class Minutes(App[None]):
    def compose(self) -> ComposeResult:
        yield Notes()


async def seen() -> str:
    app = Minutes()
    async with app.run_test() as pilot:
        await pilot.press(*"calls @An", "home", "right")
        return app.query_one(Notes).text


found = asyncio.run(seen())
print("textual", version("textual"), "· Python", sys.version.split()[0])
print("typed:    calls @An, Home, Right")
print("expected: calls @An")
print(f"seen:     {found}")
raise SystemExit(found == "calls @An")
PYTHON
cd "$folder"
venv/bin/python finding.py
