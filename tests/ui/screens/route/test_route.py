"""One route: what was held, what was agreed, and the ways on from here."""

from datetime import date

import pytest
from msgspec.structs import replace
from running_app import NOTES_OF_THE_FIRST_MEETING, NOW, family_with_a_meeting

from relroute_tui.domain.agreement import Entered, LookBack, Outcome, SetBy, Then
from relroute_tui.domain.progress.todo import round_off
from relroute_tui.domain.route import begin_meeting, open_agreements


async def test_a_route_says_who_is_at_its_table_and_where_it_stands(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        await window.sees(
            "De route van Zwaluw",
            "Anna (moeder)",
            "Kees (pleegvader)",
            "Mirjam (pleegouder)",
            "fase: installatie",
            "we zien elkaar weer op dinsdag 24 november",
        )


async def test_the_meetings_stand_newest_first(laptop):
    route = family_with_a_meeting()
    second = begin_meeting(route, "m-2", 7, laptop.clock())
    laptop.keep(route.with_meeting(second))
    async with laptop.at_route() as window:
        held = window.text_in("#held")
        assert held.index("gesprek 2") < held.index("gesprek 1")
        assert "dinsdag 24 november 2026" in held
        assert "dinsdag 27 oktober 2026" in held


async def test_the_open_agreements_say_who_and_when_and_point_at_nobody(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        await window.sees(
            "Anna belt Zwaluw elke woensdag om 19.00 uur.",
            "terugkijken 24 nov 2026",
            "Kees brengt Zwaluw op zaterdag naar Anna.",
            where="#open",
        )
        told = window.text_in("#open")
        lack = "Nog niet iedereen zegt hier ja op."
        assert told.count(lack) == 1
        assert told.index("Kees brengt") < told.index("terugkijken 15 dec") < told.index(lack)
        assert "Mirjam" not in told, "that is said, and not of whom"
        window.app.screen.query_one("#agreements").focus()
        await window.press("down", "h")
        await window.sees("gemaakt in gesprek 1", "Kees brengt Zwaluw op zaterdag naar Anna.")
        await window.sees("Mirjam “eerst een middag proberen”")  # a no stays, one key away
        await window.press("escape")
        assert window.screen_name == "RouteScreen"


async def test_a_route_is_calm_at_first_sight_and_names_nobody_who_still_has_something_to_do(
    laptop,
):
    first = open_agreements(family_with_a_meeting())[0]
    by_court = replace(first.agreement, id="a-court", set_by=SetBy.COURT)
    entered = Entered(by_court, NOW)
    laptop.keep(replace(family_with_a_meeting(), planned=(), agreements=(entered,)))
    async with laptop.at_route((60, 20)) as window:
        for size in ((60, 20), (80, 24), (120, 40)):
            await window.resize(*size)
            for panel in ("map", "held", "open"):
                window.app.screen.go_to_panel(panel)
                await window.settle()
                for word in ("niet begonnen", "niet klaar", "vragenlijst van"):
                    assert word not in window.text
                # That somebody says no is told with the agreement, and nowhere before.
                assert ("niet iedereen" in window.text_in(f"#{panel}")) is (panel == "open")
            told = window.text_in("#open")
            assert "door de rechter" in told
            assert told.index("Anna belt Zwaluw") < told.index("door de rechter")
            await window.press("t")
            await window.sees("3 vragenlijsten om in te vullen.", "Er is nog geen gesprek gepland:")
            people = ("Anna", "Kees", "Mirjam")
            assert not any(name in window.text_in("OptionList") for name in people)
            await window.press("escape")


async def test_what_there_is_to_do_leads_to_where_it_is_done(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        await window.press("t")
        await window.sees("1 afspraak om op terug te kijken.", where=".dialog")
        await window.press("down", "down", "enter")
        await window.until(lambda: window.focus == "agreements")


async def test_home_says_that_a_route_is_rounded_off(laptop):
    laptop.keep(round_off(family_with_a_meeting(), date(2026, 11, 20), "Dag."))
    async with laptop.at_home() as window:
        await window.sees("afgerond op vrijdag 20 november 2026", where="#list")


async def test_a_route_is_rounded_off_with_a_day_and_a_word_and_can_go_on(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        await window.press("ctrl+p")
        await window.type("zeggen dat deze")
        await window.press("enter")
        await window.until(lambda: window.screen_name == "RoundOffDialog")
        await window.fill_in("#day", "20-11-2026")
        await window.fill_in("#words", "We bellen nog [/ elke week]")
        await window.press("f4")
        await window.sees("afgerond op vrijdag 20 november 2026", "“We bellen nog [/ elke week]”")
        end = window.app.screen.opened.route.rounded_off
        assert (end.on, end.words) == (date(2026, 11, 20), "We bellen nog [/ elke week]")
        await window.press("t")
        await window.sees("Op dit moment niets.")
        await window.press("escape", "ctrl+p")
        await window.type("zeggen dat deze")
        await window.press("enter")
        await window.until(lambda: window.screen_name == "RoundOffDialog")
        window.app.screen.query_one("#go-on").press()
        await window.does_not_see("· afgerond op")
        await window.sees("eerder afgerond op vrijdag 20 november 2026", "“We bellen nog [/ elke")
    assert after_a_meeting.on_disk().rounded_off is None


@pytest.mark.parametrize(
    ("keys", "meets", "goes_on"),
    [(["escape"], False, False), (["enter"], True, True), (["down", "enter"], True, False)],
    ids=["neither", "it goes on", "this once"],
)
async def test_a_meeting_after_the_end_asks_whether_the_route_goes_on(laptop, keys, meets, goes_on):
    laptop.keep(round_off(family_with_a_meeting(), date(2026, 11, 20), "Dag."))
    async with laptop.at_route() as window:
        await window.press("f2")
        await window.sees("Afgerond op vrijdag 20 november 2026", "Alleen dit gesprek")
        await window.press(*keys)
        assert window.screen_name == ("MeetingScreen" if meets else "RouteScreen")
    route = laptop.on_disk()
    assert (route.unfinished is not None) is meets
    assert (route.rounded_off is None) is goes_on
    assert [end.words for end in route.earlier_ends] == (["Dag."] if goes_on else [])


async def test_a_word_finds_the_meetings_it_was_said_in_with_its_sentence_and_a_count(
    after_a_meeting,
):
    async with after_a_meeting.at_route() as window:
        await window.press("ctrl+f")
        assert window.screen_name == "RouteScreen"
        await window.type("bos")
        assert window.app.screen.query_one("#filter").value == "bos"
        await window.sees("gesprek 1", "De middag in het bos ging goed.", where="#held")
        await window.sees("1 gesprek")
        await window.type(" en zee")
        await window.sees("Niets gevonden. Probeer minder letters.")
        await window.fill_in("#filter", "EERST proberen")  # what somebody answered
        await window.sees("gesprek 1", "eerst een middag proberen", where="#held")
        await window.fill_in("#filter", "elke woensdag")
        await window.sees("Anna belt Zwaluw elke woensdag", where="#held")
        await window.does_not_see("- [ ] Anna", where="#held")


async def test_down_marks_and_enter_opens_what_a_search_found_where_it_was_said(laptop):
    route = family_with_a_meeting()
    (first,) = route.meetings
    notes = "\n\n".join(["Nog een regel."] * 60) + "\n\nDe telefoon van Anna is stuk."
    second = replace(first, id="m-2", notes=notes, agreements=())
    laptop.keep(replace(route, meetings=(first, second)))
    async with laptop.at_route((80, 24)) as window:
        await window.press("ctrl+f")
        await window.type("anna")
        await window.sees("2 gesprekken")
        await window.press("down", "enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")
        await window.sees("gesprek 1")
        await window.press("escape", "up", "enter")
        await window.sees("gesprek 2", "De telefoon van Anna is stuk.")


async def test_a_long_sentence_is_shown_around_the_word_that_was_looked_for(laptop):
    route = family_with_a_meeting()
    (first,) = route.meetings
    long = " ".join([f"woord{n}" for n in range(200)]) + " telefoon " + "einde " * 100
    laptop.keep(replace(route, meetings=(replace(first, notes=long),)))
    async with laptop.at_route((60, 20)) as window:
        await window.press("ctrl+f")
        await window.type("TELEFOON")
        await window.sees("… ", "telefoon einde", where="#held")
        await window.does_not_see("woord2 woord3")


async def test_f2_begins_a_meeting_with_everyone_at_the_table(one_family):
    async with one_family.at_route() as window:
        await window.press("f2")
        await window.sees("gesprek 1 · fase: installatie", "Anna", "Henk", "6 hier")
    (meeting,) = one_family.on_disk().meetings
    assert [person.name for person in meeting.present][:2] == ["Zwaluw", "Anna"]


async def test_f2_and_enter_go_on_with_the_meeting_that_was_not_rounded_off(one_family):
    async with one_family.at_route() as window:
        await window.sees("Nog geen gesprek. Met F2 begin je het eerste.", "Op dit moment geen.")
        await window.press("m")  # as F2
        await window.sees("gesprek 1 · fase: installatie")
        await window.type("We lachten.")
        await window.press("escape", "escape")
        await window.sees("nog niet afgerond; Enter: verder waar je was", where="#held")
        await window.sees("het gesprek van 24 november is nog open: F2 gaat ermee verder")
        await window.press("f2")
        await window.sees("We lachten.", where="#notes")
        await window.press("escape", "escape")
        window.app.screen.query_one("#meetings").focus()
        await window.press("enter")
        await window.sees("gesprek 1 · fase: installatie", "We lachten.", "Notities")
    assert len(one_family.on_disk().meetings) == 1


async def test_a_meeting_that_was_held_is_read_back_with_enter(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        window.app.screen.query_one("#meetings").focus()
        await window.press("enter")
        await window.sees("De middag in het bos ging goed.", "eerst een middag proberen")
        await window.type("x")
    assert after_a_meeting.on_disk().meetings[0].notes == NOTES_OF_THE_FIRST_MEETING


async def test_f4_asks_how_the_marked_agreement_went(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        window.app.screen.query_one("#agreements").focus()
        await window.press("f4")
        await window.sees("Anna belt Zwaluw elke woensdag om 19.00 uur.", "het lukte", "deels")
        await window.press("escape")
        assert window.screen_name == "RouteScreen"
    assert after_a_meeting.on_disk().look_backs == ()


async def test_which_of_more_agreements_is_meant_is_asked_first(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        for key in ("f4", "h"):
            window.app.clear_notifications()
            window.app.screen.go_to_panel("map")
            await window.press(key)
            await window.hears("Welke afspraak bedoel je?")
            assert window.screen_name == "RouteScreen"
            assert window.app.focused.id == "agreements"
            await window.press("end", key)
            await window.sees("Kees brengt Zwaluw op zaterdag naar Anna.")
            assert window.screen_name != "RouteScreen"
            await window.press("escape")


async def test_where_there_is_one_agreement_that_one_is_meant(laptop):
    route = family_with_a_meeting()
    first, second = open_agreements(route)
    ended = LookBack(second.agreement.id, NOW.date(), Outcome.KEPT, Then.ENDED)
    laptop.keep(replace(route, look_backs=(ended,)))
    async with laptop.at_route() as window:
        await window.press("f4")
        await window.sees(first.agreement.text, "het lukte")


async def test_cards_that_were_set_aside_are_counted_and_taken_back(laptop):
    laptop.keep(replace(family_with_a_meeting(), set_aside=("contact/calling",)))
    async with laptop.at_route() as window:
        await window.sees("1 kaart opzij")
        await window.press("ctrl+p")
        await window.type("opzij")
        await window.press("enter")
        await window.hears("Alle kaarten doen weer mee.")
        await window.does_not_see("1 kaart opzij")
    assert laptop.on_disk().set_aside == ()


async def test_f6_offers_the_last_papers_and_all_meetings_as_a_text(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        await window.press("f6", "enter")
        await window.sees("De papieren staan in de map")
        await window.press("escape", "f6", "down", "enter")
        await window.sees(f"meetings-zwaluw-{after_a_meeting.clock().date().isoformat()}.md")
        await window.press("enter")
        (written,) = after_a_meeting.environment.exports.iterdir()
    text = written.read_text(encoding="utf-8")
    assert "Kees brengt Zwaluw op zaterdag naar Anna." in text
    assert "eerst een middag proberen" in text


async def test_where_no_home_is_behind_it_the_way_back_is_called_the_way_out(one_family):
    async with one_family.at_route() as window:
        await window.sees("Esc sluit")
        await window.press("escape", "escape")
        assert not window.is_open
    async with one_family.at_home() as window:
        await window.press("enter")
        await window.sees("De route van Zwaluw", "Esc terug")
        await window.press("escape")
        await window.sees("De routes")
