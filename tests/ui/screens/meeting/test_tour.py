"""The tour: it goes on when somebody did what it asks, and it can be left at any moment."""

from relroute_tui.domain.carers import CarersKind
from relroute_tui.language.carers import called
from relroute_tui.ui.start import Start


async def test_the_tour_goes_on_as_one_does_what_it_asks(one_family):
    async with one_family.window(Start("zwaluw", meet=True, tour=True)) as window:
        await window.sees("Probeer het, 1 van 6")
        await window.type("Anna vertelt over het park.\n")
        await window.sees("Probeer het, 2 van 6", "F2 trekt een kaart")
        await window.press("f2")
        await window.sees("Probeer het, 3 van 6")
        await window.type("Anna belt woensdag.")
        await window.sees("Probeer het, 3 van 6")
        await window.press("f4")
        await window.sees("Probeer het, 4 van 6")
        await window.press("f7")
        await window.sees("Probeer het, 5 van 6")
        await window.press("f6")
        await window.sees("Probeer het, 6 van 6", "F9 rondt af")
        assert window.focus == "notes"
        await window.press("escape")
        await window.does_not_see("Probeer het")
        assert window.focus == "notes"  # Esc ended the tour, and nothing else


async def test_the_tour_comes_once_in_a_practice_meeting_and_never_in_a_real_one(one_family):
    async with one_family.at_home() as window:
        await window.press("f4", "enter")
        await window.press("f2")
        await window.sees("Probeer het, 1 van 6")
        await window.press("escape", "escape", "escape")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.press("f2")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        assert "Probeer het" not in window.text
        await window.press("escape", "escape", "escape")
        await window.type("zwaluw")
        await window.press("enter", "f2")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        assert "Probeer het" not in window.text
        await window.sees("Welkom")


async def test_the_first_page_leads_straight_into_the_tour(laptop):
    async with laptop.at_home((60, 20)) as window:
        await window.press("enter")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.sees("Probeer het, 1 van 6", "Esc sluit de rondleiding.")
        await window.press("escape", "escape", "escape")
        await window.sees("De route van Zwaluw")
        assert called().kind is CarersKind.FOSTER_PARENTS  # as this family says, not as home does
        await window.press("escape")
        await window.sees("Begin een eigen route")


async def sees_at_every_size(window, *texts: str, where: str = "") -> None:
    for size in ((50, 20), (60, 20), (80, 24), (120, 40)):
        await window.resize(*size)
        await window.sees(*texts, where=where)


async def test_a_practice_meeting_is_called_practice_and_a_real_one_never_is(one_family):
    async with one_family.at_home() as window:
        await window.press("f4", "enter")
        await sees_at_every_size(window, "OEFENING · De route van")
        await window.press("f2")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await sees_at_every_size(window, "OEFENING", where="AgendaLine")
        await window.press("escape", "f9", "f9", "f4")
        await sees_at_every_size(window, "OEFENING · De route van", where="#whose")
        await window.press(*["escape"] * 4)
        await window.until(lambda: window.screen_name == "HomeScreen")
        await window.type("zwaluw")
        await window.press("enter")
        await window.sees("De route van Zwaluw")
        await window.press("f2")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.does_not_see("OEFENING")
