"""Two keys in one moment, as from a key that is held down or a slow laptop, do what one does.

Both are in the queue before the first is dealt with.
"""

import pytest
from running_app import Window

from relroute_tui.storage import route_file
from relroute_tui.storage.errors import Reason, SaveError

AN_AGREEMENT = "- [ ] Anna belt Zwaluw. @Anna\n  lukt het niet: we appen\nEen zin die blijft staan."


def stack(window: Window) -> list[str]:
    return [type(screen).__name__ for screen in window.app.screen_stack]


async def at_once(window: Window, *keys: str) -> None:
    """Press these keys without waiting for what they do."""
    for key in keys:
        window.strike(key)
    await window.settle()
    await window.settle()
    assert window.is_open


@pytest.mark.parametrize("opens", ["guest", "choose_theme", "choose_agenda"])
async def test_a_dialog_takes_nothing_with_it_when_it_goes(one_family, opens):
    async with one_family.at_meeting() as window:
        meeting = window.app.screen
        for key in ("enter", "f4", "escape"):
            meeting.action_do(opens)
            await window.settle()
            assert window.app.screen is not meeting
            await window.type("Oma")
            await at_once(window, key, key)
            assert stack(window)[:2] == ["BlankScreen", "MeetingScreen"], key
            while window.app.screen is not meeting:
                window.app.pop_screen()
                await window.settle()


async def test_a_plan_is_kept_and_the_room_below_stays(one_family):
    async with one_family.at_route() as window:
        await window.press("f5")
        await at_once(window, "enter", "enter")
        assert stack(window) == ["BlankScreen", "RouteScreen"]
    assert len(one_family.on_disk().planned) == 1


async def test_a_route_that_is_not_saved_stays_open_after_two_enters(
    one_family, quick_saving, monkeypatch
):
    def refuse(path, content):
        raise SaveError(path, Reason.DISK_FULL)

    async with one_family.at_home() as window:
        await window.press("enter", "f5")
        await window.fill_in("#day", "20-12-2026")
        monkeypatch.setattr(route_file, "replace_file", refuse)
        await at_once(window, "enter", "enter")
        assert stack(window) == ["BlankScreen", "HomeScreen", "RouteScreen"]
        monkeypatch.undo()
        await window.until(lambda: one_family.on_disk().planned)


async def test_any_two_keys_on_the_large_card_leave_the_meeting(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f2", "f5")
        await at_once(window, "space", "space")
        assert stack(window) == ["BlankScreen", "MeetingScreen"]


async def test_home_stays_after_a_copy_and_after_an_erased_route(one_family, tmp_path):
    async with one_family.at_home() as window:
        await window.press("f6")
        await window.fill_in("#folder", str(tmp_path / "stick"))
        await at_once(window, "enter", "enter")
        assert stack(window) == ["BlankScreen", "HomeScreen"]
        await window.press("enter")
        window.app.screen.action_do("erase")
        await window.settle()
        await window.fill_in("#nickname", "Zwaluw")
        await at_once(window, "enter", "enter")
        assert stack(window) == ["BlankScreen", "HomeScreen"]


@pytest.mark.parametrize("key", ["enter", "f4", "f7"])
async def test_home_opens_one_screen(one_family, key):
    async with one_family.at_home() as window:
        await at_once(window, key, key)
        assert len(stack(window)) == 3
        await window.hears_nothing()


@pytest.mark.parametrize("key", ["f9", "ctrl+b"])
async def test_a_meeting_opens_one_screen(after_a_meeting, key):
    async with after_a_meeting.at_meeting() as window:
        await at_once(window, key, key)
        assert len(stack(window)) == 3


async def test_what_was_typed_in_a_cell_is_kept(one_family):
    async with one_family.at_route() as window:
        await at_once(window, "enter", "enter")
        assert stack(window) == ["BlankScreen", "RouteScreen", "CellScreen"]
        await window.type("Wat wij samen willen: rust.")
        await window.press("escape")
    assert any("rust" in cell.text for cell in one_family.on_disk().cells)


async def test_what_was_typed_in_a_talk_is_kept(one_family):
    async with one_family.at_route() as window:
        await window.press("a")
        await at_once(window, "enter", "enter")
        assert stack(window)[-2:] == ["PreparationScreen", "PrivateDialog"]
        await window.press("enter")
        assert stack(window)[-2:] == ["PreparationScreen", "TalkScreen"]
        await window.type("over bellen")
        await window.press("escape", "escape")
    assert any("bellen" in talk.wanted for talk in one_family.on_disk().preparations)


async def test_a_closed_meeting_stays_as_it_is(one_family):
    async with one_family.at_route() as window:
        await window.press("f2")
        await window.type("Wat er gezegd is.")
        await at_once(window, "f9", "f9")
        while window.screen_name in ("RoundOffMeetingDialog", "RoundScreen", "ClosingScreen"):
            await window.press("f9")
        held = one_family.on_disk
        await window.until(lambda: held().meetings and held().meetings[0].finished)
        await window.press("x", "escape")
    assert one_family.on_disk().meetings[0].notes == "Wat er gezegd is."


async def test_the_form_of_an_agreement_opens_once(one_family):
    async with one_family.at_meeting() as window:
        await window.type(AN_AGREEMENT)
        await window.press("ctrl+home")
        await at_once(window, "f4", "f4")
        assert stack(window).count("AgreementDialog") <= 1
        await window.press("escape")
        assert "Een zin die blijft staan." in window.notes


@pytest.mark.parametrize(
    ("key", "opens"), [("f9", "RoundOffMeetingDialog"), ("f4", "AgreementDialog")]
)
async def test_nothing_opens_over_the_calm_screen(one_family, key, opens):
    async with one_family.at_meeting() as window:
        await window.type("- [ ] Anna belt Zwaluw.")
        await at_once(window, key, "f8")
        assert stack(window)[-1] == "PauseScreen"
        await window.press("f8")
        await window.until(lambda: stack(window)[-1] == opens)
