#!/usr/bin/env bash
# Words, and the key that leaves, reach a Textual app that keeps every change in one write.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/app.py" <<'PYTHON'
"""Notes of which each change is kept at once, as an app does that never asks whether to save."""

from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Notes(App[None]):
    def compose(self) -> ComposeResult:
        yield TextArea()

    def on_mount(self) -> None:
        self.notes = self.query_one(TextArea)
        self.call_after_refresh(Path("ready").touch)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        Path("kept").write_text(event.text_area.text)


app = Notes()
app.run()
Path("in the area").write_text(app.notes.text)
PYTHON
cat > "$folder/finding.py" <<'PYTHON'
"""Somebody types while the machine stalls, and leaves; the program reads it all at once.

The app does Ctrl+Q as soon as it reads it. The letters before it wait in the queue of the area, which
still takes them while the app ends: they stand in the area when it is over. But nobody is told any
more that it changed, so what is kept at each change lacks them, with no error and no message.
"""

import os
import pty
import select
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

WORDS, LEAVE = b"Anna calls Sam", b"\x11"


def leave(parts):
    """Return what was kept, and what stood in the area, where these parts are typed."""
    here, app = Path(tempfile.mkdtemp(dir=".")).resolve(), Path("app.py").resolve()
    pid, terminal = pty.fork()
    if not pid:
        os.environ["TERM"] = "xterm-256color"
        os.chdir(here)
        os.execv(sys.executable, [sys.executable, str(app)])
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            try:
                os.read(terminal, 65536)
            except OSError:  # the app is gone
                break
        if parts and (here / "ready").exists():
            os.write(terminal, parts.pop(0))
            ready = time.monotonic() + 2
            while time.monotonic() < ready:
                if select.select([terminal], [], [], 0.1)[0]:
                    try:
                        os.read(terminal, 65536)
                    except OSError:
                        break
    os.waitpid(pid, 0)
    kept = here / "kept"
    return kept.read_text() if kept.exists() else "", (here / "in the area").read_text()


print("textual", version("textual"))
apart = leave([WORDS, LEAVE])
together = leave([WORDS + LEAVE])
print(f"typed, and left two seconds later: kept {apart[0]!r}")
print(f"typed and left in one write:       kept {together[0]!r}, in the area {together[1]!r}")
raise SystemExit(apart[0] != WORDS.decode() or together != ("", WORDS.decode()))
PYTHON
cd "$folder"
venv/bin/python finding.py
