"""An error that nobody expected takes one screen along, and never the meeting."""

import asyncio
from collections.abc import Callable, Iterable
from functools import wraps
from itertools import count, cycle, islice

import pytest
from running_app import FAMILY, Window
from test_looks import BOXES, TABLE, WAY, WAY_BOXES, little_work_for_a_code, practice, walk
from textual.app import App
from textual.events import Resize
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from relroute_tui.domain.agenda import Agenda
from relroute_tui.ui.dialogs.agreement import AgreementDialog
from relroute_tui.ui.dialogs.help import HelpDialog
from relroute_tui.ui.screens.closing.screen import ClosingScreen
from relroute_tui.ui.screens.meeting.agreements_panel import AgreementsPanel
from relroute_tui.ui.screens.meeting.card_actions import CardActions
from relroute_tui.ui.screens.meeting.deck_panel import DeckPanel
from relroute_tui.ui.screens.meeting.screen import MeetingScreen
from relroute_tui.ui.start import Start

__all__ = ["little_work_for_a_code", "practice"]
TOLD = "Hier ging iets mis. Wat je typte, is bewaard, en je kunt verder."


@pytest.fixture
def hours(monkeypatch) -> None:
    """An hour goes by between two errors: so none of them comes back for ever."""
    moments = count(step=3600)
    monkeypatch.setattr("relroute_tui.ui.recovery.monotonic", lambda: next(moments))


def fails(*_args: object, **_settings: object) -> None:
    raise RuntimeError("Anna zei iets")


def failing_once(real: Callable[..., object]) -> Callable[..., object]:
    ways = iter([fails])

    @wraps(real)
    def failing(*args: object, **settings: object) -> object:
        return next(ways, real)(*args, **settings)

    return failing


@pytest.mark.parametrize(
    ("owner", "method", "keys"),
    [
        (HelpDialog, "compose_body", ["f1"]),
        (HelpDialog, "on_screen_resume", ["f1"]),
        (AgreementDialog, "on_mount", ["f4", "f4"]),
        (AgreementDialog, "action_keep", ["f4", "f4", "f4"]),
        (ClosingScreen, "compose_body", ["f9", "f9"]),
    ],
    ids=["composed", "shown", "mounted", "a key in it", "the closing"],
)
async def test_a_screen_that_fails_goes_and_the_meeting_goes_on(
    one_family, monkeypatch, owner, method, keys
):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt elke woensdag")
        monkeypatch.setattr(owner, method, fails)
        await window.press(*keys[:-1])
        window.strike(keys[-1])  # what failed answers nobody who waits for it
        await window.hears(TOLD)
        if not (owner is AgreementDialog and method == "action_keep"):
            assert window.screen_name == "MeetingScreen"
        await window.until(lambda: "Anna belt" in one_family.on_disk().meetings[0].notes)
        monkeypatch.undo()
        if window.screen_name != "MeetingScreen":
            await window.press("escape")
        before = window.notes
        await window.type(" En verder.")
        assert len(window.notes) == len(before) + len(" En verder.")


@pytest.mark.parametrize(
    ("owner", "method", "keys"),
    [
        (MeetingScreen, "action_do", ["f2"]),
        (CardActions, "draw", ["f2"]),
        (DeckPanel, "watch_card", ["f2"]),
        (AgreementsPanel, "watch_lines", ["f4"]),
        (DeckPanel, "on_resize", []),
    ],
    ids=["an action", "after the typing", "a panel", "while typing", "a new size"],
)
async def test_a_meeting_in_which_something_fails_is_there_again_with_every_word(
    one_family, monkeypatch, owner, method, keys
):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt elke woensdag")
        monkeypatch.setattr(owner, method, failing_once(getattr(owner, method)))
        if keys:
            window.strike(keys[0])
        else:
            window.app.post_message(Resize(Size(100, 30), Size(100, 30)))
        await window.hears(TOLD)
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.press("f2")
        await window.sees("?", where="#deck")
        assert "Anna belt elke woensdag" in window.notes
        await window.press("ctrl+end")
        await window.type("En verder.")
        assert window.notes.endswith("En verder.")
    assert one_family.on_disk().meetings[0].notes.endswith("En verder.")


@pytest.mark.parametrize(
    ("opens", "closes"), [(["f4", "f4"], "escape"), (["f8"], "f8")], ids=["a form", "calm"]
)
async def test_what_lies_over_a_screen_that_fails_stays_and_all_below_is_there_again(
    one_family, opens, closes, hours
):
    async with one_family.at_home() as window:
        await window.press("enter", "f2")
        await window.type("Anna belt")
        await window.press(*opens)
        at = window.screen_name
        for below in window.app.screen_stack[1:-1]:
            below.call_later(fails)
            below.set_timer(0.01, fails)
            below.query("*").last().call_later(fails)
            await window.hears(TOLD)
        assert window.screen_name == at
        await window.press(closes)
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.press("ctrl+end")
        await window.type(" En verder.")
        await window.until(lambda: "En verder." in one_family.on_disk().meetings[0].notes)
        await window.press("escape", "escape")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.press("f3", "escape", "escape")
        await window.until(lambda: window.screen_name == "HomeScreen")
        await window.press("enter")
        assert window.screen_name == "RouteScreen"
        assert not window.app.screen.opened.read_only


class Undrawable(Static):
    def render(self) -> str:
        fails()
        return ""


async def fails_later() -> None:
    fails()


ERRORS = {
    "a message": lambda screen: screen.call_later(fails),
    "a timer": lambda screen: screen.set_timer(0.01, fails),
    "a worker": lambda screen: screen.run_worker(fails_later()),
    "a thread": lambda screen: screen.run_worker(fails, thread=True),
    "a widget": lambda screen: screen.query("*").last().call_later(fails),
    "a drawing": lambda screen: screen.mount(Undrawable()),
}


async def fail_on_every_screen(window: Window, ways: Iterable[list[str]], *, in_each: int) -> None:
    """Go to each screen and let so many of the errors happen there; the first one goes on."""
    start, errors = window.screen_name, cycle(ERRORS)
    for keys in ways:
        for error in islice(errors, in_each):
            await walk(window, keys)
            ERRORS[error](window.app.screen)
            await window.settle()  # to look at a corner lays out all, also what cannot be drawn
            await window.hears(TOLD)
            await window.settle()
            while window.screen_name != start:
                assert len(window.app.screen_stack) > 2, (keys, error)
                window.app.pop_screen()
                await window.settle()
            window.app.clear_notifications()
            await window.settle()
            if start == "MeetingScreen":
                window.app.screen.editor.focus()
                await window.settle()


@pytest.mark.parametrize(
    ("every", "in_each"), [(3, 1), pytest.param(1, len(ERRORS), marks=pytest.mark.long)]
)
@pytest.mark.parametrize("start", [Start(FAMILY, meet=True), Start(FAMILY), None], ids=str)
async def test_no_error_in_any_screen_takes_the_others_along(
    after_a_meeting, start, every, in_each, hours
):
    ways = [keys for at, keys in (TABLE | BOXES).values() if at == start][::every]
    async with after_a_meeting.window(start) as window:
        await window.settle()
        await fail_on_every_screen(window, ways, in_each=in_each)


@pytest.mark.long
async def test_no_error_in_any_screen_on_the_way_takes_the_others_along(practice, language, hours):
    async with practice.window(Start(f"practice-{language}")) as window:
        await fail_on_every_screen(window, (WAY | WAY_BOXES).values(), in_each=len(ERRORS))


async def test_an_error_that_comes_back_for_ever_ends_the_app_with_every_word_saved(
    one_family, monkeypatch
):
    monkeypatch.setattr(Agenda, "minutes_left", fails)
    with pytest.raises(RuntimeError):
        async with one_family.at_meeting() as window:
            await window.until(lambda: False)
    assert one_family.on_disk().meetings


class Failing(Static):
    """Widget that fails in one of the ways in which a widget can."""

    number = reactive(0)

    def __init__(self, way: str) -> None:
        super().__init__("Gewoon")
        self._way = way

    def fail_if(self, way: str) -> None:
        if way == self._way:
            fails()

    def render(self) -> str:
        self.fail_if("render")
        return "Gewoon"

    def render_line(self, y: int) -> Strip:
        self.fail_if("render_line")
        return super().render_line(y)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self.fail_if("get_content_height")
        return super().get_content_height(container, viewport, width)

    def compose(self) -> Iterable[Static]:
        self.fail_if("compose")
        return ()

    def on_mount(self) -> None:
        self.fail_if("on_mount")
        self.number = 1
        self.set_timer(0.01, lambda: self.fail_if("a timer"))
        self.call_after_refresh(self.fail_if, "after a refresh")

    def watch_number(self, number: int) -> None:
        if number:
            self.fail_if("watch_number")

    def on_idle(self) -> None:
        self.fail_if("on_idle")


WAYS_TO_FAIL = [
    "render",
    "render_line",
    "get_content_height",
    "compose",
    "on_mount",
    "a timer",
    "after a refresh",
    "watch_number",
    "on_idle",
    "_display",
]
SCREENS = {"the meeting": MeetingScreen, "a dialog": HelpDialog}


def fail_in(screen: Screen[object], way: str, patch: pytest.MonkeyPatch, *, again: bool) -> None:
    """Let a widget of this screen, or the drawing of a frame, fail now, and perhaps ever after."""
    kind = type(screen)
    body = kind.compose_body
    if way == "_display":
        display = App._display
        patch.setattr(App, "_display", fails if again else failing_once(display))
        screen.refresh(layout=True)
        return
    if again:
        patch.setattr(kind, "compose_body", lambda self: (*body(self), Failing(way)))
    screen.mount(Failing(way))


async def ends_by_itself(window: Window) -> int | None:
    """Wait until the app has ended, and return its code."""
    async with asyncio.timeout(20):
        while window.app.return_code is None:
            await asyncio.sleep(0.01)
    return window.app.return_code


@pytest.mark.usefixtures("every_frame")
@pytest.mark.parametrize("where", SCREENS)
@pytest.mark.parametrize("way", WAYS_TO_FAIL)
async def test_a_widget_that_fails_once_costs_no_word_and_no_meeting(
    one_family, monkeypatch, way, where
):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt elke woensdag")
        if where == "a dialog":
            await window.press("f1")
        failed = window.app.screen
        fail_in(failed, way, monkeypatch, again=False)
        async with asyncio.timeout(20):
            while failed in window.app.screen_stack:  # to look at it would draw it once more
                await asyncio.sleep(0.01)
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.hears(TOLD)
        assert window.notes == "Anna belt elke woensdag"
    assert one_family.on_disk().meetings[0].notes == "Anna belt elke woensdag"


@pytest.mark.usefixtures("every_frame")
@pytest.mark.parametrize("way", WAYS_TO_FAIL)
async def test_a_widget_that_fails_for_ever_ends_the_app_with_every_word_saved(
    one_family, monkeypatch, capfd, way
):
    with pytest.raises(RuntimeError):
        async with one_family.at_meeting() as window:
            await window.type("Anna belt elke woensdag")
            fail_in(window.app.screen, way, monkeypatch, again=True)
            assert await ends_by_itself(window) == 1
    assert one_family.on_disk().meetings[0].notes == "Anna belt elke woensdag"
    printed = "".join(capfd.readouterr())
    assert "Anna" not in printed


@pytest.mark.usefixtures("every_frame")
@pytest.mark.parametrize("way", ["render", "_display"])
async def test_a_widget_that_fails_for_ever_ends_the_app_on_a_slow_machine_too(
    one_family, monkeypatch, way
):
    """A meeting that takes four seconds to be shown again never fails four times in ten."""
    clocks = {"monotonic": count(step=4), "process_time": count(step=4)}
    for name, seconds in clocks.items():
        monkeypatch.setattr(f"relroute_tui.ui.recovery.{name}", seconds.__next__)
    with pytest.raises(RuntimeError):
        async with one_family.at_meeting() as window:
            await window.type("Anna belt elke woensdag")
            fail_in(window.app.screen, way, monkeypatch, again=True)
            assert await ends_by_itself(window) == 1
    assert one_family.on_disk().meetings[0].notes == "Anna belt elke woensdag"
