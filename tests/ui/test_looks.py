"""How the rooms look: a picture each, that somebody looked at before it was accepted.

What a room does is tested elsewhere. `pytest tests/ui/test_looks.py --snapshot-update` accepts new
pictures.
"""

import re

import pytest
from living_room import FAMILY, House, Window, cursor_stands_still
from textual.widgets import TextArea

from relroute_tui.environment import shipped
from relroute_tui.practice import practice_copy
from relroute_tui.start import Start
from relroute_tui.storage.settings import Settings, load_settings, save_settings
from relroute_tui.ui.app import RelrouteApp

SIZES = ((60, 20), (80, 24), (120, 40))
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
    "pause": (MEET, ["f8"]),
    "closing": (MEET, ["f2", NOTES, "f9", "1", "1"]),
    "check-out": (MEET, ["f9"]),
    "end": (MEET, ["f9", "f3"]),
    "help": (MEET, ["f1"]),
    "agreement form": (MEET, ["ctrl+g"]),
    "themes": (MEET, ["escape", "h"]),
    "agendas": (MEET, ["escape", "o"]),
    "palette": (MEET, ["ctrl+p"]),
    "looking back": (MEET, ["ctrl+b"]),
    "guest": (MEET, ["escape", "g"]),
    "review": (Start(FAMILY), ["shift+tab", "shift+tab", "enter"]),
    "search": (None, ["f9", *"bos"]),
    "story": (MEET, ["escape", "v"]),
}
"""The rooms of a family that met once, and the keys that lead there."""

WAY = {
    "route": [],
    "route form": ["f3"],
    "cell": ["enter"],
    "plan": ["f5"],
    "take along": ["f6"],
    "contact": ["f9"],
    "questionnaires": ["q"],
    "a child's question": ["q", "left", "f2", *CODE, "enter", *CODE, "enter", "enter"],
    "talks apart": ["a"],
    "a talk apart": ["a", "f2"],
    "contact form": ["f9", "f2"],
    "history": ["h"],
    "letter": ["w"],
}
"""The rooms of the practice family, which is further on its way."""


def picture(
    house: House, snap_compare, start: Start | None, keys: list[str], size: tuple[int, int]
) -> bool:
    async def play(pilot) -> None:
        try:
            await walk(Window(pilot.app, pilot), keys)
        except pytest.fail.Exception as problem:  # the app would go on for ever
            raise AssertionError(str(problem)) from None

    return snap_compare(RelrouteApp(house.environment, start), terminal_size=size, run_before=play)


async def walk(window: Window, keys: list[str]) -> None:
    """Press the keys, and wait until the picture stands still."""
    await window.settle()
    for key in keys:
        if key == NOTES:
            await window.paste(key)
        else:
            await window.press(key)
    await window.until(lambda: is_saved(window))
    cursor_stands_still(window.app)
    window.app.clear_notifications()
    await window.settle()


def is_saved(window: Window) -> bool:
    """Whether the notes, where there are any, say when they were saved."""
    screens = window.app.screen_stack
    found = [each for screen in screens for each in screen.query("#notes").results(TextArea)]
    return all(re.search(r"14[.:]00", str(each.border_subtitle)) for each in found)


def wear(house: House, looks: str) -> None:
    settings = load_settings(house.environment.settings)
    save_settings(house.environment.settings, Settings(theme=looks, stays_open=settings.stays_open))


@pytest.fixture
def practice(house, language, monkeypatch) -> House:
    """A house with the practice family, and everything that comes along."""
    monkeypatch.setattr("relroute_tui.ui.desk.shipped", shipped)
    house.archive.prepare()
    practice_copy(language, house.environment.sessions)
    return house


each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
each_look = pytest.mark.parametrize("looks", ["evening", "morning"])


@each_size
@each_look
@pytest.mark.parametrize("room", TABLE)
def test_a_room_of_a_meeting(a_month_on, snap_compare, room, looks, size) -> None:
    wear(a_month_on, looks)
    assert picture(a_month_on, snap_compare, *TABLE[room], size)


@each_size
@each_look
@pytest.mark.parametrize("room", WAY)
def test_a_room_of_the_way(practice, snap_compare, room, looks, size) -> None:
    wear(practice, looks)
    assert picture(practice, snap_compare, Start("practice-nl"), WAY[room], size)


@pytest.mark.parametrize("language", ["en"], indirect=True)
@pytest.mark.parametrize("room", ["home", "meeting", "closing", "review"])
def test_a_room_of_a_meeting_in_english(a_month_on, snap_compare, room) -> None:
    assert picture(a_month_on, snap_compare, *TABLE[room], (80, 24))


@pytest.mark.parametrize("language", ["en"], indirect=True)
@pytest.mark.parametrize("room", ["route", "contact", "questionnaires", "letter"])
def test_a_room_of_the_way_in_english(practice, snap_compare, room) -> None:
    assert picture(practice, snap_compare, Start("practice-en"), WAY[room], (80, 24))


@pytest.mark.parametrize("room", ["meeting", "closing"])
def test_a_room_in_high_contrast(a_month_on, snap_compare, room) -> None:
    wear(a_month_on, "high-contrast")
    assert picture(a_month_on, snap_compare, *TABLE[room], (120, 40))


@each_size
@each_look
def test_the_first_start(house, snap_compare, looks, size) -> None:
    wear(house, looks)
    assert picture(house, snap_compare, None, [], size)


@each_size
@each_look
def test_the_choice_to_seal(a_month_on, snap_compare, looks, size) -> None:
    save_settings(a_month_on.environment.settings, Settings(theme=looks))
    assert picture(a_month_on, snap_compare, None, [], size)


@each_size
@each_look
def test_side_by_side(practice, snap_compare, looks, size) -> None:
    wear(practice, looks)
    assert picture(practice, snap_compare, Start("practice-nl"), ["q", "f5"], size)
