#!/usr/bin/env bash
# The terminal's cursor stands one cell behind the place where the next letter comes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""A magnifier, a braille line and an input method follow the terminal's own cursor.

At the end of what was typed into an `Input`, Textual moves that cursor one cell too far; within the
text, and in a `TextArea`, it is right. In a list it stays where the last field left it.
"""

import asyncio
import sys
from importlib.metadata import version

from textual.app import App, ComposeResult
from textual.widgets import Input, OptionList, TextArea


class Form(App[None]):
    def compose(self) -> ComposeResult:
        yield Input("abc", select_on_focus=False)
        yield TextArea("abc")
        yield OptionList("first", "second")


async def seen() -> dict[str, int]:
    """Return how far behind the expected column the cursor is, and its row in the list."""
    app = Form()
    async with app.run_test() as pilot:
        field, area, listed = app.query_one(Input), app.query_one(TextArea), app.query_one(OptionList)
        field.focus()
        await pilot.press("end")
        at_end = app.cursor_position.x - (field.content_region.x + 3)
        await pilot.press("left")
        within = app.cursor_position.x - (field.content_region.x + 2)
        area.focus()
        await pilot.press("end")
        in_area = app.cursor_position.x - (area.content_region.x + area.gutter_width + 3)
        listed.focus()
        await pilot.press("down")
        from_list = app.cursor_position.y - (listed.content_region.y + (listed.highlighted or 0))
        return {"end": at_end, "within": within, "area": in_area, "list": from_list}


found = asyncio.run(seen())
print("textual", version("textual"), "· Python", sys.version.split()[0])
print("wanted: 0 cells off everywhere")
print("at the end of an Input:  ", found["end"], "cell too far on")
print("within an Input:         ", found["within"])
print("at the end of a TextArea:", found["area"])
print("in a list:               ", found["list"], "rows off the marked one")
raise SystemExit(not (found["end"] == 1 and found["within"] == found["area"] == 0 and found["list"]))
PYTHON
cd "$folder"
venv/bin/python finding.py
