"""Typed words stand in the sealed files, and nowhere else: not on a disk, not on a line."""

import gzip
import json
import os
import re
import select
import signal
import subprocess
import sys
import time
import zlib
from base64 import b64encode
from collections import Counter
from pathlib import Path

import pytest
from every_field import VISITED, fields_in_source
from marks import Marks, marked_route, marks_in
from msgspec.structs import replace

import relroute_tui
from relroute_tui.domain.route import begin_meeting
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.conflicts.sync_copies import copies_in, join
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.versions import version_files

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal as POSIX has it")

ROOT = Path(relroute_tui.__file__).parent.parent
ID = "fjord234"
F8 = "\x1b[19~"
PATIENCE = 300.0
"""Seconds that a busy machine gets."""
ARRIVAL, LEAVING = "\x1b[?1049h", "\x1b[?1049l"

# A program that writes down each connection that it makes, each name that it asks for and each
# child that it begins; then it is the app on one sealed route, or what else it is told to be.
_WATCHED = """
import os, sys
BARRED = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo",
          "socket.gethostbyname", "subprocess.Popen", "os.system", "os.exec", "os.fork",
          "os.posix_spawn", "os.forkpty", "pty.spawn", "webbrowser.open", "urllib.Request")
log = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
def watch(event, arguments):
    if event in BARRED:
        os.write(log, (event + " " + type(arguments).__name__ + "\\n").encode())
sys.addaudithook(watch)
"""
_SEALED_APP = (
    _WATCHED
    + """
from msgspec.structs import replace
from pathlib import Path
from relroute_tui.cli.launch import show_screen
from relroute_tui.environment import read_environment
from relroute_tui.ui.start import Start
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.ui import app

folder, route_id = Path(sys.argv[1]), sys.argv[2]
key = Key.from_text(Path(sys.argv[3]).read_text())
app.Archive = lambda folder, now=None: sealed_archive(folder, key, folder, now)
environment = read_environment(os.environ, sessions=folder, language="en")
environment = replace(environment, private=folder.parent)
show_screen(environment, Start(route_id, meet=True))
"""
)
_FALLS_OVER = (
    _SEALED_APP.partition("show_screen(environment")[0]
    + """
from argparse import Namespace
from relroute_tui.cli import main as cli, parser
def fall_over(self):
    words = self.screen.notes if hasattr(self.screen, "notes") else self.screen.route
    try:
        {}[words]
    except KeyError as error:
        raise ValueError(f"in a worker: {words}") from error
async def fall_over_later(self):
    fall_over(self)
def in_a_worker(self):
    self.run_worker(fall_over_later(self))
app.RelrouteApp.outlive = lambda self, failed: False  # as after an error that comes back for ever
app.RelrouteApp.action_pause = {"handler": fall_over, "worker": in_a_worker}[sys.argv[4]]
asked = Namespace(run=lambda *_asked: show_screen(environment, Start(route_id, meet=True)))
parser.read_arguments = lambda argv: asked
sys.exit(cli.main([]))
"""
)
_COMMANDS = (
    _WATCHED
    + """
import json
from relroute_tui.cli.main import main
ended = 0
for words in json.loads(sys.argv[1]):
    try:
        main(words)
    except SystemExit:
        ended += 1
print(ended, "commands ended")
"""
)
_PRACTICE = _WATCHED + 'from relroute_tui.cli.main import main; main(["practice", "--meet"])'


class Terminal:
    """A program in a terminal, in a home of its own."""

    def __init__(self, program: str, *words: str, home: Path, **variables: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        for name in ("tmp", "work"):
            (home / name).mkdir(exist_ok=True)
        self.log = home.with_name("watched")
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.chdir(home / "work")
            os.execve(
                sys.executable,
                [sys.executable, "-c", program, *words],
                {
                    "PATH": os.environ["PATH"],
                    "PYTHONPATH": str(ROOT),
                    "PYTHONDONTWRITEBYTECODE": "1",
                    "HOME": str(home),
                    "TMPDIR": str(home / "tmp"),
                    "TERM": "xterm-256color",
                    "RELROUTE_LANG": "en",
                    "WATCHED": str(self.log),
                    **variables,
                },
            )
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 110, 0, 0))
        self.shown = ""

    def type(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def type_until_shown(self, words: str) -> None:
        """Type as somebody who sees that the first keys came before the screen did."""
        end = time.monotonic() + PATIENCE
        while words not in self.shown:
            assert time.monotonic() < end, self.shown[-3000:]
            self.type(f"{words}\r")
            self.watch(2.0, words)

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.shown:
            assert time.monotonic() < end, f"not shown: {words}: {self.shown[-3000:]}"
            assert self.read(), f"ended without {words!r}: {self.shown}"

    def read(self) -> bool:
        if select.select([self._terminal], [], [], 0.02)[0]:
            try:
                self.shown += os.read(self._terminal, 65536).decode("utf-8", "replace")
            except OSError:
                return False
        return True

    def watch(self, seconds: float, words: str = "\0") -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end and words not in self.shown and self.read():
            pass

    def end(self, how: int | None = None) -> None:
        if how is not None:
            os.kill(self.pid, how)
        end = time.monotonic() + PATIENCE
        while self.read() and time.monotonic() < end:
            pass
        os.close(self._terminal)
        os.waitpid(self.pid, 0)

    @property
    def barred(self) -> list[str]:
        """Return the connections, names and children that it asked for."""
        return self.log.read_text().splitlines()


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return home


def everything_below(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def assert_nowhere(marks: list[str], *folders: Path) -> int:
    looked_at = 0
    for folder in folders:
        for name, content in everything_below(folder).items():
            looked_at += 1
            assert not list(marks_in(content, marks)), name
            assert not list(marks_in(name.encode(), marks))
    return looked_at


def test_every_field_of_a_route_is_nowhere_in_the_clear_however_it_was_kept(home, monkeypatch):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(home / "tmp"))
    sessions, marks = home / "sessions", Marks()
    archive = sealed_archive(sessions, Key.new(), home)
    archive.prepare()
    route = marked_route(ID, marks)
    with_versions = archive.create(route)
    for _ in range(3):
        route = replace(route, set_aside=(*route.set_aside, marks.next()))
        with_versions.put(route)
        assert with_versions.save_now()
    with_versions.close()
    (path,) = archive.files()
    path.with_stem(f"{ID}-LAPTOP").write_bytes(path.read_bytes())
    (copy,) = copies_in(archive, archive.listing().unreadable)
    join(archive, copy)
    path.write_bytes(path.read_bytes()[:-100])
    assert archive.listing().unreadable
    files = assert_nowhere(marks.given, home)
    print(f"{len(marks.given)} marked texts, one in every field: 0 found in {files} files")  # noqa: T201
    assert len(marks.given) >= 50
    assert files > 3


def test_the_search_finds_what_an_open_route_holds(home):
    marks = Marks()
    archive = Archive(home)
    archive.prepare()
    archive.create(marked_route(ID, marks)).close()
    found = {
        mark
        for content in everything_below(home).values()
        for mark in marks_in(content, marks.given)
    }
    assert found == set(marks.given)


@pytest.mark.parametrize(("ending", "lines"), [("ctrl+q", 20), ("kill", 50), ("crash", 20)])
def test_what_is_typed_is_on_the_screen_and_in_sealed_files_and_nowhere_else(home, ending, lines):
    sessions, marks = home / "sessions", Marks()
    key = Key.new()
    archive = sealed_archive(sessions, key, sessions)
    archive.prepare()
    route = replace(marked_route(ID, marks), meetings=(), stopped_at=None)
    meeting = begin_meeting(route, "m1", 1, route.created)
    archive.create(route.with_meeting(replace(meeting, notes=""))).close()

    key_file = home.with_name("key")
    key_file.write_text(key.text)
    window = Terminal(_SEALED_APP, str(sessions), ID, str(key_file), home=home, RELROUTE_DEBUG="1")
    window.wait_for(ARRIVAL)
    window.wait_for("opening round")
    window.type_until_shown(marks.next())
    typed = [marks.next() for _ in range(lines)]
    for number, mark in enumerate(typed):
        window.type(f"- [ ] {mark} belt.\r" if number % 5 == 0 else f"{mark}.\r")
        if number % 10 == 0:
            window.watch(0.2)
    end = time.monotonic() + PATIENCE
    while typed[-1] not in archive.load(ID).meetings[-1].notes:
        assert time.monotonic() < end
        window.watch(0.1)
    assert children_of(window.pid) == []
    assert_not_among_what_others_can_see(window.pid, marks.given)
    if ending == "ctrl+q":
        window.type("\x11")
        window.end()
    else:
        window.end(signal.SIGKILL if ending == "kill" else signal.SIGABRT)

    notes = archive.load(ID).meetings[-1].notes
    kept = [mark for mark in typed if mark in notes]
    files = assert_nowhere(marks.given, home)
    print(  # noqa: T201
        f"{ending}: {len(marks.given)} marks, {len(kept)} of {lines} typed ones kept; "
        f"0 in the clear in {files} files, 0 connections, 0 children"
    )
    assert kept == typed
    assert window.barred == []
    before, _arrival, after = window.shown.partition(ARRIVAL)
    assert not list(marks_in(before.encode(), marks.given))
    assert list(marks_in(after.encode(), marks.given))  # they did stand on the screen
    if ending == "ctrl+q":
        _inside, leaving, scroll_back = after.rpartition(LEAVING)
        assert leaving
        assert not list(marks_in(scroll_back.encode(), marks.given))


@pytest.mark.parametrize("where", ["handler", "worker"])
def test_a_fault_in_the_program_tells_where_it_is_and_no_word_of_what_was_said(home, where):
    sessions, marks = home / "sessions", Marks()
    key = Key.new()
    archive = sealed_archive(sessions, key, sessions)
    archive.prepare()
    route = replace(marked_route(ID, marks), meetings=(), stopped_at=None)
    archive.create(route).close()
    key_file = home.with_name("key")
    key_file.write_text(key.text)
    window = Terminal(
        _FALLS_OVER, str(sessions), ID, str(key_file), where, home=home, RELROUTE_DEBUG="1"
    )
    window.wait_for(ARRIVAL)
    window.wait_for("opening round")
    window.type_until_shown(marks.next())
    window.type(F8)
    window.end()
    _inside, leaving, after = window.shown.rpartition(LEAVING)
    assert leaving, window.shown[-2000:]
    assert ("in fall_over" if where == "handler" else "WorkerFailed") in after
    assert "The program had to stop." in after
    assert not list(marks_in(after.encode(), marks.given))
    assert_nowhere(marks.given, home)


def test_the_practice_family_makes_no_connection_leaves_no_child_and_no_core_file(home):
    window = Terminal(_PRACTICE, home=home)
    window.wait_for(ARRIVAL)
    window.wait_for("round off")
    if Path("/proc/self/limits").exists():
        limits = Path(f"/proc/{window.pid}/limits").read_text()
        assert re.search(r"Max core file size\s+0\s+0", limits)
    window.type("GEHEIM000Q\x11")
    window.end()
    assert window.barred == []
    assert_nowhere(["GEHEIM000Q"], home)


def test_the_watch_sees_a_connection_and_a_child(home):
    program = f"{_WATCHED}\nimport socket, subprocess\nsubprocess.run(['true'])\n"
    program += "try: socket.create_connection(('127.0.0.1', 9), 0.2)\nexcept OSError: pass\n"
    window = Terminal(program, home=home)
    window.end()
    assert {line.split()[0] for line in window.barred} >= {"subprocess.Popen", "socket.connect"}


def children_of(pid: int) -> list[str]:
    found = []
    for tasks in Path("/proc", str(pid), "task").glob("*/children"):
        found += tasks.read_text().split()
    return found


def assert_not_among_what_others_can_see(pid: int, marks: list[str]) -> None:
    """Neither in the words that it was begun with, nor in its environment."""
    for name in ("cmdline", "environ"):
        path = Path("/proc", str(pid), name)
        if path.exists():
            assert not list(marks_in(path.read_bytes(), marks))


def test_no_command_of_the_command_line_makes_a_connection(home):
    commands = ["list"], ["cards", "list"], ["export", "--story"], ["practice"], ["doctor"]
    log = home / "watched"
    done = subprocess.run(
        [sys.executable, "-c", _COMMANDS, json.dumps(commands)],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(home),
            "WATCHED": str(log),
        },
        capture_output=True,
        check=True,
        timeout=PATIENCE,
        text=True,
    )
    assert done.stdout.endswith(f"{len(commands)} commands ended\n")
    assert log.read_text() == ""


def test_the_search_finds_a_mark_in_whatever_form(home):
    text = b"er staat GEHEIM007Q in"
    packed = zlib.compress(text), gzip.compress(text), b64encode(zlib.compress(text))
    in_base64 = [b64encode(bytes(n) + text) for n in range(3)]
    for content in (text, text.decode().encode("utf-16"), *packed[:2], *in_base64):
        assert list(marks_in(b"before" + content + b"after", ["GEHEIM007Q", "GEHEIM008Q"])) == [
            "GEHEIM007Q"
        ]


def asked_only_where_sealed(field: str) -> bool:
    return field.startswith(("screens/sealing/", "dialogs/share.py"))


def typed_everywhere(home: Path, kind: str) -> tuple[list[str], dict[str, bytes]]:
    """Type in every field of the app by key; return the marks, and every file below that home."""
    for name in ("tmp", "work"):
        (home / name).mkdir()
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("every_field.py"), home / "data", kind],
        cwd=home / "work",
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(home),
            "TMPDIR": str(home / "tmp"),
        },
        capture_output=True,
        check=False,
        timeout=600,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    *before, last = done.stdout.splitlines()
    told = json.loads(last)
    marks = told["marks"]
    fields, typed_at = fields_in_source(), set(told["typed_at"])
    if kind == "open":
        fields = frozenset(field for field in fields if not asked_only_where_sealed(field))
    assert typed_at == fields or (kind == "begin" and len(typed_at) > 10 and typed_at < fields)
    elsewhere = [each for each in told["written"] if not Path(each).is_relative_to(home)]
    assert [each for each in elsewhere if each != os.devnull] == []
    assert not list(marks_in("\n".join((*before, done.stderr)).encode(), marks))
    return marks, everything_below(home)


def test_no_field_is_without_its_mark():
    """Whoever adds a field lets the typist of `every_field.py` come by, as the long test does."""
    assert Counter(field.partition(":")[0] for field in fields_in_source()) == VISITED
    page = (Path(__file__).parents[2] / "docs" / "safety.md").read_text(encoding="utf-8")
    assert f"in each of the {sum(VISITED.values())} fields that the source makes" in page


@pytest.mark.parametrize("kind", ["begin", pytest.param("sealed", marks=pytest.mark.long)])
def test_what_is_typed_in_any_field_is_nowhere_in_the_clear(home, kind):
    marks, files = typed_everywhere(home, kind)
    for name, content in files.items():
        assert not list(marks_in(content, marks)), name
        assert not list(marks_in(name.encode(), marks))
    sealed = [name for name in files if name.endswith(".age")]
    print(  # noqa: T201
        f"{kind}: {len(marks)} marks typed by key, of {len(fields_in_source())} fields: "
        f"0 found in {len(files)} files, {len(sealed)} of them sealed"
    )
    assert len(marks) >= (50 if kind == "sealed" else 15)
    assert len(sealed) >= 4


@pytest.mark.long
def test_what_is_typed_in_an_open_folder_is_in_the_route_and_its_versions_alone(home):
    marks, files = typed_everywhere(home, "open")
    found: dict[str, set[str]] = {}
    for name, content in files.items():
        found[name] = set(marks_in(content, marks))
    holding = [name for name, marked in found.items() if marked]
    assert holding
    assert all(name.startswith("data/sessions/") and name.endswith(".json") for name in holding)
    print(f"{len(set().union(*found.values()))} marks, in {len(holding)} route files")  # noqa: T201
