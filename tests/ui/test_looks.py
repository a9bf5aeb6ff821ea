"""The looks of the screens: a picture each, that somebody looked at before it was accepted.

What a screen does is tested elsewhere. `pytest tests/ui/test_looks.py --snapshot-update` accepts new
pictures.
"""

import re
from datetime import timedelta

import pytest
from msgspec.structs import replace
from paper_lists import lists
from running_app import FAMILY, NOW, Laptop, Window, cursor_stands_still

from relroute_tui.content.practice import practice_copy
from relroute_tui.domain.phase import Phase
from relroute_tui.environment import Environment, shipped
from relroute_tui.storage.save_status import SaveState
from relroute_tui.storage.sealing import answer_sheets
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.writing import save_settings
from relroute_tui.storage.store import RouteStore
from relroute_tui.storage.versions.restore import Version
from relroute_tui.ui.app import RelrouteApp
from relroute_tui.ui.screens.meeting.screen import MeetingScreen
from relroute_tui.ui.screens.route import maintenance
from relroute_tui.ui.screens.two_versions import screen as two_versions
from relroute_tui.ui.start import Start

__all__ = ["lists"]
pytestmark = pytest.mark.usefixtures("quick_saving")
VIEWS = (
    ("nl", "evening", (60, 20)),
    ("nl", "morning", (80, 24)),
    ("en", "evening", (120, 40)),
)
"""Both languages and looks, and a window of every class, for each screen."""
TELEVISION = (("en", "morning", (200, 60)),)
"""A window as wide as the widest, with more to fill: for the screens that are put together most."""
SMALL = (("nl", "evening", (60, 20)),)
"""For a box over a screen: a window with little room for it."""
BOX_VIEWS = (*SMALL, ("en", "morning", (120, 40)))
"""And as usual, for the boxes that hold most, and for what is there before any screen."""
NOTES = (
    "Zwaluw vertelt over het park.\n\n"
    "- [ ] Anna belt Zwaluw elke woensdag om 19.00 uur. @Anna #bellen >15-12-2026\n"
    "  lukt het niet: we appen Noor\n"
    "- [ ] Kees stuurt op zondag een foto."
)
CODE = "appel12"
MEET = Start(FAMILY, meet=True)

TABLE = {
    "home": (None, []),
    "meeting": (MEET, ["f2", NOTES, "f7", "f6"]),
    "cards": (MEET, ["f2", "f7", "escape"]),
    "large card": (MEET, ["f2", "f5"]),
    "closing": (MEET, ["f2", NOTES, "f9", "f9", "1", "1"]),
    "check-out": (MEET, ["f9", "f9"]),
    "end": (MEET, ["f9", "f9", "f9"]),
    "looking back": (MEET, ["ctrl+b"]),
    "review": (Start(FAMILY), ["shift+tab", "shift+tab", "enter"]),
    "search": (None, ["ctrl+f", *"bos"]),
    "story": (MEET, ["escape", "v"]),
    "sources": (None, ["do:app.sources"]),
    "shared parenting": (None, ["ctrl+r"]),
    "no contact yet": (Start(FAMILY), ["o"]),
}
"""The screens of a family that met once, and the keys that lead there."""

BOXES = {
    "pause": (MEET, ["f8"]),
    "help": (MEET, ["f1"]),
    "round off": (MEET, ["f9"]),
    "opening round": (MEET, ["ctrl+n", "4"]),
    "agreement form": (MEET, ["ctrl+g"]),
    "themes": (MEET, ["escape", "h"]),
    "agendas": (MEET, ["escape", "o"]),
    "palette": (MEET, ["ctrl+p"]),
    "guest": (MEET, ["escape", "g"]),
    "look back": (MEET, ["ctrl+b", "enter"]),
    "what got in the way": (MEET, ["ctrl+b", "2"]),
    "agreement large": (MEET, ["ctrl+b", "f5"]),
    "next phase": (Start(FAMILY), ["f7"]),
    "responses": (Start(FAMILY), ["o", "f2", "f4"]),
    "addition": (Start(FAMILY), ["shift+tab", "shift+tab", "enter", "f4"]),
    "person": (Start(FAMILY), ["f3", "f2"]),
    "erase": (Start(FAMILY), ["do:do('erase')"]),
    "story in words": (MEET, ["escape", "v", "w"]),
}
"""The questions that are put in them."""

ANSWERING = ["f2", "enter", *CODE, "enter", *CODE, "enter"]
WAY = {
    "route": [],
    "route form": ["f3"],
    "cell": ["enter"],
    "contact": ["o"],
    "questionnaires": ["q"],
    "a child's question": ["q", "left", *ANSWERING, "enter"],
    "a question on a scale": ["q", "down", "down", *ANSWERING, *"7"],
    "talks apart": ["a"],
    "a talk apart": ["a", "f2", "enter"],
    "history": ["h", "h"],
    "letter": ["w"],
    "side by side": ["q", "f5"],
    "released or closed": ["q", "down", "f3"],
    "code": ["q", "left", "f2", "enter"],
}
"""The screens of the practice family, which is further on its way."""

WAY_BOXES = {
    "plan": ["f5"],
    "to do": ["t"],
    "only for the laptop": ["a", "f2"],
    "take along": ["f6"],
    "contact form": ["o", "f2"],
    "the month": ["o", "tab"],
    "from then to now": ["q", "f5", "f3"],
    "paper": ["q", "down", "down", "f4"],
}
"""The questions that are put in them, and more of a kind."""

OWN_LIST = {
    "in words": 1,
    "everyday things": 2,
    "help wanted": 4,
    "themes": 6,
}
"""Kinds of questions, and how many stand before them in a short list of our own."""


def picture(
    laptop: Laptop, snap_compare, start: Start | None, keys: list[str], size: tuple[int, int]
) -> bool:
    async def play(pilot) -> None:
        try:
            await walk(Window(pilot.app, pilot), keys)
        except pytest.fail.Exception as problem:  # the app would go on for ever
            raise AssertionError(str(problem)) from None

    return snap_compare(RelrouteApp(laptop.environment, start), terminal_size=size, run_before=play)


async def walk(window: Window, keys: list[str]) -> None:
    """Press the keys, and wait until the picture stands still."""
    await window.settle()
    for key in keys:
        if key == NOTES:
            await window.paste(key)
        elif key.startswith("do:"):  # what has no key of its own, so as not to search for it
            await window.app.screen.run_action(key[3:])
        else:
            await window.press(key)
    cursor_stands_still(window.app)
    window.app.clear_notifications()
    await window.settle()
    while not is_saved(window):
        await window.until(lambda: is_saved(window))
        await window.settle()


def is_saved(window: Window) -> bool:
    """Whether the notes, where there are any, are on the disk and say since when.

    Their frame alone still says so of the save before, until the next one begins.
    """
    meetings = [each for each in window.app.screen_stack if isinstance(each, MeetingScreen)]
    return all(
        meeting.controller.opened.status.state is SaveState.SAVED
        and re.search(r"14[.:]00", str(meeting.editor.border_subtitle))
        for meeting in meetings
    )


def wear(laptop: Laptop, looks: str) -> None:
    save_settings(laptop.environment.settings, Settings(theme=looks))


@pytest.fixture(autouse=True)
def little_work_for_a_code(monkeypatch) -> None:
    """Somebody's code and a pass phrase take work on purpose; their own tests measure that."""
    monkeypatch.setattr(answer_sheets, "WORK", 4)
    monkeypatch.setattr(Vault.__init__, "__defaults__", (4,))


@pytest.fixture
def practice(laptop, language, monkeypatch) -> Laptop:
    """Folders with the practice family, and everything that comes along."""
    ours = (shipped("cards"),)
    monkeypatch.setattr(Environment, "card_folders", property(lambda _environment: ours))
    laptop.archive.prepare()
    practice_copy(language, laptop.environment.sessions)
    return laptop


def each_of(views):
    return pytest.mark.parametrize(
        ("language", "looks", "size"),
        views,
        indirect=["language"],
        ids=[f"{language}-{looks}-{width}x{height}" for language, looks, (width, height) in views],
    )


@each_of(VIEWS)
@pytest.mark.parametrize("screen", TABLE)
def test_a_screen_of_a_meeting(after_a_meeting, snap_compare, screen, looks, size) -> None:
    wear(after_a_meeting, looks)
    assert picture(after_a_meeting, snap_compare, *TABLE[screen], size)


@each_of(TELEVISION)
@pytest.mark.parametrize("screen", ["home", "meeting", "closing"])
def test_a_screen_of_a_meeting_on_a_television(
    after_a_meeting, snap_compare, screen, looks, size
) -> None:
    wear(after_a_meeting, looks)
    assert picture(after_a_meeting, snap_compare, *TABLE[screen], size)


@each_of(SMALL)
@pytest.mark.parametrize("box", BOXES)
def test_a_box_in_a_meeting(after_a_meeting, snap_compare, box, looks, size) -> None:
    wear(after_a_meeting, looks)
    assert picture(after_a_meeting, snap_compare, *BOXES[box], size)


@each_of(BOX_VIEWS[1:])
@pytest.mark.parametrize("box", ["help", "agreement form", "palette", "person", "next phase"])
def test_a_box_in_a_usual_window(after_a_meeting, snap_compare, box, looks, size) -> None:
    wear(after_a_meeting, looks)
    assert picture(after_a_meeting, snap_compare, *BOXES[box], size)


@each_of(VIEWS)
@pytest.mark.parametrize("screen", WAY)
def test_a_screen_of_the_way(practice, snap_compare, screen, looks, size, language) -> None:
    wear(practice, looks)
    assert picture(practice, snap_compare, Start(f"practice-{language}"), WAY[screen], size)


@each_of(TELEVISION)
@pytest.mark.parametrize("screen", ["route", "side by side"])
def test_a_screen_of_the_way_on_a_television(
    practice, snap_compare, screen, looks, size, language
) -> None:
    wear(practice, looks)
    assert picture(practice, snap_compare, Start(f"practice-{language}"), WAY[screen], size)


@each_of(SMALL)
@pytest.mark.parametrize("box", WAY_BOXES)
def test_a_box_on_the_way(practice, snap_compare, box, looks, size, language) -> None:
    wear(practice, looks)
    assert picture(practice, snap_compare, Start(f"practice-{language}"), WAY_BOXES[box], size)


@each_of(BOX_VIEWS[1:])
@pytest.mark.parametrize("box", ["plan", "contact form", "from then to now", "paper"])
def test_a_box_on_the_way_in_a_usual_window(
    practice, snap_compare, box, looks, size, language
) -> None:
    wear(practice, looks)
    assert picture(practice, snap_compare, Start(f"practice-{language}"), WAY_BOXES[box], size)


@each_of(SMALL)
@pytest.mark.parametrize("kind", OWN_LIST)
@pytest.mark.usefixtures("lists")
def test_a_question(after_a_meeting, snap_compare, kind, looks, size) -> None:
    wear(after_a_meeting, looks)
    keys = ["q", "down", *ANSWERING, *["enter"] * OWN_LIST[kind]]
    assert picture(after_a_meeting, snap_compare, Start(FAMILY), keys, size)


@pytest.mark.parametrize("screen", ["meeting", "closing"])
def test_a_screen_in_high_contrast(after_a_meeting, snap_compare, screen) -> None:
    wear(after_a_meeting, "high-contrast")
    assert picture(after_a_meeting, snap_compare, *TABLE[screen], (120, 40))


@pytest.mark.parametrize("screen", ["route", "side by side"])
def test_a_screen_of_the_way_in_high_contrast(practice, snap_compare, screen) -> None:
    wear(practice, "high-contrast")
    assert picture(practice, snap_compare, Start("practice-nl"), WAY[screen], (80, 24))


@each_of(BOX_VIEWS)
def test_the_first_start(laptop, snap_compare, looks, size) -> None:
    wear(laptop, looks)
    assert picture(laptop, snap_compare, None, [], size)


@each_of(BOX_VIEWS)
def test_the_choice_to_seal(after_a_meeting, snap_compare, looks, size) -> None:
    save_settings(after_a_meeting.environment.settings, Settings(theme=looks))
    assert picture(after_a_meeting, snap_compare, None, [], size)


@each_of(BOX_VIEWS)
def test_the_lock(after_a_meeting, snap_compare, looks, size) -> None:
    Vault(after_a_meeting.environment.sessions).make("vier rustige zwaluwen", RecoveryKey.new())
    wear(after_a_meeting, looks)
    assert picture(after_a_meeting, snap_compare, None, [], size)


@each_of(BOX_VIEWS)
def test_the_versions(after_a_meeting, snap_compare, looks, size, monkeypatch) -> None:
    wear(after_a_meeting, looks)
    now = after_a_meeting.on_disk()
    days = [(now, 1), (replace(now, meetings=()), 3), (replace(now, phase=Phase.EVALUATION), 9)]
    versions = [Version(f"v{day}", NOW - timedelta(days=day), route) for route, day in days]
    monkeypatch.setattr(maintenance, "versions_of", lambda *_wanted: tuple(versions))
    assert picture(after_a_meeting, snap_compare, Start(FAMILY), ["f10"], size)


@each_of(BOX_VIEWS)
def test_two_versions_side_by_side(after_a_meeting, snap_compare, looks, size, monkeypatch) -> None:
    monkeypatch.setattr(
        two_versions, "heading_of_this", lambda _saved: "deze: bewaard 24 november, 14.00"
    )
    monkeypatch.setattr(
        two_versions, "heading_of_other", lambda _saved: "de andere: bewaard 23 november, 9.30"
    )
    wear(after_a_meeting, looks)
    other = replace(after_a_meeting.on_disk(), nickname="Vogel", meetings=())
    RouteStore(after_a_meeting.environment.sessions / f"{FAMILY}-LAPTOP-7.json").save(other)
    assert picture(after_a_meeting, snap_compare, None, ["f5"], size)
