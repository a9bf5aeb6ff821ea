"""The people of a meeting: they come and go, and one of them has the turn."""

from msgspec.structs import replace
from running_app import family

from relroute_tui.domain.participant import AgeGroup, Participant, Role


async def test_everyone_sits_at_the_table_and_somebody_is_marked_when_one_comes_there(one_family):
    async with one_family.at_meeting() as window:
        await window.sees(
            "Zwaluw 12 of ouder",
            "Anna moeder",
            "Kees pleegvader",
            "Mirjam pleegouder",
            "Noor begeleider",
            "Henk voogd",
            where="#people",
        )
        await window.press("tab", "tab", "space")
        await window.sees("Zwaluw 12 of ouder is er vandaag niet", where="#people")


async def test_a_name_is_put_right_at_the_table_a_guests_too(one_family):
    """C at a person; the palette finds it by what one would type, and the panel by "tafel"."""
    async with one_family.at_meeting() as window:
        await window.type("Lotte komt erbij.\n- [ ] Lotte brengt taart. @Lotte")
        await window.press("escape", "g")
        await window.type("Lotte")
        await window.press("enter")
        for typed in ("naam", "wijzig"):
            await window.press("ctrl+p")
            await window.type(typed)
            await window.sees("Zet de naam van deze persoon recht")
            await window.press("escape")
        await window.press("ctrl+p")
        await window.type("nergens")
        await window.press("ctrl+a")  # what is typed next begins anew
        await window.type("tafel")
        await window.sees("Aan tafel", "Naar dit paneel")
        await window.press("escape", "c")
        await window.hears("Om wiens naam gaat het? Kies, en druk op C.")
        await window.press("end", "c")
        await window.fill_in("#name", "Lot")
        await window.press("enter")
        await window.hears("“Lotte” staat nog in 2 regels van de notities")
        await window.sees("Lot iemand die", where="#people")
        assert window.notes == "Lotte komt erbij.\n- [ ] Lotte brengt taart. @Lot"
        assert window.app.screen.editor.cursor_location[0] == 0
        window.app.screen.query_one("#people OptionList").focus()
        await window.press("home", "down", "c")
        await window.type("Annabell")  # a letter begins the name anew, and Backspace takes one away
        await window.press("enter")
        await window.sees("Annabell moeder", where="#people")
        await window.press("c", "backspace", "enter")
        await window.sees("Annabel moeder", where="#people")
    assert "Annabel" in [person.name for person in one_family.on_disk().participants]


async def test_space_says_who_is_away_and_who_is_back(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f6", "tab", "tab")
        assert window.focus == "people"
        one_family.clock.advance(minutes=10)
        await window.press("down", "space")
        await window.sees("Anna moeder weg sinds 14.10", "5 hier", where="#people")
        one_family.clock.advance(minutes=5)
        await window.press("space")
        await window.sees("Anna moeder er sinds 14.15", "6 hier", where="#people")


async def test_during_the_welcome_it_only_says_who_is_here_at_all(one_family):
    async with one_family.at_meeting() as window:
        await window.press("tab", "tab", *["down"] * 5, "space")
        await window.sees("Henk voogd is er vandaag niet", "5 hier", where="#people")
        one_family.clock.advance(minutes=3)
        await window.press("space")
        await window.sees("6 hier", where="#people")
        await window.does_not_see("er sinds", where="#people")


async def test_f7_passes_the_turn_round_but_not_to_the_facilitator(one_family):
    async with one_family.at_meeting() as window:
        turns = []
        for _ in range(6):
            await window.press("f7")
            marked = next(row for row in window.rows if "▸" in row)
            turns.append(marked.split("▸")[1].split()[0])
        assert turns == ["Zwaluw", "Anna", "Kees", "Mirjam", "Henk", "Zwaluw"]
        await window.sees("▸ Zwaluw 12 of ouder is aan de beurt", where="#people")


async def test_who_leaves_hands_on_the_turn_and_nobody_who_is_away_gets_it(one_family):
    async with one_family.at_meeting() as window:
        await window.press("tab", "tab", "down", "space", "enter")
        await window.sees("Anna moeder is er vandaag niet", where="#people")
        assert "▸" not in window.text
        await window.press("f7", "f7")
        await window.sees("▸ Kees", where="#people")
        await window.press("down", "down", "enter")  # to whom is marked
        await window.sees("▸ Mirjam pleegouder is aan de beurt", where="#people")
        await window.press("space")
        await window.sees("▸ Henk", where="#people")
    (meeting,) = one_family.on_disk().meetings
    here = [each.name for each in meeting.present]
    assert here == ["Zwaluw", "Kees", "Noor", "Henk"]
    assert meeting.turn == "p-henk"


async def test_a_guest_joins_on_the_spot_is_named_in_the_notes_and_is_no_part_of_the_route(
    one_family,
):
    async with one_family.at_meeting() as window:
        await window.press("tab", "tab", "g")
        await window.type("Kees")
        await window.press("enter")
        await window.sees("Deze naam is er al. Kies een andere roepnaam.")
        await window.press("escape", "escape")
        await window.sees("6 hier")
        await window.press("g")
        await window.type("Oma Bep")
        await window.press("enter")
        await window.sees("Oma Bep iemand die steunt", "7 hier", where="#people")
        await window.press("shift+tab", "shift+tab")
        await window.type("- [ ] bakt een taart @om")
        await window.press("tab")
        await window.sees("1 bakt een taart Oma Bep", where="#agreements")
    route = one_family.on_disk()
    (seat,) = (seat for seat in route.meetings[0].seats if seat.person.name == "Oma Bep")
    assert seat.guest, "as the record says beside the name"
    assert "Oma Bep" not in [participant.name for participant in route.participants]


async def test_a_long_table_can_be_walked_through_with_the_arrows(laptop):
    many = [Participant(f"p-{n}", f"Steun {n}", Role.SUPPORTER) for n in range(30)]
    child = Participant("p-0-kind", "Zwaluw", Role.YOUNG_PERSON, AgeGroup.UNDER_12)
    laptop.keep(replace(family(), participants=(child, *many)))
    async with laptop.at_meeting(size=(60, 20)) as window:
        await window.press("tab", "tab", "end")
        await window.sees("Steun 29", "31 hier")


async def test_coming_and_going_is_a_command_like_every_other(one_family):
    async with one_family.at_meeting() as window:
        await window.press("escape")
        await window.press("space")
        assert window.focus == "people"
        await window.hears("Wie komt of gaat?")
        await window.sees("Spatie komt of gaat", where="KeyFooter")
        await window.press("space")
        await window.sees("is er vandaag niet", where="#people")
        await window.press("f1")
        await window.sees("Wie gemarkeerd is, komt aan tafel of gaat weg")
        await window.press("f1", "tab")
        await window.does_not_see("Spatie", where="KeyFooter")


async def test_who_takes_part_from_elsewhere_is_marked_and_a_line_that_drops_keeps_the_turn(
    one_family,
):
    async with one_family.at_meeting() as window:
        await window.press("f6", "escape", "e")
        await window.hears("Wie doet er van elders mee?")
        await window.press("down", "e")
        await window.sees("Anna moeder · van elders", "6 hier", where="#people")
        await window.press("f7", "f7")
        await window.sees("▸ Anna moeder · van elders is aan de beurt", where="#people")
        await window.press("space")
        await window.sees("verbinding weg; de beurt wacht", "5 hier", where="#people")
        await window.press("f7")
        await window.sees("verbinding weg om 14.00", where="#people")
        await window.press("space", "e")
        await window.does_not_see("van elders", where="#people")


async def test_in_a_strip_who_is_elsewhere_is_marked_too(one_family):
    async with one_family.at_meeting(size=(80, 24)) as window:
        await window.press("escape", "e", "down", "e")
        window.app.screen.go_to_panel("notes")
        await window.sees("Anna (elders)")


async def test_what_somebody_reads_best_is_chosen_at_the_table_and_holds_from_then_on(one_family):
    async with one_family.at_meeting() as window:
        await window.press("escape", "y")
        await window.hears("Wie leest liever een andere taal?")
        await window.press("down", "y")
        await window.sees("In welke taal leest Anna het liefst?", "zoals aan tafel", "Arabisch")
        await window.press("down", "down", "enter")
        await window.sees("Anna moeder · Arabisch", where="#people")
        route = window.app.screen.controller.route
        assert route.participants[1].language == "ar"
        assert route.meetings[-1].seats[1].person.language == "ar"
        await window.press("y")
        await window.press("home", "enter")
        await window.does_not_see("Arabisch", where="#people")
        assert window.app.screen.controller.route.participants[1].language == ""
