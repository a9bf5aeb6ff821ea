"""A talk apart with each person, before everyone meets."""

from datetime import date

import pytest
from msgspec.structs import replace
from running_app import FAMILY, NOW, family

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.preparation import Preparation, Presence
from relroute_tui.ui.start import Start


async def asks(window, question: str) -> None:
    await window.until(lambda: question in window.app.screen.query_one("#question").text)


async def at_the_preparation(window, person: int = 0) -> None:
    await window.press("a")
    await window.sees("volgende gesprek")
    window.app.screen.query_one("#people").highlighted = person
    await window.settle()


async def test_a_young_person_chooses_the_first_theme_and_when_to_come(one_family):
    async with one_family.at_route() as window:
        await at_the_preparation(window)
        await window.press("f2", "enter")
        await asks(window, "Waar wil je het over hebben?")
        await window.sees("Dit mag iedereen aan tafel lezen.")
        await window.type("Of Bas mee mag\n")
        await window.press("space", "down", "space", "enter")
        await asks(window, "Met welk thema zullen we beginnen?")
        await window.press("down", "down", "space", "down", "space", "enter")
        await asks(window, "Wil je erbij zijn, en wanneer?")
        await window.press("2", "enter")
        await asks(window, "Dat was alles.")
        await window.press("enter")
        await window.sees("gesproken op 24 november", "Of Bas mee mag", "bij het begin en bij het")
    first, second, _third, fourth, *_others = Theme
    assert one_family.on_disk().preparations == (
        Preparation(
            "p-zwaluw",
            NOW.date(),
            wanted="Of Bas mee mag",
            themes=(first, second),
            first_theme=fourth,
            presence=Presence.BEGIN_AND_END,
        ),
    )


async def test_what_somebody_does_not_want_on_the_table_is_not_asked_for_in_writing(laptop):
    before = Preparation("p-anna", date(2026, 11, 20), not_wanted="geld")
    laptop.keep(replace(family(), preparations=(before,)))
    async with laptop.at_route() as window:
        await at_the_preparation(window, 1)
        await window.does_not_see("geld")
        await window.press("f2")
        await window.sees("Alleen voor wie aan de laptop zit", "Windows+P")
        await window.does_not_see("geld")
        await window.press("enter", "enter")
        await asks(
            window, "waar wil je het niet over hebben?"
        )  # only to take away what was written
        await window.press("end", "ctrl+u", "enter", "escape")
        await window.press("down", "f2", "enter")
        await window.sees("Kees", "vraag 1 van 2")
    assert laptop.on_disk().preparations[0].not_wanted == ""


async def test_an_adult_has_wishes_and_no_choice_of_the_beginning(one_family):
    async with one_family.at_route() as window:
        await at_the_preparation(window, 1)
        await window.press("f2", "enter")
        await window.sees("Anna", "vraag 1 van 2")
        await window.press("enter", "space", "enter")
        await asks(window, "Dat was alles.")
        await window.press("enter")
        await window.sees("Wensen: Het kind leren kennen")


async def test_at_most_three_themes_are_wished_for(one_family):
    async with one_family.at_route() as window:
        await at_the_preparation(window, 1)
        await window.press("f2", "enter", "enter")
        await window.press("space", "down", "space", "down", "space", "down", "space")
        await window.hears("Meer dan 3 kan niet.")
    assert len(one_family.on_disk().preparations[0].themes) == 3


async def test_what_was_said_is_there_however_the_talk_ends(one_family):
    async with one_family.at_route() as window:
        await at_the_preparation(window, 2)
        await window.press("f2", "enter")
        await window.type("half een zi")
        await window.press("ctrl+q")
    assert one_family.on_disk().preparations[0].wanted == "half een zi"


async def test_what_was_said_before_an_earlier_meeting_stays_with_that_one(laptop):
    earlier = Preparation("p-anna", date(2026, 10, 1), wanted="toen", meeting_id="m-1")
    laptop.keep(replace(family(), preparations=(earlier,), planned=(Planned(date(2026, 12, 16)),)))
    async with laptop.at_route() as window:
        await window.press("a")
        await window.sees("Voor het gesprek van woensdag 16 december")
        await window.does_not_see("toen")
        window.app.screen.query_one("#people").highlighted = 1
        await window.press("f2", "enter")
        await window.type("nu\n")
        await window.press("escape")
    assert [preparation.wanted for preparation in laptop.on_disk().preparations] == ["toen", "nu"]


@pytest.mark.usefixtures("every_frame")
async def test_a_talk_fits_any_window(one_family):
    sizes = (50, 15), (60, 20), (80, 24), (120, 40), (200, 60)
    async with one_family.window(Start(FAMILY), sizes[0]) as window:
        await at_the_preparation(window)
        talks = window.app.screen
        for size in sizes:
            await window.resize(*size)
            await window.press("f2", "enter", "enter")
            await window.sees("Het kind leren kennen")
            await window.press(*["down"] * 16 if size == sizes[0] else ["end"])
            await window.sees("Terugkijken en vooruit")
            await window.press("enter", "enter")
            await window.sees("het hele gesprek", "deze keer niet")
            while window.app.screen is not talks:
                await window.press("escape")


async def test_enter_alone_promises_nobodys_presence(one_family):
    async with one_family.at_route() as window:
        await at_the_preparation(window)
        await window.press("f2", "enter", "enter", "enter", "enter")
        await asks(window, "Wil je erbij zijn, en wanneer?")
        await window.press("enter")
        await asks(window, "Dat was alles.")
        await window.press("pageup", "down", "space", "enter", "enter")
    assert [preparation.presence for preparation in one_family.on_disk().preparations] == [
        Presence.BEGIN_AND_END
    ]


async def test_who_skips_every_question_said_nothing(one_family):
    async with one_family.at_route() as window:
        await at_the_preparation(window)
        await window.press("f2", "enter", *["enter"] * 5)
    assert one_family.on_disk().preparations == ()
