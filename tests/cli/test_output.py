"""Lines of an answer in a terminal, which are broken where its own would be broken amid a word."""

import os
import textwrap
from collections.abc import Iterator
from typing import TextIO

import pytest

from relroute_tui.cli.output import fitted

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal as POSIX has it")

LINE = "  - Anna belt Zwaluw elke woensdag na het eten"


@pytest.fixture
def terminal() -> Iterator[TextIO]:
    other_side, side = os.openpty()
    with os.fdopen(side, "w") as stream:
        yield stream
    os.close(other_side)


def set_columns(terminal: TextIO, columns: int) -> None:
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))


def test_a_line_is_broken_between_words_and_keeps_its_indent(terminal: TextIO) -> None:
    set_columns(terminal, 24)
    assert fitted(LINE, terminal) == "  - Anna belt Zwaluw\n  elke woensdag na het\n  eten"


def test_a_terminal_that_does_not_know_its_size_has_eighty_columns(terminal: TextIO) -> None:
    set_columns(terminal, 0)
    assert fitted(LINE, terminal) == LINE
    assert max(map(len, fitted(f"{LINE} {LINE}", terminal).split("\n"))) <= 80


def test_a_line_that_fits_is_not_looked_through(
    terminal: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(textwrap, "fill")
    set_columns(terminal, 60)
    assert fitted(LINE, terminal) == LINE
    assert fitted("fjord234\tZwaluw\tevaluation", terminal) == "fjord234        Zwaluw  evaluation"


def test_a_line_that_is_no_line_takes_one(terminal: TextIO) -> None:
    set_columns(terminal, 60)
    assert fitted("Zwaluw\nAnna", terminal) == "Zwaluw Anna"
