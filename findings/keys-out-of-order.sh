#!/usr/bin/env bash
# Letters and a backspace that reach a Textual app in one write.
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

    def on_mount(self) -> None:
        self.call_after_refresh(Path("ready").touch)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        Path("text").write_text(event.text_area.text)


Notes().run()
PYTHON
cat > "$folder/finding.py" <<'PYTHON'
"""Dictation, a program that completes words, and a line to a slow machine write several keys at once.

A letter goes straight to the widget with the focus. Backspace is bound to a command: it goes to that
widget too, and from there up to the app, which does the command when the letters behind it were
typed already. So each letter that came after the backspace is before it.
"""

import os
import pty
import select
import sys
import time
from importlib.metadata import version
from pathlib import Path

KEYS = b"Annie\x7f\x7fa"

pid, terminal = pty.fork()
if not pid:
    os.environ["TERM"] = "xterm-256color"
    os.execv(sys.executable, [sys.executable, "app.py"])
end, written, seen = time.monotonic() + 30, False, ""
while time.monotonic() < end:
    if select.select([terminal], [], [], 0.1)[0]:
        os.read(terminal, 65536)
    if not written and Path("ready").exists():
        os.write(terminal, KEYS)
        written, end = True, time.monotonic() + 3
    if Path("text").exists():
        seen = Path("text").read_text()
os.kill(pid, 15)
print("textual", version("textual"))
print("typed:    Annie, Backspace twice, a")
print("expected: Anna")
print(f"seen:     {seen}")
raise SystemExit(seen in ("", "Anna"))
PYTHON
cd "$folder"
venv/bin/python finding.py
