"""The sources on the screen."""


async def test_the_sources_are_found_by_typing_and_left_with_escape(house):
    async with house.at_home() as window:
        await window.press("ctrl+p")
        await window.type("bronnen")
        await window.sees("Waarop deze app is gebaseerd")
        await window.press("enter")
        await window.sees("gedeeldopvoederschap.nl", "10.18352/jsi.635")
        await window.press("escape")
        await window.sees("Welkom")
