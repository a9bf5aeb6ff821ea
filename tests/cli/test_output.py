"""Lines of an answer in a terminal, which are broken where its own would be broken amid a word."""

import os
import textwrap
from pathlib import Path

import pytest

from relroute_tui.cli.output import columns_of, fitted

LINE = "  - Anna belt Zwaluw elke woensdag na het eten"


def test_a_line_is_broken_between_words_and_keeps_its_indent() -> None:
    assert fitted(LINE, 24) == "  - Anna belt Zwaluw\n  elke woensdag na het\n  eten"


def test_a_line_that_fits_is_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(textwrap, "fill")
    assert fitted(LINE, 60) == LINE
    assert fitted("fjord234\tZwaluw\tevaluation", 60) == "fjord234        Zwaluw  evaluation"


def test_what_is_no_line_takes_one() -> None:
    assert fitted("Zwaluw\nAnna", 60) == "Zwaluw Anna"


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal as POSIX has it")
def test_a_terminal_that_does_not_know_its_size_has_eighty_columns() -> None:
    import fcntl
    import struct
    import termios

    other_side, side = os.openpty()
    with os.fdopen(side, "w") as terminal:
        for told, columns in ((24, 24), (0, 80)):
            size = struct.pack("HHHH", 24, told, 0, 0)
            fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)
            assert columns_of(terminal) == columns
    os.close(other_side)


def test_a_file_has_no_columns() -> None:
    with Path(os.devnull).open("w") as file:
        assert columns_of(file) is None
    assert fitted(LINE, None) == LINE
