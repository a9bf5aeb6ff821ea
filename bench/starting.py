"""Measure the first thing on the screen, and a start to usable."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bench import commands
from bench.families import a_route, fill, fill_sealed, notes, practised
from bench.figures import Row, Table, alternate
from bench.plan import Plan
from bench.terminal import Terminal

MEETING_USABLE: Final = r"Notes ─.*F2 card.*F9 round off"
"""The notes with their frame, and the keys: everything that is on the screen before a card is."""
_KEPT_AFTER: Final = 3.0
"""Seconds after which a first start has kept what it read for the next ones."""
_KEEPING_NOTHING: Final = {"PYTHONDONTWRITEBYTECODE": "1"}
_ROUTES: Final = 1_000
_PASS_PHRASE: Final = "een fiets in de regen"


def measure(plan: Plan, table: Table) -> None:
    """Measure how soon a meeting can begin, and how soon a command answers."""
    _screens(plan, table)
    _commands(plan, table)


def _screens(plan: Plan, table: Table) -> None:
    text = plan.make("start") / "text.md"
    text.write_text("Vandaag\n" + notes(1_000), encoding="utf-8")
    ours = commands.practice_meeting()
    with Terminal(ours) as terminal:
        terminal.wait_for(MEETING_USABLE)
        time.sleep(_KEPT_AFTER)
    runs: dict[str, Callable[[], float | Sequence[float]]] = {
        "bare": lambda: time_until(commands.bare(text), "Vandaag"),
        "stock": lambda: time_until(commands.stock_screen(text), r"Vandaag.*F9 round off"),
        "first": lambda: first_character(ours),
        "usable": lambda: time_until(ours, MEETING_USABLE),
        "very first": lambda: time_until(ours, MEETING_USABLE, _KEEPING_NOTHING),
        "vim": lambda: first_character(commands.vim(text)),
    }
    for name, command in commands.neighbours(text).items():
        if _starts(command, commands.USABLE[name]):
            runs[name] = _neighbour(command, commands.USABLE[name])
    found = alternate(plan.starts, runs)
    table.add(
        Row("first thing on the screen", "vim -u NONE", found["first"], found["vim"], 4),
        Row(
            "`relroute practice --meet` to a usable meeting",
            "bare app",
            found["usable"],
            found["bare"],
            1.2,
        ),
        Row("*the very first one, for comparison*", "bare app", found["very first"], found["bare"]),
        Row(
            "*a stock Textual screen with these panels, for comparison*",
            "bare app",
            found["stock"],
            found["bare"],
        ),
    )
    for name in commands.NEIGHBOURS:
        if name in found:
            table.add(Row(f"*{name}, for comparison*", "bare app", found[name], found["bare"]))


def _commands(plan: Plan, table: Table) -> None:
    folder = plan.make("lists")
    real, small, sealed = folder / "real", folder / "small", folder / "sealed"
    fill(real, _ROUTES, [practised(0)])
    fill(small, _ROUTES, [a_route(number, size=300) for number in range(50)])
    fill_sealed(sealed, _ROUTES, practised(0), _PASS_PHRASE)
    pass_phrase = folder / "pass-phrase"
    pass_phrase.write_text(f"{_PASS_PHRASE}\n", encoding="utf-8")
    found = alternate(
        plan.starts,
        {
            "python": lambda: time_to_end([sys.executable, "-c", "pass"]),
            "version": lambda: time_to_end(commands.relroute("--version")),
            "real": lambda: time_to_end(commands.list_of(real)),
            "sealed": lambda: time_to_end(commands.list_of(sealed, pass_phrase)),
            "small": lambda: time_to_end(commands.list_of(small)),
        },
    )
    nothing = "`python -c pass`"
    of = f"`relroute list`, {_ROUTES:,} routes"
    table.add(
        Row("`relroute --version`", nothing, found["version"], found["python"], 3),
        Row(f"{of} of 100 kB, six meetings", nothing, found["real"], found["python"], 12),
        Row("… sealed", nothing, found["sealed"], found["python"], 20),
        Row(f"{of} of 1 kB", nothing, found["small"], found["python"], 6),
    )


def time_until(
    command: Sequence[str], pattern: str, variables: Mapping[str, str] | None = None
) -> float:
    """Return the milliseconds until this can be read, with these variables beside ours."""
    with Terminal(command, variables) as terminal:
        return terminal.wait_for(pattern) * 1000


def first_character(command: Sequence[str]) -> float:
    """Return the milliseconds until anything can be read."""
    with Terminal(command) as terminal:
        return terminal.wait_for_anything() * 1000


def time_to_end(command: Sequence[str]) -> float:
    """Return the milliseconds of a command that ends by itself. Raises RuntimeError if it fails."""
    with Terminal(command) as terminal:
        return terminal.wait_for_end() * 1000


def _neighbour(command: Sequence[str], pattern: str) -> Callable[[], float]:
    return lambda: time_until(command, pattern)


def _starts(command: Sequence[str], pattern: str) -> bool:
    try:
        with Terminal(command) as terminal:
            terminal.wait_for(pattern, 15.0)
    except TimeoutError:
        print(f"({command[0]} did not start here)")
        return False
    return True
