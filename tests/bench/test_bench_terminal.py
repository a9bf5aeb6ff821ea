"""The benchmark sees the whole of what a program shows, and counts none of its own work."""

import sys
from types import SimpleNamespace

import pyte

from bench import terminal as bench_terminal
from bench.terminal import Terminal

TWO_FRAMES = "import time; print('een', flush=True); time.sleep(0.005); print('twee', flush=True)"


def test_what_comes_in_one_go_with_the_awaited_is_on_the_screen_too(monkeypatch):
    monkeypatch.setattr(bench_terminal, "WITHIN_A_FRAME", 60.0)  # until it ends, however slowly
    with Terminal([sys.executable, "-c", TWO_FRAMES]) as terminal:
        terminal.wait_for("een")
        assert "twee" in terminal.text


def test_the_emulated_screen_is_no_part_of_how_long_a_command_takes(monkeypatch):
    clock = SimpleNamespace(now=0.0)
    monkeypatch.setattr(bench_terminal, "time", SimpleNamespace(perf_counter=lambda: clock.now))

    class SlowScreen(pyte.ByteStream):
        def feed(self, data: bytes) -> None:
            super().feed(data)
            clock.now += 1.0

    monkeypatch.setattr(pyte, "ByteStream", SlowScreen)
    with Terminal([sys.executable, "-c", "print('een')"]) as terminal:
        assert terminal.wait_for_end() == 0.0
        assert "een" in terminal.text
    assert clock.now
