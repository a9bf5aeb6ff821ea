"""The agenda: where we are, and a gentle count of minutes."""

import pytest


@pytest.fixture(autouse=True)
def the_line_is_looked_at_often(monkeypatch):
    monkeypatch.setattr("relroute_tui.ui.screens.meeting.agenda_actions.SHOW_MINUTES_EVERY", 0.05)


async def test_the_minutes_run_gently_and_are_never_an_alarm(one_family):
    async with one_family.at_meeting() as window:
        one_family.clock.advance(minutes=4)
        await window.sees("nog 1 minuut")
        one_family.clock.advance(minutes=1)
        await window.sees("bijna tijd")
        one_family.clock.advance(minutes=30)
        await window.sees("duurt iets langer")


async def test_f6_goes_to_the_next_step_and_p_to_the_one_before(one_family):
    async with one_family.at_meeting() as window:
        await window.sees(
            "De route van Zwaluw", "gesprek 1 · fase: installatie", "● Welkom", "nog 5 minuten"
        )
        await window.sees("Vertel rustig waarvoor jullie samenkomen")
        one_family.clock.advance(minutes=4)
        await window.press("f6")
        await window.sees("● Beginrondje", "nog 8 minuten")
        await window.sees("Vraag iedereen om een woord en een cijfer")
        await window.press("escape")
        await window.hears("Uit de notities: een letter is hier een opdracht. Met Tab ga je terug.")
        await window.press("p")
        await window.sees("● Welkom", "nog 5 minuten")
        await window.press(*["s"] * 12)  # the last step stays the last
        await window.sees("● Slotrondje")


async def test_the_first_meeting_gets_to_know_each_other_and_a_later_one_looks_back(
    after_a_meeting,
):
    async with after_a_meeting.at_meeting(size=(200, 60)) as window:
        await window.press("f6", "f6", "f6")
        await window.sees("Terugkijken op wat is afgesproken", "0 van 2 besproken")
        await window.press("escape")
        await window.sees("● Terugblik op afspraken")


async def test_the_first_meeting_has_introductions(one_family):
    async with one_family.at_meeting(size=(200, 60)) as window:
        await window.press("f6", "f6", "f6")
        await window.sees("● Kennismaken")


async def test_a_pause_takes_no_minutes_from_the_step(one_family):
    async with one_family.at_meeting() as window:
        one_family.clock.advance(minutes=2)
        await window.sees("nog 3 minuten")
        await window.press("f8")
        one_family.clock.advance(minutes=20)
        await window.press("f8")
        await window.sees("nog 3 minuten")


async def test_where_we_are_in_the_agenda_is_kept(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f6", "f6")
    async with one_family.at_meeting() as window:
        await window.sees("● Iets goeds over het kind")


async def test_the_step_of_now_and_its_minutes_fit_every_width(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f6")
        for width in (60, 80, 120, 200):
            await window.resize(width, 20)
            line = window.rows[0] if "●" in window.rows[0] else window.rows[1]
            assert "● Beginrondje" in line
            assert "nog 8 minuten" in line


async def test_another_kind_of_meeting_can_be_chosen_and_where_we_are_stays(one_family):
    async with one_family.at_meeting(size=(200, 60)) as window:
        await window.press("f6", "escape", "o")
        await window.sees("Wat voor gesprek is het?", "Apart met de ouders", "60 minuten")
        await window.press("end", "up", "up", "up", "enter")
        await window.sees("● Beginrondje", "Steun en wensen")


async def test_a_step_draws_from_its_own_deck_and_a_chosen_theme_goes_before_it(one_family):
    write_check_in_deck(one_family)
    async with one_family.at_meeting() as window:
        await window.press("f6")
        await window.sees("Kaarten om te beginnen", "0 gehad, 1 nog")
        await window.press("f2")
        await window.sees("Welk weer is het vandaag bij jou?")


def write_check_in_deck(one_family) -> None:
    deck = """# Om te beginnen
soort: check-in

## Weer {#weather}
gewicht: 1

Welk weer is het vandaag bij jou?

12+: Welk weer is het vandaag bij jou?
"""
    (one_family.environment.sessions.parent / "cards" / "nl" / "check-in.md").write_text(
        deck, encoding="utf-8"
    )


async def test_the_steps_stand_by_the_clock_and_change_for_this_meeting_only(one_family):
    async with one_family.at_meeting((120, 40)) as window:
        one_family.clock.advance(minutes=2)
        await window.press("escape", "m")
        await window.sees("14.00 ● Welkom 5 minuten", "14.05 Beginrondje 8 minuten", "Klaar om")
        await window.press("f6", "plus")
        await window.sees("14.00 ● Welkom 7 minuten", "14.07 Beginrondje 8 minuten")
        await window.press("f2")
        await window.sees("Deze stap blijft hier zoals die is.")
        await window.press("down", "down", "f2")
        await window.sees("14.07 Iets goeds over het kind", where="OptionList")
        await window.press("f5")
        await window.sees("14.07 Iets goeds over het kind 7 minuten", "14.14 Beginrondje")
        await window.press("f4")
        await window.sees("● Welkom", "nog 5 minuten")
        await window.press("f6")
        await window.sees("● Iets goeds over het kind", "nog 7 minuten")
    async with one_family.at_meeting() as window:
        await window.sees("● Iets goeds over het kind")


async def test_changed_steps_are_not_thrown_away_by_one_key(one_family):
    async with one_family.at_meeting((120, 40)) as window:
        await window.press("escape", "m", "plus", "escape")
        await window.hears("Wat je hier hebt ingevuld, is nog niet bewaard.")
        await window.press("escape")
        await window.sees("● Welkom", "nog 5 minuten")
