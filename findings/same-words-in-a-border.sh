#!/usr/bin/env bash
# What Textual draws when the sentence in a border is set to the words that it has already.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""An editor that saves by itself says "saved" in its border after each key, mostly for the second time.

A reactive attribute of Textual, or a class that is set again, draws nothing where it stays as it was.
`border_title` and `border_subtitle` look like these and compare nothing: every row of the text is
drawn and goes to the terminal, at each key, which one feels at a distance and on a slow machine.
"""

import asyncio
from importlib.metadata import version

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Notes(TextArea):
    drawn = 0

    def render_line(self, y: int):
        self.drawn += 1
        return super().render_line(y)


class Editor(App[None]):
    CSS = "Notes { height: 1fr; }"

    def compose(self) -> ComposeResult:
        yield Notes("Anna calls on Wednesday.\n" * 60)


async def drawn() -> dict[str, int]:
    app = Editor()
    async with app.run_test(size=(80, 40)) as pilot:
        notes = app.query_one(Notes)
        notes.border_subtitle = "saved"
        notes.read_only = True
        notes.cursor_blink = False
        notes.add_class("saved")
        await pilot.pause(0.5)
        rows = {}
        for name, again in {
            "a reactive attribute": lambda: setattr(notes, "read_only", True),
            "a class": lambda: notes.add_class("saved"),
            "border_subtitle": lambda: setattr(notes, "border_subtitle", "saved"),
        }.items():
            notes.drawn = 0
            again()
            await pilot.pause(0.5)
            rows[name] = notes.drawn
        return rows


rows = asyncio.run(drawn())
print("textual", version("textual"))
print("expected: nothing is drawn where nothing changed")
for name, count in rows.items():
    print(f"{name:22} set to what it is: {count} rows drawn")
raise SystemExit(not (rows["a reactive attribute"] == rows["a class"] == 0 and rows["border_subtitle"] > 30))
PYTHON
cd "$folder" && venv/bin/python finding.py
