"""Keys that come in one moment do what they do one by one, and no word of them goes astray.

So they come from a fast typist on a slow laptop, from dictation, and from what completes words.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from running_app import FAMILY, Laptop, Window, family_with_a_meeting
from textual.widgets import Input, TextArea

from relroute_tui.ui.start import Start

MEET, ROUTE, HOME = Start(FAMILY, meet=True), Start(FAMILY), None
WORDS = "oma Els"
OPENED_BY = {
    "the form of an agreement": (MEET, ["ctrl+g"]),
    "a line made an agreement, and its form": (MEET, [*"Anna belt", "f4", "f4"]),
    "a line, its form and below it": (MEET, [*"Anna belt", *["f4"] * 2, *"wo", "f4", "enter"]),
    "a form that is kept": (MEET, ["ctrl+g", *"woensdag", "f4", "enter"]),
    "one who came along, and another": (MEET, ["escape", "g", *"Bo", "f4", "g"]),
    "corrected letters": (MEET, [*"Annie", *["backspace"] * 2, "a", "home", "delete", "end"]),
    "a new route, and who sits at it": (HOME, ["n", *"Mus", "f2"]),
    "the search": (HOME, ["ctrl+f"]),
    "somebody at the route": (ROUTE, ["f3", "f2"]),
    "an addition": (ROUTE, ["shift+tab", "shift+tab", "enter", "f4"]),
    "contact, in another screen": (ROUTE, ["o", "f2", "end"]),
    "a word in the round": (MEET, ["ctrl+n", "f4", "7"]),
}
"""The screen that is open, and the keys behind which words are typed."""


def what_stands_there(window: Window) -> object:
    """The screens, where the cursor is, and every word that was typed."""
    screens = window.app.screen_stack
    typed = [
        field.value if isinstance(field, Input) else field.text
        for screen in screens
        for field in screen.query("Input, TextArea").results(Input | TextArea)
    ]
    return [type(screen).__name__ for screen in screens], window.focus, typed


async def one_by_one(window: Window, keys: list[str]) -> None:
    await window.press(*keys)


async def at_once(window: Window, keys: list[str]) -> None:
    for key in keys:
        window.strike(key)
    await window.settle()


@pytest.mark.usefixtures("laptop")
@pytest.mark.parametrize("what", OPENED_BY)
async def test_words_behind_a_key_go_to_what_it_opens(tmp_path: Path, what: str) -> None:
    start, keys = OPENED_BY[what]

    async def after(strike: Callable[[Window, list[str]], Awaitable[None]]) -> object:
        laptop = Laptop(tmp_path / strike.__name__, "nl")
        laptop.keep(family_with_a_meeting())
        async with laptop.window(start) as window:
            await strike(window, [*keys, *WORDS])
            return what_stands_there(window)

    in_peace = await after(one_by_one)
    assert WORDS in str(in_peace)
    assert await after(at_once) == in_peace


async def test_a_paste_waits_for_the_key_before_it(one_family) -> None:
    async with one_family.at_meeting() as window:
        await at_once(window, ["escape"])
        window.strike("g")
        await window.paste(WORDS)
        assert window.app.screen.query_one("#name", Input).value == WORDS


async def test_a_key_waits_for_the_click_before_it(one_family) -> None:
    async with one_family.at_route() as window:
        row = next(y for y, text in enumerate(window.rows) if "F3 wijzig" in text)
        await window.tap(window.rows[row].index("F3") + 4, row, "f2", *WORDS)
        assert window.app.screen.query_one("#name", Input).value == WORDS


@pytest.mark.parametrize(("times", "screen"), [(2, "MeetingScreen"), (3, "PauseScreen")])
async def test_the_calm_screen_goes_as_quickly_as_it_comes(
    one_family, times: int, screen: str
) -> None:
    async with one_family.at_meeting() as window:
        await at_once(window, [*"Anna", *["f8"] * times])
        assert window.screen_name == screen


async def test_an_error_in_a_key_leaves_those_behind_it_their_turn(one_family, monkeypatch) -> None:
    async with one_family.at_meeting() as window:
        monkeypatch.setattr(type(window.app), "action_pause", fails)
        await at_once(window, ["backspace", "f8", *WORDS])
        assert window.notes.endswith(WORDS)


def fails(*_args: object) -> None:
    raise RuntimeError
