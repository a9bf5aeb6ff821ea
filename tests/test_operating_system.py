"""Ways of each system, played here by names that a test puts in their place."""

import asyncio
import ctypes
import errno
import importlib.util
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.driver import Driver

from relroute_tui import operating_system, splash
from relroute_tui.audience import place
from relroute_tui.cli import launch, output
from relroute_tui.environment import language_of
from relroute_tui.plain.dialogue import InputEnded
from relroute_tui.plain.terminal import StandardTerminal
from relroute_tui.storage import errors, files, route_lock
from relroute_tui.storage.errors import Reason
from relroute_tui.ui.signals import on_termination
from relroute_tui.ui.textual_compat import driver
from relroute_tui.ui.widgets import graphics


def played(module, platform: str, monkeypatch: pytest.MonkeyPatch, **modules: object):
    """Load a module once more, as that system would: it chooses at its import."""
    monkeypatch.setattr(sys, "platform", platform)
    for name, stand_in in modules.items():
        monkeypatch.setitem(sys.modules, name, stand_in)
    spec = importlib.util.spec_from_file_location(f"{module.__name__}_{platform}", module.__file__)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def ends_later(seconds: float) -> int:
    raise subprocess.TimeoutExpired("xdg-open", seconds)


def test_a_paper_opens_in_the_program_that_the_system_has_for_it(monkeypatch, tmp_path):
    paper, opened = tmp_path / "één blad.html", []
    answers = iter((lambda _seconds: 0, ends_later, lambda _seconds: 3))

    def started(command, **_options):
        opened.append(command)
        return SimpleNamespace(wait=next(answers))

    monkeypatch.setattr(subprocess, "Popen", started)
    monkeypatch.setattr(os, "startfile", lambda path: opened.append(["start", path]), raising=False)
    for platform in ("linux", "darwin", "win32"):
        monkeypatch.setattr(sys, "platform", platform)
        operating_system.open_path(paper)
    assert opened == [["xdg-open", str(paper)], ["open", str(paper)], ["start", paper]]
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(OSError, match="opens nothing"):
        operating_system.open_path(paper)


def test_both_windows_meet_in_a_folder_of_the_user_alone(monkeypatch):
    folder = operating_system.runtime_folder
    monkeypatch.setattr(sys, "platform", "win32")
    assert folder({"LOCALAPPDATA": "/local"}) == Path("/local/relroute-audience")
    assert folder({}) == Path.home() / "relroute-audience"
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(Path, "is_dir", lambda _path: False)
    mine = folder({"TMPDIR": "/var/folders/x/T"})
    assert mine.parent == Path("/var/folders/x/T")
    assert str(os.getuid()) in mine.name
    monkeypatch.setattr(sys, "platform", "linux")
    assert folder({"XDG_RUNTIME_DIR": "/run/user/7"}) == Path("/run/user/7/relroute-audience")


def test_windows_says_its_language_by_a_number_and_macos_by_a_locale(monkeypatch):
    dutch = SimpleNamespace(kernel32=SimpleNamespace(GetUserDefaultUILanguage=lambda: 0x0413))
    monkeypatch.setattr(ctypes, "windll", dutch, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert language_of({}) == "nl"
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("locale.getlocale", lambda: ("nl_NL", "UTF-8"))
    assert language_of({}) == "nl"
    assert language_of({"LANG": "en_GB.UTF-8"}) == "en"


def test_windows_is_asked_for_no_core_dump_that_it_would_not_write(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)  # which Windows does not have
    operating_system.leave_no_core_dump()


def test_windows_locks_one_byte_at_once_or_not_at_all(monkeypatch, tmp_path):
    held: set[int] = set()

    def locking(descriptor: int, mode: int, length: int) -> None:
        assert length == 1
        file = os.fstat(descriptor).st_ino
        if mode == msvcrt.LK_UNLCK:
            held.discard(file)
        elif file in held:
            raise PermissionError(errno.EACCES, "locked")
        else:
            held.add(file)

    msvcrt = SimpleNamespace(LK_NBLCK=2, LK_UNLCK=0, locking=locking)
    lock = played(route_lock, "win32", monkeypatch, msvcrt=msvcrt).RouteLock
    first, second = lock(tmp_path / "route.lock"), lock(tmp_path / "route.lock")
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()


def test_a_file_that_a_virus_scanner_holds_is_tried_again_on_windows(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "name", "nt")
    windows = played(files, "win32", monkeypatch)
    monkeypatch.setattr(os, "name", "posix")  # pathlib asks too
    waits, tries, replace = [], [], Path.replace
    monkeypatch.setattr(windows.time, "sleep", waits.append)

    def replace_when_free(path: Path, target: Path) -> None:
        tries.append(target)
        if len(tries) < windows.TRIES:
            raise PermissionError(errno.EACCES, "in use")
        replace(path, target)

    monkeypatch.setattr(Path, "replace", replace_when_free)
    windows.replace_file(tmp_path / "route.json", b"new")
    assert (tmp_path / "route.json").read_bytes() == b"new"
    assert len(waits) == windows.TRIES - 1 > 1
    assert sum(waits) < 1


def test_macos_empties_the_cache_of_the_drive_and_an_older_disk_is_flushed_as_elsewhere(
    monkeypatch, tmp_path
):
    asked, flushed = [], []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "fsync", flushed.append)

    def knows(descriptor: int, command: int) -> None:
        asked.append(command)

    def knows_not(_descriptor: int, _command: int) -> None:
        raise OSError(errno.ENOTSUP, "not here")

    for answer in (knows, knows_not):
        drive = SimpleNamespace(F_FULLFSYNC=51, fcntl=answer)
        monkeypatch.setitem(sys.modules, "fcntl", drive)
        files.flush_file(7)
    assert asked == [51]
    assert flushed == [7]


@pytest.mark.parametrize(
    ("number", "reason"),
    [(19, Reason.READ_ONLY), (39, Reason.DISK_FULL), (112, Reason.DISK_FULL)],
)
def test_an_error_of_windows_is_told_by_its_own_number(number, reason):
    error = OSError(errno.EINVAL, "as Windows says it")
    error.winerror = number
    assert errors.reason_of(error) is reason


def test_a_reader_that_has_seen_enough_is_no_error_on_windows_either(monkeypatch, tmp_path):
    """There the pipe says that its argument is invalid."""

    def refuse(_text: str) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    for name, is_told in (("posix", True), ("nt", False)):
        with (tmp_path / "pipe").open("w") as pipe, monkeypatch.context() as system:
            pipe.write = refuse
            system.setattr(sys, "stdout", pipe)
            system.setattr(os, "name", name)
            try:
                output.say("een regel")
            except output.CommandFailed:
                assert is_told
            else:
                assert not is_told


def test_a_console_of_windows_is_asked_for_no_term_and_gets_no_control_sequence_too_early(
    monkeypatch,
):
    monkeypatch.setattr(sys, "platform", "linux")
    assert launch.hindrance_of({"LANG": "nl_NL.UTF-8"})
    assert launch.encoding_hindrance_of({"LANG": "nl_NL.ISO-8859-1"})
    monkeypatch.setattr(sys, "platform", "win32")
    assert launch.hindrance_of({}) is None
    assert launch.encoding_hindrance_of({}) is None
    written: list[str] = []
    terminal = SimpleNamespace(isatty=lambda: True, write=written.append, flush=lambda: None)
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(sys, stream, terminal)
    with monkeypatch.context() as system:
        system.setattr(os, "name", "nt")
        splash.Splash().show(["practice"])
    assert not written


def test_the_folder_of_the_second_window_is_taken_as_it_is_where_there_are_no_bits(
    monkeypatch, tmp_path
):
    folder = tmp_path / "window"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    with pytest.raises(place.NotPrivate):
        place.make_private(folder)
    monkeypatch.setattr(sys, "platform", "win32")
    place.make_private(folder)


def test_a_console_of_windows_tells_no_size_of_its_letters(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    for gone in ("fcntl", "termios"):
        monkeypatch.setitem(sys.modules, gone, None)
    assert graphics.cell_pixels() == graphics.DEFAULT_CELL


async def test_a_system_without_signals_for_the_end_opens_all_the_same(monkeypatch):
    def there_is_none(*_arguments: object) -> None:
        raise NotImplementedError

    monkeypatch.delattr(signal, "SIGHUP", raising=False)
    monkeypatch.setattr(asyncio.get_running_loop(), "add_signal_handler", there_is_none)
    on_termination(lambda: None, lambda: None)


def console(monkeypatch, *lines: object) -> list[str]:
    """A console with a keyboard: each line as it is typed, or what is pressed in its place."""
    written: list[str] = []
    typed = iter(lines)

    def next_line(_prompt: str = "") -> str:
        line = next(typed)
        return line() if callable(line) else line

    screen = SimpleNamespace(isatty=lambda: True, write=written.append, flush=lambda: None)
    keyboard = SimpleNamespace(isatty=lambda: True, readline=next_line)
    monkeypatch.setattr(sys, "stdin", keyboard)
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr("builtins.input", next_line)
    return written


def sends(name: str):
    """The system calls whoever listens to this signal, in the midst of waiting for a line."""

    def send() -> str:
        number = getattr(signal, name)
        handler = signal.getsignal(number)
        assert callable(handler)
        handler(number, None)
        return ""

    return send


def test_lines_on_windows_go_on_after_ctrl_c_and_end_with_the_input(monkeypatch):
    """There is no readline there, and a window that closes says nothing: SIGHUP is unknown."""
    monkeypatch.setitem(sys.modules, "readline", None)
    monkeypatch.delattr(signal, "SIGHUP", raising=False)
    written = console(monkeypatch, sends("SIGINT"), "Anna\n", "")
    terminal = StandardTerminal()
    before = signal.getsignal(signal.SIGINT)
    with terminal.listening():
        assert terminal.read("Wie? ") == "Anna"
        sends("SIGINT")()  # while nothing is asked it reaches nothing
        with pytest.raises(InputEnded):
            terminal.read("Wie? ")
    assert signal.getsignal(signal.SIGINT) is before
    assert "Ctrl+C ends nothing. 0 leaves, and everything is saved.\n" in written


def test_lines_on_macos_keep_what_was_typed_when_ctrl_c_or_a_closed_window_comes_between(
    monkeypatch,
):
    """Its readline is another library, that of editline, with the same four functions."""
    begun: list[str] = []
    editline = SimpleNamespace(
        set_auto_history=lambda _does: None,
        set_startup_hook=lambda hook: hook(),
        insert_text=begun.append,
        get_line_buffer=lambda: "Anna belt",
    )
    monkeypatch.setitem(sys.modules, "readline", editline)
    console(monkeypatch, sends("SIGINT"), "Anna belt Sam", sends("SIGHUP"), "never read")
    terminal = StandardTerminal()
    with terminal.listening():
        assert terminal.read("Wat? ") == "Anna belt Sam"
        assert begun == ["", "Anna belt"]
        assert terminal.read("Wat? ", keeps=True) == "Anna belt"
        with pytest.raises(InputEnded):  # the system asked to end, so nothing more is asked
            terminal.read("Wie? ")


def test_a_terminal_that_is_gone_ends_the_app_where_it_is_read_as_bytes(monkeypatch):
    """macOS and Linux: nothing to read any more is the end. Windows hands over characters."""
    from textual import drivers
    from textual.drivers import linux_driver

    sent: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _process, number: sent.append(number))
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    monkeypatch.setattr(linux_driver, "getincrementaldecoder", linux_driver.getincrementaldecoder)
    driver.decode_leniently()
    decoder = linux_driver.getincrementaldecoder("utf-8")()
    assert decoder.decode(b"\xc3") == ""
    assert not sent
    assert decoder.decode(b"") == ""
    assert sent == [signal.SIGHUP]
    monkeypatch.setitem(sys.modules, "textual.drivers.linux_driver", None)
    monkeypatch.delattr(drivers, "linux_driver")
    monkeypatch.delattr(signal, "SIGHUP", raising=False)
    driver.decode_leniently()
    driver.outlive_terminal()
    asked_of_it = ("__init__", *Driver.__abstractmethods__)
    console_of_windows = type("Console", (Driver,), dict.fromkeys(asked_of_it, lambda _self: None))
    terminal = driver.terminal_class(console_of_windows)()
    assert terminal.size_now() is None  # it tells of each change by itself


def test_the_page_on_windows_names_every_module_that_asks_which_system_it_is():
    asks = re.compile(
        r"os\.name|sys\.platform|platform\.system"
        r"|import (?:fcntl|msvcrt|resource|termios|signal|ctypes|winreg)\b|os\.startfile"
    )
    root = Path(operating_system.__file__).parent
    page = (root.parent / "docs" / "windows.md").read_text(encoding="utf-8")
    asking = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if asks.search(path.read_text(encoding="utf-8"))
    ]
    told = [name for name in asking if any(f"{part}`" in page for part in ways_to_name(name))]
    assert sorted(asking) == sorted(told)


def ways_to_name(module: str) -> tuple[str, ...]:
    """A module by its path; one of a package that is listed as a whole by that."""
    return (module, module.rpartition("/")[0] + "/")
