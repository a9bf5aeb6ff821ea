#!/usr/bin/env bash
# A name that is longer than a field of Textual may hold: typed, and pasted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""`Input(max_length=20)` is to hold twenty letters at most.

Typed, a longer name leaves its first twenty, and one sees where it ends. Pasted, or sent at once by
dictation, not one letter of it comes, nor does it take the place of what was selected; the field
tells no change. Expected is what a field of a page or a form does: as much as fits.
"""

import asyncio
from importlib.metadata import version

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input

NAME = "Anna Maria van den Berg"
MOST = 20


class Form(App[None]):
    changes = 0

    def compose(self) -> ComposeResult:
        yield Input(max_length=MOST)

    def on_input_changed(self) -> None:
        self.changes += 1


async def filled(*, pasted: bool, before: str = "") -> tuple[str, int]:
    app = Form()
    async with app.run_test() as pilot:
        field = app.query_one(Input)
        field.value = before
        field.focus()
        field.select_all()
        await pilot.pause()
        app.changes = 0
        if pasted:
            field.post_message(events.Paste(NAME))
        else:
            for letter in NAME:
                await pilot.press("space" if letter == " " else letter)
        await pilot.pause()
        return field.value, app.changes


print("textual", version("textual"))
typed, pasted = asyncio.run(filled(pasted=False)), asyncio.run(filled(pasted=True))
over = asyncio.run(filled(pasted=True, before="Anna"))
print("expected:       ", repr(NAME[:MOST]))
print("typed:          ", repr(typed[0]), "· changes told:", typed[1])
print("pasted:         ", repr(pasted[0]), "· changes told:", pasted[1])
print("pasted over Anna:", repr(over[0]), "· changes told:", over[1])
raise SystemExit((typed[0], pasted, over) != (NAME[:MOST], ("", 0), ("Anna", 0)))
PYTHON
cd "$folder" && venv/bin/python finding.py
