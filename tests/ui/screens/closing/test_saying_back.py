"""After the responses everyone is asked what an agreement means for them, and may pass."""

from relroute_tui.content.record_template import load_record_template
from relroute_tui.domain.agreement import Stance
from relroute_tui.environment import shipped
from relroute_tui.export.markdown.meetings import meeting_text
from relroute_tui.export.papers.paper import lines_of
from relroute_tui.export.papers.which import Which, paper_about

CALLING = "- [ ] Anna belt Zwaluw elke woensdag om 19.00 uur. @Anna"
EVERYONE = 6
"""Zwaluw, Anna, Kees, Mirjam and Henk, and Noor who leads."""


async def at_the_first_to_say_it_back(window) -> None:
    await window.paste(CALLING)
    await window.press("f9", "f9", *["1"] * EVERYONE)
    await window.sees("wat betekent het voor jou?")


def said_back(window) -> list[str | None]:
    return [each.response.said_back for each in window.app.screen.meeting.responses]


async def test_two_keys_a_person_and_the_words_stand_beside_the_agreement(one_family):
    async with one_family.at_meeting() as window:
        await at_the_first_to_say_it_back(window)
        await window.press("enter")
        await window.sees("Zwaluw, wat betekent dit voor jou?")
        await window.press("enter")  # one too many: what follows is still said by Zwaluw
        await window.sees("Er is niets getypt. Nog een keer Enter laat het leeg.")
        await window.type("[/] mama belt mij")
        await window.press("enter")
        await window.sees("in eigen woorden: “[/] mama belt mij”")
        await window.press(*["space"] * EVERYONE)  # one too many takes nobody's words away
        await window.sees(
            "Teruggelezen.", "of verander een reactie:", "1/j ● ja", "0/s – slaat over"
        )
        assert said_back(window) == ["[/] mama belt mij", *[""] * (EVERYONE - 1)]


async def test_the_keys_for_it_are_in_view_in_a_small_window(one_family):
    sizes = ((60, 20), (80, 24))
    async with one_family.at_meeting(sizes[0]) as window:
        await at_the_first_to_say_it_back(window)
        for size in sizes:
            await window.resize(*size)
            await window.sees("Enter: in eigen woorden", "Spatie: slaat over")
        await window.press(*["space"] * EVERYONE)
        for size in sizes:
            await window.resize(*size)
            await window.sees("of verander een reactie:", "1/j ● ja", "0/s – slaat over")


async def test_the_one_who_leads_is_asked_last_and_nobody_before_all_have_responded(one_family):
    async with one_family.at_meeting() as window:
        await window.paste(CALLING)
        await window.press("f9", "f9", "1", "enter")
        assert said_back(window) == [None]
        await window.press(*["1"] * (EVERYONE - 1), *["space"] * (EVERYONE - 1))
        await window.press("enter")
        await window.sees("Noor, wat betekent dit voor jou?")


async def test_escape_says_nothing_and_only_a_changed_sentence_asks_again(one_family):
    async with one_family.at_meeting() as window:
        await at_the_first_to_say_it_back(window)
        await window.press("enter", "escape")
        assert said_back(window) == [None] * EVERYONE
        await window.press("enter")
        await window.type("hij belt")
        await window.press("enter", "up", "0")  # another response
        assert "hij belt" in said_back(window)
        await window.press(*["space"] * EVERYONE)
        await window.press("escape")
        await window.type(" En op zondag.")
        await window.press("f9", "f9")
        await window.sees("1/j ● ja  2/a ◐ ja, als …")
        assert not any(said_back(window)[EVERYONE:])


async def test_one_key_too_many_takes_nobodys_no_away(one_family):
    async with one_family.at_meeting() as window:
        await window.paste(CALLING)
        await window.press("f9", "f9", "4")
        await window.type("eerst rust")
        await window.press("enter", *["1"] * EVERYONE)  # the last of them comes to Zwaluw again
        await window.hears("“eerst rust” was daarbij gezegd.")
        first = window.app.screen.meeting.responses[0].response
        assert (first.stance, first.words) == (Stance.NO, "eerst rust")
        await window.press("1")
        given = [each.response for each in window.app.screen.meeting.responses]
        assert {each.stance for each in given} == {Stance.YES}


async def test_it_can_be_switched_off_for_a_meeting_and_the_record_says_so(one_family):
    async with one_family.at_meeting() as window:
        await at_the_first_to_say_it_back(window)
        await window.press("f5")
        await window.hears("In dit gesprek wordt niemand gevraagd")
        await window.press("space", "f9", "f9", "f9")
    (meeting,) = one_family.on_disk().meetings
    assert [response.said_back for response in meeting.agreements[0].responses] == [None] * EVERYONE
    assert "niemand gevraagd de afspraken in eigen woorden" in meeting_text(
        one_family.on_disk(), meeting
    )


async def test_what_was_said_stands_on_every_paper(one_family):
    async with one_family.at_meeting() as window:
        await at_the_first_to_say_it_back(window)
        await window.press("enter")
        await window.type("mama belt mij")
        await window.press("enter", "f5", "f9", "f9", "f9")
    route = one_family.on_disk()
    (meeting,) = route.meetings
    record_template = load_record_template((shipped("cards"),), "nl")[0]
    papers = {
        which: "\n".join(lines_of(paper_about(which, route, meeting, lambda: record_template)))
        for which in Which
    }
    for text in (meeting_text(route, meeting), *papers.values()):
        assert "mama belt mij" in text
    for text in (meeting_text(route, meeting), papers[Which.RECORD]):
        assert "niet iedereen gevraagd de afspraken in eigen woorden" in text, "F5 came after him"
