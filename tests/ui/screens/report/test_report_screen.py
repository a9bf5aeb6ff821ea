"""The report of a year: one page, by theme and by person, for one year or all, to take along."""

from msgspec.structs import replace
from running_app import family_with_a_meeting

from relroute_tui.domain.agreement import LookBack, Outcome, Then
from relroute_tui.domain.scores import CheckOut


def keep(laptop) -> None:
    """Keep a family that looked back, of whom two gave a number."""
    route = family_with_a_meeting()
    meeting = route.meetings[0]
    people = {seat.person.name: seat.person.id for seat in meeting.seats}
    outs = (CheckOut(people["Anna"], 4), CheckOut(people["Kees"], 9))
    looked = LookBack(
        meeting.agreements[0].id,
        meeting.started.date(),
        Outcome.PARTLY,
        Then.CARRIED_ON,
        "[/] de bus was laat",
    )
    route = route.with_meeting(replace(meeting, check_outs=outs))
    laptop.keep(replace(route, look_backs=(looked,)))


async def test_it_shows_what_was_spoken_about_agreed_and_how_it_went(laptop):
    keep(laptop)
    async with laptop.at_route() as window:
        await window.press("y")
        await window.sees(
            "De hele weg",
            "Contact en bezoek",
            "Welk bezoek ging goed",
            "Anna belt Zwaluw elke woensdag",
            "“[/] de bus was laat”",
        )
        await window.press("end")
        await window.sees("Anna: van gesprek tot gesprek", "Kees: van gesprek tot gesprek")


async def test_one_theme_or_one_year_can_be_looked_at(laptop):
    keep(laptop)
    async with laptop.at_route() as window:
        await window.press("y", "f4")
        await window.sees("Welk thema?")
        await window.press("end", "enter")
        await window.sees("Terugkijken en vooruit")
        await window.does_not_see("Welk bezoek ging goed")
        await window.press("f4", "home", "enter", "f3", "end", "enter")
        await window.sees("Het jaar 2026", "Welk bezoek ging goed")


async def test_it_is_written_out_to_print(laptop):
    keep(laptop)
    async with laptop.at_route() as window:
        await window.press("y", "f6")
        await window.sees("Waar gaat het heen?")
        await window.press("enter")
        await window.sees("report-zwaluw-2026-11-24.html")
    (file,) = laptop.environment.exports.glob("report-*.html")
    page = file.read_text("utf-8")
    assert "“[/] de bus was laat”" in page
    assert page.count("<svg") == 2
