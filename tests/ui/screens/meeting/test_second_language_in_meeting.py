"""A card in two languages: on the card, large, and what is told of it."""

import re

import pytest
from test_television import meeting_with_television, no_terminal, place

from relroute_tui.audience.message import Card
from relroute_tui.ui.screens.meeting.large_card import LargeCard
from relroute_tui.ui.wall.sheet import WallSheet
from relroute_tui.ui.widgets.graphics import ATTRIBUTES_QUERY, KITTY_CLEAR, Graphics
from relroute_tui.ui.widgets.paper_sheet import PaperSheet
from relroute_tui.ui.widgets.translated_letters import TranslatedLetters

__all__ = ["no_terminal", "place"]
IDS = {
    "contact": ("good-visit", "calling"),
    "small-things": ("small-promise", "on-time"),
    "no-quarrel": ("thinking-differently",),
    "knowing": ("laughing",),
}
TEXTS = {
    "uk": ("Що вам тут допомагає?", "Що тобі допомагає?", "Що добре?", ""),
    "ar": ("ما الذي يساعدكم هنا؟", "ما الذي يساعدك؟", "ما الجميل؟", "nagekeken: Amal\n"),
}
BLOCKS = set("▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")


@pytest.fixture
def translated(one_family, tmp_path):
    """Folders with cards in Ukrainian too, as a draft, and in Arabic, checked."""
    for language, (question, from_12, child, checked) in TEXTS.items():
        folder = tmp_path / "cards" / "translations" / language
        folder.mkdir(parents=True)
        for deck, ids in IDS.items():
            cards = "".join(
                f"\n## {{#{each}}}\n\n{question}\n\n12+: {from_12}\nkind: {child}\n" for each in ids
            )
            text = f"# Тема\nvertaald: wij (concept)\n{checked}{cards}"
            (folder / f"{deck}.md").write_text(text, encoding="utf-8")
    return one_family


async def test_who_reads_another_language_sees_the_card_in_it_on_every_size_and_large(translated):
    async with translated.at_meeting((80, 24)) as window:
        await window.press("f2", "escape")
        await window.does_not_see("Що вам тут допомагає?")
        await choose(window, "Oekraïens")
        await window.press("tab", "tab")
        window.app.screen.go_to_panel("deck")
        await window.sees(TEXTS["uk"][0], where="#deck")
        sheet = window.app.screen.query_one(PaperSheet)
        written = " ".join(row.text for row in sheet.fitted())
        assert TEXTS["uk"][1] in written  # Zwaluw is twelve or older
        note = "Oekraïens: een concept, nog niet nagekeken door wie het spreekt."
        assert " ".join(note.split()) in " ".join(written.split())

        await window.press("f5")
        await window.sees("F5: in het Oekraïens")
        assert not large(window).is_on_screen_now
        await window.press("f5")
        await window.sees(note)
        assert large(window).shown == TEXTS["uk"][0]
        await window.press("f5")  # the child's own, first in Dutch
        await window.sees("F5: in het Oekraïens")
        await window.press("f5")
        assert large(window).shown == TEXTS["uk"][1]
        await window.press("f5")
        await window.until(lambda: window.screen_name == "MeetingScreen")

        await window.resize(160, 50)
        await window.press("f5")
        assert large(window).shown == TEXTS["uk"][0]
        assert large(window).first == window.app.screen_stack[-2].controller.question
        await window.press("escape")

        await choose(window, "Arabisch")
        assert TEXTS["ar"][0] not in window.text  # drawn, and never left to the terminal
        assert BLOCKS & set("".join(row.text for row in sheet.fitted()))
        await window.does_not_see("een concept")
        await window.press("f5")
        assert large(window).shown == TEXTS["ar"][0]
        assert BLOCKS & set(window.text_in(TranslatedLetters.__name__))
        await window.press("escape")

        await choose(window, "Tigrinya")
        await window.does_not_see("Tigrinya", where="#deck")
        await choose(window, "zoals aan tafel")
        await window.press("f5")
        assert not large(window).is_on_screen_now


class TerminalWithSixel:
    """Keeps what is drawn over the cells, in two columns of cells of 10 by 20 pixels."""

    after_write = None

    def __init__(self) -> None:
        self.written = ""

    def write(self, data: str) -> None:
        self.written += data

    def pictures(self) -> list[tuple[int, int, int, int]]:
        """Row, column, and pixels across and down of each picture."""
        drawn = re.findall(r'\x1b\[(\d+);(\d+)H\x1bP0;1q"1;1;(\d+);(\d+)', self.written)
        return [tuple(map(int, each)) for each in drawn]


@pytest.mark.usefixtures("every_frame")
async def test_the_second_language_is_a_picture_where_the_terminal_says_that_it_shows_any(
    translated, monkeypatch
):
    terminal = TerminalWithSixel()
    monkeypatch.setattr(
        "relroute_tui.ui.screens.meeting.large_card.terminal_of", lambda _: terminal
    )
    monkeypatch.setattr("relroute_tui.ui.widgets.overlaid_picture.cell_pixels", lambda: (10, 20))
    async with translated.at_meeting((160, 50)) as window:
        await window.press("f2", "escape", "f5")
        assert terminal.written == "", "nothing is asked where one language is enough"
        await window.press("escape")
        await choose(window, "Arabisch")
        await window.press("f5")
        assert terminal.written == ATTRIBUTES_QUERY
        assert BLOCKS & set(window.text_in(TranslatedLetters.__name__))
        for key, character in zip(
            (
                "circumflex_accent",
                "left_square_bracket",
                "question_mark",
                *"62",
                "semicolon",
                *"4c",
            ),
            "^[?62;4c",
            strict=True,
        ):
            window.strike(key, character)
        await window.until(terminal.pictures)
        assert window.screen_name == "LargeCard", "the answer of the terminal is nobody's key"
        assert not BLOCKS & set(window.text_in(TranslatedLetters.__name__))
        area = window.app.screen.translated.region
        (row, column, across, _down) = terminal.pictures()[0]
        assert (row - 1, column - 1, across) == (area.y, area.x, area.width * 10)
        assert sum(picture[3] for picture in terminal.pictures()) == (area.height - 1) * 20
        terminal.written = ""
        await window.press("f5")
        assert large(window).shown == TEXTS["ar"][1]
        await window.until(terminal.pictures)
        window.app.screen.translated.graphics = Graphics.KITTY
        await window.until(lambda: "\x1b_Ga=T,f=100" in terminal.written)
        await window.press("escape")
        assert window.screen_name == "MeetingScreen"
        assert terminal.written.endswith(KITTY_CLEAR)
        assert terminal.after_write is None


async def test_the_card_on_the_television_comes_in_it_as_soon_as_it_was_read(translated, place):
    async with meeting_with_television(translated, place, (80, 24)) as (window, sofa):
        await window.press("f2")
        await sofa.sees(Card)
        await choose(window, "Oekraïens")
        await window.settle()
        await window.until(lambda: sofa.view.translated is not None)
        assert sofa.view.translated.wordings[0] == TEXTS["uk"][0]
        assert window.app.screen.query_one(WallSheet).page.second.text == TEXTS["uk"][0]


class Large:
    """Return the text of the large card."""

    def __init__(self, screen: LargeCard) -> None:
        self.first = screen.letters.text
        second = next(iter(screen.query(TranslatedLetters)), None)  # none without such a language
        self.shown = second.text if second else ""
        self.is_on_screen_now = bool(second and second.display)


def large(window) -> Large:
    assert isinstance(window.app.screen, LargeCard)
    return Large(window.app.screen)


async def choose(window, language: str) -> None:
    """Choose what Anna reads best."""
    window.app.screen.go_to_panel("people")
    await window.press("home", "down", "y")
    options = window.app.screen.query_one("OptionList")
    names = [str(options.get_option_at_index(n).prompt) for n in range(options.option_count)]
    options.highlighted = names.index(language)
    await window.press("enter")
    await window.until(lambda: window.screen_name == "MeetingScreen")
