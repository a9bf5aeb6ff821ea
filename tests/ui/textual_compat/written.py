"""What Textual writes to a terminal: the frames, and where it leaves the terminal's cursor."""

import re

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Offset

_MOVED = re.compile(r"\x1b\[(\d+);(\d+)H")
_SHOWN_OR_HIDDEN = re.compile(r"\x1b\[\?25([hl])")


class WrittenTerminal:
    """Terminal that keeps nothing but where its cursor is left, and whether it can be seen."""

    def __init__(self) -> None:
        self.cursor = Offset()
        self.is_hidden = False

    def write(self, text: str) -> None:
        """Take what is written."""
        for row, column in _MOVED.findall(text)[-1:]:
            self.cursor = Offset(int(column) - 1, int(row) - 1)
        for last in _SHOWN_OR_HIDDEN.findall(text)[-1:]:
            self.is_hidden = last == "l"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> WrittenTerminal:
    """Let Textual write as to a terminal that is there; a headless one is never written to."""
    terminal = WrittenTerminal()
    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", lambda _driver, text: terminal.write(text))
    return terminal
