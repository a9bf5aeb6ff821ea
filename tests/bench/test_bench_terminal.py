"""The benchmark sees the whole of what a program shows."""

import sys

from bench import terminal as bench_terminal
from bench.terminal import Terminal

TWO_FRAMES = "import time; print('een', flush=True); time.sleep(0.005); print('twee', flush=True)"


def test_what_comes_in_one_go_with_the_awaited_is_on_the_screen_too(monkeypatch):
    monkeypatch.setattr(bench_terminal, "WITHIN_A_FRAME", 60.0)  # until it ends, however slowly
    with Terminal([sys.executable, "-c", TWO_FRAMES]) as terminal:
        terminal.wait_for("een")
        assert "twee" in terminal.text
