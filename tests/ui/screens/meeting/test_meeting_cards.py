"""Conversation cards: drawn, put back, set aside, of one theme, and never a heavy one first."""

import pytest
from msgspec.structs import replace
from running_app import FAMILY, NOW, family, lay_out_cards
from textual.color import Color

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.participant import AgeGroup
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.storage.settings.reading import load_settings
from relroute_tui.ui.widgets.paper_sheet import PaperSheet

QUESTIONS = {
    "Welk bezoek ging goed, en wat hielp daarbij?",
    "Op welk moment van de dag is bellen voor jou prettig?",
    "Welke kleine belofte van de laatste weken is nagekomen?",
    "Wat spreken we af voor als iemand later komt dan gedacht?",
    "Waarover denken wij verschillend, en hoe merkt Zwaluw daar zo weinig mogelijk van?",
    "Waar kan Zwaluw heel hard om lachen?",
}
HEAVY = "Waarover denken wij verschillend, en hoe merkt Zwaluw daar zo weinig mogelijk van?"


def question(window) -> str:
    """The question on the table."""
    return next((each for each in QUESTIONS if each in window.text_in("#sheet")), "")


async def draw(window, times: int) -> list[str]:
    drawn = []
    for _ in range(times):
        await window.press("f2")
        drawn.append(question(window))
    return drawn


async def test_an_empty_table_invites_to_draw_and_says_that_anyone_may_pass(one_family):
    async with one_family.at_meeting() as window:
        await window.sees("Met F2 trek je de eerste kaart. Iedereen mag overslaan.", where="#deck")
        await window.sees("0 gehad, 6 nog", where="#deck")
        for key in ("f3", "f5"):
            await window.press(key)
            await window.hears("Er ligt nog geen kaart. Met F2 trek je er een.")
            window.app.clear_notifications()
        await window.type("nbx")  # in the notes a letter is a letter
        assert window.notes == "nbx"
        assert not question(window)


async def test_a_drawn_card_shows_its_theme_question_follow_ups_and_wording_for_the_young(
    one_family,
):
    async with one_family.at_meeting() as window:
        await window.press("f2")
        await window.sees(
            "Contact en bezoek",
            "Welk bezoek ging goed, en wat hielp daarbij?",
            "Wat deed jij? Wat deed de ander?",
            "Wat willen we vaker zo?",
            "Zwaluw Welk bezoek vond jij fijn?",
            "1 gehad, 5 nog",
            "licht",
            where="#deck",
        )


async def test_a_child_under_twelve_gets_words_of_its_own(laptop):
    child, *others = family().participants
    child = replace(child, age_group=AgeGroup.UNDER_12)
    laptop.keep(replace(family(), participants=(child, *others)))
    async with laptop.at_meeting() as window:
        await window.press("f2")
        await window.sees("Wanneer was het fijn toen papa of mama er was?", where="#deck")
        assert "Welk bezoek vond jij fijn?" not in window.text


async def test_without_a_young_person_no_wording_for_one_is_shown(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f2", "tab", "tab", "space")
        await window.sees("Zwaluw 12 of ouder is er vandaag niet", where="#people")
        await window.does_not_see("Welk bezoek vond jij fijn?")


async def test_no_card_returns_before_the_deck_is_through(one_family):
    async with one_family.at_meeting() as window:
        drawn = await draw(window, 6)
        assert set(drawn) == QUESTIONS
        assert drawn[0] != HEAVY
        await window.sees("6 gehad, 0 nog")
        await window.press("f2")
        await window.hears("Alle kaarten zijn geweest. Ze zijn opnieuw geschud.")
        await window.sees("1 gehad, 5 nog")


async def test_the_same_seed_deals_the_same_cards_and_another_deals_them_in_another_order(
    one_family,
):
    orders = []
    for seed in (0, 0, 1, 2):
        one_family.environment = replace(one_family.environment, seed=lambda seed=seed: seed)
        async with one_family.at_meeting() as window:
            orders.append(tuple(await draw(window, 3)))
        (one_family.environment.sessions / f"{FAMILY}.json").unlink()
        one_family.keep(family())
    assert orders[0] == orders[1]
    assert len(set(orders)) > 1


async def test_f3_puts_the_card_back_under_the_pile(one_family):
    async with one_family.at_meeting() as window:
        (first,) = await draw(window, 1)
        await window.press("f3")
        assert question(window) not in ("", first)
        await window.sees("1 gehad, 5 nog")
        later = await draw(window, 5)
        assert later[-1] == first


async def test_the_letters_draw_and_put_back_too_outside_the_notes(one_family):
    async with one_family.at_meeting() as window:
        await window.press("escape", "n")
        first = question(window)
        assert first
        await window.press("w")
        assert question(window) not in ("", first)


async def test_a_card_that_was_set_aside_leaves_the_table_and_does_not_come_back_for_this_family(
    one_family,
):
    async with one_family.at_meeting() as window:
        await window.press("escape", "n")
        aside = question(window)
        await window.press("x")
        await window.hears("Deze kaart blijft opzij voor dit gezin.")
        await window.does_not_see(aside, where="#sheet")
        later = await draw(window, 6)
        assert aside not in later
    assert len(one_family.on_disk().set_aside) == 1


async def test_one_theme_can_be_chosen_and_all_again(one_family):
    async with one_family.at_meeting() as window:
        await window.press("escape", "h")
        await window.sees("Welk thema?", "Contact en bezoek 2 kaarten", "Dubbel houden van nu geen")
        await window.press("home", *["down"] * 13, "enter")
        await window.sees("Betrouwbaar in kleine dingen", "0 gehad, 2 nog")
        assert question(window) == ""
        drawn = await draw(window, 2)
        assert sorted(drawn) == [
            "Wat spreken we af voor als iemand later komt dan gedacht?",
            "Welke kleine belofte van de laatste weken is nagekomen?",
        ]
        await window.press("f2")
        await window.hears("Alle kaarten van dit thema zijn geweest. Kies een ander thema.")
        await window.press("h", "home", "enter")
        await window.sees("2 gehad, 4 nog")


async def test_a_meeting_does_not_start_with_a_heavy_theme(one_family):
    async with one_family.at_meeting() as window:
        await window.press("escape", "h", "home", *["down"] * 14, "enter", "f2")
        await window.hears("Hier zijn alleen zware kaarten over. Begin met een ander thema.")
        assert not question(window)


async def test_the_cards_fit_the_phase(laptop):
    laptop.keep(replace(family(), phase=Phase.EVALUATION))
    async with laptop.at_meeting() as window:
        await window.sees("0 gehad, 5 nog")
        assert "Waar kan Zwaluw heel hard om lachen?" not in await draw(window, 5)


async def test_the_cards_drawn_in_an_earlier_meeting_come_last(after_a_meeting):
    async with after_a_meeting.at_meeting() as window:
        drawn = await draw(window, 6)
        assert drawn[-1] == "Welk bezoek ging goed, en wat hielp daarbij?"


async def test_f5_shows_the_card_large_and_any_key_goes_back(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f2")
        for key in ("escape", "space", "enter", "down", "tab", "f6"):
            await window.press("f5")
            await window.does_not_see("Aan tafel", "Notities", "gehad")
            before = window.app.screen_stack[-2].query_one("#notes").text
            await window.press(key)
            await window.sees("Aan tafel", "Notities")
            assert window.notes == before


async def test_words_that_close_the_large_card_are_words_of_the_notes(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f2", "f5")
        before = window.app.screen_stack[-2].query_one("#notes").text
        for letter in "Zij zei: “ja”":
            window.strike(letter)
        await window.settle()
        assert window.notes == before + "Zij zei: “ja”"
        await window.press("escape", "f5", "g")
        assert window.screen_name == "MeetingScreen", (
            "outside the notes a letter goes back, and no more"
        )


async def test_a_card_leaves_three_rows_of_notes_in_a_middling_window(one_family):
    async with one_family.at_meeting(size=(100, 30)) as window:
        await window.press("f2")
        await window.type("een")
        await window.press("enter", *"twee", "enter", *"drie", "escape")
        await window.sees("een", "twee", "drie", where="#notes")
        assert window.app.screen.query_one("#notes").content_size.height >= 3


async def test_large_letters_fill_the_whole_window(one_family):
    async with one_family.at_meeting(size=(60, 20)) as window:
        await window.press("f2", "f5")
        inked = [row for row in window.rows if row.strip()]
        assert len(inked) >= 5


@pytest.fixture
def with_check_in(one_family, tmp_path):
    """Folders with cards for the check-in too."""
    own = tmp_path / "own" / "nl"
    own.mkdir(parents=True)
    (own / "check-in.md").write_text(
        "# Hoe zit je erbij?\nsoort: check-in\n\n## Weer\n\nWelk weer is het bij jou?\n\n"
        "12+: Welk weer is het bij jou?\n",
        encoding="utf-8",
    )
    one_family.environment = replace(
        one_family.environment, cards=(*one_family.environment.cards, own.parent)
    )
    return one_family


async def test_a_step_with_cards_of_its_own_begins_with_an_empty_table(with_check_in):
    async with with_check_in.at_meeting() as window:
        (asked,) = await draw(window, 1)
        await window.press("f6")
        await window.hears("De kaart is weggelegd; wat je erbij schreef, blijft staan.")
        await window.sees("Met F2 trek je de eerste kaart", "0 gehad, 1 nog", where="#deck")
        for key in ("f3", "f5"):
            await window.press(key)
            await window.hears("Er ligt nog geen kaart. Met F2 trek je er een.")
        await window.press("escape", "p")
        await window.sees("1 gehad", where="#deck")
        assert question(window) == asked


async def test_a_step_without_cards_of_its_own_leaves_the_card_on_the_table(with_check_in):
    async with with_check_in.at_meeting() as window:
        await window.press(*["f6"] * 4)
        (asked,) = await draw(window, 1)
        await window.press("f6")
        await window.sees("1 gehad", where="#deck")
        assert question(window) == asked


async def test_a_card_starts_a_section_at_the_end_of_the_notes(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Iedereen is er.")
        await window.press("f2")
        await window.type("De middag in het bos.")
        assert window.notes == (
            "Iedereen is er.\n\n"
            "## Welk bezoek ging goed, en wat hielp daarbij?\n\n"
            "De middag in het bos."
        )


async def test_a_card_takes_the_place_of_a_section_that_stayed_empty(one_family):
    async with one_family.at_meeting() as window:
        (first,) = await draw(window, 1)
        await window.press("f2")
        assert first not in window.notes
        assert window.notes.count("## ") == 1
        await window.type("Hierover spraken we.")
        await window.press("f2")
        assert "Hierover spraken we." in window.notes
        assert window.notes.count("## ") == 2


async def test_the_section_is_undone_with_one_key_and_the_card_stays(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Iedereen is er.")
        await window.press("f2", "ctrl+z")
        assert window.notes == "Iedereen is er."
        await window.sees("1 gehad, 5 nog")


async def test_sections_can_be_switched_off_and_it_is_kept(one_family):
    async with one_family.at_meeting() as window:
        await window.press("ctrl+p")
        await window.type("stukje")
        await window.press("enter")
        await window.hears("Een kaart laat de notities zoals ze zijn.")
        await window.press("f2")
        assert question(window)
        assert window.notes == ""
    assert not load_settings(one_family.environment.settings).card_headings


async def test_the_card_is_still_on_the_table_when_the_meeting_goes_on(one_family):
    async with one_family.at_meeting() as window:
        (first,) = await draw(window, 1)
    async with one_family.at_meeting() as window:
        await window.sees(first, "1 gehad, 5 nog", where="#deck")


async def test_a_fault_in_a_deck_is_told_with_file_and_line_and_the_others_work(
    one_family, tmp_path
):
    own = tmp_path / "own"
    lay_out_cards(own)
    (own / "nl" / "fout.md").write_text("# Fout\nthema: contact\n\n## Leeg\n", encoding="utf-8")
    one_family.environment = replace(one_family.environment, cards=(own,))
    async with one_family.at_meeting() as window:
        await window.hears("fout.md, regel 4:")
        await window.hears("De andere kaarten werken.")
        await window.press("f2")
        assert question(window)


async def test_cards_of_an_organisation_lie_beside_ours(one_family, tmp_path):
    own = tmp_path / "own" / "nl"
    own.mkdir(parents=True)
    (own / "eigen.md").write_text(
        "# Eigen\nthema: contact\n\n## Eigen kaart\n\nWat is jouw eigen vraag?\n\n12+: En jij?\n",
        encoding="utf-8",
    )
    one_family.environment = replace(one_family.environment, cards=(own.parent,))
    async with one_family.at_meeting() as window:
        await window.sees("0 gehad, 7 nog")


async def test_the_pictogram_stands_beneath_the_words_where_they_leave_room(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f2", "escape")
        for size, room in (
            ((120, 40), True),
            ((200, 60), True),
            ((120, 30), False),
            ((80, 24), False),
        ):
            await window.resize(*size)
            drawn = set(window.text_in("#sheet")) & set("▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
            assert (len(drawn) > 2) is room


async def test_a_card_that_was_wished_for_comes_first_and_says_why(laptop):
    wish = Preparation("p-anna", NOW.date(), themes=(Theme.SMALL_THINGS,))
    laptop.keep(replace(family(), preparations=(wish,)))
    async with laptop.at_meeting() as window:
        await window.press("f2")
        await window.sees("op verzoek van Anna", where="#deck")
        assert question(window) in (
            "Welke kleine belofte van de laatste weken is nagekomen?",
            "Wat spreken we af voor als iemand later komt dan gedacht?",
        )


async def test_the_bar_of_a_card_follows_other_colours(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f2")
        await window.settle()
        bar, app = window.app.screen.query_one("ThemeBar"), window.app
        for looks in ("evening", "morning", "high-contrast"):
            app.theme = looks
            await window.settle()
            colour = Color.parse(app.theme_variables[f"theme-{bar.theme.value}"])
            assert bar.styles.background == colour


async def test_what_of_a_card_does_not_fit_is_scrolled_to(one_family):
    async with one_family.at_meeting((80, 20)) as window:
        await window.press("f2", "escape")
        sheet = window.app.screen.query_one(PaperSheet)
        assert sheet.max_scroll_y > 0
        await window.press("end")
        assert sheet.scroll_offset.y == sheet.max_scroll_y
        await window.press("up")
        assert sheet.scroll_offset.y == sheet.max_scroll_y - 1
        await window.press("home", "down", "pageup")
        assert sheet.scroll_offset.y == 0


@pytest.mark.usefixtures("in_panels")
@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)
async def test_a_drawn_card_comes_to_the_front_where_there_is_little_room(one_family, size):
    async with one_family.at_meeting(size=size) as window:
        await window.press("f2")
        question = window.app.screen.controller.question
        await window.sees(question, where="#deck")


@pytest.mark.usefixtures("in_panels")
async def test_who_types_on_in_a_medium_window_sees_the_notes_again(one_family):
    async with one_family.at_meeting(size=(80, 24)) as window:
        await window.press("f2")
        assert window.app.screen.panel == "deck"
        await window.type("Anna vertelt.")
        assert window.app.screen.panel == "notes"
        assert window.notes.endswith("Anna vertelt.")


async def test_the_large_card_turns_to_the_childs_own_question(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f2", "f5")
        card = window.app.screen_stack[-2].controller.card
        wording = card.wording_for(window.app.screen_stack[-2].controller.meeting.present)
        letters = window.app.screen.query_one("LargeLetters")
        assert letters.text == card.question
        await window.press("f5")
        assert letters.text == wording
        await window.press("f5")
        await window.until(lambda: window.screen_name == "MeetingScreen")


async def test_help_says_how_to_ask_the_card_and_whose_words_it_rests_on(one_family, tmp_path):
    deck = tmp_path / "cards" / "nl" / "contact.md"
    fields = "rust op: jongeren, over [hun] bezoek\nhint: Laat een stilte toe."
    text = deck.read_text(encoding="utf-8").replace("gewicht: 1", f"gewicht: 1\n{fields}")
    deck.write_text(text, encoding="utf-8")
    async with one_family.at_meeting() as window:
        await window.press("f1")
        await window.does_not_see("Laat een stilte toe.")
        await window.press("escape", "f2")
        await window.does_not_see("Laat een stilte toe.", "jongeren, over")
        while "Contact" not in window.text_in("#deck"):
            await window.press("f3")
        await window.press("f1")
        await window.sees(
            "Over deze kaart, voor wie het gesprek leidt: Laat een stilte toe.",
            "Deze kaart is gebaseerd op: jongeren, over [hun] bezoek",
        )
