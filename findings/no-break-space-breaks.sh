#!/usr/bin/env bash
# An hour that has to stay on one line, on the screens of Rich and Textual.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8 rich==15.0.0
cat > "$folder/finding.py" <<'PYTHON'
"""U+00A0 between "19.00" and "uur" is there so that no line ends between them (UAX 14, class GL).

Python's own `textwrap` keeps them together. Rich, Textual's content and its text area end the line
there, as at any other space: a child reads "19.00" on one line and has to find out what.
"""

import asyncio
import textwrap
from importlib.metadata import version

from rich.console import Console
from rich.text import Text
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import TextArea

SENTENCE = "Woensdag om 19.00\u00a0uur bellen"
WIDTH = 20


class Notes(App[None]):
    def compose(self) -> ComposeResult:
        yield TextArea(SENTENCE)


async def in_a_text_area() -> list[str]:
    app = Notes()
    async with app.run_test(size=(WIDTH + 5, 10)) as pilot:
        await pilot.pause()
        area = app.query_one(TextArea)
        assert area.wrap_width == WIDTH
        return area.wrapped_document.get_sections(0)


seen = {
    "textwrap": textwrap.wrap(SENTENCE, WIDTH),
    "TextArea": asyncio.run(in_a_text_area()),
    "rich.Text": [line.plain for line in Text(SENTENCE).wrap(Console(width=WIDTH), WIDTH)],
    "Content": [line.plain for line in Content(SENTENCE).wrap(WIDTH)],
}
print("rich", version("rich"), "· textual", version("textual"))
for name, lines in seen.items():
    print(f"{name:10}", lines)
parted = [name for name, lines in seen.items() if not any("19.00\u00a0uur" in line for line in lines)]
raise SystemExit(parted != ["TextArea", "rich.Text", "Content"])
PYTHON
cd "$folder" && venv/bin/python finding.py
