"""F8: a calm screen over everything at once, and everything back as it was."""

import time

import pytest

NOTES = "Dit hoeft niemand te lezen."


async def test_f8_covers_everything_and_brings_it_back_untouched(one_family):
    async with one_family.at_meeting() as window:
        await window.type(NOTES)
        await window.press("f2")
        await window.sees("bewaard 14.00", where="#notes")
        before, cursor = window.text, window.app.screen.query_one("#notes").cursor_location
        await window.press("f8")
        await window.sees("Even pauze", "F8: verder waar we waren")
        assert "Zwaluw" not in window.text
        assert NOTES not in window.text
        await window.press("f8")
        assert window.text == before
        assert window.app.screen.query_one("#notes").cursor_location == cursor
        assert window.focus == "notes"


async def test_f8_covers_with_less_than_a_tenth_of_a_second_of_work(one_family):
    async with one_family.at_meeting() as window:
        await window.type(NOTES)
        await window.press("f8", "f8")  # the first time also loads it
        times = []
        for _ in range(5):
            begun = time.thread_time()  # whatever else the machine does meanwhile
            window.strike("f8")
            while NOTES in window.text:
                await window.pilot.pause(0.001)
            times.append(time.thread_time() - begun)
            await window.press("f8")
        assert min(times) < 0.1, times


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        (["f9", "f9"], "RoundScreen"),
        (["ctrl+g"], "AgreementDialog"),
        (["ctrl+p"], "Palette"),
        (["f1"], "HelpDialog"),
        (["f2", "f5"], "LargeCard"),
    ],
)
async def test_f8_covers_whatever_is_open_and_it_is_there_again(one_family, keys, screen):
    async with one_family.at_meeting() as window:
        await window.type(NOTES)
        await window.press(*keys)
        assert window.screen_name == screen
        await window.press("f8")
        await window.sees("Even pauze")
        assert NOTES not in window.text
        await window.press("f8")
        assert window.screen_name == screen


async def test_no_other_key_does_anything_while_it_covers(one_family):
    async with one_family.at_meeting() as window:
        await window.type(NOTES)
        await window.press("f8", "f2", "f9", "v", "x", "enter", "ctrl+p", "f5")
        await window.sees("Even pauze")
        await window.press("f8")
        assert window.screen_name == "MeetingScreen"
        assert window.notes == NOTES


async def test_what_was_typed_is_saved_under_the_calm_screen_too(one_family, quick_saving):
    async with one_family.at_meeting() as window:
        await window.type(NOTES)
        await window.press("f8")
        await window.sees("Even pauze")
        await window.until(lambda: one_family.on_disk().meetings[-1].notes == NOTES)


async def test_nothing_shines_through_the_calm_screen_whatever_was_open_before(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f8", "f8")
        await window.press("ctrl+g")
        await window.until(lambda: window.screen_name == "AgreementDialog")
        await window.press("f8")
        await window.sees("Even pauze")
        await window.settle()
        for word in ("Zwaluw", "Kaarten", "Wat gaan we doen", "F1"):
            assert word not in window.text


async def test_what_was_told_in_a_corner_does_not_stay_in_view_over_the_calm_screen(one_family):
    async with one_family.at_meeting() as window:
        window.app.notify("Zwaluw staat in het bestand", markup=False, timeout=600)
        await window.hears("Zwaluw")
        await window.press("f8")
        await window.sees("Even pauze")
        await window.settle()  # what is told in a corner comes a moment after its screen
        assert "Zwaluw" not in window.text
