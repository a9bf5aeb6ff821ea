"""Home: the routes, found by typing; a friendly page when there is none."""

import errno
import tempfile
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from msgspec.structs import replace
from running_app import FAMILY, family, family_with_a_meeting

from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import begin_meeting
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import Reason, SaveError
from relroute_tui.storage.settings.reading import load_settings
from relroute_tui.storage.store import RouteStore
from relroute_tui.ui.screens.home import change_route, folder_reader
from relroute_tui.ui.screens.home import screen as home_screen
from relroute_tui.ui.start import Start


def others(laptop):
    laptop.keep(replace(family(), id="merel", nickname="Merel", phase=Phase.EVALUATION))
    laptop.keep(replace(family(), id="vink", nickname="Vink", phase=Phase.STABILISATION))


def disk_is_full(store, _route):
    raise SaveError(Path("a-disk"), Reason.DISK_FULL)


async def test_the_first_start_offers_the_practice_family_and_a_new_route(laptop):
    async with laptop.at_home() as window:
        await window.sees(
            "Welkom", "Probeer een gesprek met een oefengezin", "Begin een eigen route"
        )
        assert "Typ een roepnaam" not in window.text
        await window.does_not_see("F3 wijzig", "Ctrl+F zoek", "F6 kopie")  # of which routes?
        await window.sees("Ctrl+Q sluit")
        await window.sees("Gebruik roepnamen", "geen adressen")
        await window.press("tab", "enter")
        await window.sees("Een nieuwe route", "Hoe noem je het kind?")


async def test_a_name_that_no_route_has_is_told_and_f2_makes_a_new_route(one_family):
    async with one_family.at_home() as window:
        await window.sees("Zwaluw", "nog geen gesprek")
        await window.type("zzz")
        await window.sees("Er is geen route die zo heet.", where="#list")
        await window.press("enter")
        assert window.screen_name == "HomeScreen"
        await window.press("escape")
        await window.sees("Zwaluw", where="#list")
        await window.press("f2")
        await window.sees("Een nieuwe route")


async def test_a_name_is_found_without_its_accents(one_family):
    one_family.keep(replace(family(), id="zoe", nickname="Zoe\u0308"))
    async with one_family.at_home() as window:
        await window.type("zoë")
        await window.sees("Zoe\u0308", where="#list")
        assert "Zwaluw" not in window.text
        await window.press("escape")
        await window.type("ZOE")
        await window.sees("Zoe\u0308", where="#list")


async def test_a_route_says_its_phase_its_meetings_and_its_open_agreements(after_a_meeting):
    async with after_a_meeting.at_home() as window:
        await window.sees(
            "Zwaluw",
            "fase: installatie · laatste gesprek 27 oktober",
            "volgende 24 november",
            "2 afspraken lopen · op 1 daarvan zegt nog niet iedereen ja",
        )
        assert "Mirjam" not in window.text, "that is said, and not of whom"


async def test_routes_stand_in_the_order_of_their_nicknames_and_are_found_by_typing(one_family):
    others(one_family)
    async with one_family.at_home() as window:
        text = window.text_in("#list")
        assert text.index("Merel") < text.index("Vink") < text.index("Zwaluw")
        await window.type("evalu")  # a phase is found as well as a nickname
        await window.sees("Merel")
        assert "Zwaluw" not in window.text
        await window.press("escape")
        await window.sees("Merel", "Vink", "Zwaluw")
        await window.type("zwa")
        await window.does_not_see("Merel", "Vink")
        await window.press("enter")
        await window.sees("De route van Zwaluw")


async def test_the_arrows_mark_a_route_while_one_types_and_a_click_opens_one(one_family):
    others(one_family)
    async with one_family.at_home() as window:
        await window.press("down", "enter")
        await window.sees("De route van Vink")
        await window.press("escape")
        await window.sees("Merel", where="#list")
        row = next(y for y, line in enumerate(window.rows) if "Merel" in line)
        await window.pilot.click(offset=(window.rows[row].index("Merel"), row))
        await window.settle()
        await window.sees("De route van Merel")


async def test_f3_changes_the_marked_route_and_home_shows_it_changed(one_family):
    async with one_family.at_home() as window:
        await window.press("f3")
        await window.sees("Deze route wijzigen")
        await window.fill_in("#nickname", "Mus")
        window.app.screen.query_one("#phase").value = Phase.STABILISATION
        await window.press("f4")
        await window.sees("Mus", "stabilisatie", where="#list")
        await window.does_not_see("Zwaluw", where="#list")
    assert one_family.on_disk().nickname == "Mus"
    [move] = one_family.on_disk().history
    assert (move.was, move.now) == (Phase.INSTALLATION, Phase.STABILISATION)


async def test_what_f3_changed_inside_a_route_shows_at_home_at_once(one_family):
    async with one_family.at_home() as window:
        await window.press("enter", "f3")
        await window.fill_in("#nickname", "Mus")
        await window.press("f4")
        await window.sees("De route van Mus")
        await window.press("escape")
        await window.sees("Mus", where="#list")
    assert one_family.on_disk().nickname == "Mus"


async def test_home_leaves_the_mark_on_the_family_one_was_in(one_family):
    one_family.keep(replace(family(), id="vink", nickname="Vink"))
    one_family.keep(replace(one_family.on_disk(), id="mus", nickname="Mus"))
    async with one_family.at_home() as window:
        for name in ("Vink", "Zwaluw", "Mus"):
            await window.fill_in("#filter", name)
            await window.press("enter", "escape", "escape")
            await window.sees("Vink", "Zwaluw", "Mus", where="#list")
            await window.press("enter")
            await window.sees(f"De route van {name}")
            await window.press("escape")
        await window.press("up", "enter")
        opened = window.app.screen.opened.route.id
        await window.press("f2", "escape", "escape", "escape", "ctrl+o", "escape", "enter")
        assert window.app.screen.opened.route.id == opened


async def test_f4_opens_the_practice_family_and_keeps_nothing_of_it_here(one_family):
    async with one_family.at_home() as window:
        await window.press("f4", "enter")
        await window.sees("De route van Zwaluw", "fase: evaluatie", "gesprek 6")
    assert [route.id for route in one_family.archive.listing().routes] == [FAMILY]


async def test_a_practice_family_for_which_there_is_no_room_is_told_of(one_family, monkeypatch):
    def refuse(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    async with one_family.at_home() as window:
        with monkeypatch.context() as patch:
            patch.setattr(Path, "write_bytes", refuse)
            await window.press("f4", "enter")
            await window.hears("Het oefengezin kon niet worden gekopieerd.")
        with monkeypatch.context() as patch:
            patch.setattr(tempfile, "tempdir", "/nowhere/at/all")
            await window.press("f4", "enter")
            assert window.screen_name == "HomeScreen"
        await window.press("f4", "enter")
        await window.until(lambda: window.screen_name == "RouteScreen")


async def test_what_is_chosen_in_the_practice_family_and_beside_it_is_all_kept(one_family):
    async with one_family.at_home() as window:
        await window.press("f4", "enter")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.press("f2")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.type("Hallo.")
        await window.sees("bewaard 14.00", where="#notes")  # by the clock of the laptop
        await window.press("ctrl+t")
        window.app.screen.action_do("switch_headings")
        await window.press("ctrl+t")
    kept = load_settings(one_family.environment.settings)
    assert (kept.theme, kept.card_headings) == ("high-contrast", False)


async def test_there_are_two_practice_families_and_the_second_is_a_girl_with_her_gran(one_family):
    async with one_family.at_home() as window:
        await window.press("f4")
        await window.sees("Welk oefengezin?", "bij pleegouders", "bij oma")
        await window.press("down", "enter")
        await window.sees("De route van Merel", "Oma Bea", "gesprek 2")
    async with one_family.at_home() as window:
        await window.press("f4", "escape")
        assert window.screen_name == "HomeScreen"


async def test_a_meeting_that_was_interrupted_is_offered_again(laptop):
    route = family_with_a_meeting()
    begun = begin_meeting(route, "m-2", 7, laptop.clock())
    laptop.keep(route.with_meeting(begun))
    async with laptop.at_home() as window:
        await window.sees("het gesprek van 24 november is nog niet afgerond; ga verder waar je was")


async def test_where_only_a_damaged_file_is_nobody_looked_for_a_name(laptop):
    laptop.environment.sessions.mkdir(parents=True, exist_ok=True)
    (laptop.environment.sessions / "uil.json").write_text('{"half', encoding="utf-8")
    async with laptop.at_home() as window:
        await window.sees("Het bestand uil.json is beschadigd en gaat niet open.")
        await window.does_not_see("Er is geen route die zo heet.")


async def test_a_damaged_file_is_told_in_a_sentence_and_the_other_routes_work(one_family):
    (one_family.environment.sessions / "uil.json").write_text('{"half', encoding="utf-8")
    async with one_family.at_home() as window:
        await window.sees("Het bestand uil.json is beschadigd en gaat niet open.", "Zwaluw")
        await window.press("enter")
        await window.sees("De route van Zwaluw")
    assert (one_family.environment.sessions / "uil.json").read_text(encoding="utf-8") == '{"half'


async def test_a_folder_that_can_not_be_used_is_told_in_a_sentence(laptop):
    laptop.environment.sessions.write_text("a file where the folder should be", encoding="utf-8")
    async with laptop.at_home() as window:
        await window.hears("Waar de map voor de routes hoort, staat een bestand")
        await window.hears("--sessions")
        await window.press("f2")
        await window.sees("Een nieuwe route")


async def test_a_new_route_that_can_not_be_kept_is_told_and_the_app_goes_on(laptop):
    laptop.environment.sessions.write_text("a file where the folder should be", encoding="utf-8")
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Mus")
        await window.press("enter", "enter", "enter")
        await window.type("Noor")
        await window.press("enter", "down", "enter")
        await window.hears(
            "Nog niet bewaard: waar de map was, staat een bestand. Wat al bewaard was, is heel."
        )


async def test_a_route_opened_from_the_command_line_shows_no_other_name(one_family):
    others(one_family)
    async with one_family.at_route() as window:
        await window.sees("De route van Zwaluw")
        assert "Merel" not in window.text
        await window.press("escape")
        assert window.is_open
        assert "Merel" not in window.text
        await window.press("escape")
        assert not window.is_open


async def test_a_route_that_is_not_there_ends_with_one_sentence(laptop):
    async with laptop.window(Start("merel")) as window:
        assert not window.is_open
    assert window.app.return_code == 1


async def test_home_speaks_english_too(tmp_path, laptop):
    from relroute_tui.language import use

    use("en")
    laptop.environment = replace(laptop.environment, language="en")
    async with laptop.at_home() as window:
        await window.sees("Welcome", "Try a meeting", "Begin a route of your own")


async def test_a_route_that_is_being_sealed_in_another_window_shows_once(one_family):
    folder = one_family.environment.sessions
    (folder / f"{FAMILY}.age").write_bytes(b"sealed elsewhere")
    async with one_family.at_home() as window:
        await window.sees("Zwaluw", where="#list")
        assert window.text_in("#list").count("Zwaluw") == 1
        (folder / f"{FAMILY}.json").unlink()
        await window.press("f2", "escape")
        await window.sees(f"{FAMILY}.age", where="#unreadable")


async def test_a_route_that_another_window_has_is_not_changed_from_home(one_family):
    elsewhere = one_family.archive.open(FAMILY)
    async with one_family.at_home() as window:
        await window.press("f3")
        await window.hears("Deze route staat open in een ander venster. Wijzig hem daar.")
        assert window.screen_name == "HomeScreen"
    elsewhere.close()


async def test_a_change_that_can_not_be_saved_is_told_and_stays_in_the_form(
    one_family, quick_saving, monkeypatch
):
    monkeypatch.setattr(change_route, "LONGEST_WAIT", 0.1)
    async with one_family.at_home() as window:
        await window.press("f3")
        await window.fill_in("#nickname", "Mus")
        with monkeypatch.context() as full:
            full.setattr(RouteStore, "save", disk_is_full)
            await window.press("f4")
            await window.hears("Nog niet bewaard: de schijf is vol. Wat je typte blijft hier")
            await window.sees("Deze route wijzigen", "Mus")
        await window.press("f4")
        await window.sees("Mus", where="#list")
    assert one_family.on_disk().nickname == "Mus"


# What comes while home is open


async def test_a_route_that_a_synchroniser_brings_shows_within_seconds(one_family, monkeypatch):
    monkeypatch.setattr(home_screen, "LOOK_AGAIN_EVERY", 0.05)
    async with one_family.at_home() as window:
        await window.sees("Zwaluw", where="#list")
        await window.does_not_see("Merel")
        others(one_family)
        await window.sees("Merel", "Vink", where="#list")


async def test_another_version_is_told_while_one_types_and_the_filter_stays(
    one_family, monkeypatch
):
    monkeypatch.setattr(home_screen, "LOOK_AGAIN_EVERY", 0.05)
    others(one_family)
    async with one_family.at_home() as window:
        await window.type("zwal")
        await window.does_not_see("Merel", where="#list")
        copy = (
            one_family.environment.sessions / f"{FAMILY}.sync-conflict-20261124-140312-ABCDEFG.json"
        )
        RouteStore(copy).save(family_with_a_meeting())
        await window.sees("twee versies", where="#unreadable")
        assert window.app.screen.query_one("#filter").value == "zwal"
        await window.does_not_see("Merel", where="#list")


async def test_an_open_home_looks_only_at_names_sizes_and_times(one_family, monkeypatch):
    monkeypatch.setattr(home_screen, "LOOK_AGAIN_EVERY", 0.02)
    async with one_family.at_home() as window:
        await window.sees("Zwaluw", where="#list")
        read, looked = [], Event()
        look = folder_reader.folder_state

        def looking(folder):
            looked.set()
            read.append(current_thread() is main_thread())
            return look(folder)

        monkeypatch.setattr(folder_reader, "folder_state", looking)
        monkeypatch.setattr(Archive, "summaries", lambda _archive: pytest.fail("read again"))
        await window.until(looked.is_set)
        await window.until(lambda: len(read) > 2)
        assert not any(read)


async def test_where_only_one_agreement_runs_the_list_says_it_of_that_one(laptop):
    route = family_with_a_meeting()
    (meeting,) = route.meetings
    laptop.keep(route.with_meeting(replace(meeting, agreements=meeting.agreements[1:])))
    async with laptop.at_home() as window:
        await window.sees("1 afspraak loopt · nog niet iedereen zegt er ja op")


async def test_where_everyone_says_yes_the_list_says_nothing_of_it(laptop):
    route = family_with_a_meeting()
    (meeting,) = route.meetings
    laptop.keep(route.with_meeting(replace(meeting, agreements=meeting.agreements[:1])))
    async with laptop.at_home() as window:
        await window.sees("1 afspraak loopt")
        await window.does_not_see("iedereen")
