"""Two processes on one route: one writes, the other reads; a lock dies with whoever held it."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from families import ID, number_of, version

import relroute_tui
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import ReadOnlyRoute

_HOLDS = """
import sys
from pathlib import Path
from families import ID, version
from relroute_tui.storage.archive import Archive

opened = Archive(Path(sys.argv[1])).open(ID)
opened.put(version(5))
print(opened.save_now(), opened.read_only, flush=True)
sys.stdin.readline()
opened.put(version(6))
print(opened.close(), flush=True)
"""

_TAKES_TURNS = """
import json, sys, time
from msgspec.structs import replace
from pathlib import Path
from families import ID
from relroute_tui.storage.archive import Archive

me, turns = sys.argv[2], int(sys.argv[3])
archive = Archive(Path(sys.argv[1]))
saved, refused = [], 0
while len(saved) < turns:
    opened = archive.open(ID)
    if opened.read_only:
        refused += 1
        opened.close()
        time.sleep(0.002)
        continue
    text = f"{me}-{len(saved)}"
    opened.put(replace(opened.route, set_aside=(*opened.route.set_aside, text)))
    if opened.close():
        saved.append(text)
print(json.dumps([saved, refused]))
"""


def process(program: str, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, *words],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(
                (str(Path(relroute_tui.__file__).parent.parent), str(Path(__file__).parent))
            ),
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path / "sessions")
    archive.prepare()
    archive.create(version(1)).close()
    return archive


def test_the_second_window_reads_what_the_first_saved_and_writes_nothing(archive, tmp_path):
    with process(_HOLDS, str(archive.folder)) as first:
        assert first.stdout.readline() == "True False\n"
        with closing(archive.open(ID)) as second:
            assert second.read_only
            assert number_of(second.route) == 5
            with pytest.raises(ReadOnlyRoute):
                second.put(version(9))
        first.stdin.write("\n")
        first.stdin.flush()
        assert first.stdout.readline() == "True\n"
    with closing(archive.open(ID)) as now:
        assert not now.read_only
        assert number_of(now.route) == 6


def test_a_lock_left_by_one_that_was_killed_keeps_nobody_out(archive):
    with process(_HOLDS, str(archive.folder)) as first:
        assert first.stdout.readline() == "True False\n"
        first.kill()
        first.wait(10)
    assert (archive.folder / f"{ID}.lock").exists()
    with closing(archive.open(ID)) as opened:
        assert not opened.read_only
        opened.put(version(7))
        assert opened.save_now()
    assert number_of(archive.load(ID)) == 7


@pytest.mark.parametrize("content", [b"", b"4711\nANOTHER-LAPTOP\n", b"\x00" * 99])
def test_a_lock_file_that_came_along_from_elsewhere_is_no_lock(archive, content):
    (archive.folder / f"{ID}.lock").write_bytes(content)
    with closing(archive.open(ID)) as opened:
        assert not opened.read_only


@pytest.mark.parametrize("turns", [10, pytest.param(200, marks=pytest.mark.long)])
def test_whatever_several_processes_save_in_turn_is_all_there(archive, turns):
    processes = [process(_TAKES_TURNS, str(archive.folder), f"p{n}", str(turns)) for n in range(4)]
    answers = [json.loads(each.communicate(timeout=300)[0]) for each in processes]
    saved = {text for texts, _refused in answers for text in texts}
    refused = sum(count for _texts, count in answers)
    kept = archive.load(ID).set_aside
    print(f"4 processes, {turns} saves each: {refused} times refused, 0 texts gone")  # noqa: T201
    assert set(kept) == saved
    assert len(kept) == len(saved) == 4 * turns
