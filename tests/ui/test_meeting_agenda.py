"""The agenda: where we are, and a gentle count of minutes."""

import pytest


@pytest.fixture(autouse=True)
def the_line_is_looked_at_often(monkeypatch):
    monkeypatch.setattr("relroute_tui.ui.meeting.table.SHOW_MINUTES_EVERY", 0.05)


async def test_the_line_says_which_route_which_meeting_and_which_step(home):
    async with home.at_meeting() as window:
        await window.sees(
            "De route van Zwaluw", "gesprek 1 · installatie", "● welkom", "nog 5 minuten"
        )


async def test_the_minutes_run_gently_and_are_never_an_alarm(home):
    async with home.at_meeting() as window:
        home.clock.advance(minutes=4)
        await window.sees("nog 1 minuut")
        home.clock.advance(minutes=1)
        await window.sees("bijna tijd")
        home.clock.advance(minutes=30)
        await window.sees("duurt iets langer")


async def test_f6_goes_to_the_next_step_and_p_to_the_one_before(home):
    async with home.at_meeting() as window:
        home.clock.advance(minutes=4)
        await window.press("f6")
        await window.sees("● check-in", "nog 8 minuten")
        await window.press("escape", "p")
        await window.sees("● welkom", "nog 5 minuten")


async def test_the_last_step_stays_the_last(home):
    async with home.at_meeting() as window:
        await window.press("escape", *["s"] * 12)
        await window.sees("● check-out")


async def test_the_first_meeting_gets_to_know_each_other_and_a_later_one_looks_back(a_month_on):
    async with a_month_on.at_meeting(size=(200, 60)) as window:
        await window.press("f6", "f6", "f6")
        await window.sees("Terugkijken op wat is afgesproken", "0 van 2 besproken")
        await window.press("escape")
        await window.sees("● terugblik op afspraken")


async def test_the_first_meeting_has_introductions(home):
    async with home.at_meeting(size=(200, 60)) as window:
        await window.press("f6", "f6", "f6")
        await window.sees("● kennismaken")


async def test_a_pause_takes_no_minutes_from_the_step(home):
    async with home.at_meeting() as window:
        home.clock.advance(minutes=2)
        await window.sees("nog 3 minuten")
        await window.press("f8")
        home.clock.advance(minutes=20)
        await window.press("f8")
        await window.sees("nog 3 minuten")


async def test_where_we_are_in_the_agenda_is_kept(home):
    async with home.at_meeting() as window:
        await window.press("f6", "f6")
    async with home.at_meeting() as window:
        await window.sees("● het kind in beeld")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
async def test_the_step_of_now_and_its_minutes_fit_every_width(home, width):
    async with home.at_meeting(size=(width, 20)) as window:
        await window.press("f6")
        line = window.rows[0] if "●" in window.rows[0] else window.rows[1]
        assert "● check-in" in line
        assert "nog 8 minuten" in line
