#!/usr/bin/env bash
# The marked row of a list in Textual, drawn in reverse by the style sheet.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8 rich==15.0.0
cat > "$folder/finding.py" <<'PYTHON'
"""`text-style: reverse` is what a terminal without colours has to mark a row.

The rule reaches the component class: `get_component_rich_style` has it. `get_visual_style`, which
OptionList draws with, copies bold, dim, italic, underline and strike, and leaves reverse out.
"""

import asyncio
from importlib.metadata import version

from textual.app import App
from textual.widgets import OptionList

MARKED = "option-list--option-highlighted"


class Shown(App):
    CSS = f"OptionList:focus > .{MARKED} {{ text-style: underline reverse; }}"

    def compose(self):
        yield OptionList("one", "two")


async def look():
    app = Shown()
    async with app.run_test(size=(20, 6)) as pilot:
        await pilot.press("down")
        listed = app.query_one(OptionList)
        rows = [segment for y in range(listed.size.height) for segment in listed.render_line(y)]
        drawn = next(segment.style for segment in rows if "two" in segment.text)
        return listed.get_component_rich_style(MARKED), drawn


asked, drawn = asyncio.run(look())
print("textual", version("textual"))
print(f"asked for: underline {asked.underline}, reverse {asked.reverse}")
print(f"drawn:     underline {drawn.underline}, reverse {bool(drawn.reverse)}")
raise SystemExit(not (asked.reverse and drawn.underline and not drawn.reverse))
PYTHON
cd "$folder"
venv/bin/python finding.py
