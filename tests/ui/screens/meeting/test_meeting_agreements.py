"""Agreements: read out of the notes as they are typed, and nothing is entered twice."""

import time

import pytest

from relroute_tui.ui.screens.meeting.notes import READ_NOTES_AFTER


async def begin_anew(window) -> None:
    """Empty the notes."""
    window.app.screen.query_one("#notes").clear()
    await window.settle()
    assert window.notes == ""


async def test_an_agreement_appears_as_it_is_typed_and_goes_when_its_line_goes(one_family):
    async with one_family.at_meeting() as window:
        await window.sees("Met F4 wordt de regel die je typt een afspraak.", where="#agreements")
        await window.type("- [ ] Anna belt")
        await window.sees("1 Anna belt", "1 afspraak", where="#agreements")
        assert "Met F4 wordt" not in window.text
        await window.press(*["backspace"] * 16)
        await window.sees("Met F4 wordt de regel die je typt een afspraak.")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("language", ["nl", "en"], indirect=True)
async def test_empty_notes_say_what_is_typed_there_and_what_the_signs_mean(
    one_family, size, language
):
    what, signs = {
        "nl": (
            "Typ hier wat er gezegd wordt.",
            "In een afspraak zegt @ wie, # waarover het gaat, > wanneer we terugkijken.",
        ),
        "en": (
            "Type here what is said.",
            "In an agreement, @ says who, # what it is about, > when we look back.",
        ),
    }[language]
    async with one_family.at_meeting(size) as window:
        await window.sees(what, signs, where="#notes")
        assert window.notes == ""
        await window.type("A")
        await window.does_not_see(what, signs)
        await window.press("backspace")
        await window.sees(what, signs, where="#notes")
        await window.press("f2")
        await window.does_not_see(what, signs)


async def test_an_agreement_appears_never_later_than_a_fifth_of_a_second_after_the_key(one_family):
    async with one_family.at_meeting() as window:
        await window.paste("Zo ging het gesprek verder over de woensdag.\n" * 230)
        await window.type("- [ ] Anna belt ")
        works = []
        for letter in "elke":
            seen = window.text_in("#agreements")
            begin = time.thread_time()  # whatever else the machine does meanwhile
            window.strike(letter)
            await window.settle()
            works.append(time.thread_time() - begin)
            assert window.text_in("#agreements") != seen
        assert READ_NOTES_AFTER + min(works) < 0.2, works


async def test_what_an_agreement_does_not_say_yet_or_says_wrongly_is_told_in_words(one_family):
    async with one_family.at_meeting() as window:
        await window.type("- [ ] We bellen")
        await window.sees(
            "wie doet het? wanneer, of hoe vaak? en als het niet lukt? wanneer kijken we terug?",
            where="#agreements",
        )
        await window.type(" elke woensdag")
        await window.does_not_see("wanneer, of hoe vaak?", where="#agreements")
        await window.type(" @Anna ")
        await window.does_not_see("wie doet het?", where="#agreements")
        await window.type(">15-12-2026")
        await window.does_not_see("wanneer kijken we terug?", where="#agreements")
        await window.type("\n  lukt het niet: we appen Noor")
        await window.does_not_see("en als het niet lukt?", where="#agreements")
        await window.sees(
            "1 We bellen elke woensdag Anna · terugkijken 15 dec 2026"
            " · lukt het niet: we appen Noor",
            where="#agreements",
        )
        await begin_anew(window)
        await window.type("- [ ] Anna belt @Piet >31-2-2026")
        await window.sees(
            "niemand aan deze tafel heet “@Piet”",
            "“>31-2-2026” is geen dag: schrijf >",
            where="#agreements",
        )


async def test_what_was_agreed_is_shown_again_when_a_meeting_is_gone_on_with(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt elke woensdag")
        await window.press("f4")
        await window.sees("Anna belt elke woensdag", where="#agreements")
        await window.press("escape", "escape")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.press("f2")
        await window.sees("Anna belt elke woensdag", where="#agreements")
    async with one_family.at_meeting() as window:
        await window.sees("Anna belt elke woensdag", where="#agreements")


async def test_f4_makes_an_agreement_of_the_line_with_the_cursor(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Het was fijn.\nAnna belt elke woensdag")
        await window.press("f4")
        assert window.notes == "Het was fijn.\n- [ ] Anna belt elke woensdag"
        await window.sees("1 Anna belt elke woensdag Anna", where="#agreements")
        await window.type(" om zeven uur")
        await window.sees("1 Anna belt elke woensdag om zeven uur Anna", where="#agreements")
        await begin_anew(window)
        await window.press("f4")  # on an empty line it begins one
        await window.type("Kees brengt een foto mee")
        assert window.notes == "- [ ] Kees brengt een foto mee"
        await begin_anew(window)
        await window.type("Anna belt")
        await window.press("escape", "a")  # from every panel, by its letter too
        assert window.notes == "- [ ] Anna belt"
        assert window.focus == "notes"
        await begin_anew(window)
        await window.type("Anna belt")
        await window.press("f4", "ctrl+z")  # undone with one key
        assert window.notes == "Anna belt"


async def test_f4_once_more_opens_a_form_at_what_is_missing(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt elke woensdag")
        await window.press("f4", "f4")
        await window.sees("Wat gaan we doen?", "Wie doet het?", "En als het niet lukt?")
        assert window.focus == "review"
        await window.type("15-12-2026")
        await window.press("tab")
        await window.type("we appen Noor")
        await window.press("f4")
        assert window.notes == (
            "- [ ] Anna belt elke woensdag @Anna >15-12-2026\n  lukt het niet: we appen Noor\n"
        )
        await window.sees("lukt het niet: we appen Noor", where="#agreements")


async def test_what_stands_in_a_field_of_the_form_is_added_to_and_never_typed_over(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt")
        await window.press("f4", "f4", "shift+tab", "shift+tab")
        assert window.focus == "what"
        await window.type(" Zwaluw elke week")
        await window.press("f4", "up", "f4")
        assert window.focus == "review"
        await window.press("tab")
        await window.type("we appen")
        await window.press("f4")
        assert window.notes == "- [ ] Anna belt Zwaluw elke week @Anna\n  lukt het niet: we appen\n"


async def test_the_form_offers_everyone_at_the_table_and_writes_what_it_is_about(one_family):
    async with one_family.at_meeting() as window:
        await window.type("We maken samen een fotoboek")
        await window.press("f4", "f4")
        await window.sees("Zwaluw", "Anna", "Kees", "Mirjam", "Noor", "Henk", where="#who")
        await window.press("down", "space")
        window.app.screen.query_one("#category").focus()
        await window.press("enter", "home", "down", "down", "enter", "f4")
        assert "@" in window.notes
        assert window.notes.endswith("#bellen\n")


async def test_the_day_to_look_back_is_typed_as_people_say_it(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt elke woensdag")
        await window.press("f4")
        for said, shown, kept in (
            ("vrijdag", "vrijdag 27 november 2026", ">27-11-2026"),
            ("over twee weken", "dinsdag 8 december 2026", ">8-12-2026"),
            ("15 januari", "vrijdag 15 januari 2027", ">15-1-2027"),
        ):
            await window.press("ctrl+home", "f4")
            await window.fill_in("#review", said)
            await window.sees(shown)
            await window.press("f4")
            assert kept in window.notes


async def test_the_form_says_kindly_that_a_day_is_none_and_keeps_what_was_typed(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt elke woensdag")
        await window.press("f4", "f4", "escape")
        assert window.screen_name == "MeetingScreen", "nothing was typed"
        await window.press("ctrl+g")
        await window.sees("Wat gaan we doen?")
        await window.fill_in("#review", "binnenkort")
        await window.press("f4")
        await window.sees(
            "“binnenkort” is geen dag. Schrijf 15-12-2026, vrijdag, of over twee weken."
        )
        assert window.focus == "review"
        await window.press("escape")
        await window.hears("Wat je hier hebt ingevuld, is nog niet bewaard.")
        assert window.focus == "review"
        await window.fill_in("#when", "woensdag om 19.00 uur")  # who types on is asked again
        await window.press("escape")
        await window.type(" precies")  # in the field of the warning too
        await window.press("escape")
        assert window.app.screen.query_one("#when").value == "woensdag om 19.00 uur precies"
        await window.press("escape")
        assert window.screen_name == "MeetingScreen"
        assert window.notes == "- [ ] Anna belt elke woensdag"


async def test_a_day_that_is_none_stands_in_the_form_where_days_go(one_family):
    async with one_family.at_meeting() as window:
        await window.paste("- [ ] Anna belt elke woensdag >31-02-2026 @Anna")
        await window.press("ctrl+g")
        assert window.app.screen.query_one("#what").value == "Anna belt elke woensdag"
        assert window.app.screen.query_one("#review").value == "31-02-2026"
        await window.press("f4")
        await window.sees("“31-02-2026” is geen dag.")
        await window.fill_in("#review", "28-02-2027")
        await window.press("f4")
        assert "31-02" not in window.notes
        assert ">28-2-2027" in window.notes


async def test_the_other_lines_stay_as_they_are_when_the_form_is_kept(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Eerst dit.\nAnna belt elke woensdag\nDan dat.")
        await window.press("up", "f4", "f4", "tab")
        await window.type("we appen")
        await window.press("f4")
        assert window.notes == (
            "Eerst dit.\n- [ ] Anna belt elke woensdag @Anna\n  lukt het niet: we appen\nDan dat."
        )


async def test_enter_on_an_agreement_goes_to_its_line_in_the_notes(one_family):
    async with one_family.at_meeting() as window:
        await window.paste("- [ ] Anna belt elke woensdag\n" + "Verder.\n" * 60)
        await window.press("shift+tab")
        if window.focus != "agreements":
            await window.press("tab", "tab")
        assert window.focus == "agreements"
        await window.press("home", "enter")
        assert window.focus == "notes"
        await window.type(" om zeven uur")
        assert window.notes.startswith("- [ ] Anna belt elke woensdag om zeven uur\n")


@pytest.mark.usefixtures("in_panels")
async def test_the_newest_of_many_agreements_is_in_view(one_family):
    async with one_family.at_meeting(size=(80, 24)) as window:
        await window.paste("".join(f"- [ ] Anna doet taak {n}\n" for n in range(30)))
        await window.sees("Anna doet taak 29", "30 afspraken", where="#agreements")


STRIP = "#agreements"
LONG = (
    "- [ ] Anna belt Zwaluw elke woensdag om 19.00 uur en vertelt dan over haar week. @Anna\n"
    "- [ ] Kees stuurt op zondag een foto. @Kees >15-12-2026\n"
    "- [ ] Mirjam zet op woensdag na het eten de telefoon klaar op tafel. @Mirjam >15-12-2026\n"
)


@pytest.mark.usefixtures("in_panels")
async def test_a_medium_window_shows_what_one_can_say_and_the_agreement_that_is_typed_in_full(
    one_family,
):
    async with one_family.at_meeting(size=(80, 24)) as window:
        await window.sees("lees de regels voor die jullie willen gebruiken.")
        await window.paste(LONG.rstrip())
        await window.sees("telefoon klaar op tafel. Mirjam", "en als het niet lukt?", where=STRIP)
        await window.press("up", "up", "up", "home")
        await window.press(*["right"] * 6)
        await window.type("O ")
        await window.sees(
            "1 Anna belt Zwaluw", "over haar week. O", "wanneer kijken we terug?", where=STRIP
        )


async def test_after_the_form_one_goes_on_below_the_whole_agreement_and_above_what_follows(
    one_family,
):
    async with one_family.at_meeting() as window:
        await window.type("Kees haalt Zwaluw op")
        await window.press("f4", "f4")
        await window.fill_in("#if-not", "we bellen Noor")
        await window.press("f4")
        await window.type("Dan iets anders.\nEn verder.")
        assert window.notes == (
            "- [ ] Kees haalt Zwaluw op @Kees\n  lukt het niet: we bellen Noor\n"
            "Dan iets anders.\nEn verder."
        )
        await begin_anew(window)
        await window.paste("- [ ] Kees haalt Zwaluw op\n\nDan dat.")
        await window.press("ctrl+home", "f4")
        await window.fill_in("#if-not", "we bellen Noor")
        await window.press("f4")
        await window.type("Ook dit.")
        assert window.notes == (
            "- [ ] Kees haalt Zwaluw op @Kees\n  lukt het niet: we bellen Noor\nOok dit.\nDan dat."
        )


async def test_enter_behind_an_agreement_goes_on_with_what_belongs_to_it_and_no_more(one_family):
    async with one_family.at_meeting() as window:
        await window.type("- [ ] Anna belt elke dag\nlukt het niet: we appen Noor\nDan dat.")
        assert window.notes == (
            "- [ ] Anna belt elke dag\n  lukt het niet: we appen Noor\nDan dat."
        )
        await window.sees("lukt het niet: we appen Noor", where="#agreements")
        for typed, kept in (
            ("\n\nDan dat.", "\nDan dat."),
            ("\n- [ ] Kees fietst", "\n- [ ] Kees fietst"),
            ("\n## Bellen", "\n## Bellen"),
            (" @Anna\nKees vertelt over het park.\nEn verder.",) * 2,
        ):
            await begin_anew(window)
            await window.type("- [ ] Anna belt elke dag" + typed)
            assert window.notes == "- [ ] Anna belt elke dag" + kept
        await begin_anew(window)
        await window.type("- [ ] Anna belt elke dag @Anna\nKees stuurt een foto")
        await window.press("f4")  # makes of a sentence of its own another agreement
        assert window.notes == "- [ ] Anna belt elke dag @Anna\n- [ ] Kees stuurt een foto"
        await window.sees("2 afspraken", where="#agreements")


async def test_f4_below_an_agreement_and_on_an_empty_box_opens_a_form(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f4", "f4")
        await window.sees("Wat gaan we doen?")
        await window.type("Anna belt elke dag")
        await window.press("f4")
        assert window.notes == "- [ ] Anna belt elke dag\n"
        for below in ("", "lukt het niet: we appen"):
            await begin_anew(window)
            await window.type("- [ ] Anna belt elke dag\n" + below)
            await window.press("f4")
            assert window.app.screen.query_one("#what").value == "Anna belt elke dag"
            await window.fill_in("#if-not", "we bellen")
            await window.press("f4")
            assert window.notes == "- [ ] Anna belt elke dag @Anna\n  lukt het niet: we bellen\n"


async def test_f4_makes_any_line_of_a_list_an_agreement(one_family):
    async with one_family.at_meeting() as window:
        for begin in ("1. ", "– ", "> ", "- [\u00a0] Zie "):
            await begin_anew(window)
            await window.paste(f"{begin}Anna belt elke week.")
            if "[" not in begin:
                await window.press("f4")
                assert window.notes == "- [ ] Anna belt elke week."
            await window.sees("Anna belt elke week.", where="#agreements")
            await window.does_not_see("[ ]", where="#agreements")


async def test_one_key_in_the_form_also_asks_who_decides_who_pays_and_who_is_told(one_family):
    async with one_family.at_meeting() as window:
        await window.type("- [ ] Sam gaat naar de tandarts")
        await window.press("ctrl+g")
        await window.sees("F2 meer vragen", where="KeyFooter")
        await window.does_not_see("Wie betaalt?")
        await window.press("f2")
        await window.type("Anna")
        for field, said in (("#pays", "Henk"), ("#told", "Kees")):
            await window.fill_in(field, said)
        await window.press("f4")
        told = "wie beslist: Anna · wie betaalt: Henk · wie hoort het: Kees"
        await window.sees(told, where="#agreements")
        assert "\n  wie betaalt: Henk\n" in window.notes
        await window.press("up", "ctrl+g")
        await window.until(lambda: window.screen_name == "AgreementDialog")
        assert window.app.screen.query_one("#pays").value == "Henk"
        assert window.app.screen.query_one("#pays").region


async def test_a_box_that_is_nearly_one_is_asked_about_and_made_one_with_a_key(one_family):
    async with one_family.at_meeting() as window:
        for typed in ("[ ] Anna belt", "- [] Anna belt", "a) [ ] Anna belt"):
            await begin_anew(window)
            await window.type(typed)
            await window.sees("Een afspraak? F4 schrijft hem zo op")
            await window.press("f4")
            await window.does_not_see("Een afspraak?")
            assert window.notes == "- [ ] Anna belt"


async def test_a_label_typed_in_its_own_field_is_not_said_twice(one_family):
    async with one_family.at_meeting() as window:
        for field, typed, kept in (
            ("#if-not", "lukt het niet: we appen", "  lukt het niet: we appen"),
            ("#if-not", "En als het niet lukt? we appen", "  lukt het niet: we appen"),
            ("#if-not", "we appen: om tien uur", "  lukt het niet: we appen: om tien uur"),
            ("#when", "wanneer: elke dinsdag", "  wanneer: elke dinsdag"),
        ):
            await begin_anew(window)
            await window.type("- [ ] Anna belt Sam.")
            await window.press("f4")
            await window.until(lambda: window.screen_name == "AgreementDialog")
            await window.fill_in(field, typed)
            await window.press("f4")
            await window.until(lambda: window.screen_name == "MeetingScreen")
            assert kept in window.notes.split("\n")
