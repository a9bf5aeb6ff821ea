"""A meeting on one screen that everyone reads: the card large above a few rows of notes."""

import pytest

from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.reading import load_settings
from relroute_tui.storage.settings.writing import save_settings
from relroute_tui.ui.wall.sheet import WallSheet

TELEVISION, LAPTOP = (80, 24), (120, 40)
PANELS = ["notes", "agreements", "people", "deck"]


def layout_of(window) -> str:
    return "table" if window.app.screen.has_class("-as-table") else "panels"


def sheet_of(window) -> WallSheet:
    return window.app.screen.query_one(WallSheet)


def rows_of_notes(window) -> int:
    return window.app.screen.editor.content_size.height


@pytest.mark.parametrize("size", [TELEVISION, (60, 20), (50, 15)], ids=str)
async def test_on_a_television_a_drawn_card_is_large_above_the_notes(one_family, size):
    async with one_family.at_meeting(size=size) as window:
        assert sheet_of(window).page.words == ("Welkom",)
        await window.press("f2", "f7")
        question = window.app.screen.controller.question
        assert sheet_of(window).page.words == (question,)
        assert sheet_of(window).region.height >= size[1] // 3
        assert 3 <= rows_of_notes(window) <= 6
        await window.sees("Zwaluw is aan de beurt" if size[0] > 60 else "▸ Zwaluw", "Anna", "Noor")
        await window.type("Anna vertelt over het park.")
        await window.sees("Anna vertelt over het park.", where="#notes")
        await window.hears_nothing()


@pytest.mark.parametrize("size", [TELEVISION, (60, 20)], ids=str)
async def test_every_panel_is_a_tab_away_and_the_notes_stay(one_family, size):
    async with one_family.at_meeting(size=size) as window:
        await window.press("f2")
        shown = []
        for _panel in PANELS:
            shown.append(window.focus)
            screen = window.app.screen
            assert screen.query_one(f"#{window.focus}").region.height >= 5
            assert rows_of_notes(window) >= 3
            assert sheet_of(window).display is (window.focus == "notes")
            await window.press("tab")
        assert shown == PANELS
        await window.press("tab", "tab", "f2")
        assert window.focus == "notes", "a card that is drawn is seen"


async def test_f12_changes_the_layout_and_the_choice_is_kept(one_family):
    async with one_family.at_meeting(size=LAPTOP) as window:
        assert layout_of(window) == "panels"
        await window.press("f12")
        assert layout_of(window) == "table"
        assert sheet_of(window).region.height > 20
        assert rows_of_notes(window) == 6
        await window.type("Mirjam vertelt.")
        await window.sees("Mirjam vertelt.", where="#notes")
    assert load_settings(one_family.environment.settings).meeting == "table"
    async with one_family.at_meeting(size=LAPTOP) as window:
        assert layout_of(window) == "table"
        await window.press("escape", "d")
        assert layout_of(window) == "panels"
        await window.sees("Aan tafel", "Kees pleegvader", "Afspraken")
    assert load_settings(one_family.environment.settings).meeting == "by-size"


async def test_without_a_choice_the_size_of_the_window_decides(one_family):
    async with one_family.at_meeting(size=LAPTOP) as window:
        for size, layout in (((81, 24), "panels"), (TELEVISION, "table"), ((80, 25), "panels")):
            await window.resize(*size)
            assert layout_of(window) == layout
        await window.resize(*TELEVISION)
        await window.press("f12")
        assert layout_of(window) == "panels"
    assert load_settings(one_family.environment.settings).meeting == "panels"


async def test_larger_letters_leave_everyone_in_the_line_with_the_turn(one_family):
    async with one_family.at_meeting(size=TELEVISION) as window:
        await window.press("f7")
        for size, turn in (
            ((52, 18), "▸ Zwaluw Anna"),
            (TELEVISION, "Zwaluw is aan de beurt Anna"),
        ):
            await window.resize(*size)
            await window.sees(f"{turn} Kees Mirjam Noor Henk", where="#here")


async def test_what_a_step_asks_of_the_facilitator_is_in_the_help_and_not_on_the_wall(one_family):
    async with one_family.at_meeting(size=TELEVISION) as window:
        sentence = window.app.screen.controller.meeting.agenda.step.sentence
        await window.does_not_see(sentence[:30])
        await window.press("f1")
        await window.sees("Deze stap, voor de begeleider:")


async def test_what_was_agreed_is_large_in_its_step_until_a_card_is_drawn(one_family):
    save_settings(one_family.environment.settings, Settings(meeting="table"))
    async with one_family.at_meeting(size=LAPTOP) as window:
        await window.type("- [ ] Anna belt Zwaluw.\n")
        while window.app.screen.controller.meeting.agenda.step.id != "agreements":
            await window.press("f6")
        window.app.screen.go_to_panel("notes")
        await window.settle()
        assert sheet_of(window).page.words == ("Anna belt Zwaluw.",)
        await window.press("f2")
        assert sheet_of(window).page.words == (window.app.screen.controller.question,)
        await window.press("f4")
        await window.until(lambda: sheet_of(window).page.words == ("Anna belt Zwaluw.",))
