"""The pages on shared parenting and the sources."""


async def test_the_sources_are_found_by_typing_and_left_with_escape(laptop):
    async with laptop.at_home() as window:
        await window.press("ctrl+p")
        await window.type("bronnen")
        await window.sees("Waarop deze app is gebaseerd")
        await window.press("enter")
        await window.sees("gedeeldopvoederschap.nl", "jeugdengezin@che.nl")
        await window.press("escape")
        await window.sees("Welkom")


async def test_what_shared_parenting_is_is_a_key_away_at_home_and_a_page_for_whoever_reads(laptop):
    async with laptop.at_home() as window:
        await window.press("ctrl+r")
        await window.sees("Gedeeld opvoederschap", "Voor ouders, kinderen", "▸ Voor gezinnen")
        await window.press("right")
        await window.sees("Gedeeld opvoederschap, voor begeleiders", "▸ Voor begeleiders")
        await window.press("right")
        await window.sees("▸ Bronnen", "mijnkinduithuis.nl")
        await window.press("right")
        await window.sees("▸ Voor gezinnen")
        await window.press("left", "escape")
        await window.sees("Welkom")


async def test_the_first_page_one_sees_has_a_button_for_it(laptop):
    async with laptop.at_home() as window:
        await window.press("tab", "tab", "enter")
        await window.sees("Voor ouders, kinderen")


async def test_help_and_the_palette_of_a_meeting_know_it_too(one_family):
    async with one_family.at_meeting() as window:
        await window.press("ctrl+p")
        await window.type("gedeeld opv")
        await window.press("enter")
        await window.sees("Voor ouders, kinderen")
        await window.press("escape", "f1")
        await window.press("end")
        await window.sees("Wat gedeeld opvoederschap is en waarom")
