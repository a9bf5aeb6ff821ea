"""Which terminal opens the window for the television, and with which words."""

import os
import re
from pathlib import Path

import pytest

from relroute_tui.ui.television.opening import linux, macos, open_window, own_program, windows

PROGRAM = ["/opt/relroute/bin/relroute", "audience", "--lang", "nl"]
SCREEN = {"DISPLAY": ":0"}


def a_path_with(folder: Path, *names: str) -> dict[str, str]:
    for name in names:
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)
    return {"PATH": str(folder)}


@pytest.mark.skipif(os.name == "nt", reason="programs as POSIX has them")
@pytest.mark.parametrize(
    ("there", "variables", "expected"),
    [
        (("xterm",), {}, ["xterm", "-e", *PROGRAM]),
        (("kitty", "xterm"), {}, ["kitty", *PROGRAM]),
        (("kitty", "xterm"), {"XTERM_VERSION": "XTerm(379)"}, ["xterm", "-e", *PROGRAM]),
        (("gnome-terminal",), {}, ["gnome-terminal", "--", *PROGRAM]),
        (("x-terminal-emulator",), {}, ["x-terminal-emulator", "-e", *PROGRAM]),
        ((), {}, []),
    ],
)
def test_on_linux_it_is_the_terminal_one_is_in_or_the_first_there_is(
    tmp_path, there, variables, expected
):
    paths = a_path_with(tmp_path, *there)
    command = [*linux.command_for("", PROGRAM, SCREEN | variables | paths)]
    command[:1] = [Path(name).name for name in command[:1]]
    assert command == expected


def test_on_linux_without_a_screen_there_is_none(tmp_path):
    assert not linux.command_for("", PROGRAM, a_path_with(tmp_path, "xterm"))
    assert not linux.command_for("foot", PROGRAM, {"PATH": str(tmp_path)})


@pytest.mark.parametrize("command_for", [linux.command_for, macos.command_for, windows.command_for])
def test_the_users_own_choice_comes_first_on_every_system(command_for):
    assert [*command_for("foot --fullscreen", PROGRAM, SCREEN)] == [
        "foot",
        "--fullscreen",
        *PROGRAM,
    ]


def test_on_macos_the_terminal_is_asked_with_plain_words_or_not_at_all():
    line = macos.command_for("", PROGRAM, {})[2]
    assert line == f'tell application "Terminal" to do script "{" ".join(PROGRAM)}"'
    for word in ('a"b', "a b", "a;b", "a'b", "$(b)", "a\\b"):
        assert not macos.command_for("", [word, "audience"], {})


@pytest.mark.skipif(os.name == "nt", reason="programs as POSIX has them")
def test_on_windows_it_is_windows_terminal_or_the_console(tmp_path):
    assert not windows.command_for("", PROGRAM, {"PATH": str(tmp_path)})
    console = windows.command_for("", PROGRAM, a_path_with(tmp_path, "conhost"))
    assert [Path(console[0]).name, *console[1:]] == ["conhost", *PROGRAM]
    terminal = windows.command_for("", PROGRAM, a_path_with(tmp_path, "wt"))
    assert [Path(terminal[0]).name, *terminal[1:]] == ["wt", "--window", "new", *PROGRAM]


def test_nothing_but_plain_words_stands_among_the_arguments():
    assert own_program()[-1] == "audience"
    assert all(re.fullmatch(r"[\w/.:\\ -]+", word) for word in own_program())


def test_a_terminal_that_is_not_there_opens_nothing_and_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("DISPLAY", ":0")
    assert not open_window(str(tmp_path / "no-such-terminal"), "nl")
