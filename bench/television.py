"""The window for the television: how soon it shows what was done, and what it costs."""

import operator
import time
from collections.abc import Sequence
from functools import partial
from tempfile import TemporaryDirectory
from typing import Final

from bench import commands, usage
from bench.figures import Row, Table, alternate
from bench.plan import Plan
from bench.starting import MEETING_USABLE, time_until
from bench.terminal import Terminal
from bench.typing_notes import type_and_erase

WAITS: Final = r"waits for a meeting"
_F2, _F3, _F7, _F8, _F10 = (f"\x1b{code}".encode() for code in ("OQ", "OR", "[18~", "[19~", "[21~"))
_END: Final = b"\x1b[F"
_ENTER: Final = b"\r"
_CHOICE: Final = "What does the television show"
_SHOWS: Final = "On the television: "
_IS_OFF: Final = rf"\A(?!.*{_SHOWS})"
_WORK: Final = "… the processor's time for it, on both sides"
_AGREEMENT: Final = b"- [ ] Anna calls Sam on Sunday. @Anna\r\r"
"""An agreement, and the way out of what belongs to it."""
_LETTERS: Final = 40
"""Fewer typed in a turn are too few to tell a twentieth of their work from noise."""
_BETWEEN: Final = 0.25
"""Seconds between two keys: whatever is drawn in the background has come."""


def measure(plan: Plan, table: Table) -> None:
    """Measure a key to the television, typing beside it, its start and its memory."""
    with TemporaryDirectory(prefix="rl-") as runtime:
        variables = {"XDG_RUNTIME_DIR": runtime, "DISPLAY": "", "WAYLAND_DISPLAY": ""}
        _start(plan, table, variables)
        _typing(plan, table, variables)
        _keys(plan, table, variables)


def _start(plan: Plan, table: Table, variables: dict[str, str]) -> None:
    found = alternate(
        plan.starts,
        {
            "bare": lambda: time_until(commands.bare_static(), "Vandaag"),
            "ours": lambda: time_until(commands.audience(), WAITS, variables),
        },
    )
    what, against = "start to the first sentence on the television", "one stock Static"
    table.add(Row(what, against, found["ours"], found["bare"], 1.15))


def _typing(plan: Plan, table: Table, variables: dict[str, str]) -> None:
    """Type in one meeting, with a television and without one in turn, and count its work.

    A card and an agreement are there, which is what the television shows of a meeting.
    """
    letters = max(plan.keys, _LETTERS)
    took: dict[bool, list[float]] = {False: [], True: []}
    worked: dict[bool, list[float]] = {False: [], True: []}

    def type_some(laptop: Terminal, *, has_television: bool) -> None:
        before = usage.worked(laptop.pid)
        took[has_television] += type_and_erase(laptop, letters)
        worked[has_television].append((usage.worked(laptop.pid) - before) / (2 * letters))

    with (
        Terminal(commands.practice_meeting(), variables) as laptop,
        Terminal(commands.audience(), variables) as wall,
        wall.read_on(),
    ):
        laptop.wait_for(MEETING_USABLE)
        laptop.settle(0.6, 6.0)
        laptop.press(_F2)
        laptop.settle(0.6, 6.0)
        laptop.press(_AGREEMENT)
        laptop.wait_for("1 Anna calls Sam")
        type_and_erase(laptop, letters)
        for _round in range(plan.starts):
            type_some(laptop, has_television=False)
            _connect(laptop)
            type_some(laptop, has_television=True)
            type_some(laptop, has_television=True)
            _disconnect(laptop)
            type_some(laptop, has_television=False)
    what, against = "key to echo in the notes, with a television", "without one"
    table.add(
        Row(what, against, took[True], took[False], 1.05),
        Row("… the processor's time for a key", against, worked[True], worked[False], 1.05),
    )


def _keys(plan: Plan, table: Table, variables: dict[str, str]) -> None:
    with (
        Terminal(commands.bare_static()) as bare,
        Terminal(commands.practice_meeting(), variables) as laptop,
        Terminal(commands.audience(), variables) as wall,
    ):
        bare.wait_for("Vandaag")
        laptop.wait_for(MEETING_USABLE)
        wall.wait_for(WAITS)
        _connect(laptop)
        wall.wait_for("[▀▄█▌▐]")  # it is drawn in large letters
        wall.settle()
        with laptop.read_on():
            laptop.press(_F2)
            wall.settle()
            turns, worked_for_turns = _times(laptop, wall, _F7, plan.frames)
            cards, worked_for_cards = _times(laptop, wall, _F3, plan.frames)
            pauses, _worked = _times(laptop, wall, _F8, 2 * plan.frames)
        resident = usage.resident(wall.pid), usage.resident(bare.pid)
        in_proportion = usage.memory(wall.pid), usage.memory(bare.pid)
    beside = "the meeting alone beside it"
    table.add(
        Row(
            "F7 to the last byte on the television",
            beside,
            turns,
            (),
            most_alone=50,
            most_p95_alone=80,
        ),
        Row(_WORK, beside, worked_for_turns, (), most_alone=50, most_p95_alone=80),
        Row(
            "another card, in large letters, to the last byte there",
            beside,
            cards,
            (),
            most_alone=120,
        ),
        Row(_WORK, beside, worked_for_cards, (), most_alone=120),
        Row("F8 to the calm screen there", beside, pauses[::2], (), most_alone=100),
        Row("F8 to what was there before it", beside, pauses[1::2], ()),
        Row(
            "memory of the window after many cards",
            "one stock Static",
            resident[:1],
            resident[1:],
            1.4,
            unit="MB",
        ),
        Row(
            "… with what it shares counted in proportion (PSS)",
            "one stock Static",
            in_proportion[:1],
            in_proportion[1:],
            1.4,
            unit="MB",
        ),
    )


def _connect(laptop: Terminal) -> None:
    laptop.settle(0.6, 6.0)
    laptop.press(_F10)
    laptop.wait_for(_SHOWS)
    laptop.settle(0.6, 6.0)


def _disconnect(laptop: Terminal) -> None:
    laptop.press(_F10)
    laptop.wait_for(_CHOICE)
    laptop.press(_END)
    laptop.press(_ENTER)
    laptop.wait_for(_IS_OFF)
    laptop.settle(0.6, 6.0)


def _times(
    laptop: Terminal, wall: Terminal, key: bytes, number: int
) -> tuple[Sequence[float], Sequence[float]]:
    """Return the milliseconds from a key at the laptop to the last byte of what comes of it.

    Beside them, the milliseconds that a processor worked for it on both sides: what else the
    machine does changes little of those.
    """
    took, worked = [], []
    for _ in range(number):
        before, worked_before = wall.text, usage.worked(laptop.pid) + usage.worked(wall.pid)
        answer = wall.answer_to(lambda: laptop.press(key), partial(operator.ne, before))
        if answer is None:
            raise TimeoutError("it never came")
        took.append(answer.over * 1000)
        worked.append(usage.worked(laptop.pid) + usage.worked(wall.pid) - worked_before)
        time.sleep(_BETWEEN)
    return took, worked
