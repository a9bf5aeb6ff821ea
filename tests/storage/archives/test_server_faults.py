"""A server that dies, is replaced, is full or is cut off: what was told as kept is kept, once."""

import os
import random
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from network import network_to
from server import Server, server_folder, standby_of
from team_clients import NAMES, at_work, check_that_all_is_kept, clients_at
from team_laptop import KEYS, TeamLaptop, come_to_the_same
from test_contract import ANNA, save_of

from relroute_tui.storage.archives.contract import (
    Answer,
    ArchiveError,
    Problem,
    Revision,
    Save,
    SharedArchive,
)
from relroute_tui.storage.archives.opening import shared_archive
from relroute_tui.storage.archives.postgresql.prepare import prepare

Record = Callable[[str, object], None]


def long(count: int) -> object:
    return pytest.param(count, marks=pytest.mark.long)


@pytest.fixture
def server(server: Server) -> Server:
    """Server with an empty archive. It may be stopped and killed."""
    server.empty()
    return server


@pytest.mark.parametrize("kills", [1, long(200)])
def test_a_server_that_is_killed_at_any_moment_loses_nothing(
    kills: int, server: Server, record_property: Record
) -> None:
    chance = random.Random(kills)
    clients = clients_at({name: server.address(name) for name in NAMES})
    stop = threading.Event()
    threads = at_work(clients, stop)
    for _ in range(kills):
        time.sleep(chance.uniform(0.05, 0.4))
        server.kill()
        server.start()
    stop.set()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    check_that_all_is_kept(clients)
    told = sum(len(client.told) for client in clients)
    doubts = sum(client.in_doubt for client in clients)
    record_property(
        "figures", [f"archive: {kills} kills of the server: {told:,} saves kept, {doubts} in doubt"]
    )
    assert told > 0


@pytest.mark.parametrize("saves", [48, long(1_000)])
def test_a_copy_that_takes_over_has_every_save_that_was_told_as_kept(
    saves: int, server: Server, record_property: Record
) -> None:
    with standby_of(server) as standby:
        hosts = f"127.0.0.1:{server.port},127.0.0.1:{standby.port}"
        clients = clients_at({name: f"postgresql://{name}@{hosts}/postgres" for name in NAMES})
        threads = at_work(clients, threading.Event(), saves // len(NAMES))
        while sum(len(client.told) for client in clients) < saves // 3:
            time.sleep(0.01)
        server.kill()
        standby.ask("SELECT pg_promote()")
        for thread in threads:
            thread.join(120)
            assert not thread.is_alive()
        check_that_all_is_kept(clients)
        doubts = sum(client.in_doubt for client in clients)
        longest = max(client.longest_wait for client in clients)
        record_property(
            "figures",
            [
                f"archive: a copy took over while {saves:,} saves ran: none lost, {doubts} in doubt,"
                f" the longest waited {longest:.1f} s"
            ],
        )


def test_a_save_that_was_called_off_while_it_waited_for_its_copy_is_in_doubt(
    server: Server,
) -> None:
    shared = shared_archive(server.address(NAMES[0]), ANNA)
    known = keep(shared, save_of("fjord234"))
    server.ask("ALTER SYSTEM SET synchronous_standby_names = 'a_copy_that_is_away'")
    server.ask("SELECT pg_reload_conf()")
    told: list[tuple[Save, Answer]] = []

    def save_until_one_waits() -> None:  # the server takes the setting over when it likes
        base, answer = known, Answer.KEPT
        while answer is Answer.KEPT:
            save = save_of("fjord234", b"later", base)
            answer = shared.save(save)
            told.append((save, answer))
            base = save.revision

    saving = threading.Thread(target=save_until_one_waits)
    saving.start()
    call_off = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
    while not server.ask(call_off):
        time.sleep(0.01)
    saving.join()
    called_off, answer = told[-1]
    assert answer is Answer.IN_DOUBT
    server.ask("ALTER SYSTEM RESET synchronous_standby_names")
    server.ask("SELECT pg_reload_conf()")
    assert shared.settle(called_off) is Answer.KEPT
    shared.close()


@pytest.mark.parametrize("step", [23, long(1)])
def test_a_network_that_is_cut_at_any_byte_keeps_a_save_once(
    step: int, server: Server, record_property: Record
) -> None:
    with network_to(server.port) as network:
        shared = shared_archive(server.address("anna", port=network.port), ANNA)
        known = keep(shared, save_of("fjord234"))
        shared.close()
        network.restore()
        known = keep(shared, save_of("fjord234", base=known))
        shared.close()
        lengths = {"sent": len(network.sent), "received": len(network.received)}
        cuts = [(way, at) for way, length in lengths.items() for at in range(0, length, step)]
        doubts = 0
        for way, at in cuts:
            network.restore()
            setattr(network, f"cut_after_{way}", at)
            save = save_of("fjord234", f"{way} {at}".encode(), known)
            answer = Answer.NOT_KEPT
            with suppress(ArchiveError):
                answer = shared.save(save)
            network.restore()
            if answer is Answer.IN_DOUBT:
                doubts += 1
                answer = shared.settle(save)
            if answer is Answer.NOT_KEPT:
                answer = shared.save(save)
            assert answer is Answer.KEPT, (way, at)
            known = save.revision
            there = shared.fetch("fjord234")
            assert there is not None
            assert (there.revision, there.sealed) == (known, save.sealed), (way, at)
            shared.close()
    assert server.ask("SELECT count(*) FROM relroute.saved")[0][0] == known.number
    record_property(
        "figures",
        [f"archive: network cut at {len(cuts):,} places: each save kept once, {doubts} in doubt"],
    )


def keep(shared: SharedArchive, save: Save) -> Revision:
    assert shared.save(save) is Answer.KEPT
    return save.revision


def fill(server: Server, shared: SharedArchive, known: Revision) -> tuple[Revision, Problem | None]:
    """Save much until it is refused; return the state that was told last, and the problem."""
    for _ in range(200):
        save = save_of("fjord234", os.urandom(1_000_000), known)
        try:
            answer = shared.save(save)
        except ArchiveError as error:
            return known, error.problem
        if answer is not Answer.KEPT:
            assert answer is Answer.IN_DOUBT
            return known, None
        known = save.revision
    raise AssertionError("the disk is never full")


def goes_on_after_being_full(server: Server, shared: SharedArchive, known: Revision) -> None:
    """See that the server has what it told, and keeps what it is given now."""
    there = shared.fetch("fjord234")
    assert there is not None
    assert there.revision == known
    keep(shared, save_of("fjord234", b"after it was full", known))
    keep(shared, save_of("other234", b"another"))
    assert len(shared.revisions()) == 2


def test_files_that_may_grow_no_more_lose_nothing(server: Server) -> None:
    shared = shared_archive(server.address(NAMES[0]), ANNA)
    known = keep(shared, save_of("fjord234"))
    server.stop()
    server.start(largest_file=20_000_000)
    known, _problem = fill(server, shared, known)
    server.stop()
    server.start()
    goes_on_after_being_full(server, shared, known)
    shared.close()


@pytest.mark.long
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may make a disk")
def test_a_server_with_a_full_disk_says_so_and_loses_nothing(
    tmp_path: Path, record_property: Record
) -> None:
    with small_disk(tmp_path, 160), server_folder(tmp_path) as home:
        ballast = home / "ballast"
        server = Server(home)
        server.initialise()
        server.start()
        prepare(server.address())
        ballast.write_bytes(bytes(40_000_000))
        shared = shared_archive(server.add_facilitator("anna"), ANNA)
        known, problem = fill(server, shared, keep(shared, save_of("fjord234")))
        ballast.unlink()
        was_down = server.comes_back()
        shared.close()
        goes_on_after_being_full(server, shared, known)
        shared.close()
        server.stop()
        record_property(
            "figures",
            [
                f"archive: disk full after {known.number} saves of 1 MB, told as {problem},"
                f" the server went down: {was_down}; nothing lost"
            ],
        )
        assert was_down or problem is Problem.FULL


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """Give a folder a disk of its own, as only root may."""
    options = f"size={megabytes}m,mode=755"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    folders = [parent for parent in folder.parents if parent.stat().st_mode & 0o005 != 0o005]
    for each in folders:  # pytest's own are for their owner alone
        each.chmod(0o755)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("times", [1, long(20)])
def test_a_server_that_was_restored_from_a_backup_gets_everything_again(
    times: int, server: Server, tmp_path: Path, record_property: Record
) -> None:
    backup = server.home / "backup"
    laptops = [
        TeamLaptop(tmp_path / name, server.address(name), key)
        for name, key in zip(NAMES, KEYS, strict=False)
    ]
    laptops[0].begins(*KEYS[1:])
    come_to_the_same(laptops)
    for number in range(times):
        server.stop()
        server.run("cp", "-a", str(server.data), str(backup))
        server.start()
        for laptop in laptops:
            laptop.starts_again()
            laptop.writes(f"<{number} on {laptop.folder.name}>")
            laptop.leaves()
            laptop.meets()
        server.stop()
        server.restore(backup)
        shutil.rmtree(backup)
        server.start()
        for laptop in laptops:
            laptop.starts_again()
        come_to_the_same(laptops)
    record_property(
        "figures", [f"archive: {times} times restored from a backup of its files: nothing gone"]
    )
