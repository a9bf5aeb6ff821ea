"""Measure the memory of a meeting, and a key after long use."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import commands, usage
from bench.families import a_route, keep, notes
from bench.figures import Row, Table, alternate
from bench.frames import F2, cards_done
from bench.plan import Plan
from bench.starting import MEETING_USABLE
from bench.terminal import Terminal

KEYS_IN_A_DAY, CARDS_IN_A_DAY = 96_000, 200
"""Eight hours of two hundred keys a minute."""
_A_MINUTE = 200
_LAST_PART = 0.1
_LETTERS = "wijsprakenafdathetzaterdagweerzogaat"


def measure(plan: Plan, table: Table) -> None:
    """Measure the memory of a meeting, and whether a day makes it slower or larger."""
    _memory(plan, table)
    a_day(plan, table, plan.day_keys, plan.day_cards)
    _a_stock_day(plan, table, plan.day_keys, plan.day_cards)


def _memory(plan: Plan, table: Table) -> None:
    folder = plan.make("memory")
    text = folder / "text.md"
    text.write_text(notes(1_000), encoding="utf-8")
    without = keep(folder / "without", a_route(1, held=False))
    with_card = keep(folder / "with", a_route(1, held=False))
    found = alternate(
        3,
        {
            "bare": lambda: _memory_of(commands.bare(text), "", 0),
            "ours": lambda: _memory_of(
                commands.meeting(folder / "without", without), MEETING_USABLE, 0
            ),
            "card": lambda: _memory_of(
                commands.meeting(folder / "with", with_card), MEETING_USABLE, 1
            ),
        },
    )
    table.add(
        Row("memory (PSS) in a meeting", "bare app", found["ours"], found["bare"], unit="MB"),
        Row(
            "… with a card on the table", "bare app", found["card"], found["bare"], 1.35, unit="MB"
        ),
    )


def _memory_of(command: list[str], usable: str, cards: int) -> float:
    with Terminal(command) as terminal:
        terminal.wait_for(usable or ".")
        terminal.settle(0.6, 4.0)
        for letter in "QZX":
            terminal.type_letter(letter)
        for _ in range(cards):
            _draw(terminal)
        terminal.settle(0.6, 3.0)
        return usage.memory(terminal.pid)


def a_day(plan: Plan, table: Table, keys: int, cards: int) -> None:
    """Type and draw in fast motion, and hold the end against the first minute.

    The memory also against the first tenth: by then every kind of card was there once.
    """
    folder: Path = plan.make("day")
    route = keep(folder, a_route(1, held=False))
    found = _day(commands.meeting(folder, route), r"done, [1-9]\d* to come", keys, cards)
    name = f"a key, after {keys:,} keys and {cards} cards"
    table.add(
        Row(name, "its first minute", found.last, found.first, 1.1),
        Row("memory by then", "its first minute", found.by_end, found.by_minute, 1.1, unit="MB"),
        Row("… from a tenth of it on", "its first tenth", found.by_end, found.by_tenth, unit="MB"),
    )


def _a_stock_day(plan: Plan, table: Table, keys: int, cards: int) -> None:
    """As many keys into a stock screen: each takes longer, so a whole day would take an hour."""
    text = plan.make("stock-day") / "text.md"
    text.write_text("Vandaag\n", encoding="utf-8")
    found = _day(commands.stock_screen(text), r"Vandaag.*F9 round off", keys, cards)
    name = "*memory of a stock Textual screen by then, for comparison*"
    table.add(Row(name, "its first minute", found.by_end, found.by_minute, unit="MB"))


@dataclass(frozen=True)
class _Day:
    """Milliseconds of keys, and megabytes."""

    first: list[float]
    last: list[float]
    by_minute: list[float]
    by_tenth: list[float]
    by_end: list[float]


def _day(command: list[str], usable: str, keys: int, cards: int) -> _Day:
    minute, tenth = min(_A_MINUTE, keys // 20), keys // 10
    took: list[float] = []
    memory: dict[int, float] = {}
    drawn = 0
    with Terminal(command) as terminal:
        terminal.wait_for(usable)
        terminal.settle()
        _draw(terminal)  # what a first card loads belongs to the beginning
        for number in range(keys):
            took.append(_type(terminal, number))
            if number >= (drawn + 1) * keys // (cards + 1) and drawn < cards:
                drawn += 1
                terminal.answer(F2, lambda text: text)
                terminal.settle(0.1, 0.4)
            if number in (minute, tenth):
                memory[number] = usage.memory(terminal.pid)
        terminal.settle(0.6, 3.0)
        by_end = usage.memory(terminal.pid)
    last = took[-int(keys * _LAST_PART) :]
    return _Day(took[:minute], last, [memory[minute]], [memory[tenth]], [by_end])


def _type(terminal: Terminal, number: int) -> float:
    """A letter of a sentence that is seen; after it perhaps a space, which is not."""
    answer = terminal.answer(
        _LETTERS[number % len(_LETTERS)].encode(), _one_more(terminal), 20.0, quiet=0
    )
    if answer is None:
        raise TimeoutError("a letter never came")
    if number % 6 == 5:
        terminal.press(b"\r" if number % 90 == 89 else b" ")
    return answer.shown * 1000


def _one_more(terminal: Terminal) -> Callable[[str], bool]:
    before = terminal.text
    return lambda text: text != before


def _draw(terminal: Terminal) -> None:
    before = cards_done(terminal.text)
    if terminal.answer(F2, lambda text: cards_done(text) > before, 20.0) is None:
        raise TimeoutError("no card came")
