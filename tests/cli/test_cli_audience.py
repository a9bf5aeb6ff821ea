"""`relroute audience` in a terminal of its own: what it shows, and what becomes of it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from msgspec.structs import replace
from relroute_command import PATIENCE, ROOT, relroute, world

from bench.terminal import Terminal
from relroute_tui.audience.message import Card, Message, Person, Welcome
from relroute_tui.audience.sender import Sender

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal as POSIX has it")

AUDIENCE = [sys.executable, "-m", "relroute_tui", "audience"]
F9 = b"\x1b[20~"
WAITS = "waits for a meeting"
SIZES = ((1, 1), (4, 12), (10, 20), (24, 80), (60, 200))
LOADED = """
import sys
import relroute_tui.cli.audience, relroute_tui.ui.audience.app
print(*sys.modules)
"""


def variables(runtime: Path) -> dict[str, str]:
    """Those of a terminal whose size is not fixed."""
    place = {"XDG_RUNTIME_DIR": str(runtime), "RELROUTE_LANG": "en"}
    return {**place, "LINES": "", "COLUMNS": ""}


@pytest.fixture
def runtime() -> Iterator[Path]:
    with TemporaryDirectory(prefix="wall-") as folder:
        yield Path(folder)


@pytest.fixture
def wall(runtime) -> Iterator[Terminal]:
    with Terminal(AUDIENCE, variables(runtime), rows=24, columns=80) as terminal:
        terminal.wait_for(WAITS)
        yield terminal


@pytest.fixture
def sender(runtime) -> Iterator[Sender]:
    made = Sender(runtime / "relroute-audience", lambda _state: None)
    yield made
    made.close()


def test_it_waits_shows_what_it_is_handed_at_any_size_and_leaves_on_ctrl_q_alone(wall, sender):
    for key in (b"q", b"\x1b", b"\x10", b"\x1b[19~"):
        wall.press(key)
    wall.settle()
    assert WAITS in wall.text
    sender.show(Message(Welcome((Person("Anna", "moeder"),)), "nl", "morning"))
    wall.wait_for("Anna +moeder")
    sender.show(Message(Card(("Hoe?",), theme_name="Contact", people=(Person("A", "b", True),))))
    wall.wait_for("A has the turn")
    away = Person("A", "b", has_turn=True, from_elsewhere=True)
    sender.show(Message(Card(("Hoe?",), people=(away,))))
    wall.wait_for("A has the turn.· from elsewhere")
    sender.show(Message(Card(("Hoe?",), people=(replace(away, is_cut_off=True),))))
    wall.wait_for("A has the turn.· cut off; we wait a moment")
    shows_what_it_can_at_any_size_and_all_of_it_when_it_is_large_again(wall, sender)
    sender.show(Message(Welcome((Person("Anna", "mum"),)), "en"))
    wall.wait_for("Anna +mum")
    sender.close()  # as a meeting that goes without taking leave
    wall.wait_for("Anna +mum.*does not answer now")
    wall.press(b"\x11")
    assert wall.wait_for_end()


def shows_what_it_can_at_any_size_and_all_of_it_when_it_is_large_again(wall, sender) -> None:
    """Nobody waits between two sizes, so a frame may go out before the page is set for its size."""
    sender.show(Message(Card(("Welk bezoek van de laatste weken ging goed?",)), "nl"))
    for width, (rows, columns) in enumerate(3 * SIZES, 90):
        wall.resize(rows, columns)
        name = f"Anna{width}"
        sender.show(Message(Welcome((Person(name, "mum"),)), "en"))
        wall.resize(24, width)
        wall.wait_for(f"{name} +mum")


def test_it_ends_with_its_terminal_and_the_next_one_shows_the_same(wall, sender, runtime):
    sender.show(Message(Welcome((Person("Anna", "mum"),)), "en"))
    wall.wait_for("Anna +mum")
    os.kill(wall.pid, signal.SIGHUP)  # as when somebody closes the window
    assert wall.wait_for_end()
    with Terminal(AUDIENCE, variables(runtime), rows=24, columns=80) as another:
        another.wait_for("Anna +mum")


def test_the_window_has_a_name_by_which_it_can_be_shared_in_a_video_call(runtime):
    ours, its = os.openpty()
    with subprocess.Popen(
        AUDIENCE, stdin=its, stdout=its, stderr=its, env=world(TERM="xterm", **variables(runtime))
    ) as process:
        written = b""
        while b"\x1b]2;relroute on the television\x07" not in written:
            written += os.read(ours, 65536)
        process.kill()
    os.close(ours)
    os.close(its)


def test_without_a_terminal_it_says_so_in_one_line():
    answer = relroute("audience")
    assert answer.returncode == 1
    assert answer.stderr.startswith("relroute: There is no terminal here")


def test_it_loads_no_route_no_store_no_card_and_no_screen_of_a_meeting():
    answer = subprocess.run(
        [sys.executable, "-c", LOADED],
        cwd=ROOT,
        env=world(),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=PATIENCE,
    )
    ours = {each for each in answer.stdout.split() if each.startswith("relroute_tui.")}
    barred = ("storage", "content", "export", "domain.route", "domain.meeting", "domain.notes")
    barred += (
        "audience.choosing",
        "audience.sender",
        "context",
        "meeting_controller",
        "ui.screens",
        "ui.dialogs",
    )
    # What can be chosen is a value, of which the environment has the usual one; it reads no file.
    values = ("relroute_tui.storage", "relroute_tui.storage.settings")
    ours -= {*values, f"{values[-1]}.model"}
    found = [
        each for each in ours for name in barred if f"{each}.".startswith(f"relroute_tui.{name}.")
    ]
    assert found == []
    assert not {"tinydb", "pyrage", "PIL", "markdown_it"} & set(answer.stdout.split())


def test_a_meeting_and_its_television_in_two_terminals(wall, runtime):
    """The one shows what is done on the other, from the first card to the end of the meeting."""
    without_a_screen = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}
    practice = [sys.executable, "-m", "relroute_tui", "practice", "--meet", "--audience"]
    with Terminal(practice, variables(runtime) | without_a_screen) as laptop:
        laptop.wait_for("On the television: who is here")
        with laptop.read_on():
            wall.wait_for("Anna.*(mother|mum)")
            laptop.press(b"\x1bOQ")
            wall.wait_for("1 of 2")
            laptop.press(b"\x1b[18~")
            wall.wait_for("has the turn")
            laptop.press(b"\x1b[19~")
            wall.wait_for("A moment of rest")
            wall.settle()  # it is covered before the laptop is, which takes the next F8 only then
            laptop.press(b"\x1b[19~")
            wall.wait_for("has the turn")
        laptop.press(b"Nobody reads this.\r- [ ] Anna calls on Sunday. @Anna \r")
        laptop.wait_for("1 Anna calls on Sunday")
        laptop.press(F9)
        laptop.wait_for("Round off this meeting")
        laptop.press(F9)
        with laptop.read_on():
            wall.wait_for("Agreement 1 of 1.*Anna")
            laptop.press(b"1")
            wall.wait_for("● yes")
            laptop.press(b"4not on Sunday\r")
            wall.wait_for("● yes.*□ no.*not on Sunday")
            laptop.press(F9)
            wall.wait_for("· ")
            wall.settle()  # the laptop takes the next F9 only once it asks there
            assert "yes" not in wall.text, "what people give at the end stays with who types it"
            laptop.press(F9)
            wall.wait_for("What we agreed")
            laptop.press(b"\x11")
            wall.wait_for(WAITS)
    assert not {"Anna", "Nobody"} & set(wall.text.split())
