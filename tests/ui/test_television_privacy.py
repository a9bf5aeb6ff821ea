"""Nothing private reaches the television: not the bytes on the way there, nor the window's memory.

A family in which every private field holds a mark sits through a whole meeting, with a real window
in a terminal of its own. Whatever goes to it is written down, and its memory is searched.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from marks import Marks, marked_route, marks_in
from msgspec import Struct
from msgspec.structs import fields, replace
from running_app import FAMILY, family_with_a_meeting

from bench.terminal import Terminal
from relroute_tui.audience.wire import GREETING
from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.route import Route

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")

NAMES = ("Zwaluw", "Anna", "moeder", "Kees", "Mirjam", "Noor", "Henk")
TYPED = [f"GEHEIMTYPED{number}Q" for number in range(4)]


FOR_EVERYONE = {
    *(f"Agreement.{each}" for each in ("text", "who", "when", "if_not", "decides", "pays", "told")),
    *(f"LookBack.{each}" for each in ("agreement_id", "becomes", "in_the_way", "meeting_id")),
    *(f"Meeting.{each}" for each in ("id", "turn", "first_turn")),
    *(f"Pile.{each}" for each in ("drawn", "put_back")),
    *(f"Step.{each}" for each in ("id", "name", "sentence")),
    *("Agreement.id", "Route.id", "Route.nickname"),
}
"""Every text of a route that a family may see, or that leads to another: all others are private."""


def texts_of(value: object, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a value of the domain, and the field that it is in."""
    if isinstance(value, Struct):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name), f"{type(value).__name__}.{field.name}")
    elif isinstance(value, Mapping):
        yield from texts_of((*value, *value.values()), at)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each, at)
    elif type(value) is str:
        yield at, value


def a_marked_family(marks: Marks) -> tuple[Route, list[str]]:
    """A family whose public side is as ever, and the marks in everything else."""
    everything, public = marked_route(FAMILY, marks), family_with_a_meeting()
    (marked,), (held,) = everything.meetings, public.meetings
    (entered,) = everything.agreements
    visits = Agreement("visits", "Zwaluw ziet Anna.", contact=entered.agreement.contact)
    earlier = replace(
        marked,
        id=held.id,
        started=held.started,
        finished=held.finished,
        agenda=held.agenda,
        pile=held.pile,
        seats=held.seats,
        turn=None,
        first_turn=None,
        agreements=held.agreements,
    )
    route = replace(
        everything,
        nickname=public.nickname,
        phase=public.phase,
        created=public.created,
        participants=public.participants,
        meetings=(earlier,),
        agreements=(replace(entered, at=held.started, agreement=visits),),
        look_backs=(),
        rounded_off=None,
    )
    private = {field: text for field, text in texts_of(route) if text in marks.given}
    assert {field for field, _text in texts_of(everything)} - private.keys() == FOR_EVERYONE
    return route, [text for _field, text in texts_of(route) if text in marks.given]


def mark_the_cards(cards: Path, marks: Marks) -> list[str]:
    """Give every card a hint and a ground, which only the facilitator reads."""
    given = []
    for path in (cards / "nl").glob("*.md"):
        lines = []
        for line in path.read_text("utf-8").splitlines():
            lines.append(line)
            if line.startswith("- "):
                given.append(marks.next())
                lines[-1] = f"- {given[-1]}"
            if line.startswith("12+:"):
                given.append(marks.next())
                lines.insert(-1, f"hint: {given[-1]}")
                lines.insert(-1, "")
        path.write_text("\n".join(lines) + "\n", "utf-8")
    return given


def memory_of(process: int) -> bytes:
    """Everything that a process can write to in its memory, and all else that can be read of it."""
    found = bytearray()
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            begin, end, rights = re.match(r"(\w+)-(\w+) (\S+)", line).groups()
            if rights[0] == "r" and "[v" not in line:
                with suppress(OSError, ValueError):
                    memory.seek(int(begin, 16))
                    found += memory.read(int(end, 16) - int(begin, 16))
    return bytes(found)


def marks_anywhere_in(memory: bytes) -> set[str]:
    """Every mark in so much memory that one cannot look for each, with two and four bytes a letter
    too, as Python keeps a text with a letter that is rare.
    """
    narrow = (memory, memory.translate(None, b"\0"))
    return {found.decode() for each in narrow for found in re.findall(rb"GEHEIM\w{1,12}Q", each)}


class Listener:
    """Writes down every byte that goes to a window."""

    def __init__(self) -> None:
        self.heard = b""

    async def listen(self, place: Path) -> None:
        reader, writer = await asyncio.open_unix_connection(place / "meeting")
        writer.write(GREETING)
        while part := await reader.read(65536):
            self.heard += part
        writer.close()


@pytest.fixture
def runtime() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="wall-") as folder:
        yield Path(folder)


async def test_no_private_word_is_on_the_wire_or_in_the_memory_of_the_window(
    laptop, runtime, tmp_path, monkeypatch
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    marks = Marks()
    route, private = a_marked_family(marks)
    private += [*mark_the_cards(tmp_path / "cards", marks), *TYPED]
    place = runtime / "relroute-audience"
    laptop.environment = replace(laptop.environment, runtime=place)
    laptop.keep(route)
    known = len(marks.given)
    laptop.keep(marked_route("andere", marks))  # of another family all is private
    private += marks.given[known:]
    variables = {"XDG_RUNTIME_DIR": str(runtime), "RELROUTE_LANG": "nl"}
    command = [sys.executable, "-m", "relroute_tui", "audience"]
    listener = Listener()
    # Few enough rows for the terminal's own letters, which can be read here.
    with Terminal(command, variables, rows=24, columns=80) as wall:
        async with laptop.at_meeting() as window:
            await window.press("f10")
            await window.until((place / "meeting").exists)
            listening = asyncio.create_task(listener.listen(place))
            await asyncio.to_thread(wall.wait_for, "Anna +moeder")
            await a_whole_meeting(window, listener)
            await asyncio.to_thread(wall.settle)
            await everything_that_is_private(window)
            memory = memory_of(wall.pid)
            await asyncio.to_thread(wall.settle)
        await listening

    wire = listener.heard
    assert len(private) >= 50
    assert len(wire) > 5_000
    assert b"Anna belt Zwaluw op zondag." in wire, "what is meant for everyone did come"
    assert b"Zwaluw ziet Anna." in wire, "its sentence is looked back on, without what is agreed"
    assert b"GEHEIMEIGENQ" in wire, "own words to an agreement are for everyone"
    assert b"Anna" in memory
    assert list(marks_in(wire, private)) == []
    assert marks_anywhere_in(memory) <= {"GEHEIMEIGENQ"}
    assert str(laptop.environment.sessions).encode() not in wire


async def a_whole_meeting(window, listener: Listener) -> None:
    """From the first card to the last response, with everything typed that is nobody else's."""
    typed = iter(TYPED)
    await window.type(f"{next(typed)}\n")
    await window.press("f2", "f5", "f5", "escape", "f7", "f3", "f2")
    await window.type(f"{next(typed)}\n- [ ] {next(typed)}")
    await window.press(*["backspace"] * 40)
    for step in range(12):
        await window.press("f6" if step else "ctrl+b")  # no step of this agenda looks back
        if window.screen_name == "LookBackScreen":
            await window.press("f5", "escape", "h", "escape", "end")
            await window.until(lambda: b"Zwaluw ziet Anna." in listener.heard)
            await window.press("home", "1")
            await window.press("escape", "escape")
    while window.screen_name != "MeetingScreen":
        await window.press("escape")
    window.app.screen.go_to_panel("notes")
    await window.type(f"\n{next(typed)} dacht iemand.\n- [ ] Anna belt Zwaluw op zondag. @Anna\n")
    await window.press("f8", "f8", "f1", "escape")
    await window.press("f9", "f9")
    await window.press("1", "3")
    await window.type("GEHEIMEIGENQ")
    await window.press("enter")
    await window.until(lambda: b"GEHEIMEIGENQ" in listener.heard)  # before the next takes its place
    await window.press("f3", "escape")
    await window.press("f2")


async def everything_that_is_private(window) -> None:
    """Out of the meeting: the route, its questionnaires, a talk apart, search at home."""
    while window.screen_name == "MeetingScreen":
        await window.press("escape")
    for keys in (("q",), ("g",), ("m",), ("y",), ("f10",)):
        await window.press(*keys)
        for _ in range(3):
            if window.screen_name != "RouteScreen":
                await window.press("escape")
    await window.settle()
