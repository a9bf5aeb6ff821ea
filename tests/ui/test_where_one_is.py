"""Every screen says first where one is, and the terminal's cursor is on what is marked."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from running_app import FAMILY, Window
from test_depth import our_screens
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

import relroute_tui.ui
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.start import Start

__all__ = ["little_work_for_a_code", "practice"]
pytestmark = pytest.mark.usefixtures("quick_saving")
OVER_A_SCREEN = {"Palette", "PauseScreen"}
"""They say nothing of where one is: the one lies in the screen's own place, the other is to be calm."""
MORE_ON_THE_WAY = {"a year": ["y"]}
MORE_AT_HOME = {"another route": ["f2"]}
MORE_OF_A_FAMILY = {"agreements large": [*TABLE["review"][1], "f5"]}
NO_CURSOR = {"AudienceScreen", "BlankScreen"}
"""The television, which nobody types at, and what is there before the first screen."""
ELSEWHERE = {
    "FirstRouteScreen": "screens/first_route/test_first_route.py",
    "JoinKeysScreen": "screens/sealing/test_join_keys_screen.py",
    "KeysScreen": "screens/sealing/test_join_keys_screen.py",
    "SealScreen": "screens/sealing/test_sealing.py",
    "SettingsScreen": "screens/settings/test_settings_screen.py",
    "TwoVersionsScreen": "screens/joining/test_joining_screen.py",
    "UnlockScreen": "screens/sealing/test_sealing.py",
    "VersionsScreen": "screens/route/test_route_versions.py",
}
"""Screens that need more than a family, and the tests that ask the same of them."""
ON_THE_WAY = {
    *("AgreementScreen", "CellScreen", "CodeScreen", "CompareScreen", "ContactScreen"),
    *("LetterScreen", "PreparationScreen", "QuestionnaireScreen", "ReleaseScreen"),
    *("ReportScreen", "RouteForm", "RouteScreen", "TalkScreen", "WhoScreen"),
}
AT_THE_TABLE = {
    *("CheckInScreen", "ClosingScreen", "LargeCard", "LargeScreen", "LookBackScreen"),
    *("MeetingScreen", "StoryScreen"),
}
AT_HOME = {"HomeScreen", "PagesScreen", "RouteForm", "SearchScreen"}
OF_A_FAMILY = {"ContactScreen", "LargeAgreements", "ReviewScreen"}
WALKED = ON_THE_WAY | AT_THE_TABLE | AT_HOME | OF_A_FAMILY


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
        elif window.screen_name not in OVER_A_SCREEN:
            lines.setdefault(window.screen_name, set()).add(first_line(window))
        while window.app.screen is not start:
            window.app.pop_screen()
            await window.settle()
        if focused is not None:
            focused.focus()
            await window.settle()
    return lines


def every_screen_says_its_own(lines: dict[str, set[str]]) -> None:
    seen: dict[str, str] = {}
    for screen, firsts in lines.items():
        for line in firsts:
            assert sum(map(str.isalpha, line)) >= 4, (screen, line)
            assert seen.setdefault(line, screen) == screen, line


async def test_on_the_way(practice, language) -> None:
    async with practice.window(Start(f"practice-{language}"), (80, 24)) as window:
        lines = await walk(window, WAY | WAY_BOXES | MORE_ON_THE_WAY)
        every_screen_says_its_own(lines)
        assert lines.keys() == ON_THE_WAY


async def test_at_the_table(after_a_meeting) -> None:
    ways = {name: keys for name, (start, keys) in (TABLE | BOXES).items() if start is MEET}
    async with after_a_meeting.window(MEET, (80, 24)) as window:
        lines = await walk(window, ways)
        every_screen_says_its_own(lines)
        assert lines.keys() == AT_THE_TABLE


async def test_at_home_and_between_meetings(after_a_meeting) -> None:
    ways = {name: keys for name, (start, keys) in (TABLE | BOXES).items() if start is None}
    async with after_a_meeting.window(None, (80, 24)) as window:
        lines = await walk(window, ways | MORE_AT_HOME)
        every_screen_says_its_own(lines)
        assert lines.keys() == AT_HOME
    ways = {name: keys for name, (at, keys) in (TABLE | BOXES).items() if at == Start(FAMILY)}
    async with after_a_meeting.window(Start(FAMILY), (80, 24)) as window:
        lines = await walk(window, ways | MORE_OF_A_FAMILY)
        every_screen_says_its_own(lines)
        assert lines.keys() == OF_A_FAMILY


def test_no_screen_is_left_out() -> None:
    """A new screen needs a way to it above; dialogs are walked in `dialogs/test_dialogs.py`."""
    for module in walk_packages(relroute_tui.ui.__path__, "relroute_tui.ui."):
        import_module(module.name)
    shown = {
        kind.__name__
        for kind in our_screens()
        if not kind.__subclasses__() and not issubclass(kind, Dialog)
    }
    assert shown - NO_CURSOR <= WALKED | OVER_A_SCREEN | ELSEWHERE.keys()
    for test in ELSEWHERE.values():
        assert "one_knows_where_one_is(window)" in Path(__file__).parent.joinpath(test).read_text()
