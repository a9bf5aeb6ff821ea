"""A disk that refuses: the app goes on, says so, and saves when it can. The file stays whole."""

import errno
import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from families import ID, number_of, version
from msgspec.structs import replace
from recorded_disk import RecordedDisk

import relroute_tui
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import FolderError, Reason, SaveError
from relroute_tui.storage.open_route import SaveState, SavingTimes
from relroute_tui.storage.versions import version_files

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a save takes other steps there")

QUICK = SavingTimes(after_last=0.0, at_most=0.0, retry=0.01)
PATIENCE = 60.0
STEPS = [
    "open",
    "write",
    "flush",
    "close",
    "rename",
    "open the folder",
    "flush the folder",
    "close",
]
REASONS = {
    errno.ENOSPC: Reason.DISK_FULL,
    errno.EDQUOT: Reason.DISK_FULL,
    errno.EACCES: Reason.NO_PERMISSION,
    errno.EROFS: Reason.READ_ONLY,
    errno.EIO: Reason.OTHER,
    errno.ESTALE: Reason.GONE,
}


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path / "sessions")
    archive.prepare()
    return archive


@pytest.fixture
def folder(archive, tmp_path):
    return tmp_path / "sessions"


def until(is_so):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.001)


def on_disk(folder: Path) -> int:
    return number_of(Archive(folder).load(ID))


def test_the_steps_of_a_save_are_those_that_are_refused_below(archive, folder, monkeypatch):
    with closing(archive.create(version(1), saving=QUICK)) as opened:
        disk = RecordedDisk(folder, monkeypatch)
        opened.put(version(2))
        assert opened.save_now()
        assert disk.calls == STEPS
    print(  # noqa: T201
        f"{len(STEPS)} steps of a save, each refused below for {len(REASONS)} reasons:"
        f" {len(STEPS) * len(REASONS)} refusals, and {len(STEPS)} of a first save"
    )


@pytest.mark.parametrize("number", REASONS, ids=errno.errorcode.get)
@pytest.mark.parametrize("step", range(len(STEPS)), ids=lambda n: f"{n}-{STEPS[n]}")
def test_each_step_refused_shows_keeps_the_file_whole_and_is_made_good(
    archive, folder, monkeypatch, step, number
):
    with closing(archive.create(version(1), saving=QUICK)) as opened:
        disk = RecordedDisk(folder, monkeypatch)
        first_of_a_try = 0
        full = True

        def refuse(count: int, call: str) -> int | None:
            nonlocal first_of_a_try
            if call == "open":
                first_of_a_try = count
            return number if full and count - first_of_a_try == step else None

        disk.refuse = refuse
        opened.put(version(2))
        until(lambda: opened.status.state is SaveState.FAILED)
        assert opened.status.reason is REASONS[number]
        assert on_disk(folder) in (1, 2)
        if step <= STEPS.index("rename"):
            assert on_disk(folder) == 1
        assert not opened.read_only

        opened.put(version(3))
        assert not opened.save_now()
        assert opened.route == version(3)
        assert on_disk(folder) in (1, 2, 3)

        full = False
        until(lambda: opened.status.state is SaveState.SAVED)
        assert on_disk(folder) == 3
        assert sorted(path.name for path in folder.iterdir()) == [f"{ID}.json", f"{ID}.lock"]


@pytest.mark.parametrize("step", range(len(STEPS)), ids=lambda n: f"{n}-{STEPS[n]}")
def test_each_step_refused_for_a_new_route_is_told_at_once(archive, folder, monkeypatch, step):
    disk = RecordedDisk(folder, monkeypatch)
    lock_opened_first = 1
    disk.refuse = lambda count, _call: errno.ENOSPC if count == step + lock_opened_first else None
    with pytest.raises(SaveError) as caught:
        archive.create(version(1))
    assert caught.value.reason is Reason.DISK_FULL
    listing = archive.listing()
    assert listing.unreadable == ()
    assert step > STEPS.index("rename") or list(folder.iterdir()) == []


def test_a_folder_in_which_nothing_can_be_made_refuses_a_new_route(archive, folder, monkeypatch):
    disk = RecordedDisk(folder, monkeypatch)
    disk.refuse = lambda _count, call: errno.EROFS if call == "open" else None
    with pytest.raises(SaveError) as caught:
        archive.create(version(1))
    assert caught.value.reason is Reason.READ_ONLY
    with pytest.raises(FolderError) as told:
        archive.prepare()
    assert told.value.reason is Reason.READ_ONLY


def test_a_write_that_takes_only_a_part_is_continued(archive, folder, monkeypatch):
    disk = RecordedDisk(folder, monkeypatch)
    whole_write = disk.real["write"]
    disk.real["write"] = lambda descriptor, data: whole_write(descriptor, data[:1000])
    with closing(archive.create(version(50))):
        assert disk.calls.count("write") > 5
        assert on_disk(folder) == 50


def test_a_flush_that_failed_is_never_tried_again_on_the_same_file(archive, folder, monkeypatch):
    with closing(archive.create(version(1), saving=QUICK)) as opened:
        disk = RecordedDisk(folder, monkeypatch)
        disk.refuse = lambda _count, call: errno.EIO if call == "flush" else None
        opened.put(version(2))
        until(lambda: disk.calls.count("flush") >= 5)
        disk.refuse = lambda _count, _call: None
        assert opened.save_now()
    tries = "".join(call[0] for call in disk.calls if call in ("open", "flush"))
    assert "ff" not in tries


KEEPING = ["make a folder", "make a folder", "link"]
"""Operations of keeping the version before a save, the first time."""


def test_what_is_refused_while_a_version_is_kept_stands_in_no_saves_way(
    archive, folder, monkeypatch
):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    for place, refused in enumerate(KEEPING):
        for number in REASONS:
            route = replace(version(1), id=f"r{place}-{number}")
            with (
                closing(archive.create(route, saving=QUICK)) as opened,
                pytest.MonkeyPatch.context() as patch,
            ):
                disk = RecordedDisk(folder, patch)
                disk.refuse = lambda _n, call, no=number, what=refused: no if call == what else None
                opened.put(replace(version(2), id=route.id))
                assert opened.save_now()
                assert refused in disk.calls
            assert archive.load(route.id).meetings == version(2).meetings


@pytest.mark.parametrize("place", range(len(KEEPING) + len(STEPS)))
def test_a_folder_that_vanishes_at_any_step_is_made_again_with_all_that_was_typed(
    archive, folder, monkeypatch, place
):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    with closing(archive.create(version(1), saving=QUICK)) as opened:
        disk = RecordedDisk(folder, monkeypatch)
        gone = folder.with_name("gone")

        def vanish(count: int, _call: str) -> None:
            if count == place:
                disk.real["rename"](folder, gone)  # as a stick that is pulled out

        disk.refuse = vanish
        opened.put(version(2))
        until(gone.exists)
        opened.put(version(3))
        until(lambda: opened.status.state is SaveState.SAVED and opened.save_now())
        assert opened.route == version(3)
        if not folder.exists():  # it went after the last step: the next change finds out
            opened.put(version(4))
            until(opened.save_now)
    assert on_disk(folder) == number_of(opened.route)


_CLOSED_FOLDER = """
import json, os, shutil, sys, tempfile
from pathlib import Path
from families import version
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.open_route import SavingTimes
Archive(Path(sys.argv[1])).create(version(1)).close()  # everything is loaded
if os.geteuid() == 0:  # for whom no folder is closed
    os.seteuid(65534)

folder = Path(tempfile.mkdtemp()) / "sessions"
archive = Archive(folder)
archive.prepare()
opened = archive.create(version(1), saving=SavingTimes(0, 0, 0.05))
folder.chmod(0o500)
opened.put(version(30))
saved_when_closed, reason = opened.save_now(), opened.status.reason
read_all_the_same = archive.load(opened.route.id) == version(1)
folder.chmod(0o700)
print(json.dumps([saved_when_closed, reason, read_all_the_same, opened.save_now(), opened.close()]))
shutil.rmtree(folder.parent)
"""


def run(program: str, *words: str, wrapped: tuple[str, ...] = ()) -> list[object]:
    done = subprocess.run(
        [*wrapped, sys.executable, "-c", program, *words],
        cwd=Path(relroute_tui.__file__).parent.parent,
        env={"PYTHONPATH": str(Path(__file__).parent), "PATH": os.environ["PATH"]},
        capture_output=True,
        check=True,
    )
    found: list[object] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="no such bits there")
def test_a_folder_that_is_really_closed_is_told_and_saved_in_when_it_opens(tmp_path):
    assert run(_CLOSED_FOLDER, str(tmp_path)) == [False, "no-permission", True, True, True]


_TINY_DISK = """
import json, os, subprocess, sys
from pathlib import Path
disk = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "none", disk], check=True)
from families import version
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.open_route import SavingTimes

archive = Archive(disk / "sessions")
archive.prepare()
opened = archive.create(version(1), saving=SavingTimes(0, 0, 0.05))
ballast = disk / "ballast"
try:
    ballast.write_bytes(bytes(400_000))
except OSError:
    pass
opened.put(version(30))
saved_when_full, reason = opened.save_now(), opened.status.reason
whole = archive.load(opened.route.id) == version(1)
ballast.unlink()
print(json.dumps([saved_when_full, reason, whole, opened.save_now(), opened.close()]))
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no disk of its own can be made here")
def test_a_disk_that_is_really_full_is_told_and_saved_on_when_there_is_room(tmp_path):
    own_disks = ("unshare", "--mount", "--map-root-user")
    if subprocess.run([*own_disks, "true"], check=False, capture_output=True).returncode:
        pytest.skip("no disk of its own can be made here")
    found = run(_TINY_DISK, str(tmp_path), wrapped=own_disks)
    assert found == [False, "disk-full", True, True, True]


_SMALL_DISK = """
import json, resource, sys
from pathlib import Path
from families import version
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.open_route import SavingTimes

archive = Archive(Path(sys.argv[1]))
archive.prepare()
opened = archive.create(version(1), saving=SavingTimes(0, 0, 0.05))
size = next(Path(sys.argv[1]).glob("*.json")).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 1000, resource.RLIM_INFINITY))
opened.put(version(1000))
saved_when_full = opened.save_now()
reason = opened.status.reason
left = sorted(path.suffix for path in Path(sys.argv[1]).iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(json.dumps([saved_when_full, reason, left, opened.save_now(), opened.close()]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_system_that_really_takes_no_more_bytes_is_told_as_a_full_disk(tmp_path):
    found = run(_SMALL_DISK, str(tmp_path / "sessions"))
    assert found == [False, "disk-full", [".json", ".lock"], True, True]
    assert on_disk(tmp_path / "sessions") == 1000
