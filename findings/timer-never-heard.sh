#!/usr/bin/env bash
# A timer of Textual that is to ring once, in an app in which a thread is at work.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""Notes are often saved a moment after the last key, with `set_timer`.

A timer passes over a moment that is gone when it looks at the clock for the second time. One that
rings once has no other moment: where the machine, or a thread, held it up for as long as its delay,
it is never heard, and nothing tells.
"""

import asyncio
import sys
import threading
from importlib.metadata import version

from textual.app import App

SET, DELAY = 40_000, 0.0005
sys.setswitchinterval(0.001)  # threads change turns more often, so that it shows in seconds


async def rung() -> int:
    """Return how many of the timers rang, long after the last was due."""
    app, times, done = App[None](), [0], threading.Event()

    def ring() -> None:
        times[0] += 1

    def at_work() -> None:
        while not done.is_set():
            sum(range(1000))

    async with app.run_test():
        threads = [threading.Thread(target=at_work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for _ in range(SET // 100):
            for _ in range(100):
                app.set_timer(DELAY, ring)
            await asyncio.sleep(0)
        done.set()
        for thread in threads:
            thread.join()
        before = -1
        while before != times[0]:
            before = times[0]
            await asyncio.sleep(1)
    return times[0]


found = asyncio.run(rung())
print("textual", version("textual"), "· Python", sys.version.split()[0])
print(f"wanted: {SET:,} timers of {DELAY * 1000} ms ring, however late")
print(f"never heard: {SET - found:,}")
raise SystemExit(found == SET)
PYTHON
cd "$folder"
venv/bin/python finding.py
