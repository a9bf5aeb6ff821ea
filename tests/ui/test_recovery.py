"""An error that nobody expected takes one screen along, and never the meeting."""

from collections.abc import Callable
from functools import wraps

import pytest
from textual.events import Resize
from textual.geometry import Size

from relroute_tui.domain.agenda import Agenda
from relroute_tui.ui.dialogs.agreement import AgreementDialog
from relroute_tui.ui.dialogs.help import HelpDialog
from relroute_tui.ui.screens.closing.screen import ClosingScreen
from relroute_tui.ui.screens.meeting.agreements_panel import AgreementsPanel
from relroute_tui.ui.screens.meeting.card_actions import CardActions
from relroute_tui.ui.screens.meeting.deck_panel import DeckPanel
from relroute_tui.ui.screens.meeting.screen import MeetingScreen

TOLD = "Hier ging iets mis. Wat je typte, is bewaard, en je kunt verder."


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
    home, monkeypatch, owner, method, keys
):
    async with home.at_meeting() as window:
        await window.type("Anna belt elke woensdag")
        monkeypatch.setattr(owner, method, fails)
        await window.press(*keys[:-1])
        window.strike(keys[-1])  # what failed answers nobody who waits for it
        await window.hears(TOLD)
        if not (owner is AgreementDialog and method == "action_keep"):
            assert window.room == "MeetingScreen"
        await window.until(lambda: "Anna belt" in home.on_disk().meetings[0].notes)
        monkeypatch.undo()
        if window.room != "MeetingScreen":
            await window.press("escape")
        before = window.notes
        await window.type(" En verder.")
        assert len(window.notes) == len(before) + len(" En verder.")


@pytest.mark.parametrize(
    ("owner", "method", "keys"),
    [
        (MeetingScreen, "action_draw", ["f2"]),
        (CardActions, "draw", ["f2"]),
        (DeckPanel, "watch_card", ["f2"]),
        (AgreementsPanel, "watch_lines", ["f4"]),
        (DeckPanel, "on_resize", []),
    ],
    ids=["an action", "after the typing", "a panel", "while typing", "a new size"],
)
async def test_a_meeting_in_which_something_fails_is_there_again_with_every_word(
    home, monkeypatch, owner, method, keys
):
    async with home.at_meeting() as window:
        await window.type("Anna belt elke woensdag")
        monkeypatch.setattr(owner, method, failing_once(getattr(owner, method)))
        if keys:
            window.strike(keys[0])
        else:
            window.app.post_message(Resize(Size(100, 30), Size(100, 30)))
        await window.hears(TOLD)
        await window.until(lambda: window.room == "MeetingScreen")
        await window.press("f2")
        await window.sees("?", where="#deck")
        assert "Anna belt elke woensdag" in window.notes
        await window.press("ctrl+end")
        await window.type("En verder.")
        assert window.notes.endswith("En verder.")
    assert home.on_disk().meetings[0].notes.endswith("En verder.")


async def test_an_error_that_comes_back_for_ever_ends_the_app_with_every_word_saved(
    home, monkeypatch
):
    monkeypatch.setattr(Agenda, "minutes_left", fails)
    with pytest.raises(RuntimeError):
        async with home.at_meeting() as window:
            await window.until(lambda: False)
    assert home.on_disk().meetings
