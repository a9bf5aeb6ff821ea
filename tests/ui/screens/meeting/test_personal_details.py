"""Details that do not belong on a wall are asked about as they are typed, and one key drops them."""

CASES = {
    "Oma is te bellen op 06-12345678": ("Een telefoonnummer?", "Oma is te bellen op …"),
    "Mail naar anna@example.org": ("Een e-mailadres?", "Mail naar …"),
    "Anna woont op Kerkstraat 12": ("Een adres?", "Anna woont op …"),
    "Zwaluw is geboren op 3 mei 2014": ("Een geboortedatum?", "Zwaluw is …"),
    "BSN 111222333": ("Een burgerservicenummer?", "…"),
    "Hij heeft ADHD": ("De naam van een aandoening?", "Hij heeft …"),
}


async def test_what_is_noticed_is_left_out_with_one_key_and_comes_back_with_undo(one_family):
    async with one_family.at_meeting() as window:
        for typed, (question, left) in CASES.items():
            before = window.notes
            await window.type(typed)
            await window.sees(question)
            await window.press("ctrl+o")
            await window.does_not_see(question)
            assert window.notes == before + left
            await window.press("ctrl+z")
            assert window.notes == before + typed
            await window.sees(question)
            await window.press("end", "enter")


async def test_typing_goes_on_as_ever_and_the_question_goes_with_the_line(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Bel 06-12345678 maar")
        await window.sees("Een telefoonnummer?")
        await window.press("enter")
        await window.type("En nu iets anders")
        await window.does_not_see("Een telefoonnummer?")
        assert window.notes == "Bel 06-12345678 maar\nEn nu iets anders"


async def test_lines_that_were_pasted_are_looked_at_too_one_after_the_other(one_family):
    pasted = "Bel 06-12345678\nWe gaan zaterdag.\nMail oma@example.org\n"
    async with one_family.at_meeting() as window:
        await window.paste(pasted)
        await window.sees("Een e-mailadres?")
        await window.press("ctrl+o")
        await window.sees("Een telefoonnummer?")
        await window.type("En")  # it stays, as nobody saw that line being typed
        await window.sees("Een telefoonnummer?")
        await window.press("ctrl+o")
        await window.does_not_see("Een telefoonnummer?")
        assert window.notes == "Bel …\nWe gaan zaterdag.\nMail …\nEn"
        await window.press("enter")
        await window.paste(pasted)
        await window.sees("Een e-mailadres?")
        await window.press("enter")
        await window.does_not_see("Een e-mailadres?")


async def test_where_nothing_was_noticed_the_key_changes_nothing_and_says_so(one_family):
    async with one_family.at_meeting() as window:
        await window.type("We bellen om 19.00 uur")
        await window.press("ctrl+o")
        await window.hears("Hier viel niets op dat weggelaten kan worden.")
        assert window.notes == "We bellen om 19.00 uur"
