"""`python -m bench [--quick | --day] [--only ROWS] [--write FILE]`: the table of docs/speed.md."""

import argparse
import os
import sys
from pathlib import Path

from bench import (
    calendars,
    commands,
    frames,
    handing_over,
    long_use,
    papers,
    searching,
    sharing,
    starting,
    storing,
    television,
    typing_notes,
)
from bench.figures import Table
from bench.plan import plan_for

ROWS = {
    "starting": starting.measure,
    "typing": typing_notes.measure,
    "frames": frames.measure,
    "storing": storing.measure,
    "searching": searching.measure,
    "papers": papers.measure,
    "television": television.measure,
    "calendars": calendars.measure,
    "team": sharing.measure,
    "handing-over": handing_over.measure,
    "long-use": long_use.measure,
}


def main() -> int:
    """Measure, show the table, and say with the exit code whether every goal is met."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds: a first look")
    parser.add_argument("--only", nargs="+", choices=ROWS, default=list(ROWS), metavar="ROWS")
    parser.add_argument("--day", action="store_true", help="instead: a whole day in fast motion")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the table into this file")
    asked = parser.parse_args()
    table = Table()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # then each start would be a very first one
    commands.compile_ours()
    with plan_for(asked.quick) as plan:
        if asked.day:
            long_use.a_day(plan, table, long_use.KEYS_IN_A_DAY, long_use.CARDS_IN_A_DAY)
        for name in [] if asked.day else asked.only:
            ROWS[name](plan, table)
    if asked.write:
        _write(asked.write, table.markdown)
    return 0 if all(row.is_met for row in table.rows) else 1


def _write(path: Path, table: str) -> None:
    """Put the table between its marks in a page."""
    begin, end = "<!-- table -->\n", "<!-- end of the table -->"
    text = path.read_text(encoding="utf-8")
    head, tail = text.split(begin)[0], text.split(end)[1]
    path.write_text(f"{head}{begin}{table}\n{end}{tail}", encoding="utf-8")


sys.exit(main())
