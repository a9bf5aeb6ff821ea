"""What it takes in memory, and whether it stays as quick."""

from collections.abc import Callable
from pathlib import Path

from bench import programs
from bench.figures import Line, Table, alternate
from bench.frames import F2, cards_had
from bench.plan import Plan
from bench.starting import MEETING_USABLE
from bench.terminal import Terminal
from bench.typing_notes import meeting
from bench.world import a_route, keep, notes

KEYS_IN_A_DAY, CARDS_IN_A_DAY = 96_000, 200
"""Eight hours of two hundred keys a minute."""
_A_MINUTE = 200
_LAST_PART = 0.1
_LETTERS = "wijsprakenafdathetzaterdagweerzogaat"


def measure(plan: Plan, table: Table) -> None:
    """The rows about memory and a long use."""
    _memory(plan, table)
    a_day(plan, table, plan.day_keys, plan.day_cards)


def _memory(plan: Plan, table: Table) -> None:
    folder = plan.make("memory")
    text = folder / "text.md"
    text.write_text(notes(1_000), encoding="utf-8")
    without = keep(folder / "without", a_route(1, held=False))
    with_card = keep(folder / "with", a_route(1, held=False))
    found = alternate(
        3,
        {
            "bare": lambda: _memory_of(programs.bare(text), "", 0),
            "ours": lambda: _memory_of(meeting(folder / "without", without), MEETING_USABLE, 0),
            "card": lambda: _memory_of(meeting(folder / "with", with_card), MEETING_USABLE, 1),
        },
    )
    table.add(
        Line("memory (PSS) in a meeting", "bare app", found["ours"], found["bare"], 1.4, unit="MB"),
        Line("… with a card on the table", "bare app", found["card"], found["bare"], unit="MB"),
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
        return terminal.memory()


def a_day(plan: Plan, table: Table, keys: int, cards: int) -> None:
    """Type and draw in fast motion, and hold the end against the first minute.

    The memory also against the first tenth: by then every kind of card was there once.
    """
    folder: Path = plan.make("day")
    route = keep(folder, a_route(1, held=False))
    minute = min(_A_MINUTE, keys // 20)
    took: list[float] = []
    memory: list[float] = []
    drawn = 0
    with Terminal(meeting(folder, route)) as terminal:
        terminal.wait_for(MEETING_USABLE)
        terminal.wait_for(r"had, [1-9]\d* to come")
        terminal.settle()
        _draw(terminal)  # what a first card loads belongs to the beginning
        for number in range(keys):
            took.append(_type(terminal, number))
            if number >= (drawn + 1) * keys // (cards + 1) and drawn < cards:
                drawn += 1
                terminal.answer(F2, lambda text: text)
                terminal.settle(0.1, 0.4)
            if number in (minute, keys // 10):
                memory.append(terminal.memory())
        terminal.settle(0.6, 3.0)
        memory.append(terminal.memory())
    last = took[-int(keys * _LAST_PART) :]
    name = f"a key, after {keys:,} keys and {cards} cards"
    table.add(
        Line(name, "its first minute", last, took[:minute], 1.1),
        Line("memory by then", "its first minute", memory[2:], memory[:1], 1.1, unit="MB"),
        Line("… from a tenth of it on", "its first tenth", memory[2:], memory[1:2], unit="MB"),
    )


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
    before = cards_had(terminal.text)
    if terminal.answer(F2, lambda text: cards_had(text) > before, 20.0) is None:
        raise TimeoutError("no card came")
