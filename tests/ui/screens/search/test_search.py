"""Searching in what was said, in all routes: only where somebody asks for it."""

import asyncio
from threading import Event

from msgspec.structs import replace
from running_app import FAMILY, PATIENCE, family_with_a_meeting

from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.progress.cells import Cell, CellState
from relroute_tui.ui.screens.home import folder_reader
from relroute_tui.ui.screens.search import screen as search_screen
from relroute_tui.ui.screens.search.reading import Reading


def two_families(laptop):
    laptop.keep(family_with_a_meeting())
    other = replace(family_with_a_meeting(), id="spreeuw", nickname="Spreeuw")
    meeting = replace(other.meetings[0], notes="Spreeuw vertelde over Judo in de gymzaal.")
    laptop.keep(replace(other, meetings=(meeting,)))
    return laptop


async def test_a_word_that_was_said_finds_its_meeting_and_opens_its_route(laptop):
    async with two_families(laptop).at_home() as window:
        await window.press("ctrl+f")
        await window.type("judo gym")
        await window.sees("1 gesprek", "Spreeuw", "Spreeuw vertelde over Judo in de gymzaal.")
        assert "Zwaluw" not in window.text
        await window.press("enter")
        await window.sees("Spreeuw vertelde over Judo in de gymzaal.")
        assert window.screen_name == "ReviewScreen"
        await window.press("escape")
        await window.sees("De route van Spreeuw")


async def test_what_was_found_in_long_notes_is_on_the_screen(laptop):
    route = family_with_a_meeting()
    said = "\n\n".join(f"Wat er op dag {n} gebeurde." for n in range(120))
    notes = f"{said}\n\n- [ ] Zwaluw gaat op judo in de gymzaal. @Zwaluw\n\n{said}"
    laptop.keep(replace(route, meetings=(replace(route.meetings[0], notes=notes),)))
    async with laptop.at_home() as window:
        await window.press("ctrl+f")
        await window.type("judo")
        await window.sees("1 gesprek")
        await window.press("enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")
        await window.sees("Zwaluw gaat op judo in de gymzaal. – Zwaluw")
        await window.press("home")
        await window.does_not_see("judo")


async def test_every_letter_searches_again_and_what_says_nothing_is_told(laptop):
    async with two_families(laptop).at_home() as window:
        await window.press("ctrl+f")
        await window.type("bos")
        await window.sees("1 gesprek", "De middag in het bos ging goed.")
        await window.type("q")
        await window.sees("Niets gevonden. Probeer minder letters.")
        await window.press("backspace", "backspace", "backspace", "backspace")
        await window.sees("Typ een woord dat is gezegd of geschreven.")
        await window.type("thema:voetbal")
        await window.sees("thema:voetbal zegt hier niets.", "wie:Anna")
        await window.press("home", "ctrl+k")
        await window.type("wie:Anna afspraak:open vanaf:1-1-2026")
        await window.sees("zinnen", "Zwaluw", "afspraak")
        await window.type(" tot:2-1-2026")
        await window.sees("Niets gevonden.")


async def test_a_word_that_comes_back_finds_each_meeting_once(laptop, monkeypatch):
    async with two_families(laptop).at_home() as window:
        await window.press("ctrl+f")
        find, may_go_on, searches = Reading.find, Event(), []

        def late(reading, words, is_wanted):
            searches.append(words)
            may_go_on.wait(PATIENCE)
            yield from find(reading, words, lambda: True)

        monkeypatch.setattr(Reading, "find", late)
        for number, key in enumerate(("a", "n", "backspace"), 1):
            window.strike(key)
            await window.until(lambda number=number: len(searches) == number)
        may_go_on.set()
        await window.sees("2 gesprekken")
        await window.settle()
        assert window.app.screen.query_one("#found").option_count == 2


async def test_a_file_that_can_not_be_searched_is_counted_and_nothing_untrue_is_said(laptop):
    two_families(laptop)
    for number in range(2):
        (laptop.environment.sessions / f"uil-{number}.json").write_text("{half", encoding="utf-8")
    async with laptop.at_home() as window:
        await window.press("ctrl+f")
        await window.type("bos")
        await window.sees("1 gesprek. 2 bestanden konden niet worden doorzocht")
        await window.type("q")
        await window.sees("0 gesprekken. 2 bestanden konden niet worden doorzocht")


async def test_a_folder_that_went_is_said_where_the_number_would_be(laptop):
    async with two_families(laptop).at_home() as window:
        away = laptop.environment.sessions
        away.rename(away.with_name("away"))
        away.write_text("a file where the folder was", encoding="utf-8")
        await window.press("ctrl+f")
        await window.type("bos")
        await window.sees("Waar de map voor de routes hoort", where="#count")


async def test_the_arrows_mark_a_meeting_while_one_types(laptop):
    async with two_families(laptop).at_home() as window:
        await window.press("ctrl+f")
        await window.type("anna")
        await window.sees("2 gesprekken")
        await window.press("down", "enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")


async def test_escape_goes_back_and_nothing_that_was_read_stays(laptop, monkeypatch):
    everything = []

    class Kept(Reading):
        def __init__(self, archive):
            super().__init__(archive)
            everything.append(self)

    monkeypatch.setattr(search_screen, "Reading", Kept)
    async with two_families(laptop).at_home() as window:
        await window.press("ctrl+f")
        await window.type("judo")
        await window.sees("1 gesprek")
        (reading,) = everything
        assert reading.read > 0
        await window.press("escape")
        assert window.screen_name == "HomeScreen"
        assert reading.read == 0


async def test_many_routes_are_listed_while_they_are_read_and_found_at_once(laptop, monkeypatch):
    monkeypatch.setattr(folder_reader, "READ_AT_ONCE", 3)
    for number in range(8):
        laptop.keep(
            replace(family_with_a_meeting(), id=f"vogel-{number}", nickname=f"Vogel {number}")
        )
    async with laptop.at_home() as window:
        await window.sees("Vogel 0", "Vogel 7")
        await window.type("5")
        await window.does_not_see("Vogel 4")
        await window.press("enter")
        await window.sees("De route van Vogel 5")
        await window.press("escape")
        await window.sees("Vogel 5")


async def test_only_a_part_of_a_long_list_becomes_rows_and_the_mark_reaches_its_end(
    laptop, monkeypatch
):
    from relroute_tui.storage.listing import Listing
    from relroute_tui.storage.summary import summary_of

    summary = summary_of(family_with_a_meeting())
    many = tuple(replace(summary, id=f"r-{n:04}", nickname=f"Vogel {n:04}") for n in range(2_000))
    monkeypatch.setattr(type(laptop.archive), "listing", lambda _: Listing(many, ()))
    async with laptop.at_home() as window:
        listed = window.app.screen.query_one("#list")
        assert listed.option_count < 200
        for _ in range(200):
            window.strike("down")
        await window.settle()
        await window.sees("Vogel 0200")
        await asyncio.sleep(0)
        assert listed.option_count < 400


async def test_the_routes_own_filter_finds_the_same(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        await window.fill_in("#filter", "BOS")
        await window.sees("gesprek 1", where="#meetings")
        await window.type(" konijn")
        await window.does_not_see("gesprek 1", where="#meetings")
    assert after_a_meeting.on_disk(FAMILY).meetings


async def test_an_agreement_that_was_found_is_shown_as_it_is_read(laptop):
    laptop.keep(family_with_a_meeting())
    async with laptop.at_home() as window:
        await window.press("ctrl+f")
        await window.type("elke woensdag")
        await window.sees("Anna belt Zwaluw elke woensdag om 19.00 uur. Anna Zwaluw bellen")
        for mark in ("- [ ]", "@Anna", "#bellen", ">24-11-2026"):
            await window.does_not_see(mark, where="#found")


async def test_what_is_asked_of_a_sentence_is_typed_in_plain_words(laptop):
    async with two_families(laptop).at_home() as window:
        await window.press("ctrl+f")
        await window.sees("Ook “woorden achter elkaar”, wie:Anna")
        await window.type('"Judo in de gymzaal"')
        await window.sees("1 zin", "notities", "Spreeuw vertelde over Judo in de gymzaal.")
        await window.press("enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")
        await window.sees("Spreeuw vertelde over Judo in de gymzaal.")


async def test_enter_on_what_was_not_said_at_a_meeting_goes_to_its_route(laptop):
    cell = Cell(
        Phase.INSTALLATION, Module.PARENTS, CellState.DONE, text="Een plan met paardrijden."
    )
    laptop.keep(replace(family_with_a_meeting(), cells=(cell,)))
    async with laptop.at_home() as window:
        await window.press("ctrl+f")
        await window.type("paardrijden fase:installatie")
        await window.sees("1 zin", "tekst van de kaart", "Een plan met paardrijden.")
        await window.press("enter")
        await window.sees("De route van Zwaluw")
        assert window.screen_name == "RouteScreen"
