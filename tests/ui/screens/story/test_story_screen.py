"""The picture story on the screen."""

import asyncio

import pytest
from msgspec.structs import replace

from relroute_tui.content.story import load_story
from relroute_tui.environment import shipped
from relroute_tui.language.carers import with_carers
from relroute_tui.ui.widgets.graphics import KITTY_CLEAR
from relroute_tui.ui.widgets.overlaid_picture import FRAME_TIME
from relroute_tui.ui.widgets.picture import QUARTERS, drawn


async def test_the_story_is_a_letter_away_and_goes_from_picture_to_picture(laptop, monkeypatch):
    monkeypatch.setattr("relroute_tui.ui.reference.shipped", shipped)
    panels = with_carers(load_story(shipped("cards") / "story", "nl"))
    async with laptop.at_home() as window:
        await window.press("v")
        await window.sees(panels[0].sentence, "1 van 8")
        assert set(QUARTERS.strip()) & set(window.text)
        await window.press("w")  # it can be told in words
        await window.sees("Een kind in een gestreepte trui staat tussen twee huizen")
        await window.press("w")
        await window.does_not_see("Een kind in een gestreepte trui")
        for panel in panels[1:]:
            await window.press("right")
            await window.sees(panel.sentence)
        await window.press("right", "left", "left")
        await window.sees("6 van 8")
        await window.press("escape")
        await window.sees("Welkom")


async def test_a_story_that_cannot_be_read_is_one_sentence(laptop, tmp_path, monkeypatch):
    monkeypatch.setattr("relroute_tui.ui.reference.shipped", tmp_path.joinpath)
    async with laptop.at_home() as window:
        await window.press("v")
        await window.sees("De tekst van het verhaal is niet te lezen.")


def test_every_drawing_fills_its_place_at_any_size() -> None:
    folder = shipped("cards")
    drawings = [*(folder / "story").glob("*.svg"), *(folder / "pictograms").glob("*.svg")]
    assert len(drawings) == 25
    for file in drawings:
        for width, height in ((1, 1), (20, 10), (80, 22)):
            rows = drawn(file.read_text(encoding="utf-8"), width, height, "#fbf3e0")
            assert len(rows) == height
            assert {row.cell_length for row in rows} == {width}


class Terminal:
    """Keeps what is written to it."""

    def __init__(self) -> None:
        self.written = ""
        self.after_write = None

    def write(self, data: str) -> None:
        self.written += data

    @property
    def pictures(self) -> int:
        return self.written.count("\x1bP0;1q")


@pytest.mark.usefixtures("every_frame")
async def test_a_terminal_that_says_it_has_sixel_gets_true_pictures(laptop, monkeypatch):
    monkeypatch.setattr("relroute_tui.ui.reference.shipped", shipped)
    terminal = Terminal()
    monkeypatch.setattr("relroute_tui.ui.screens.story.screen.terminal_of", lambda _app: terminal)
    async with laptop.at_home() as window:
        await window.press("v")
        await window.sees("1 van 8")
        assert terminal.written == "\x1b[c"
        await window.type("?62;4c")
        await window.until(lambda: terminal.pictures == 1)
        await window.press("right")
        await window.until(lambda: terminal.pictures == 2)


@pytest.mark.usefixtures("every_frame")
async def test_in_kitty_the_picture_goes_when_something_else_comes(laptop, monkeypatch):
    monkeypatch.setattr("relroute_tui.ui.reference.shipped", shipped)
    terminal = Terminal()
    monkeypatch.setattr("relroute_tui.ui.screens.story.screen.terminal_of", lambda _app: terminal)
    laptop.environment = replace(laptop.environment, pictures="kitty")
    async with laptop.at_home() as window:
        await window.press("v")
        await window.until(lambda: "\x1b_Ga=T" in terminal.written)
        await window.press("f8")
        assert terminal.written.endswith(KITTY_CLEAR)
        await window.press("f8")
        await window.until(lambda: not terminal.written.endswith(KITTY_CLEAR))
        await window.press("escape")
        await window.sees("Welkom")
        assert terminal.written.endswith(KITTY_CLEAR)


@pytest.mark.usefixtures("every_frame")
async def test_a_notice_is_not_covered_by_the_picture(laptop, monkeypatch):
    monkeypatch.setattr("relroute_tui.ui.reference.shipped", shipped)
    terminal = Terminal()
    monkeypatch.setattr("relroute_tui.ui.screens.story.screen.terminal_of", lambda _app: terminal)
    laptop.environment = replace(laptop.environment, pictures="sixel")
    async with laptop.at_home() as window:
        await window.press("v")
        await window.until(lambda: terminal.pictures == 1)
        window.app.notify("Er is iets te vertellen.", timeout=60)
        await window.sees("Er is iets te vertellen.")
        terminal.after_write("\x1b[1;1Ha frame")
        await asyncio.sleep(5 * FRAME_TIME)
        assert terminal.pictures == 1
        window.app.clear_notifications()
        await window.does_not_see("Er is iets te vertellen.")
        terminal.after_write("\x1b[1;1Ha frame")
        await window.until(lambda: terminal.pictures == 2)
        terminal.after_write("\x1b[?2026h")
        await asyncio.sleep(5 * FRAME_TIME)
        assert terminal.pictures == 2
