"""A card in two languages: on the card, large, and what is told of it."""

import pytest

from relroute_tui.ui.screens.meeting.large_card import LargeCard
from relroute_tui.ui.widgets.paper_sheet import PaperSheet
from relroute_tui.ui.widgets.translated_letters import TranslatedLetters

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


@pytest.fixture
def translated(home, tmp_path):
    """A house whose cards are in Ukrainian too, as a draft, and in Arabic, checked."""
    for language, (question, from_12, child, checked) in TEXTS.items():
        folder = tmp_path / "cards" / "translations" / language
        folder.mkdir(parents=True)
        for deck, ids in IDS.items():
            cards = "".join(
                f"\n## {{#{each}}}\n\n{question}\n\n12+: {from_12}\nkind: {child}\n" for each in ids
            )
            text = f"# Тема\nvertaald: wij (concept)\n{checked}{cards}"
            (folder / f"{deck}.md").write_text(text, encoding="utf-8")
    return home


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
        await window.until(lambda: window.room == "MeetingScreen")

        await window.resize(160, 50)
        await window.press("f5")
        assert large(window).shown == TEXTS["uk"][0]
        assert large(window).first == window.app.screen_stack[-2].controller.question
        await window.press("escape")

        await choose(window, "Arabisch")
        assert TEXTS["ar"][0] not in window.text  # drawn, and never left to the terminal
        blocks = set("▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
        assert blocks & set("".join(row.text for row in sheet.fitted()))
        await window.does_not_see("een concept")
        await window.press("f5")
        assert large(window).shown == TEXTS["ar"][0]
        assert blocks & set(window.text_in(TranslatedLetters.__name__))
        await window.press("escape")

        await choose(window, "Tigrinya")
        await window.does_not_see("Tigrinya", where="#deck")
        await choose(window, "zoals aan tafel")
        await window.press("f5")
        assert not large(window).is_on_screen_now


class Large:
    """What the large card shows now."""

    def __init__(self, screen: LargeCard) -> None:
        self.first = screen.letters.text
        self.shown = screen.translated.text
        self.is_on_screen_now = screen.translated.display


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
    await window.until(lambda: window.room == "MeetingScreen")
