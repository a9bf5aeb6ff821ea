"""Every screen says first where one is, and the terminal's cursor is on what is marked."""

import pytest
from living_room import FAMILY, Window
from test_looks import (
    BOXES,
    MEET,
    TABLE,
    WAY,
    WAY_BOXES,
    little_work_for_a_code,
    practice,
)
from textual.widgets import OptionList
from where_one_is import cursor_is_on_the_mark, first_line

from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.start import Start

__all__ = ["little_work_for_a_code", "practice"]
pytestmark = pytest.mark.usefixtures("quick_saving")
OVER_A_SCREEN = {"Palette", "PauseScreen"}
"""They say nothing of where one is: the one lies in the screen's own place, the other is to be calm."""


async def walk(window: Window, ways: dict[str, list[str]]) -> dict[str, set[str]]:
    """Go each way from the screen that is open and back; return the first lines of each screen."""
    start, focused, lines = window.app.screen, window.app.focused, {}
    for keys in ways.values():
        for key in keys:
            if key.startswith("do:"):
                await window.app.screen.run_action(key.removeprefix("do:"))
                await window.settle()
            elif "\n" in key:
                await window.type(key)
            else:
                await window.press(key)
        window.app.clear_notifications()  # one may lie over the mark for its few seconds
        await window.settle()
        cursor_is_on_the_mark(window)
        if isinstance(window.app.focused, OptionList):
            await window.press("down")
            cursor_is_on_the_mark(window)
        screen = window.app.screen
        if isinstance(screen, Dialog):
            assert first_line(window).startswith(screen.heading[:20])
        elif window.room not in OVER_A_SCREEN:
            lines.setdefault(window.room, set()).add(first_line(window))
        while window.app.screen is not start:
            window.app.pop_screen()
            await window.settle()
        if focused is not None:
            focused.focus()
            await window.settle()
    return lines


def every_screen_says_its_own(lines: dict[str, set[str]]) -> None:
    seen: dict[str, str] = {}
    for room, firsts in lines.items():
        for line in firsts:
            assert sum(map(str.isalpha, line)) >= 4, (room, line)
            assert seen.setdefault(line, room) == room, line


async def test_on_the_way(practice, language) -> None:
    async with practice.window(Start(f"practice-{language}"), (80, 24)) as window:
        every_screen_says_its_own(await walk(window, WAY | WAY_BOXES))


async def test_at_the_table(a_month_on) -> None:
    ways = {name: keys for name, (start, keys) in (TABLE | BOXES).items() if start is MEET}
    async with a_month_on.window(MEET, (80, 24)) as window:
        every_screen_says_its_own(await walk(window, ways))


async def test_at_home_and_between_meetings(a_month_on) -> None:
    ways = {name: keys for name, (start, keys) in (TABLE | BOXES).items() if start is None}
    async with a_month_on.window(None, (80, 24)) as window:
        every_screen_says_its_own(await walk(window, ways))
    ways = {name: keys for name, (at, keys) in (TABLE | BOXES).items() if at == Start(FAMILY)}
    async with a_month_on.window(Start(FAMILY), (80, 24)) as window:
        every_screen_says_its_own(await walk(window, ways))
