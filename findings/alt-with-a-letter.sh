#!/usr/bin/env bash
# Alt with a letter, and Alt with a digit, in a field of Textual.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""A terminal sends ESC and the letter for Alt with that letter.

Textual calls it "alt+n", says that it is printable and gives it the character "n": in a field in
which one types, Alt+N writes an n, unless the app binds it with priority. Alt with a digit comes
as the sign that a Mac keyboard has there, so no app can have a key "alt+2", and the sign is typed.
Alt+B and Alt+F come as Ctrl with an arrow.
"""

import asyncio
from importlib.metadata import version

from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Input


class Window(App[None]):
    def compose(self) -> ComposeResult:
        yield Input()


async def typed(event: Key) -> str:
    app = Window()
    async with app.run_test() as pilot:
        app.query_one(Input).focus()
        await pilot.pause()
        app.post_message(event)
        await pilot.pause()
        return app.query_one(Input).value


async def main() -> None:
    print("textual", version("textual"))
    for pressed in "nx23bf":
        parser = XTermParser()
        events = list(parser.feed(f"\x1b{pressed}"))
        await asyncio.sleep(0.15)  # Textual waits that long for the rest of a sequence
        (event,) = [each for each in (*events, *parser.tick()) if isinstance(each, Key)]
        print(f"Alt+{pressed.upper()}: key {event.key!r}, writes {await typed(event)!r}")


asyncio.run(main())
PYTHON
cd "$folder" && venv/bin/python finding.py
