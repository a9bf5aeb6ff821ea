"""Measure a card, the large card and the pause."""

import re
from collections.abc import Callable, Sequence

from bench import commands
from bench.families import a_route, keep, notes
from bench.figures import Row, Table, alternate
from bench.plan import Plan
from bench.starting import MEETING_USABLE
from bench.terminal import Terminal

F2, F5, F8, ESCAPE = b"\x1bOQ", b"\x1b[15~", b"\x1b[19~", b"\x1b"
REST = "A moment of rest"


def cards_done(text: str) -> int:
    """Return how many cards had their turn, as the screen says it; 0 where it does not."""
    found = re.search(r"(\d+) done,", text)
    return int(found[1]) if found else 0


def measure(plan: Plan, table: Table) -> None:
    """Measure a card, the large card and the pause."""
    folder = plan.make("frames")
    text = folder / "text.md"
    text.write_text(notes(1_000), encoding="utf-8")
    route = keep(folder / "sessions", a_route(1, held=False))
    command = commands.meeting(folder / "sessions", route)
    with Terminal(commands.bare(text)) as bare, Terminal(command) as ours:
        bare.wait_for_anything()
        ours.wait_for(MEETING_USABLE)
        ours.wait_for(r"done, [1-9]\d* to come")
        bare.settle()
        ours.settle()
        state = {"frame": 0}

        def frame() -> float:
            state["frame"] += 1
            wanted = f"frame {state['frame']} "
            return _seen(bare, F2, lambda text: wanted in text)

        def card() -> float:
            before = cards_done(ours.text)
            return _seen(ours, F2, lambda text: cards_done(text) > before)

        def large() -> float:
            took = _seen(ours, F5, lambda text: "F2 card" not in text)
            _seen(ours, b" ", lambda text: "F2 card" in text)
            return took

        def pause() -> float:
            took = _seen(ours, F8, lambda text: REST in text)
            _seen(ours, F8, lambda text: REST not in text and "F2 card" in text)
            return took

        found = alternate(
            plan.frames, {"frame": frame, "card": card, "large": large, "pause": pause}
        )
    a_frame: Sequence[float] = found["frame"]
    one = "one frame of the bare app"
    table.add(
        Row("drawing a card", one, found["card"], a_frame, 2),
        Row("opening the large card", one, found["large"], a_frame, 2),
        Row("pause", one, found["pause"], a_frame, 2, most_alone=100),
    )


def _seen(terminal: Terminal, key: bytes, is_shown: Callable[[str], object]) -> float:
    answer = terminal.answer(key, is_shown, 10.0)
    if answer is None:
        raise TimeoutError(f"never shown; the screen reads:\n{terminal.text}")
    terminal.settle(0.25, 1.0)
    return answer.shown * 1000
