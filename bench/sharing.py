"""Measure an organisation's shared archive: sending, nothing new, home, and a key meanwhile.

On a PostgreSQL server of its own on this machine, from the same wheel as the tests.
"""

import random
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import psycopg
from msgspec.structs import replace

from bench import commands
from bench.families import a_route, fill_sealed
from bench.figures import Row, Table, alternate
from bench.plan import Plan
from bench.starting import MEETING_USABLE
from bench.storing import MEETINGS
from bench.terminal import Terminal
from bench.typing_notes import type_letters
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives.contract import Answer, Revision, Save, new_save_id
from relroute_tui.storage.archives.laptop import LaptopFiles
from relroute_tui.storage.archives.notes import Notes
from relroute_tui.storage.archives.opening import shared_archive
from relroute_tui.storage.archives.sync import ArchiveSync
from relroute_tui.storage.archives.sync_state import SyncState
from relroute_tui.storage.sealing.key import Key, seal_to
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from tests.storage.archives.server import Server, running_server

_PASS_PHRASE: Final = "een fiets in de regen"
_MINE, _ALL = 40, 3_000
_HOME_USABLE: Final = r"The routes.*Merel 00009"
_ROUTE: Final = "route-99999"
_LETTERS_A_KEY: Final = 12
"""Letters for each key of the plan: a route goes up once a minute, which few letters would meet."""
_LONGEST_TYPING: Final = 600.0
"""Seconds."""


def measure(plan: Plan, table: Table) -> None:
    """Measure with a server that has one laptop's routes, and with one that has all of them."""
    folder = plan.make("team")
    with running_server() as server:
        _up(folder / "up", server, plan, table)
        server.empty()
        _unchanged(folder / "unchanged", server, plan, table)
        server.empty()
        _at_the_screen(folder / "screen", server, plan, table)


def _sync(archive: Archive, notes: Path, address: str) -> ArchiveSync:
    shared = shared_archive(address, archive.new_envelope.own)
    return ArchiveSync(LaptopFiles(archive), shared, Notes(notes / "shared-archive"))


def _up(folder: Path, server: Server, plan: Plan, table: Table) -> None:
    """Measure a changed route on its way up, beside an UPDATE of the same bytes."""
    archive = sealed_archive(folder / "sessions", Key.new(), folder)
    archive.prepare()
    opened = archive.create(a_route(99_999, meetings=MEETINGS, size=2_000, held=False))
    sync = _sync(archive, folder, server.add_facilitator("up"))
    sync.everything()
    path = archive.path_to(_ROUTE)
    server.ask("CREATE TABLE bare (id int PRIMARY KEY, sealed bytea NOT NULL)")
    server.ask("ALTER TABLE bare ALTER sealed SET STORAGE EXTERNAL")
    server.ask("INSERT INTO bare VALUES (1, '')")
    bare = psycopg.connect(server.address(), autocommit=True)

    def change() -> None:
        meeting = opened.route.meetings[-1]
        notes = meeting.notes[:-1] + ("." if meeting.notes[-1] == "!" else "!")
        opened.put(opened.route.with_meeting(replace(meeting, notes=notes)))
        if not opened.save_now(10):
            raise TimeoutError

    shared = shared_archive(server.address("up"), archive.new_envelope.own)
    readers = (archive.new_envelope.own,)
    revision: Revision | None = None

    def save() -> float:
        nonlocal revision
        change()
        save = Save("another", path.read_bytes(), readers, revision, new_save_id())
        began = time.perf_counter()
        answer = shared.save(save)
        took = (time.perf_counter() - began) * 1000
        if answer is not Answer.KEPT:
            raise RuntimeError(answer)
        revision = save.revision
        return took

    def ours() -> float:
        change()
        began = time.perf_counter()
        report = sync.up([_ROUTE])
        took = (time.perf_counter() - began) * 1000
        if report.states != {_ROUTE: SyncState.IN_STEP}:
            raise RuntimeError(report)
        return took

    def theirs() -> float:
        change()
        sealed = path.read_bytes()
        began = time.perf_counter()
        bare.execute("UPDATE bare SET sealed = %b WHERE id = 1", (sealed,))
        return (time.perf_counter() - began) * 1000

    found = alternate(plan.saves, {"save": save, "whole": ours, "bare": theirs})
    size = path.stat().st_size
    opened.close()
    for used in (bare, sync, shared):
        used.close()
    table.add(
        Row(
            f"a changed route goes up ({size / 1000:.0f} kB)",
            "psycopg, UPDATE",
            found["save"],
            found["bare"],
            2.0,
        ),
        Row(
            "*read, opened, checked and noted as well, for comparison*",
            "psycopg, UPDATE",
            found["whole"],
            found["bare"],
        ),
    )


def _unchanged(folder: Path, server: Server, plan: Plan, table: Table) -> None:
    """Measure how soon it is known that nothing changed."""
    fill_sealed(folder, _ALL, a_route(0, meetings=6, size=2_000), _PASS_PHRASE)
    archive = _opened(folder)
    sync = _sync(archive, folder, server.add_facilitator("unchanged"))
    sync.everything()

    def nothing_new() -> float:
        began = time.perf_counter()
        report = sync.everything()
        took = (time.perf_counter() - began) * 1000
        if len(report.having(SyncState.IN_STEP)) != _ALL:
            raise RuntimeError("they are not in step")
        return took

    found = alternate(max(5, plan.saves // 10), {"ours": nothing_new})
    sync.close()
    table.add(
        Row(
            f"{_ALL:,} routes are known to be unchanged, one statement",
            "none",
            found["ours"],
            [],
            most_alone=1_000,
        )
    )


def _opened(folder: Path) -> Archive:
    from relroute_tui.storage.sealing.vault import Vault

    return sealed_archive(folder, Vault(folder).open(_PASS_PHRASE).key, folder)


def _at_the_screen(folder: Path, server: Server, plan: Plan, table: Table) -> None:
    """Measure home and typing, without an archive, with few routes in it and with many."""
    fill_sealed(folder, _MINE, a_route(0, meetings=6, size=2_000), _PASS_PHRASE)
    archive = _opened(folder)
    archive.create(a_route(99_999, size=10_000, held=False)).close()
    address = server.add_facilitator("screen")
    with _all_there(archive, folder, address):
        few = alternate(plan.starts, {"home": lambda: _home(folder, address)})["home"]
    _fill_with_others(server)
    with _all_there(archive, folder, address):
        many = alternate(plan.starts, {"home": lambda: _home(folder, address)})["home"]
    alone = folder.with_name("alone")
    shutil.copytree(folder, alone)
    with_it, without = _typing({folder: address, alone: ""}, server, _LETTERS_A_KEY * plan.keys)
    table.add(
        Row(
            f"home, {_MINE} routes of one's own among {_ALL:,} in the archive",
            f"home, {_MINE} in the archive",
            many,
            few,
            1.2,
        ),
        Row(
            "key to echo in the notes, 10 kB, while it goes up",
            "without an archive",
            with_it,
            without,
            1.05,
        ),
    )


@contextmanager
def _all_there(archive: Archive, folder: Path, address: str) -> Iterator[None]:
    """Bring everything up before, so that what is measured is the usual day."""
    sync = _sync(archive, folder, address)
    report = sync.everything()
    if set(report.states.values()) != {SyncState.IN_STEP}:
        raise RuntimeError(report)
    sync.close()
    yield


def _fill_with_others(server: Server) -> None:
    """Let colleagues keep the other routes there, each of a real size."""
    colleague = Key.new().public
    shared = shared_archive(server.add_facilitator("colleague"), colleague)
    sealed = seal_to(random.randbytes(20_000), colleague)
    for number in range(_ALL - _MINE):
        save = Save(f"other-{number:05}", sealed, (colleague,), None, new_save_id())
        if shared.save(save) is not Answer.KEPT:
            raise RuntimeError("not kept")
    shared.close()


@contextmanager
def _unlocked(command: Sequence[str], address: str) -> Iterator[tuple[Terminal, float]]:
    """Yield the program once the pass phrase is typed, and when it was."""
    with Terminal(command, {"RELROUTE_ARCHIVE": address}) as terminal:
        terminal.wait_for("The pass phrase opens them")
        terminal.settle()
        yield terminal, terminal.press(f"{_PASS_PHRASE}\r".encode())


def _home(folder: Path, address: str) -> float:
    with _unlocked(commands.home(folder), address) as (terminal, typed):
        terminal.wait_for(_HOME_USABLE)
        return (time.perf_counter() - typed) * 1000


def _typing(
    addresses: Mapping[Path, str], server: Server, letters: int
) -> Sequence[Sequence[float]]:
    """Type a letter in each program in turn, until the route went up from one of them meanwhile.

    So whatever else the machine does hits all of them, and there is no pause to go up in. Return
    the milliseconds for each.
    """
    saves = f"SELECT revision FROM relroute.route WHERE id = '{_ROUTE}'"
    with ExitStack() as stack:
        programs = []
        for folder, address in addresses.items():
            unlocked = _unlocked(commands.meeting(folder, _ROUTE), address)
            terminal, _typed = stack.enter_context(unlocked)
            terminal.wait_for(MEETING_USABLE)
            terminal.settle(0.6, 6.0)
            programs.append(terminal)
        took: list[list[float]] = [[] for _program in programs]
        turns = [*zip(programs, took, strict=True)]
        before, end = server.ask(saves), time.monotonic() + _LONGEST_TYPING
        while len(took[0]) < letters or server.ask(saves) == before:
            if time.monotonic() > end:
                raise TimeoutError("it never went up")
            for terminal, found in turns:
                found.extend(type_letters(terminal, 1))
            turns.reverse()  # else one of them would always type right behind the other
        return took
