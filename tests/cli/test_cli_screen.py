"""Commands that open a screen, in a real terminal."""

import os
import re
import signal
import time
from pathlib import Path

import pyte
import pytest
from terminal_window import CTRL_Q, ON_ARRIVAL, Window

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal as POSIX has it")

CRASH = """
from relroute_tui.cli.main import main
from relroute_tui.ui.app import RelrouteApp

def fall_over(app):
    what_a_mother_said = "a secret"
    raise ValueError(what_a_mother_said)

RelrouteApp.on_mount = fall_over
main(["practice"])
"""
CURSOR_SHOWN = "\x1b[4 q\x1b[?25h"
CURSOR_AS_USUAL = "\x1b[0 q"
F4 = b"\x1bOS"
F8 = b"\x1b[19~"
CTRL_P = b"\x10"


def kept_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith("relroute-")]


def test_the_practice_family_opens_on_a_copy_that_is_thrown_away(tmp_path: Path) -> None:
    """One that was left behind long ago goes too; one of today may be open in another window."""
    left, fresh = tmp_path / "relroute-practice-old", tmp_path / "relroute-practice-new"
    for folder in (left, fresh):
        folder.mkdir()
        (folder / "practice-en.json").write_text("{}")
    os.utime(left, (0, 0))
    window = Window(["-m", "relroute_tui", "practice"], tmp_path)
    window.wait_for(ON_ARRIVAL)
    window.wait_for("Swallow")
    assert len(kept_in(tmp_path)) == 2
    assert left.name not in kept_in(tmp_path)
    window.type(CTRL_Q)
    assert window.exit_code() == 0
    assert kept_in(tmp_path) == [fresh.name]
    assert window.shown.index(ON_ARRIVAL) < window.shown.index(CURSOR_SHOWN)
    assert window.shown.rindex("\x1b[?25l") < window.shown.index(CURSOR_SHOWN)
    assert CURSOR_AS_USUAL in window.shown


def test_one_route_opens_without_the_name_of_another(sessions: Path, tmp_path: Path) -> None:
    window = Window(
        ["-m", "relroute_tui", "open", "swallow", "--sessions", str(sessions)], tmp_path
    )
    window.wait_for("Swallow")
    window.type(CTRL_Q)
    assert window.exit_code() == 0
    assert "Zwaluw" not in window.shown


def test_home_opens(sessions: Path, tmp_path: Path) -> None:
    (sessions / "settings.json").write_text('{"stays_open": true}')
    window = Window(["-m", "relroute_tui", "--sessions", str(sessions)], tmp_path)
    window.wait_for("Swallow")
    window.wait_for("Zwaluw")
    window.type(CTRL_Q)
    assert window.exit_code() == 0


def test_home_opens_without_a_word(tmp_path: Path) -> None:
    window = Window(["-m", "relroute_tui"], tmp_path, HOME=str(tmp_path))
    window.wait_for("practice family")
    window.type(CTRL_Q)
    assert window.exit_code() == 0


def test_a_fault_in_the_program_shows_nothing_of_what_was_said(tmp_path: Path) -> None:
    window = Window(["-c", CRASH], tmp_path)
    assert window.exit_code() == 1
    assert "The program had to stop." in window.shown
    assert "Traceback" not in window.shown
    assert "secret" not in window.shown
    assert kept_in(tmp_path) == []


def test_who_looks_for_a_fault_can_ask_where_it_is(tmp_path: Path) -> None:
    window = Window(["-c", CRASH], tmp_path, RELROUTE_DEBUG="1")
    assert window.exit_code() == 1
    assert "in fall_over" in window.shown
    assert "ValueError" in window.shown
    assert "what_a_mother_said =" not in window.shown
    assert "a secret" not in window.shown.replace('"a secret"', "")


def test_what_is_typed_in_one_moment_goes_where_it_would_key_by_key(tmp_path: Path) -> None:
    """A key that opens a form, the words for it and the key that keeps it come in one write.

    A byte that is no UTF-8 ends nothing.
    """
    window = Window(["-m", "relroute_tui", "practice", "--meet"], tmp_path)
    window.wait_for("here")
    window.type(b"Anna calls")
    window.wait_for("Anna calls")
    window.type(F4 + F4 + b"on Wednesday" + F4 + b"\x1b[B\rAnd so on")
    (copy,) = (tmp_path / name for name in kept_in(tmp_path))
    saved = copy / "practice-en.json"
    notes = r'"- [ ] Anna calls @Anna\n  when: on Wednesday\n\nAnd so on"'
    window.wait_until(lambda: notes in saved.read_text(encoding="utf-8"), notes)
    window.type(b"caf\xe9 and half \xc3")
    window.wait_for("\ufffd")
    window.type(b"on")
    window.type(CTRL_Q)
    assert window.exit_code() == 0


def test_the_calm_screen_sends_nothing_of_what_it_covers(tmp_path: Path) -> None:
    """Be it the meeting, or the palette over the meeting."""
    window = Window(["-m", "relroute_tui", "practice", "--meet"], tmp_path)
    window.wait_for("here")
    window.type(b"Anna had a hard week.")
    window.wait_for("week.")
    (copy,) = (tmp_path / name for name in kept_in(tmp_path))
    window.wait_until(lambda: "hard week" in (copy / "practice-en.json").read_text(), "a save")
    covered = ""
    for rows, what_is_below in ((29, "hard week"), (28, "What would you like")):
        window.type(F8)
        window.wait_for("go on where we were")
        window.shown = ""
        window.resize(rows, 99)  # and every cell of it is sent again
        window.wait_for("go on where we were")
        window.watch(1.2)  # whatever blinks or ticks below had its turn
        covered += window.shown
        window.shown = ""
        window.type(F8)
        window.wait_for(what_is_below)
        if what_is_below == "hard week":
            window.type(CTRL_P)
            window.wait_for("What would you like")
            window.shown = ""
    window.type(CTRL_Q)
    assert window.exit_code() == 0
    for word in ("hard week", "Anna", "Swallow", "What would you like"):
        assert word not in covered


def test_a_terminal_that_hangs_and_is_closed_takes_the_app_along(tmp_path: Path) -> None:
    window = Window(["-m", "relroute_tui", "practice", "--meet"], tmp_path)
    window.wait_for("round off")
    for _stroke in range(400):  # and nobody reads what is drawn for them
        window.type(F8)
        time.sleep(0.005)
    assert window.closed() in (0, 128 + signal.SIGHUP)
    assert kept_in(tmp_path) == []


@pytest.mark.parametrize("signal_name", ["SIGHUP", "SIGTERM"])
def test_a_window_that_is_closed_keeps_every_letter_and_no_copy(
    sessions: Path, tmp_path: Path, signal_name: str
) -> None:
    window = Window(["-m", "relroute_tui", "practice", "--meet"], tmp_path)
    window.wait_for("round off")
    os.kill(window.pid, getattr(signal, signal_name))
    window.exit_code()
    assert kept_in(tmp_path) == []

    arguments = ["-m", "relroute_tui", "open", "swallow", "--meet", "--sessions", str(sessions)]
    window = Window(arguments, tmp_path)
    window.wait_for("round off")
    window.watch(0.5)
    window.type(b"QZX was the last word")
    window.wait_for("the last word")
    os.kill(window.pid, getattr(signal, signal_name))
    window.exit_code()
    kept = (sessions / "practice-en.json").read_text()
    assert "QZX was the last word" in kept


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"TERM": "dumb"}, "can show lines of text but no screen"),
        ({"LC_ALL": "nl_NL.ISO-8859-1"}, "not set to UTF-8"),
    ],
)
def test_a_terminal_that_cannot_show_a_screen_is_told_so_in_a_sentence(
    variables: dict[str, str], told: str, tmp_path: Path
) -> None:
    window = Window(["-m", "relroute_tui", "practice"], tmp_path, **variables)
    assert window.exit_code() == 1
    assert told in window.shown
    assert ON_ARRIVAL not in window.shown
    assert kept_in(tmp_path) == []


def test_gnu_screen_gets_the_colours_that_it_knows_and_nothing_stays_on_it(tmp_path: Path) -> None:
    window = Window(
        ["-m", "relroute_tui", "practice"], tmp_path, STY="1.pts", COLORTERM="truecolor"
    )
    window.wait_for("Swallow")
    window.type(CTRL_Q)
    assert window.exit_code() == 0
    assert "[38;2;" not in window.shown
    assert ";48;5;" in window.shown
    screen = pyte.Screen(100, 30)  # which has no second screen to go back to, as GNU screen
    pyte.Stream(screen).feed(re.sub(r"\x1b\[[<>=][\d;]*[a-z]|\x1b[P_].*?\x1b\\", "", window.shown))
    assert not "".join(screen.display).strip()
