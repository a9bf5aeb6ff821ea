"""Measure finding a route among many, and a word in all that was said."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from bench import commands
from bench.families import RARE, a_route, fill, practised
from bench.figures import Row, Table, alternate, processor_time
from bench.plan import Plan
from bench.starting import time_until
from bench.terminal import Terminal
from relroute_tui.storage.archive import Archive

HOME_USABLE = r"(Kraai|Lijster|Mees|Merel|Reiger|Spreeuw|Uil|Vink|Zwaluw) \d+.*F2 new route"
CTRL_F, BACKSPACE = b"\x06", b"\x7f"
_MEETINGS_A_ROUTE = 15
_BYTES_A_MEETING = 6_000


def measure(plan: Plan, table: Table) -> None:
    """Measure home among many routes, and the search in all that was said."""
    folder = plan.make("finding")
    _home(plan, table, folder)
    _search(plan, table, folder / "said")


def _home(plan: Plan, table: Table, folder: Path) -> None:
    few, many = folder / "few", folder / "many"
    fill(few, 10, [practised(0)])
    fill(many, plan.routes, [practised(0)])
    starts = alternate(
        max(3, plan.starts // 2),
        {
            "few": lambda: time_until(commands.home(few), HOME_USABLE),
            "many": lambda: time_until(commands.home(many), HOME_USABLE),
        },
    )
    name = f"home with {plan.routes:,} routes"
    table.add(Row(f"{name}, to usable", "with 10", starts["many"], starts["few"], 2))
    with Terminal(commands.home(few)) as at_few, Terminal(commands.home(many)) as at_many:
        for terminal in (at_few, at_many):
            terminal.wait_for(HOME_USABLE)
            _wait_until_read(terminal)
        keys = alternate(plan.frames, {"few": _filtering(at_few), "many": _filtering(at_many)})
    table.add(Row("a key in its filter", "with 10", keys["many"], keys["few"], most_alone=50))


def _wait_until_read(terminal: Terminal) -> None:
    end = time.perf_counter() + 60
    terminal.settle(0.3, 1.0)
    while "routes read" in terminal.text and time.perf_counter() < end:
        terminal.settle(0.3, 1.0)


def _filtering(terminal: Terminal) -> Callable[[], float]:
    def press() -> float:
        before = terminal.text
        answer = terminal.answer(b"7", lambda text: text != before)
        terminal.answer(BACKSPACE, lambda text: "Type a nickname" in text)
        terminal.settle(0.2, 0.5)
        if answer is None:
            raise TimeoutError
        return answer.over * 1000

    return press


def _search(plan: Plan, table: Table, folder: Path) -> None:
    routes = plan.searched // _MEETINGS_A_ROUTE
    samples = [a_route(n, meetings=_MEETINGS_A_ROUTE, size=_BYTES_A_MEETING) for n in range(50)]
    fill(folder, routes, samples)
    with Terminal(commands.home(folder)) as terminal:
        terminal.wait_for(HOME_USABLE)
        _wait_until_read(terminal)
        terminal.answer(CTRL_F, lambda text: "Words that were said" in text)
        terminal.answer(RARE.encode(), _is_final)

        def none_then(is_shown: Callable[[str], object]) -> Callable[[], float]:
            def press() -> float:
                terminal.answer(b"q", lambda text: "Nothing found" in text)
                answer = terminal.answer(BACKSPACE, is_shown)
                terminal.answer(b"", _is_final, 5.0)
                if answer is None:
                    raise TimeoutError
                return answer.shown * 1000

            return press

        found = alternate(
            plan.frames,
            {
                "first": none_then(lambda text: re.search(r"meeting 1 ·", text)),
                "all": none_then(_is_final),
                "read": lambda: _read_once(folder),
            },
        )
    megabytes = sum(path.stat().st_size for path in folder.glob("*.json")) / 1_000_000
    of = f"in {routes * _MEETINGS_A_ROUTE:,} meetings ({megabytes:.0f} MB)"
    once = "reading the bytes once"
    without = "the same by `relroute search`, which read nothing before (processor time)"
    unread = alternate(
        max(3, plan.frames // 4),
        {
            "ours": lambda: processor_time(lambda: list(Archive(folder).each((RARE,)))),
            "read": lambda: processor_time(lambda: _read_once(folder)),
        },
    )
    table.add(
        Row(f"the first that is found {of}", once, found["first"], found["read"], most_alone=100),
        Row(f"all that are found {of}", once, found["all"], found["read"], 2),
        Row(without, once, unread["ours"], unread["read"], 2),
    )


def _is_final(text: str) -> bool:
    return re.search(r"^\s*\d+ meetings?\s*$", text, re.MULTILINE) is not None


def _read_once(folder: Path) -> float:
    began = time.perf_counter()
    for path in folder.glob("*.json"):
        path.read_bytes()
    return (time.perf_counter() - began) * 1000
