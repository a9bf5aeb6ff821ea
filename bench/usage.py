"""Memory and processor time of a running program."""

import contextlib
import re
from pathlib import Path


def memory(pid: int) -> float:
    """Return the megabytes of a program (PSS: what is shared is counted in proportion)."""
    total, waiting = 0, [pid]
    while waiting:
        process = waiting.pop()
        with contextlib.suppress(OSError, TypeError):
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
            found = re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)
            total += int(found[1]) if found else 0
            for task in Path(f"/proc/{process}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
    return total / 1024


def resident(pid: int) -> float:
    """Return the megabytes of a program, all that it shares with others among them.

    For two programs on the same Python: what others happen to run beside them says nothing.
    """
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    found = re.search(r"^Rss:\s+(\d+)", rollup, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def worked(pid: int) -> float:
    """Return the milliseconds that a processor worked on a program until now."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6
