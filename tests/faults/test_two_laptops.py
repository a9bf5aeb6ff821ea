"""Two laptops, one folder and a synchroniser, in a thousand turns: nothing that was saved is gone."""

import errno
import os
import random
from contextlib import closing
from pathlib import Path

import pytest
from families import ID, version
from laptop import WHEN_ASKED, Laptop
from msgspec.structs import replace
from recorded_disk import RecordedDisk
from synchroniser import NAMES, Synchroniser

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.conflicts.external_changes import ExternalChanges
from relroute_tui.storage.conflicts.sync_copies import copies_in, join
from relroute_tui.storage.errors import SaveError, UnreadableKind
from relroute_tui.storage.store import RouteStore

ENGINES = sorted(NAMES)
SHORT, LONG = 20, 1_000
"""Interleavings; each of some 14 turns."""

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="an open file has its name for itself there"
)
either_length = pytest.mark.parametrize(
    "count", [SHORT, pytest.param(LONG, marks=pytest.mark.long)], ids="{:,}".format
)


def play(number: int, folder: Path, sealed: bool) -> tuple[int, int]:
    """One interleaving, to its end; how many conflicts there were, and how many joins."""
    chance = random.Random(number)
    folder.mkdir()
    engine = Synchroniser(ENGINES[number % len(ENGINES)])
    laptops = [Laptop(folder / name, sealed, chance) for name in ("one", "two")]
    laptops[0].archive.create(version(3)).close()
    for laptop in laptops:
        engine.sync(laptop.folder)
    joins = 0
    for turn in range(chance.randrange(6, 22)):
        laptop = chance.choice(laptops)
        match chance.randrange(8):
            case 0 | 1 | 2:
                laptop.writes(f"<{turn} on {laptop.folder.name}>")
            case 3 | 4:
                engine.sync(laptop.folder)
            case 5:
                laptop.opens()
            case 6:
                laptop.leaves()
            case _:
                joins += laptop.joins()
    for laptop in laptops:
        laptop.leaves()
    for _ in range(6):  # they come home, and join what is left
        for laptop in laptops:
            engine.sync(laptop.folder)
            joins += laptop.joins()
            engine.sync(laptop.folder)
    routes = [laptop.archive.load(ID) for laptop in laptops]
    assert routes[0] == routes[1], f"interleaving {number}: the laptops differ"
    assert len(engine.names) == 1, f"interleaving {number}: {engine.names}"
    everything = repr(routes[0])
    for laptop in laptops:
        gone = {text for text in laptop.saved if text not in everything}
        assert not gone, f"interleaving {number}: {gone} gone"
    return engine.conflicts, joins


@either_length
@pytest.mark.parametrize("sealed", [False, True], ids=["open", "sealed"])
def test_nothing_that_either_laptop_saved_is_gone(tmp_path, count, sealed):
    conflicts = joins = 0
    for number in range(count):
        more_conflicts, more_joins = play(number, tmp_path / str(number), sealed)
        conflicts, joins = conflicts + more_conflicts, joins + more_joins
    kind = "sealed" if sealed else "open"
    print(  # noqa: T201
        f"{count:,} interleavings of two laptops, {kind}: {conflicts} conflicts of the engine, "
        f"{joins} versions joined, 0 texts gone"
    )
    assert conflicts > count / 4


@pytest.mark.parametrize("engine", ENGINES)
def test_a_copy_is_known_by_what_is_in_it_whatever_the_engine_calls_it(tmp_path, engine):
    archive = Archive(tmp_path)
    archive.create(version(3)).close()
    name = NAMES[engine](ID, "LAPTOP-7", 12)
    (tmp_path / f"{name}.json").write_bytes((tmp_path / f"{ID}.json").read_bytes())
    (copy,) = copies_in(archive, archive.listing().unreadable)
    assert copy.route == version(3)
    assert [route.id for route in archive.listing().routes] == [ID]
    assert archive.listing().unreadable[0].kind is UnreadableKind.COPY


def test_the_harness_catches_a_store_that_writes_over_what_was_put_in_its_place(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(ExternalChanges, "keep_what_others_wrote", lambda _self: None)
    gone = 0
    for number in range(40):
        try:
            play(number, tmp_path / str(number), sealed=False)
        except AssertionError as problem:
            gone += "gone" in str(problem)
    print(f"without a look at what stands there: {gone} of 40 interleavings lost a text")  # noqa: T201
    assert gone


def test_a_copy_stays_until_the_joined_route_is_on_the_disk(tmp_path, monkeypatch):
    archive = Archive(tmp_path)
    archive.create(version(3)).close()
    other = tmp_path / f"{ID}-LAPTOP.json"
    other.write_bytes((tmp_path / f"{ID}.json").read_bytes())
    with closing(archive.open(ID, saving=WHEN_ASKED)) as opened:
        opened.put(version(9))
        assert opened.save_now()
    (copy,) = copies_in(archive, archive.listing().unreadable)
    disk = RecordedDisk(tmp_path, monkeypatch)
    disk.refuse = lambda _count, call: errno.ENOSPC if call == "write" else None
    copy = replace(copy, route=version(30))
    with pytest.raises(SaveError):
        join(archive, copy)
    assert other.exists()
    assert archive.load(ID) == version(9)


def test_a_copy_that_changed_since_it_was_looked_at_stays(tmp_path):
    archive = Archive(tmp_path)
    archive.create(version(3)).close()
    other = tmp_path / f"{ID}-LAPTOP.json"
    other.write_bytes((tmp_path / f"{ID}.json").read_bytes())
    (copy,) = copies_in(archive, archive.listing().unreadable)
    RouteStore(other).save(version(3))
    other.write_bytes(other.read_bytes().replace(b'"Sam"', b'"Sem"'))
    assert join(archive, copy) == version(3)
    (newer,) = copies_in(archive, archive.listing().unreadable)
    assert newer.route.nickname == "Sem"


def test_a_route_of_which_only_a_copy_is_left_comes_back_under_its_name(tmp_path):
    archive = Archive(tmp_path)
    archive.create(version(3)).close()
    (tmp_path / f"{ID}.json").rename(tmp_path / f"{ID} (conflicted copy).json")
    (copy,) = copies_in(archive, archive.listing().unreadable)
    join(archive, copy)
    assert archive.load(ID) == version(3)
    assert not archive.listing().unreadable


def test_a_save_that_failed_halfway_is_not_taken_for_another_laptops(tmp_path, monkeypatch):
    archive = Archive(tmp_path)
    with closing(archive.create(version(1), saving=WHEN_ASKED)) as opened:
        disk = RecordedDisk(tmp_path, monkeypatch)
        for number in (2, 3):
            disk.refuse = lambda _count, call: errno.EIO if call == "flush the folder" else None
            opened.put(version(number))
            assert not opened.save_now()
        disk.refuse = lambda _count, _call: None
        assert opened.save_now()
    assert archive.load(ID) == version(3)
    assert not archive.listing().unreadable
