"""How soon there is something, and how soon one can begin."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bench import programs
from bench.figures import Line, Table, alternate
from bench.plan import Plan
from bench.terminal import Terminal
from bench.world import a_route, fill, keep, notes

MEETING_USABLE = r"Notes ─.*F2 card.*F9 round off"
"""The notes with their frame, and the keys: everything that is on the screen before a card is."""
_KEPT_BY: Final = 3.0
"""Seconds after which a first start has kept what it read for the next ones."""
_KEEPING_NOTHING: Final = {"PYTHONDONTWRITEBYTECODE": "1"}


def measure(plan: Plan, table: Table) -> None:
    """The rows about starting."""
    _screens(plan, table)
    _commands(plan, table)


def _screens(plan: Plan, table: Table) -> None:
    folder = plan.make("start")
    text = folder / "text.md"
    text.write_text("Vandaag\n" + notes(1_000), encoding="utf-8")
    route = keep(folder / "sessions", a_route(1, held=False))
    ours = programs.relroute(
        "open", route, "--meet", "--lang", "en", "--sessions", folder / "sessions"
    )
    with Terminal(ours) as terminal:
        terminal.wait_for(MEETING_USABLE)
        time.sleep(_KEPT_BY)
    runs: dict[str, Callable[[], float | Sequence[float]]] = {
        "bare": lambda: until(programs.bare(text), "Vandaag"),
        "stock": lambda: until(programs.stock_table(text), r"Vandaag.*F9 round off"),
        "first": lambda: first_sign(ours),
        "usable": lambda: until(ours, MEETING_USABLE),
        "very first": lambda: until(ours, MEETING_USABLE, _KEEPING_NOTHING),
        "vim": lambda: first_sign(programs.vim(text)),
    }
    for name, command in programs.neighbours(text).items():
        if _starts(command, programs.USABLE[name]):
            runs[name] = _neighbour(command, programs.USABLE[name])
    found = alternate(plan.starts, runs)
    table.add(
        Line("first thing on the screen", "vim -u NONE", found["first"], found["vim"], 4),
        Line("cold start to a usable meeting", "bare app", found["usable"], found["bare"], 1.35),
        Line(
            "*the very first one, for comparison*", "bare app", found["very first"], found["bare"]
        ),
        Line(
            "*a stock Textual screen with these panels, for comparison*",
            "bare app",
            found["stock"],
            found["bare"],
        ),
    )
    for name in programs.NEIGHBOURS:
        if name in found:
            table.add(Line(f"*{name}, for comparison*", "bare app", found[name], found["bare"]))


def _commands(plan: Plan, table: Table) -> None:
    many = plan.folder / "a-thousand"
    fill(many, 1_000)
    python = [sys.executable, "-c", "pass"]
    found = alternate(
        plan.starts,
        {
            "python": lambda: to_the_end(python),
            "version": lambda: to_the_end(programs.relroute("--version")),
            "list": lambda: to_the_end(programs.relroute("list", "--sessions", many)),
        },
    )
    nothing = "`python -c pass`"
    table.add(
        Line("`relroute --version`", nothing, found["version"], found["python"], 3),
        Line("`relroute list`, 1,000 routes", nothing, found["list"], found["python"], 12),
    )


def until(command: Sequence[str], pattern: str, settings: Mapping[str, str] | None = None) -> float:
    """Milliseconds until this can be read, with these settings of the environment beside ours."""
    with Terminal(command, settings) as terminal:
        return terminal.wait_for(pattern) * 1000


def first_sign(command: Sequence[str]) -> float:
    """Milliseconds until anything can be read."""
    with Terminal(command) as terminal:
        return terminal.wait_for_anything() * 1000


def to_the_end(command: Sequence[str]) -> float:
    """Milliseconds that a command takes that ends by itself."""
    with Terminal(command) as terminal:
        return terminal.wait_for_end() * 1000


def _neighbour(command: Sequence[str], pattern: str) -> Callable[[], float]:
    return lambda: until(command, pattern)


def _starts(command: Sequence[str], pattern: str) -> bool:
    try:
        with Terminal(command) as terminal:
            terminal.wait_for(pattern, 15.0)
    except TimeoutError:
        print(f"({command[0]} did not start here)")
        return False
    return True
