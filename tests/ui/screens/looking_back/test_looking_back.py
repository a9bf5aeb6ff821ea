"""Looking back in a meeting: nothing is forgotten, and everything keeps its history."""

from datetime import time, timedelta

from msgspec.structs import replace
from running_app import FAMILY, NOW, family

from relroute_tui.domain.agreement import (
    Agreement,
    Category,
    Entered,
    Outcome,
    Response,
    Stance,
    Then,
)
from relroute_tui.domain.attendance import with_guest
from relroute_tui.domain.contact import Contact, ContactKind, Every
from relroute_tui.domain.meeting import finish, with_response
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.progress.agreement_history import wordings_of
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import begin_meeting, open_agreements


async def look_back(window) -> None:
    await window.press("escape", "k")
    await window.sees("Terugkijken op wat is afgesproken", "0 van ")


async def test_every_agreement_that_holds_is_there_and_stays_when_nobody_looks(after_a_meeting):
    async with after_a_meeting.at_meeting() as window:
        await look_back(window)
        await window.sees(
            "Anna belt Zwaluw elke woensdag om 19.00 uur.",
            "de dag om terug te kijken is er",
            "Kees brengt Zwaluw op zaterdag naar Anna.",
            "2 blijven zoals ze zijn",
        )
        await window.press("escape")
        assert window.screen_name == "MeetingScreen"
    route = after_a_meeting.on_disk()
    assert route.look_backs == ()
    assert len(open_agreements(route)) == 2


async def test_kept_partly_or_not_yet_is_one_key_and_it_carries_on(after_a_meeting):
    async with after_a_meeting.at_meeting() as window:
        await look_back(window)
        await window.press("1", "enter")
        await window.sees("het lukte · we gaan ermee door", "1 van 2 besproken")
        await window.press("3")
        await window.type("de bus reed niet")
        await window.press("enter", "down", "down", "enter")
        await window.sees("nog niet · het is klaar", "2 van 2 besproken")
    route = after_a_meeting.on_disk()
    meeting = route.meetings[-1]
    assert [(each.outcome, each.then, each.meeting_id) for each in route.look_backs] == [
        (Outcome.KEPT, Then.CARRIED_ON, meeting.id),
        (Outcome.NOT_YET, Then.ENDED, meeting.id),
    ]
    assert route.look_backs[-1].in_the_way == "de bus reed niet"
    assert [made.agreement.id for made in open_agreements(route)] == ["m-1-1"]


async def test_new_words_ask_everyone_at_the_table_again(after_a_meeting):
    async with after_a_meeting.at_meeting() as window:
        await look_back(window)
        await window.press("2", "enter", "down", "enter")
        await window.fill_in("#what", "Anna belt Zwaluw op donderdag.")
        await window.press("f4")
        await window.sees("Wat zegt iedereen?", "Anna belt Zwaluw op donderdag.")
        await window.press("f4")
        await window.sees("Nog niet gevraagd: Zwaluw")
        await window.press("1", "1", "1", "3")
        await window.type("eerst een week proberen")
        await window.press("enter", "1", "1")
        await window.sees("Nu om de beurt: wat betekent het voor jou?")
        await window.press("down", "down", "down", "1")
        await window.sees("“eerst een week proberen” was daarbij gezegd.")
        await window.press("home")
        await window.press("f4")
        await window.sees("Nog niet gevraagd wat het voor hen betekent: Zwaluw, Anna")
        await window.press("enter")
        await window.sees("Zwaluw, wat betekent dit voor jou?")
        await window.type("mama belt mij")
        await window.press("enter", *["space"] * 5, "home", "space")
        await window.sees("in eigen woorden: “mama belt mij”", "F4 bewaart het")
        await window.press("f4")
        await window.sees("deels · we veranderen hem")
        await window.press("up", "h")
        await window.sees("Zoals het nu is", "Anna belt Zwaluw op donderdag.", "Zoals het was")
        await window.sees("Anna belt Zwaluw elke woensdag om 19.00 uur.", "eerst een week proberen")
    route = after_a_meeting.on_disk()
    before, after = wordings_of(route, "m-1-1")
    assert after.agreement.text == "Anna belt Zwaluw op donderdag."
    assert before.look_backs[-1].becomes == after.agreement.id
    stances = {response.participant_id: response.stance for response in after.agreement.responses}
    assert stances["p-henk"] is Stance.YES
    assert list(stances.values()).count(Stance.NOT_YET) == 1
    assert [response.said_back for response in after.agreement.responses] == [
        "mama belt mij",
        *[""] * 5,
    ]


async def test_whoever_stops_halfway_changes_nothing(after_a_meeting):
    async with after_a_meeting.at_meeting() as window:
        await look_back(window)
        await window.press("2", "enter", "down", "enter", "f4")
        await window.sees("Wat zegt iedereen?")
        await window.press("escape")
        await window.sees("0 van 2 besproken")
    route = after_a_meeting.on_disk()
    assert (route.look_backs, route.agreements) == ((), ())


async def test_an_agreement_that_was_ended_is_not_asked_again(after_a_meeting):
    async with after_a_meeting.at_meeting() as window:
        await look_back(window)
        await window.press("1", "down", "down", "enter", "up", "1")
        await window.hears("Deze afspraak is klaar.")


async def to_new_words(window) -> None:
    await look_back(window)
    await window.press("3")
    await window.type("de bus reed niet")
    await window.press("enter", "down", "enter")
    await window.until(lambda: window.screen_name == "AgreementDialog")


async def test_new_words_can_not_be_none_and_who_goes_back_from_them_finds_what_was_said(
    after_a_meeting,
):
    async with after_a_meeting.at_meeting() as window:
        await to_new_words(window)
        await window.fill_in("#what", "")
        await window.press("f4")
        await window.sees("Zeg wat er gaat gebeuren.")
        assert window.focus == "what"
        await window.press("escape", "escape")
        await window.until(lambda: window.screen_name == "LookBackDialog")
        window.app.clear_notifications()
        await window.sees("● 3  nog niet", "● we veranderen hem", "de bus reed niet")
        await window.press("escape")
        await window.hears("Wat je hier hebt ingevuld, is nog niet bewaard.")
        await window.press("up", "f4")
        await window.sees("nog niet · we gaan ermee door")
    (look,) = after_a_meeting.on_disk().look_backs
    assert (look.outcome, look.in_the_way) == (Outcome.NOT_YET, "de bus reed niet")


async def test_new_words_keep_what_one_leaves_as_it_was(after_a_meeting):
    async with after_a_meeting.at_meeting() as window:
        await to_new_words(window)
        fields = {each: window.app.screen.query_one(each).value for each in ("#if-not", "#review")}
        assert fields == {"#if-not": "we appen Noor", "#review": "24-11-2026"}
        await window.fill_in("#what", "Anna belt Zwaluw op donderdag.")
        await window.press("f4", *"111111", *["space"] * 6, "f4")
        await window.until(lambda: after_a_meeting.on_disk().agreements)
    (entered,) = after_a_meeting.on_disk().agreements
    kept = entered.agreement
    assert (kept.who, kept.if_not, kept.category, kept.review) == (
        ("Anna", "Zwaluw"),
        "we appen Noor",
        Category.CALLING,
        NOW.date(),
    )


async def test_a_change_of_contact_keeps_every_field_that_one_leaves_as_it_was(laptop):
    contact = Contact(
        who=("Zwaluw",), with_whom=("Anna",), kind=ContactKind.STAYING_OVER,
        every=Every.TWO_WEEKS, weekdays=(6, 7), at=time(10), minutes=1440, how_often="met Pasen",
        where="bij Anna thuis", brings="Kees", fetches="Anna", supervised=True,
        supervised_by="Noor", along="Mus", since=NOW.date() - timedelta(days=30),
    )  # fmt: skip
    made = Agreement(
        "c1", "Zwaluw ziet Anna.", ("Zwaluw",), if_not="een week later", contact=contact,
        category=Category.CONTACT, review=NOW.date() + timedelta(days=30),
    )  # fmt: skip
    entered = Entered(made, NOW - timedelta(days=20))
    laptop.keep(replace(family(), agreements=(entered,)))
    async with laptop.at_meeting() as window:
        await look_back(window)
        await window.press("1", "down", "enter")
        await window.until(lambda: window.screen_name == "ContactDialog")
        await window.fill_in("#where", "in het park")
        await window.press("f4", *"111111", *["space"] * 6, "f4")
        await window.until(lambda: len(laptop.on_disk().agreements) == 2)
    changed = laptop.on_disk().agreements[-1].agreement
    assert changed.contact == replace(contact, where="in het park")
    assert (changed.if_not, changed.review) == (made.if_not, made.review)


async def test_who_did_it_before_is_not_lost_when_they_are_not_here(laptop):
    base = family()
    meeting = begin_meeting(base, "m-1", 7, NOW - timedelta(days=28))
    grandma = Participant("p-oma", "Oma Ans", Role.SUPPORTER)
    meeting = with_guest(meeting, grandma, meeting.started)
    meeting = replace(meeting, notes="- [ ] Oma Ans haalt Zwaluw op. @Oma Ans >24-11-2026")
    (line,) = meeting.agreement_lines()
    for person in meeting.present:
        meeting = with_response(meeting, line.wording, Response(person.id, Stance.YES))
    laptop.keep(replace(base, meetings=(finish(meeting, meeting.started),)))
    async with laptop.at_meeting() as window:
        await look_back(window)
        await window.sees("Oma Ans haalt Zwaluw op.")
        await window.press("1", "down", "enter")
        await window.until(lambda: window.screen_name == "AgreementDialog")
        await window.fill_in("#when", "om vier uur")
        await window.press("f4", *"111111", *["space"] * 6, "f4")
        await window.until(lambda: laptop.on_disk().agreements)
    (entered,) = laptop.on_disk().agreements
    assert entered.agreement.who == ("Oma Ans",)


async def test_f4_keeps_a_look_back(after_a_meeting):
    async with after_a_meeting.at_meeting() as window:
        await look_back(window)
        await window.press("1", "f4")
        await window.sees("het lukte · we gaan ermee door")


async def test_new_words_are_not_looked_back_on_in_the_same_meeting(after_a_meeting):
    async with after_a_meeting.at_meeting() as window:
        controller = window.app.screen.controller
        controller.change(replace(controller.meeting, asks_to_say_back=False))
        await look_back(window)
        await window.press("2", "enter", "down", "enter")
        await window.until(lambda: window.screen_name == "AgreementDialog")
        await window.fill_in("#what", "Anna belt Zwaluw op donderdag.")
        await window.press("f4")
        await window.sees("lukt het niet: we appen Noor", where="#sentence")
        await window.press(*"111111", "f4")
        await window.sees("1 van 2 besproken")
        await window.press("escape", "ctrl+b")
        await window.sees("1 van 2 besproken", "deels · we veranderen hem")
        await window.does_not_see("Anna belt Zwaluw op donderdag.")
        await window.press("up", "1")
        await window.hears("Deze afspraak heeft nieuwe woorden.")
    (entered,) = after_a_meeting.on_disk().agreements
    assert {response.said_back for response in entered.agreement.responses} == {None}


async def test_new_words_say_of_nobody_who_was_not_invited_that_they_were_not_there(
    after_a_meeting,
):
    people = tuple(person.id for person in after_a_meeting.on_disk().participants)
    planned = Planned(NOW.date(), invited=tuple(each for each in people if each != "p-henk"))
    opened = after_a_meeting.archive.open(FAMILY)
    opened.put(replace(opened.route, planned=(planned,)))
    assert opened.close()
    async with after_a_meeting.at_meeting() as window:
        await look_back(window)
        await window.press("2", "enter", "down", "enter")
        await window.fill_in("#what", "Anna belt Zwaluw op donderdag.")
        await window.press("f4", *"11111", *["space"] * 5, "f4")
        await window.sees("deels · we veranderen hem")
    _before, after = wordings_of(after_a_meeting.on_disk(), "m-1-1")
    asked = {response.participant_id for response in after.agreement.responses}
    assert asked
    assert "p-henk" not in asked
