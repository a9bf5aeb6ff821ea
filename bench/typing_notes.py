"""Measure a key in the notes until its letter is on the screen."""

import time
from collections.abc import Callable, Sequence

from bench import commands
from bench.families import a_route, keep, notes
from bench.figures import Row, Table, alternate
from bench.plan import Plan
from bench.starting import MEETING_USABLE
from bench.terminal import Terminal

SIZES = {
    1_000: ("1 kB", 0.8),
    10_000: ("10 kB", 0.8),
    100_000: ("100 kB", 0.5),
    1_000_000: ("1 MB", 0.2),
}
LETTERS = "QZX"
BETWEEN_KEYS = 0.06
"""Seconds: somebody who types very fast."""


def measure(plan: Plan, table: Table) -> None:
    """Measure a letter in notes of several sizes."""
    for size, (name, most) in SIZES.items():
        folder = plan.make(f"notes-{size}")
        text = folder / "text.md"
        text.write_text(notes(size), encoding="utf-8")
        route = keep(folder / "sessions", a_route(1, size=size, held=False))
        runs = {
            "bare": _typing(commands.bare(text), None, plan.keys // 3),
            "ours": _typing(
                commands.meeting(folder / "sessions", route), MEETING_USABLE, plan.keys // 3
            ),
        }
        found = alternate(3, runs)
        table.add(
            Row(
                f"key to echo in the notes, {name}",
                "stock TextArea",
                found["ours"],
                found["bare"],
                most,
            )
        )


def _typing(command: Sequence[str], usable: str | None, keys: int) -> Callable[[], Sequence[float]]:
    def run() -> Sequence[float]:
        with Terminal(command) as terminal:
            terminal.wait_for(usable) if usable else terminal.wait_for_anything()
            terminal.settle(0.6, 6.0)
            return type_letters(terminal, keys)

    return run


def type_letters(terminal: Terminal, keys: int) -> Sequence[float]:
    """Type so many letters, and return the milliseconds until each was seen."""
    took = []
    for number in range(keys):
        answer = terminal.type_letter(LETTERS[number % len(LETTERS)])
        if answer is None:
            raise TimeoutError("a letter never came")
        took.append(answer.shown * 1000)
        time.sleep(BETWEEN_KEYS)
    return took


def type_and_erase(terminal: Terminal, letters: int) -> Sequence[float]:
    """Type so many letters, each taken out again; return the milliseconds until each was seen.

    The text stays as it is, so that one may do it for as long as one likes.
    """
    took = []
    for number in range(letters):
        letter = LETTERS[number % len(LETTERS)]
        answer = terminal.type_letter(letter)
        if answer is None or terminal.erase_letter(letter) is None:
            raise TimeoutError("a letter never came, or never went")
        took.append(answer.shown * 1000)
    return took
