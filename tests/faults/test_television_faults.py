"""Faults of the window for the television: the meeting does not notice, the window says it."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from ends import meeting, until, window

from relroute_tui.audience.message import Card, Message, Person, Welcome
from relroute_tui.audience.receiver import RETRY, ReceiveProblem
from relroute_tui.audience.sender import Availability
from relroute_tui.audience.wire import GREETING, encoded

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a socket as POSIX has it")

WELCOME = Message(Welcome((Person("Anna", "moeder"),)), "nl", "evening")
CARD = Message(Card(("Welk bezoek ging goed?",)), "nl", "evening")
_MEETING = """
import sys, time
from pathlib import Path
from relroute_tui.audience.message import Card, Message
from relroute_tui.audience.sender import Sender
sender = Sender(Path(sys.argv[1]), lambda state: print(state.availability, flush=True))
sender.show(Message(Card(("Welk bezoek ging goed?",)), "nl", "evening"))
time.sleep(600)
"""


@pytest.fixture
def place() -> Iterator[Path]:
    with TemporaryDirectory(prefix="wall-") as folder:
        yield Path(folder) / "run"


@asynccontextmanager
async def a_meeting_in_a_process(place: Path) -> AsyncIterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", _MEETING, str(place)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert await asyncio.to_thread(process.stdout.readline) == "open\n"
        yield process
    finally:
        process.kill()
        process.communicate()


@asynccontextmanager
async def a_program_that_says(place: Path, *parts: bytes) -> AsyncIterator[None]:
    """Something else in the place of a meeting: it says this to whoever comes, and stays."""
    place.mkdir(mode=0o700, exist_ok=True)

    async def serve(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for part in parts:
            writer.write(part)
            await writer.drain()
        if parts[-1:] == (b"",):  # goes after the last part
            writer.close()

    server = await asyncio.start_unix_server(serve, place / "meeting")
    yield
    server.close()
    (place / "meeting").unlink(missing_ok=True)


# The window, its terminal, the laptop


async def test_a_window_that_is_killed_is_let_go_and_the_next_one_shows_what_is_there(place):
    async with meeting(place) as laptop:
        laptop.sender.show(CARD)
        _reader, writer = await asyncio.open_unix_connection(place / "meeting")
        writer.write(GREETING)
        await laptop.has_windows(1)
        writer.transport.abort()
        await laptop.has_windows(0)
        async with window(place) as wall:
            await wall.sees(CARD)


async def test_a_meeting_that_is_killed_leaves_its_words_and_the_next_one_goes_on(place):
    async with window(place) as wall:
        async with a_meeting_in_a_process(place) as process:
            await wall.sees(CARD)
            process.send_signal(signal.SIGKILL)
            await wall.sees(ReceiveProblem.GONE)
        assert (place / "meeting").exists(), "a stale socket, as after a power cut"
        async with meeting(place) as laptop:
            assert laptop.state.availability is Availability.OPEN
            laptop.sender.show(WELCOME)
            await wall.sees(WELCOME)


async def test_a_laptop_that_slept_shows_the_newest_when_it_wakes(place):
    async with a_meeting_in_a_process(place) as process, window(place) as wall:
        await wall.sees(CARD)
        process.send_signal(signal.SIGSTOP)
        await asyncio.sleep(2 * RETRY)
        assert wall.got[-1] == CARD
        process.send_signal(signal.SIGCONT)
        async with window(place) as other:
            await other.sees(CARD)


# Two meetings


async def test_the_second_meeting_leaves_the_television_to_the_first(place):
    async with meeting(place) as first, window(place) as wall:
        first.sender.show(CARD)
        await wall.sees(CARD)
        async with meeting(place) as second:
            assert second.state.availability is Availability.TAKEN
            second.sender.show(WELCOME)
        first.sender.show(WELCOME)
        await wall.sees(WELCOME)
        assert first.state.windows == 1
    async with meeting(place) as third:
        assert third.state.availability is Availability.OPEN


async def test_of_meetings_that_begin_in_one_moment_one_has_the_television(place):
    place.mkdir(mode=0o700)
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(str(place / "meeting"))
    async with meeting(place) as one, meeting(place) as two, meeting(place) as three:
        reaches = sorted(each.state.availability for each in (one, two, three))
        assert reaches == [Availability.OPEN, Availability.TAKEN, Availability.TAKEN]


# What is no message


@pytest.mark.parametrize("kept", [4, 20, -1])
async def test_half_a_message_is_drawn_by_nobody_and_the_window_comes_back(place, kept):
    async with window(place) as wall:
        async with a_program_that_says(place, encoded(CARD), encoded(WELCOME)[:kept], b""):
            await until(lambda: wall.got.count(CARD) > 1)  # it came back by itself
        assert WELCOME not in wall.got
        assert set(map(str, wall.got)) <= {
            str(CARD),
            str(ReceiveProblem.WAITING),
            str(ReceiveProblem.GONE),
        }


async def test_another_version_is_told_and_nothing_of_it_is_drawn(place):
    newer = bytearray(encoded(CARD))
    newer[4] += 1
    async with window(place) as wall:
        async with a_program_that_says(place, bytes(newer)):
            await wall.sees(ReceiveProblem.OTHER_VERSION)
            assert CARD not in wall.got
        async with meeting(place) as laptop:
            laptop.sender.show(CARD)
            await wall.sees(CARD)


async def test_a_window_of_another_version_is_served_so_that_it_can_say_so(place):
    async with meeting(place) as laptop:
        laptop.sender.show(CARD)
        reader, writer = await asyncio.open_unix_connection(place / "meeting")
        writer.write(GREETING[:4] + bytes([GREETING[4] + 1]) + GREETING[5:])
        assert (await reader.readexactly(5))[:5] == GREETING[:5]
        writer.close()


# Foreign programs


async def test_a_foreign_program_in_the_place_of_a_meeting_is_told(place):
    async with (
        a_program_that_says(place, b"220 mail.example ready\r\n"),
        window(place) as wall,
        meeting(place) as laptop,
    ):
        await wall.sees(ReceiveProblem.NOT_OURS)
        assert laptop.state.availability is Availability.TAKEN


async def test_a_foreign_program_that_takes_nobody_in_keeps_no_meeting_waiting(place):
    place.mkdir(mode=0o700)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(place / "meeting"))
        deaf.listen(0)
        waiting = [socket.socket(socket.AF_UNIX) for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(str(place / "meeting"))
        async with meeting(place) as laptop:
            assert laptop.state.availability is Availability.TAKEN
        for each in waiting:
            each.close()


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\n\r\n"])
async def test_whoever_does_not_say_that_it_is_a_window_is_handed_nothing(place, said):
    async with meeting(place) as laptop:
        laptop.sender.show(CARD)
        reader, writer = await asyncio.open_unix_connection(place / "meeting")
        writer.write(said)
        writer.write_eof()
        assert await reader.read() == b""
        assert laptop.state.windows == 0
        writer.close()


# The folder


@pytest.mark.parametrize("rights", [0o755, 0o770, 0o701])
async def test_a_folder_that_others_can_enter_is_used_by_neither(place, rights):
    place.mkdir()
    place.chmod(rights)
    async with meeting(place) as laptop, window(place) as wall:
        assert laptop.state.availability is Availability.REFUSED
        await wall.sees(ReceiveProblem.NOT_PRIVATE)
    assert list(place.iterdir()) == []


async def test_a_folder_that_is_a_way_to_another_is_used_by_neither(place):
    elsewhere = place.with_name("elsewhere")
    elsewhere.mkdir(mode=0o700)
    place.symlink_to(elsewhere)
    async with meeting(place) as laptop, window(place) as wall:
        assert laptop.state.availability is Availability.REFUSED
        await wall.sees(ReceiveProblem.NOT_PRIVATE)


async def test_a_path_too_long_for_a_socket_is_refused_and_the_meeting_goes_on(place):
    long = place / ("x" * 120)
    place.mkdir(mode=0o700)
    async with meeting(long) as laptop:
        assert laptop.state.availability is Availability.REFUSED
