"""Readings of a file by real calendar programs: ("naam7", "2026-03-29 15:30") for each thing in it."""

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = re.compile(r"\d\d/\d\d/\d\d:")
NAME = re.compile(r"Sam – (\w+):")
KHAL = """
[calendars]
[[family]]
path = {folder}/family
[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""

Found = set[tuple[str, str]]


def read_by_recurring_ical_events(content: bytes, first: date, last: date) -> Found:
    import recurring_ical_events
    from icalendar import Calendar

    found = recurring_ical_events.of(Calendar.from_ical(content)).between(
        first, last + timedelta(days=1)
    )
    begins = ((_name(str(each["SUMMARY"])), each["DTSTART"].dt) for each in found)
    return _within({(name, _written(begin)) for name, begin in begins}, first, last)


def _written(begin: date) -> str:
    if isinstance(begin, datetime):
        return f"{begin.astimezone(AMSTERDAM):%Y-%m-%d %H:%M}"
    return begin.isoformat()


def read_by_khal(content: bytes, first: date, last: date, folder: Path) -> Found:
    """All that khal has in its calendar, and what it lists around two clock changes."""
    path, config = _file(content, folder), folder / "khal.conf"
    (folder / "family").mkdir()
    config.write_text(KHAL.format(folder=folder), encoding="utf-8")
    khal = [_program("khal", "pip install khal"), "-c", config]
    _run(folder, *khal, "import", "--batch", path)
    kept = _kept_by_khal(folder / "khal.db")
    for change in (date(first.year + 1, 3, 26), date(first.year + 1, 10, 29)):
        end = change + timedelta(days=7)
        told = _run(
            folder, *khal, "list", "-df", "", "-f", "{title}\t{start}",
            str(change), str(end),
        )  # fmt: skip
        assert _lines(told, change, end) == _within(kept, change, end)
    return _within(kept, first, last)


def _kept_by_khal(path: Path) -> Found:
    database = sqlite3.connect(path)
    names = {
        href: _name(item.replace("\r\n ", ""))
        for href, item in database.execute("SELECT href, item FROM events")
    }
    hours = database.execute("SELECT href, dtstart FROM recs_loc").fetchall()
    whole = database.execute("SELECT href, dtstart FROM recs_float").fetchall()
    database.close()
    return {
        *((names[href], _written(datetime.fromtimestamp(at, UTC))) for href, at in hours),
        *((names[href], _written(datetime.fromtimestamp(at, UTC).date())) for href, at in whole),
    }


def read_by_calcurse(content: bytes, first: date, last: date, folder: Path) -> Found:
    path = _file(content, folder)
    (folder / "calcurse").mkdir()
    calcurse = [
        _program("calcurse", "apt-get install calcurse"),
        "-D", folder / "calcurse", "-C", folder / "calcurse",
    ]  # fmt: skip
    _run(folder, *calcurse, "-q", "-i", path)
    hour, whole = "%m\t%(start:%Y-%m-%d %H:%M)\n", "%m\t\n"
    told = _run(
        folder, *calcurse, "-Q", "--filter-type", "cal",
        "--from", f"{first:%m/%d/%Y}", "--to", f"{last:%m/%d/%Y}",
        "--format-apt", hour, "--format-recur-apt", hour,
        "--format-event", whole, "--format-recur-event", whole,
    )  # fmt: skip
    return _lines("".join(_with_days(told)), first, last)


def _with_days(told: str) -> Iterator[str]:
    """Put the day behind what takes the whole of it: calcurse only has it as a heading."""
    day = ""
    for line in told.splitlines(keepends=True):
        if DAY.fullmatch(line.strip()):
            day = datetime.strptime(line.strip(), "%m/%d/%y:").date().isoformat()  # noqa: DTZ007
        yield line.replace("\t\n", f"\t{day}\n")


def _file(content: bytes, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "family.ics"
    path.write_bytes(content)
    return path


def _program(name: str, how: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is not on this machine. Install it for this test: {how}"
    return found


def _run(folder: Path, *command: str | Path) -> str:
    here = {**os.environ, "TZ": "Europe/Amsterdam", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    answer = subprocess.run(
        list(map(str, command)), env=here, capture_output=True, check=True, encoding="utf-8"
    )
    return answer.stdout


def _lines(told: str, first: date, last: date) -> Found:
    found = (line.split("\t") for line in told.splitlines() if "\t" in line)
    return _within({(_name(title), begin) for title, begin in found}, first, last)


def _within(found: Found, first: date, last: date) -> Found:
    return {each for each in found if first.isoformat() <= each[1][:10] <= last.isoformat()}


def _name(title: str) -> str:
    match = NAME.search(title)
    assert match, title
    return match[1]
