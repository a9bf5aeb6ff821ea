#!/usr/bin/env bash
# Two lines that are typed before a Textual app has its window.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/app.py" <<'PYTHON'
"""One text area; what stands in it is kept when the app ends."""

from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Notes(App[None]):
    def compose(self) -> ComposeResult:
        yield TextArea()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        Path("text").write_text(event.text_area.text)


Notes().run()
PYTHON
cat > "$folder/finding.py" <<'PYTHON'
"""Until a program asks for each key, a terminal turns the Enter key into a line feed.

Textual takes a line feed for Ctrl+J, which means nothing in a text area or an input. So the letters
that were typed ahead arrive, and the Enter between them does not: two lines become one. Dictation
and `tmux send-keys -l` send a line feed for Enter at any time.
"""

import os
import pty
import select
import sys
import time
from importlib.metadata import version
from pathlib import Path

KEYS = b"Anna\rKees"

pid, terminal = pty.fork()
if not pid:
    os.environ["TERM"] = "xterm-256color"
    os.execv(sys.executable, [sys.executable, "app.py"])
os.write(terminal, KEYS)
end, seen = time.monotonic() + 60, ""
while time.monotonic() < end and not seen.endswith("Kees"):
    if select.select([terminal], [], [], 0.1)[0]:
        os.read(terminal, 65536)
    if Path("text").exists():
        seen = Path("text").read_text()
os.kill(pid, 15)
print("textual", version("textual"))
print("typed:    Anna, Enter, Kees")
print("expected:", repr("Anna\nKees"))
print(f"seen:     {seen!r}")
raise SystemExit(seen in ("", "Anna\nKees"))
PYTHON
cd "$folder"
venv/bin/python finding.py
