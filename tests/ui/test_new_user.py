"""A new user's walk, whole: from an empty folder to agreements on paper, and back a month later."""

from relroute_tui.domain.agreement import Stance
from relroute_tui.domain.scores import CheckOut, Feeling


async def test_a_new_user_holds_a_meeting_and_reads_it_back(laptop) -> None:
    # An empty folder: a friendly page, and a new route with its people.
    async with laptop.at_home() as window:
        await window.sees("Welkom", "Begin een eigen route")
        await window.press("f2")
        await window.type("Zwaluw")
        await window.press("enter", "down", "enter", "down", "enter")
        await window.type("Noor")
        await window.press("enter")
        await window.sees("Wie komen er nog meer aan tafel?")
        for name, role in (("Anna", "moeder"), ("Kees", "pleegvader")):
            await window.press("enter")
            await window.type(name)
            await window.fill_in("#known-as", role)
            await window.press("enter")
        await window.sees("Anna moeder", "Kees pleegvader", "Noor begeleider")
        await window.press("down", "enter")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.sees("De route van Zwaluw", "Nog geen gesprek")

        # A meeting: three cards, and four agreements, typed, with F4 and with the form.
        await window.press("f2")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        for number in (1, 2, 3):
            await window.press("f2")
            await window.sees(f"{number} gehad")
        await window.type("Anna vertelt over het park.\n")
        await window.type("- [ ] Anna belt Zwaluw elke woensdag om 19.00 uur. @Anna #bellen\n")
        await window.type("Kees stuurt op zondag een foto")
        await window.press("f4", "end")
        await window.type("\nNoor plant het volgende gesprek")
        await window.press("f4", "f4")
        await window.sees("En als het niet lukt?")
        await window.fill_in("#if-not", "we bellen elkaar")
        await window.fill_in("#review", "15-12-2026")
        await window.press("f4")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.press("ctrl+end")
        await window.type("\n- [ ] Zwaluw kiest zaterdag wat we eten. @Zwaluw")
        await window.sees("4 afspraken", where="#agreements")

        # Rounding off: everyone responds, one of them with "not yet", and it is closed.
        await window.round_off()
        await window.sees("Afspraak 1 van 4")
        await window.press("f9")
        await window.sees("Slotrondje")
        await window.press("f9")
        await window.sees("Nog niet iedereen heeft gereageerd")
        await window.press("f9")
        for number in (1, 2, 3, 4):
            await window.until(lambda number=number: f"Afspraak {number} van 4" in window.text)
            await window.press("1", "1")
            if number == 1:
                await window.press("3")
                await window.type("liever om half acht")
                await window.press("enter")
            else:
                await window.press("1")
            await window.press("0", "pagedown")
        await window.press("f9")
        await window.sees("Slotrondje")
        await window.press("5", "tab")
        await window.type("opgelucht")
        await window.press("f9")
        await window.type("15-12-2026")
        await window.sees("dinsdag 15 december")
        await window.press("f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.sees("we zien elkaar weer op dinsdag 15 december", "4 afspraken")

        # On paper: the dissent stands there as well.
        await window.press("f6", "down", "enter")
        await window.until(lambda: window.screen_name == "ExportDialog")
        await window.press("enter")
        await window.until(lambda: list(laptop.environment.exports.glob("*.md")))
    (paper,) = laptop.environment.exports.glob("*.md")
    text = paper.read_text(encoding="utf-8")
    assert "nog niet – “liever om half acht”" in text
    assert text.index("Wat we hebben afgesproken") < text.index("Anna vertelt over het park.")

    # Later, in a new window: everything is there, and can be read back.
    async with laptop.at_home() as window:
        await window.sees("Zwaluw", "4 afspraken lopen")
        await window.press("enter")
        await window.until(lambda: window.screen_name == "RouteScreen")
        window.app.screen.query_one("#meetings").focus()
        await window.press("enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")
        await window.sees("nog niet", "liever om half", "Anna vertelt over het park.")
    (summary,) = laptop.archive.listing().routes
    (meeting,) = laptop.archive.load(summary.id).meetings
    stances = [response.stance for response in meeting.agreements[0].responses]
    assert stances.count(Stance.NOT_YET) == 1
    assert meeting.check_outs[0] == CheckOut(
        meeting.check_outs[0].participant_id, Feeling.GLAD_FACE, "opgelucht"
    )
    assert len(meeting.cards) == 3
