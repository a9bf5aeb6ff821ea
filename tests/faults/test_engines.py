"""Real synchronisers between two laptops that both save: no text is lost and no route unseen.

`pytest -m long -rP -n 0 tests/faults/test_engines.py`. Where a program is missing, that is said.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import syncthing
from families import ID, family
from msgspec.structs import replace

from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.conflicts.sync_copies import join_all, versions_apart
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name == "nt", reason="the programs are started as on Linux"),
]
ROUNDS = 12
KEY = Key.new()


def run(*command: object, home: Path) -> None:
    """A program that keeps what it knows in `home`; 1 and 2 are what it says of conflicts."""
    done = subprocess.run(
        list(map(str, command)),
        env={**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode in (0, 1, 2), done.stdout + done.stderr


def unison(here: Path, there: Path, home: Path) -> None:
    """unison keeps a copy of what it writes over; the newer of two wins."""
    run(
        *("unison", here, there, "-batch", "-silent", "-confirmbigdel=false", "-prefer", "newer"),
        *("-copyonconflict", "-ignore", "Name *.lock", "-ignore", "Name .*.new"),
        home=home,
    )


def rclone(here: Path, there: Path, home: Path) -> None:
    """rclone bisync renames both sides of a conflict, so no file keeps its name."""
    begun = home / "begun"
    first = () if begun.exists() else ("--resync",)
    begun.touch()
    run(
        *("rclone", "bisync", here, there, *first, "--workdir", home / "work", "--force"),
        *("--exclude", "*.lock", "--exclude", ".*.new"),
        home=home,
    )


ENGINES: dict[str, Callable[[Path, Path, Path], None]] = {"unison": unison, "rclone": rclone}


@pytest.fixture(params=[*ENGINES, "syncthing"])
def synchronise(request, tmp_path) -> Iterator[Callable[[Path, Path], None]]:
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not on this machine: apt-get install {request.param}")
    home = tmp_path / "home"
    home.mkdir()
    if request.param in ENGINES:
        yield lambda here, there: ENGINES[request.param](here, there, home)
        return
    with syncthing.synchroniser(tmp_path / "hier", tmp_path / "daar", home) as once:
        yield lambda _here, _there: once()


def say(archive: Archive, text: str) -> None:
    opened = archive.open(ID)
    meeting = opened.route.meetings[-1]
    changed = replace(meeting, notes=f"{meeting.notes}\n\n{text}", finished=None)
    opened.put(opened.route.with_meeting(changed))
    assert opened.close()


def join_everything(archive: Archive) -> int:
    joined = 0
    for apart in versions_apart(archive, archive.listing().unreadable):
        join_all(archive, apart.others)
        joined += len(apart.others)
    return joined


def said(route: Route) -> str:
    return "\n".join(meeting.notes for meeting in route.meetings)


@pytest.mark.parametrize("how", ["open", "sealed"])
def test_what_two_laptops_save_apart_is_all_there_in_the_end(synchronise, tmp_path, how):
    archives = []
    for name in ("hier", "daar"):
        folder = tmp_path / name
        made = sealed_archive(folder, KEY, tmp_path / f"notes-{name}")
        archives.append(made if how == "sealed" else Archive(folder))
        archives[-1].prepare()
    here, there = archives
    here.create(family()).close()
    synchronise(here.folder, there.folder)
    synchronise(here.folder, there.folder)
    texts: list[str] = []
    joined = 0
    for number in range(ROUNDS):
        for archive in archives:
            texts.append(f"Gezegd in ronde {number} op {archive.folder.name}.")
            say(archive, texts[-1])
        synchronise(here.folder, there.folder)
        for archive in archives:
            listing = archive.listing()
            seen = {route.id for route in listing.routes} | {
                each.route_id for each in listing.unreadable
            }
            assert seen == {ID}
        joined += join_everything(archives[number % 2])
        synchronise(here.folder, there.folder)
        synchronise(here.folder, there.folder)
        joined += sum(map(join_everything, archives))
    for _ in range(3):
        synchronise(here.folder, there.folder)
        joined += join_everything(here)
    print(f"{ROUNDS} rounds, {how}: {joined} versions joined, {len(texts)} texts, 0 lost")  # noqa: T201
    for archive in archives:
        everything = said(archive.load(ID)) + "".join(
            said(version.theirs())
            for version in versions_apart(archive, archive.listing().unreadable)
        )
        assert [text for text in texts if text not in everything] == []
    assert joined >= ROUNDS
