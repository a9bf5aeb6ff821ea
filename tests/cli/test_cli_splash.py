"""First frame, which is there before anything is loaded."""

import pytest

from relroute_tui.splash import Splash, frame, may_open_a_screen


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["open", "Swallow", "--meet"],
        ["practice"],
        ["audience"],
        ["--sessions", "list", "open", "Swallow"],
        ["--sessions=list"],
        ["--lang", "nl"],
    ],
)
def test_what_opens_a_screen_may_show_a_frame_first(words):
    assert may_open_a_screen(words)


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["--sessions", "open", "list"],
        ["cards", "check", "open"],
        ["erase", "Swallow"],
        ["open", "--help"],
        ["open", "Swallow", "--plain"],
        ["--version"],
    ],
)
def test_what_opens_none_shows_none(words):
    assert not may_open_a_screen(words)


@pytest.mark.parametrize(("columns", "rows"), [(20, 3), (60, 20), (200, 60)])
def test_the_frame_fills_the_window_and_holds_nothing_but_the_name(columns, rows):
    drawn = frame(columns, rows).removeprefix("\x1b[2m").removesuffix("\x1b[22m\x1b[H")
    lines = drawn.split("\r\n")
    assert len(lines) == rows
    assert {len(line) for line in lines} == {columns}
    assert drawn.translate(dict.fromkeys(map(ord, "╭╮╰╯│─"))).split() == ["relroute"]


def test_in_a_tiny_window_there_is_no_frame():
    assert frame(19, 10) == frame(40, 2) == ""


def test_without_a_terminal_nothing_is_written(capsys):
    skeleton = Splash()
    with skeleton:
        skeleton.show(["open", "Swallow"])
    assert capsys.readouterr().out == ""
