"""Looking back in a meeting: nothing is forgotten, and everything keeps its history."""

from living_room import FAMILY

from relroute_tui.domain.agreement import Outcome, Stance, Then
from relroute_tui.domain.cycle import wordings_of
from relroute_tui.domain.route import open_agreements


async def look_back(window) -> None:
    await window.press("escape", "k")
    await window.sees("Terugkijken op wat is afgesproken", "0 van 2 besproken")


async def test_every_agreement_that_holds_is_there_and_stays_when_nobody_looks(a_month_on):
    async with a_month_on.at_meeting() as window:
        await look_back(window)
        await window.sees(
            "Anna belt Zwaluw elke woensdag om 19.00 uur.",
            "de dag om terug te kijken is er",
            "Kees brengt Zwaluw op zaterdag naar Anna.",
            "2 blijven zoals ze zijn",
        )
        await window.press("escape")
        assert window.room == "MeetingScreen"
    route = a_month_on.on_disk()
    assert route.look_backs == ()
    assert len(open_agreements(route)) == 2


async def test_kept_partly_or_not_yet_is_one_key_and_it_carries_on(a_month_on):
    async with a_month_on.at_meeting() as window:
        await look_back(window)
        await window.press("1", "enter")
        await window.sees("het lukte · we gaan ermee door", "1 van 2 besproken")
        await window.press("3")
        await window.type("de bus reed niet")
        await window.press("enter", "down", "down", "enter")
        await window.sees("nog niet · het is klaar", "2 van 2 besproken")
    route = a_month_on.on_disk()
    meeting = route.meetings[-1]
    assert [(each.outcome, each.then, each.meeting_id) for each in route.look_backs] == [
        (Outcome.KEPT, Then.CARRIED_ON, meeting.id),
        (Outcome.NOT_YET, Then.ENDED, meeting.id),
    ]
    assert route.look_backs[-1].in_the_way == "de bus reed niet"
    assert [each.agreement.id for each in open_agreements(route)] == ["m-1-1"]


async def test_new_words_ask_everyone_at_the_table_again(a_month_on):
    async with a_month_on.at_meeting() as window:
        await look_back(window)
        await window.press("2", "enter", "down", "enter")
        await window.fill_in("#what", "Anna belt Zwaluw op donderdag.")
        await window.press("f4")
        await window.sees("Wat zegt iedereen?", "Anna belt Zwaluw op donderdag.")
        await window.press("f4")
        await window.sees("Nog niet gevraagd: Zwaluw")
        await window.press("1", "1", "1", "3")
        await window.type("eerst een week proberen")
        await window.press("enter", "1", "1", "f4")
        await window.sees("deels · we veranderen hem")
        await window.press("up", "h")
        await window.sees("Zoals het nu is", "Anna belt Zwaluw op donderdag.", "Zoals het was")
        await window.sees("Anna belt Zwaluw elke woensdag om 19.00 uur.", "eerst een week proberen")
    route = a_month_on.on_disk()
    before, after = wordings_of(route, "m-1-1")
    assert after.agreement.text == "Anna belt Zwaluw op donderdag."
    assert before.look_backs[-1].becomes == after.agreement.id
    stances = {each.participant_id: each.stance for each in after.agreement.responses}
    assert stances["p-henk"] is Stance.YES
    assert list(stances.values()).count(Stance.NOT_YET) == 1


async def test_whoever_stops_halfway_changes_nothing(a_month_on):
    async with a_month_on.at_meeting() as window:
        await look_back(window)
        await window.press("2", "enter", "down", "enter", "f4")
        await window.sees("Wat zegt iedereen?")
        await window.press("escape")
        await window.sees("0 van 2 besproken")
    route = a_month_on.on_disk()
    assert (route.look_backs, route.agreements) == ((), ())


async def test_an_agreement_that_was_ended_is_not_asked_again(a_month_on):
    async with a_month_on.at_meeting() as window:
        await look_back(window)
        await window.press("1", "down", "down", "enter", "up", "1")
        await window.hears("Deze afspraak is klaar.")


async def test_the_history_opens_from_the_route_too(a_month_on):
    async with a_month_on.at_route() as window:
        window.app.screen.query_one("#agreements").focus()
        await window.press("down", "h")
        await window.sees("gemaakt in gesprek 1", "Kees brengt Zwaluw op zaterdag naar Anna.")
        await window.sees("Mirjam “eerst een middag proberen”")
        await window.press("escape")
        assert window.room == "RouteScreen"
    assert a_month_on.on_disk(FAMILY).look_backs == ()
