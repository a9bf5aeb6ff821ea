"""`--plain` in a real terminal: nothing but lines, and nothing that was typed is lost."""

import os
import signal
from pathlib import Path

import pytest
from relroute_command import relroute
from terminal_window import Window

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.sealing.migrate import seal_everything
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault

on_posix = pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal as POSIX has it")
ROUTE = "practice-en"
PASS_PHRASE = "vier rustige zwaluwen"
CTRL_C, CTRL_D = b"\x03", b"\x04"
WITHOUT_PASTE_MARKS = {"INPUTRC": os.devnull}


def plain(*words: str | Path, folder: Path) -> Window:
    arguments = ["-m", "relroute_tui", *map(str, words), "--plain"]
    return Window(arguments, folder, **WITHOUT_PASTE_MARKS)


def notes_of(sessions: Path) -> str:
    return Archive(sessions).load(ROUTE).meetings[-1].notes


def asked(window: Window, *, times: int) -> None:
    window.wait_until(lambda: window.shown.count("Answer: ") == times, "the next question")


@on_posix
def test_ctrl_c_leaves_the_half_line_and_a_closed_window_keeps_it(
    sessions: Path, tmp_path: Path
) -> None:
    window = plain("open", ROUTE, "--meet", "--sessions", sessions, folder=tmp_path)
    window.wait_for("Choice: ")
    window.type(b"3\r")
    window.wait_for("Notes:")
    window.type(b"1\r")
    asked(window, times=1)
    window.type("half a zin met één".encode())
    window.wait_for("half a zin met één")
    window.press_until(CTRL_C, "Ctrl+C ends nothing")
    window.wait_until(
        lambda: window.shown.count("half a zin met één") > 1, "the half line, to go on with"
    )
    questions = window.shown.count("Answer: ")
    window.type(b" woord\r")
    asked(window, times=questions + 1)
    window.type(b"x" * 5000 + b"\r")  # longer than a terminal's own line
    asked(window, times=questions + 2)
    window.type(b"and the last words")
    window.wait_for("and the last words")
    window.ended_by(signal.SIGHUP)
    *_before, first, second, third = notes_of(sessions).split("\n")
    assert first == "half a zin met één woord"
    assert second == "x" * 5000
    assert third == "and the last words"


@on_posix
def test_the_end_of_the_input_leaves_and_nothing_but_lines_was_written(
    sessions: Path, tmp_path: Path
) -> None:
    window = plain("open", "swallow", "--sessions", sessions, folder=tmp_path)
    window.wait_for("Choice: ")
    window.type(CTRL_D)
    assert window.exit_code() == 0
    assert "\x1b[?1049h" not in window.shown
    assert "\x1b[H" not in window.shown
    assert "Zwaluw" not in window.shown


@on_posix
def test_a_sealed_folder_asks_for_its_pass_phrase_and_does_not_show_it(
    sessions: Path, tmp_path: Path
) -> None:
    key = Vault(sessions, 4).make(PASS_PHRASE, RecoveryKey.new()).key
    seal_everything(sealed_archive(sessions, key, tmp_path))
    window = plain("open", "swallow", "--sessions", sessions, folder=tmp_path)
    window.wait_for("Pass phrase: ")
    window.type(PASS_PHRASE.encode() + b"\r")
    window.wait_for("The route of Swallow")
    window.type(b"0\r")
    assert window.exit_code() == 0
    assert PASS_PHRASE not in window.shown


def test_a_script_holds_it_too_and_there_is_no_window_beside_it(sessions: Path) -> None:
    answer = relroute("open", ROUTE, "--plain", "--sessions", sessions)
    assert answer.returncode == 0
    assert answer.stdout.startswith("Type the number of a choice")
    answer = relroute("open", ROUTE, "--plain", "--audience", "--sessions", sessions)
    assert answer.returncode == 2
    assert "no window for the television" in answer.stderr
