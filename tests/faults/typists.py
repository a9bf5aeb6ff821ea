"""People who type and are killed at random moments. A program of its own; see test_kill.

It prints as JSON what was found afterwards. Many type at the same time, each in a process of their
own that is forked from here, where everything is loaded already.
"""

import json
import os
import random
import select
import signal
import struct
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from families import ID, number_of, version

from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.open_route import SavingTimes
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.version_files import folder_of, versions_in

KEY = Key.new()
_RECORD = struct.Struct("=id")
_LAST_LINE = 1990


@dataclass(frozen=True)
class Life:
    """Pace at which somebody types, and the time until they are killed, in seconds."""

    saving: SavingTimes
    between_lines: float
    shortest: float
    longest: float
    waits_for_each_save: bool


LIVES = {
    "typing": Life(SavingTimes(), 0.02, 0.2, 4.0, waits_for_each_save=False),
    "saving": Life(SavingTimes(0, 0, 0.01), 0, 0.0, 0.03, waits_for_each_save=True),
}


def archive_in(folder: Path, sealed: bool) -> Archive:
    return sealed_archive(folder, KEY, folder) if sealed else Archive(folder)


@dataclass
class Typist:
    """One process at work, and what it said."""

    folder: Path
    archive: Archive
    process: int
    reports: int
    killed_at: float = 0.0

    def kill(self) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        self.killed_at = time.monotonic()

    def said(self) -> list[tuple[int, float]]:
        """Return the lines that it was about to type (or, where it waited, had saved), and when."""
        parts = []
        while part := os.read(self.reports, 65536):
            parts.append(part)
        os.close(self.reports)
        whole = b"".join(parts)
        return list(_RECORD.iter_unpack(whole[: len(whole) // _RECORD.size * _RECORD.size]))


def start(folder: Path, life: Life, sealed: bool) -> Typist:
    """Fork somebody who goes on typing where the file ends."""
    reports, report = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            type_on(archive_in(folder, sealed), life, report)
        finally:
            os._exit(1)
    os.close(report)
    return Typist(folder, archive_in(folder, sealed), process, reports)


def type_on(archive: Archive, life: Life, report: int) -> None:
    opened = archive.open(ID, saving=life.saving)
    if opened.read_only:
        os.write(report, _RECORD.pack(-1, 0.0))
        return
    number = number_of(opened.route)
    os.write(report, _RECORD.pack(number, time.monotonic()))
    while True:
        number = number + 1 if number < _LAST_LINE else 1
        if life.waits_for_each_save:
            opened.put(version(number))
            if opened.save_now():
                os.write(report, _RECORD.pack(number, time.monotonic()))
        else:
            os.write(report, _RECORD.pack(number, time.monotonic()))
            opened.put(version(number))
            time.sleep(life.between_lines)


@dataclass
class Findings:
    """State of the files after the kills."""

    kills: int = 0
    damaged: int = 0
    locked_out: int = 0
    cut_a_save: int = 0
    """A temporary file was left: the kill came in the middle of a save."""
    broken_promises: int = 0
    """Files older than a save that had been reported as done."""
    most_seconds_lost: float = 0.0
    """Seconds between the first line that was lost and the kill."""
    most_typing_lost: float = 0.0
    """Seconds that the lost lines took to type: fewer where the machine held the typist up."""
    longest_life: float = 0.0
    lines: int = 0
    versions: int = 0
    """Versions of the route that were opened, beside its file."""

    def look_at(self, typist: Typist, life: Life) -> None:
        said = typist.said()
        self.kills += 1
        for left in typist.folder.glob(".*.new"):
            self.cut_a_save += 1
            left.unlink()
        if not said or said[0][0] == -1:
            self.locked_out += bool(said)
            return
        try:
            kept = number_of(typist.archive.load(ID))
            self.look_at_versions(typist)
        except (StorageError, ValueError):
            self.damaged += 1
            return
        self.lines += len(said) - 1
        self.longest_life = max(self.longest_life, typist.killed_at - said[0][1])
        numbers = [number for number, _ in said]
        if life.waits_for_each_save:
            done = numbers[-1]
            self.broken_promises += kept not in (done, done + 1 if done < _LAST_LINE else 1)
        elif kept not in numbers:
            self.damaged += 1
        else:
            lost = said[len(numbers) - numbers[::-1].index(kept) :]
            if lost:
                seconds = typist.killed_at - lost[0][1]
                self.most_seconds_lost = max(self.most_seconds_lost, seconds)
                typing = len(lost) * life.between_lines
                self.most_typing_lost = max(self.most_typing_lost, typing)

    def look_at_versions(self, typist: Typist) -> None:
        """Every version that is kept is a whole one. Raises ValueError."""
        (path,) = (each for each in typist.folder.glob(f"{ID}.*") if each.suffix != ".lock")
        for each in versions_in(folder_of(path)):
            read = typist.archive.read(each.path, ID)
            if not isinstance(read, Route):
                raise ValueError("a version that is not whole")
            number_of(read)
            self.versions += 1


def main(folder: Path, kind: str, kills: int, at_once: int, sealed: bool) -> Findings:
    """Kill so many, so many at work at the same time; each goes on in a folder of their own."""
    life, chance, findings = LIVES[kind], random.Random(11), Findings()
    if life.waits_for_each_save:  # in this little time there would be no version yet
        version_files.NOT_SOONER = 0.05
    folders = [folder / str(place) for place in range(at_once)]
    for each in folders:
        archive = archive_in(each, sealed)
        archive.prepare()
        archive.create(version(1)).close()
    at_work: list[tuple[float, Typist]] = []
    started = 0
    while folders or at_work:
        while folders and started < kills:
            end = time.monotonic() + chance.uniform(life.shortest, life.longest)
            typist = start(folders.pop(), life, sealed)
            if life.waits_for_each_save:  # such a life is short: it counts from the first word
                select.select([typist.reports], [], [], 10)
                end = time.monotonic() + chance.uniform(life.shortest, life.longest)
            at_work.append((end, typist))
            started += 1
        if not at_work:
            break
        at_work.sort(key=lambda each: each[0])
        end, typist = at_work.pop(0)
        time.sleep(max(0.0, end - time.monotonic()))
        typist.kill()
        findings.look_at(typist, life)
        folders.append(typist.folder)
    return findings


if __name__ == "__main__":
    where, what, kills, at_once, how = sys.argv[1:]
    found = main(Path(where), what, int(kills), int(at_once), how == "sealed")
    print(json.dumps(found.__dict__))  # noqa: T201
