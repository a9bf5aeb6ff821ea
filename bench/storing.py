"""Measure saving and opening a route."""

import contextlib
import os
import threading
import time
import zlib
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace
from tinydb import TinyDB

from bench import commands
from bench.families import a_route, fill, keep, practised
from bench.figures import Row, Table, alternate, median
from bench.plan import Plan
from bench.starting import MEETING_USABLE, time_until
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.sealing.key import Key, seal_to
from relroute_tui.storage.sealing.sealed_archive import sealed_archive

MEETINGS = 50
_LOOKS, _BETWEEN_LOOKS = 60, 5.0


def measure(plan: Plan, table: Table) -> None:
    """Measure a save and an opening, alone and with many others beside it."""
    folder = plan.make("store")
    alone, crowded = folder / "alone", folder / "crowded"
    fill(crowded, plan.routes, [practised(0)])
    for kept in (alone, crowded):
        keep(kept, a_route(99_999, meetings=MEETINGS, size=2_000, held=False))
    sealed = sealed_archive(folder / "sealed", Key.new(), folder)
    _keep_sealed(sealed)
    _until_forgotten(alone, crowded, folder / "sealed")
    with contextlib.ExitStack() as opened:
        save_alone = _saving(Archive(alone), opened)
        save_crowded = _saving(Archive(crowded), opened)
        save_sealed = _saving(sealed, opened)
        written = max(alone.iterdir(), key=lambda path: path.stat().st_size).read_bytes()
        size = len(written)
        found = alternate(
            plan.saves,
            {
                "plain": lambda: _plain_write(alone / "plain", os.urandom(size)),
                "least": _LeastSave(written, alone / "plain").save,
                "alone": save_alone,
                "sealed": save_sealed,
                "crowded": save_crowded,
            },
        )
    opening = alternate(
        plan.saves, {"alone": lambda: _open(alone), "crowded": lambda: _open(crowded)}
    )
    starts = alternate(
        max(3, plan.starts // 2),
        {
            "alone": lambda: time_until(commands.meeting(alone, "route-99999"), MEETING_USABLE),
            "crowded": lambda: time_until(commands.meeting(crowded, "route-99999"), MEETING_USABLE),
        },
    )
    same = "write, fsync, replace"
    a_save = f"a save, {MEETINGS} meetings ({size / 1000:.0f} kB)"
    beside = f"{plan.routes:,} others beside it"
    table.add(
        Row(f"{a_save}, sealed", same, found["sealed"], found["plain"], 1.5),
        Row(
            "*a thread, TinyDB, a proof of what changed and age alone, for comparison*",
            same,
            found["least"],
            found["plain"],
        ),
        Row(f"{a_save}, open", same, found["alone"], found["plain"], 1.5),
        Row(f"a save, {beside}", "none", found["crowded"], found["alone"], 1.1),
        Row(f"opening, {beside}", "none", opening["crowded"], opening["alone"], 1.1),
        Row(
            f"the program into a meeting, {beside}", "none", starts["crowded"], starts["alone"], 1.1
        ),
    )


def _until_forgotten(*folders: Path) -> None:
    """Wait, five minutes at most, until a new file costs the same in each of these folders.

    ext4 without a journal, as in many a virtual machine, gives no name to what was freed lately: a
    run that took ten thousand files away makes each new one near them take half a millisecond.
    """
    for _ in range(_LOOKS):
        costs = [median([_new_file(folder) for _ in range(30)]) for folder in folders]
        if max(costs) < 1.5 * min(costs):
            return
        time.sleep(_BETWEEN_LOOKS)


def _new_file(folder: Path) -> float:
    path = folder / "new"
    began = time.perf_counter()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    took = (time.perf_counter() - began) * 1000
    os.close(descriptor)
    path.unlink()
    return took


def _keep_sealed(archive: Archive) -> None:
    archive.prepare()
    archive.create(a_route(99_999, meetings=MEETINGS, size=2_000, held=False)).close()


def _saving(archive: Archive, opened: contextlib.ExitStack) -> Callable[[], float]:
    route = archive.open("route-99999")
    opened.callback(route.close)

    def save() -> float:
        meeting = route.route.meetings[-1]
        changed = replace(
            meeting, notes=meeting.notes[:-1] + ("." if meeting.notes[-1] == "!" else "!")
        )
        value = route.route.with_meeting(changed)
        began = time.perf_counter()
        route.put(value)
        if not route.save_now(10):
            raise TimeoutError
        return (time.perf_counter() - began) * 1000

    return save


class _LeastSave:
    """What no sealed save can do without, and nothing around it.

    A thread that saves, so that no key waits; TinyDB; the changed meeting as JSON behind the others
    as gzip; a proof of that meeting; the age file, written as safely as any.
    """

    def __init__(self, written: bytes, path: Path) -> None:
        self._tables = msgspec.json.decode(written)
        self._others = zlib.compress(written)
        self._path = path
        self._public = Key.new().public
        self._changed = threading.Condition()
        self._wanted = self._saved = 0
        threading.Thread(target=self._work, daemon=True).start()

    def save(self) -> float:
        """Milliseconds until it is on the disk."""
        began = time.perf_counter()
        with self._changed:
            self._wanted += 1
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._saved == self._wanted, 10)
        return (time.perf_counter() - began) * 1000

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._saved < self._wanted)
            meetings = TinyDB(storage=lambda: self).table("meetings", cache_size=0)
            meetings.update({"notes": "!" * 2_000 + str(self._wanted)}, doc_ids=[MEETINGS])
            with self._changed:
                self._saved += 1
                self._changed.notify_all()

    def read(self) -> Any:
        """For TinyDB."""
        return self._tables

    def write(self, tables: Any) -> None:
        """For TinyDB."""
        self._tables = tables
        changed = msgspec.json.encode(tables["meetings"][str(MEETINGS)])
        proof = blake2b(changed, key=b"secret").hexdigest().encode()
        _plain_write(self._path, seal_to(proof + self._others + changed, self._public))


def _plain_write(path: Path, content: bytes) -> float:
    began = time.perf_counter()
    temporary = path.with_name("plain.new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(descriptor, content)
    os.fsync(descriptor)
    os.close(descriptor)
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return (time.perf_counter() - began) * 1000


def _open(folder: Path) -> float:
    began = time.perf_counter()
    opened = Archive(folder).open("route-99999")
    took = (time.perf_counter() - began) * 1000
    opened.close()
    return took
