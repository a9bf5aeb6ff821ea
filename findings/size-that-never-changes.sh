#!/usr/bin/env bash
# A Textual app whose shell exports COLUMNS and LINES, in a window that is made larger.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""Shells set COLUMNS and LINES; some set-ups, containers and test runners export them.

Textual asks `shutil.get_terminal_size`, which believes the variables before the terminal, also after
the window was resized: half of the window stays empty, or half of the app is outside it.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from importlib.metadata import version

APP = """
from textual.app import App
class Sizes(App):
    def on_resize(self, event):
        open("size", "w").write(f"{event.size.width}x{event.size.height}")
    def key_q(self):
        self.exit()
Sizes().run()
"""


def size_after_resize(**exported):
    kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
    pid, terminal = pty.fork()
    if not pid:
        time.sleep(0.3)
        os.execve(sys.executable, [sys.executable, "-c", APP], kept | {"TERM": "xterm-256color"} | exported)

    def resize(columns, rows):
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([terminal], [], [], 0.1)[0]:
                try:
                    os.read(terminal, 65536)
                except OSError:
                    return

    resize(80, 24)
    read(6)
    resize(120, 40)
    read(3)
    os.write(terminal, b"q")
    read(5)
    os.close(terminal)
    os.waitpid(pid, 0)
    with open("size") as file:
        return file.read()


plain = size_after_resize()
exported = size_after_resize(COLUMNS="80", LINES="24")
print("textual", version("textual"))
print("a window of 80x24 is made 120x40; the app then believes in")
print(" ", plain, "where nothing was exported")
print(" ", exported, "where COLUMNS=80 and LINES=24 were")
raise SystemExit((plain, exported) != ("120x40", "80x24"))
PYTHON
cd "$folder"
venv/bin/python finding.py
