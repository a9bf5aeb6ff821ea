"""The letter on the screen."""


async def test_the_letter_is_read_and_turned_into_the_one_to_the_child(one_family):
    async with one_family.at_route() as window:
        await window.press("w")
        await window.sees("De weg van Zwaluw tot nu toe", "Beste Zwaluw, Anna")
        await window.press("f2")
        await window.sees("Een brief voor Zwaluw", "Beste Zwaluw,", "Het komt niet door jou.")
        await window.press("f6")
        await window.sees("child-letter-zwaluw")
        await window.press("escape", "f2")
        await window.sees("De weg van Zwaluw tot nu toe")
