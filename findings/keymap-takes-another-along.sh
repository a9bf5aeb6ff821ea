#!/usr/bin/env bash
# Another key for one command of a Textual app, where two commands share a key.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""One key often does the one thing or the other: space begins a pause, or ends it.

Textual binds both, and asks `check_action` which of them may be done now. Somebody who cannot reach
a key gives the first another one, by its id, with `App.set_keymap`. Expected: the second keeps its
own. Seen: it has no key any more, here and in the footer, and nothing tells: the answer of the
keymap names no clash. Whoever needs another key to begin a pause has none to end it.
"""

import asyncio
from importlib.metadata import version

from textual.app import App
from textual.binding import Binding


class Meeting(App[None]):
    BINDINGS = [
        Binding("space", "pause", "Pause", id="pause"),
        Binding("space", "go_on", "Go on", id="go-on"),
    ]
    is_paused = False
    clashes = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        return {"pause": not self.is_paused, "go_on": self.is_paused}.get(action, True)

    def action_pause(self) -> None:
        self.is_paused = True

    def action_go_on(self) -> None:
        self.is_paused = False

    def handle_bindings_clash(self, clashed_bindings, node) -> None:
        self.clashes += 1


async def pressed(keymap: dict[str, str], *keys: str) -> tuple[list[bool], int]:
    """Return whether there was a pause after each key, and how many clashes were told."""
    app, seen = Meeting(), []
    async with app.run_test() as pilot:
        app.set_keymap(keymap)
        for key in keys:
            await pilot.press(key)
            seen.append(app.is_paused)
    return seen, app.clashes


stock = asyncio.run(pressed({}, "space", "space"))
changed = asyncio.run(pressed({"pause": "p"}, "p", "space"))
print("textual", version("textual"))
print("space, space, as it is bound:     paused", *stock[0])
print("p, space, with pause at p:        paused", *changed[0], "· clashes told:", changed[1])
print("expected:                         paused True False")
raise SystemExit((stock, changed) != (([True, False], 0), ([True, True], 0)))
PYTHON
cd "$folder" && venv/bin/python finding.py
