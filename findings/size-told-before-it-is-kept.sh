#!/usr/bin/env bash
# A window that gets two sizes in a row, and a Textual app that is quick.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/app.py" <<'PYTHON'
"""The size that the app has is kept in a file."""

from pathlib import Path

from textual.app import App


class Window(App[None]):
    def on_mount(self) -> None:
        self.set_interval(0.02, self.keep)

    def keep(self) -> None:
        Path("new").write_text(f"{self.size.height} {self.size.width}")
        Path("new").replace("size")


Window().run()
PYTHON
cat > "$folder/finding.py" <<'PYTHON'
"""Linux sends SIGWINCH for a new size of a terminal, and keeps that size right after it.

A program that is quick, because it is at work for the size before, reads the one of before and is
sent no other signal. Textual reads once for each signal, so its app stays at the old size until the
window changes again. The kernel's order is in drivers/tty/pty.c, pty_resize.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import threading
import time
from importlib.metadata import version
from pathlib import Path

TRIES = 1500
WAIT = 1.0
"""Seconds in which a size comes through that comes through at all."""


def resize(terminal: int, rows: int, columns: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def has(rows: int, columns: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if Path("size").exists() and Path("size").read_text() == f"{rows} {columns}":
            return True
        time.sleep(0.005)
    return False


def read_on(terminal: int) -> None:
    while True:
        if select.select([terminal], [], [], 1)[0]:
            try:
                os.read(terminal, 65536)
            except OSError:
                return


pid, terminal = pty.fork()
if not pid:
    os.environ["TERM"] = "xterm-256color"
    for name in ("LINES", "COLUMNS"):
        os.environ.pop(name, None)
    os.execv(sys.executable, [sys.executable, "app.py"])
threading.Thread(target=read_on, args=(terminal,), daemon=True).start()
resize(terminal, 24, 80)
assert has(24, 80, 60), "the app did not start"
tried = missed = 0
while tried < TRIES and not missed:
    tried += 1
    resize(terminal, 40, 100)
    time.sleep(0.0003 * (tried % 4))
    columns = 81 + tried % 40
    resize(terminal, 24, columns)
    missed += not has(24, columns, WAIT)
seen = Path("size").read_text()
rows, columns = struct.unpack("HHHH", fcntl.ioctl(terminal, termios.TIOCGWINSZ, bytes(8)))[:2]
os.kill(pid, 15)
print("textual", version("textual"), "on Linux", os.uname().release)
print(f"expected: the app has the size of the terminal, {rows} {columns}")
print(f"seen:     after {tried} double changes it has {seen}, and keeps it")
raise SystemExit(not missed)
PYTHON
cd "$folder"
venv/bin/python finding.py
