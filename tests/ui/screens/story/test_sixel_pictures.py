"""A Sixel stays whole on terminals that erase one under later text."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sixel_terminal import SixelTerminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal as POSIX has it")
WITH_SIXEL = b"\x1b[?62;4;22c"
FOCUS_GONE, FOCUS_BACK = b"\x1b[O", b"\x1b[I"
RIGHT, F1, F8, ESCAPE = b"\x1b[C", b"\x1bOP", b"\x1b[19~", b"\x1b"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[SixelTerminal]:
    opened = SixelTerminal(tmp_path, 80, 24, WITH_SIXEL)
    yield opened
    opened.close()


def test_a_picture_survives_repaint_focus_and_resize(terminal: SixelTerminal) -> None:
    screen = terminal.screen
    assert terminal.until(lambda: "Swallow" in terminal.text)
    terminal.type(b"v")
    assert terminal.until(lambda: "1 of 8" in terminal.text and screen.shows_the_whole_picture)
    for keys in ((FOCUS_GONE,), (FOCUS_BACK,), (RIGHT,), (F8, F8), (F1, ESCAPE), (b"w", b"w")):
        for key in keys:
            terminal.type(key)
            terminal.until(lambda: True)
        assert terminal.until(lambda: screen.shows_the_whole_picture), terminal.text
    assert "2 of 8" in terminal.text
    for columns, rows in ((70, 22), (150, 45), (120, 40)):
        terminal.resize(columns, rows)
        assert terminal.until(lambda: screen.shows_the_whole_picture), (columns, rows)
    terminal.type(ESCAPE)
    assert terminal.until(lambda: "of 8" not in terminal.text and not screen.covered)
