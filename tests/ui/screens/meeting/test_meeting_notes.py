"""The notes: typed live, completed, undone, and never lost on the way."""

import asyncio
import random

import pytest
from msgspec.structs import replace
from textual_compat.frames import frame_of
from textual_compat.stalling import stall_timers


async def test_a_meeting_opens_with_the_cursor_behind_what_was_typed_and_kept_before(one_family):
    async with one_family.at_meeting() as window:
        assert window.focus == "notes"
        await window.type("Eerste regel.\nTweede regel.")
        await window.sees("Eerste regel.", "Tweede regel.", where="#notes")
    assert one_family.on_disk().meetings[0].notes == "Eerste regel.\nTweede regel."
    async with one_family.at_meeting() as window:
        await window.type(" En verder.")
        assert window.notes == "Eerste regel.\nTweede regel. En verder."


async def test_typing_is_undone_and_done_again(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Eerste regel.\n")
        await window.press("ctrl+z")
        before = window.notes
        assert before != "Eerste regel.\n"
        await window.press("ctrl+y")
        assert window.notes == "Eerste regel.\n"


async def test_a_pasted_text_keeps_its_lines(one_family):
    async with one_family.at_meeting() as window:
        await window.paste("Een\n\n- [ ] Anna belt elke dag\r\nTwee")
        await window.sees("1 Anna belt elke dag Anna", where="#agreements")
    assert [line.strip() for line in one_family.on_disk().meetings[0].notes.splitlines()] == [
        "Een",
        "",
        "- [ ] Anna belt elke dag",
        "Twee",
    ]


async def test_what_a_paste_would_tell_the_terminal_is_not_told(one_family):
    async with one_family.at_meeting() as window:
        window.app.screen.query_one("#notes").insert("voor\x1b]0;titel\x07na\x9b31m")
        await window.settle()
        filters = window.app.get_line_filters()
        drawn = [segment.text for strip in window.strips for segment in strip]
        assert not any(sign in text for text in drawn for sign in "\x1b\x07\x9b")
        assert "voor]0;titelna31m" in window.text_in("#notes")
        assert window.app.get_line_filters() == filters  # else every line is made anew each time


async def test_tab_completes_names_subjects_and_a_day(one_family):
    async with one_family.at_meeting() as window:
        await window.type("@Mir")
        await window.sees("@Mirjam", where="#notes")  # before one takes it
        assert window.notes == "@Mir"
        for begun, completed in (
            ("@An", "@Anna"),
            ("@an", "@anna"),
            ("@a\u0301n", "@a\u0301nna"),
            ("Wie: @mir", "Wie: @mirjam"),
            ("#bel", "#bellen"),
            ("#fe", "#feestdagen"),
            (">2", ">22-12-2026"),
        ):
            window.app.screen.query_one("#notes").clear()
            await window.type(begun)
            await window.press("tab")
            assert window.notes == completed
            assert window.focus == "notes"


async def test_a_word_is_offered_only_where_it_was_begun(one_family):
    """Right takes a word that is offered: elsewhere it would write one that nobody sees coming."""
    async with one_family.at_meeting() as window:
        await window.type("Wie belt @Mi")
        for away in (["home"], ["left"] * 3, ["ctrl+home"], ["shift+home", "left"]):
            await window.press(*away, "right", "left", "tab")
            assert window.notes == "Wie belt @Mi"
            await window.press("shift+tab", "end")
        await window.press("home", "shift+end", "tab", "shift+tab")
        assert window.notes == "Wie belt @Mi", "what is marked is not taken away by a word"
        await window.press("end", "tab")
        assert window.notes == "Wie belt @Mirjam"


async def test_a_name_of_two_words_is_completed_as_a_whole(one_family):
    async with one_family.at_meeting() as window:
        await window.press("escape", "g")
        await window.type("Oma Bep")
        await window.press("enter")
        await window.press("tab")
        await window.type("@Oma")
        await window.press("tab")
        assert window.notes == "@Oma Bep"


async def test_tab_goes_to_the_next_panel_where_nothing_is_to_be_completed(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt.")
        await window.press("tab")
        assert window.focus == "agreements"
        await window.until(
            lambda: [m.notes for m in one_family.on_disk().meetings] == ["Anna belt."]
        )


async def test_escape_leaves_the_notes_and_escape_again_leaves_the_table(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt.")
        await window.press("escape")
        assert window.focus == "deck"
        await window.press("escape")
        await window.sees("nog niet afgerond", where="#held")


async def test_escape_in_a_panel_goes_back_to_the_notes_first(one_family):
    async with one_family.at_meeting() as window:
        for times, panel in enumerate(("agreements", "people", "deck"), 1):
            await window.press(*["tab"] * times)
            assert window.focus == panel
            await window.press("escape")
            assert window.focus == "notes"
        await window.press("escape", "tab", "tab", "escape")
        assert window.focus == "notes", "Esc in the deck leaves only right after the notes"
        await window.press("escape", "escape")
        await window.sees("nog niet afgerond", where="#held")


async def test_the_notes_are_read_while_somebody_types_on(one_family):
    """In the time that passes, and with no timer brought forward: typing on puts nothing off."""
    async with one_family.at_meeting() as window:
        read = window.app.screen.controller
        for _letter in range(60):
            window.strike("a")
            await asyncio.sleep(0.01)
        assert read.meeting.notes, "nothing was read while somebody typed"
        await window.until(lambda: read.meeting.notes == window.notes == "a" * 60)


async def test_no_letter_is_lost_however_fast_one_goes_away_and_comes_back(one_family):
    """The notes are read a tenth of a second after a key: nobody may have to wait for that."""
    async with one_family.at_meeting() as window:
        for hour, (away, back) in enumerate(
            (
                (["f8"], ["f8"]),
                (["f1"], ["escape"]),
                (["ctrl+p"], ["escape"]),
                (["f4", "f4"], ["escape"]),
                (["f9", "f9"], ["escape", "escape"]),
                (["f2", "f5"], ["space"]),
            ),
            start=13,
        ):
            window.app.screen.query_one("#notes").clear()
            await window.type("Anna belt elke woensdag")
            for letter in f" om {hour}.00 uur":
                window.strike(letter)
            for key in away:
                window.strike(key)
                await window.pilot.pause(0)
            await window.press(*back)
            await window.until(lambda: window.screen_name == "MeetingScreen")
            await window.settle()
            typed = f"Anna belt elke woensdag om {hour}.00 uur"
            assert typed in window.notes
            await window.until(
                lambda typed=typed: any(typed in m.notes for m in one_family.on_disk().meetings)
            )


async def test_no_letter_is_lost_however_fast_one_leaves_for_the_route(one_family):
    async with one_family.at_meeting() as window:
        for letter in "Anna belt.":
            window.strike(letter)
        await window.press("escape", "escape")
        await window.sees("nog niet afgerond", where="#held")
    assert one_family.on_disk().meetings[0].notes == "Anna belt."


@pytest.mark.usefixtures("quick_saving")
async def test_what_is_typed_is_kept_though_the_machine_stalls(one_family, monkeypatch):
    stall_timers(monkeypatch)
    async with one_family.at_meeting() as window:
        await window.type("Anna belt.")
        await window.until(
            lambda: [m.notes for m in one_family.on_disk().meetings] == ["Anna belt."]
        )


async def test_a_long_note_scrolls_with_the_cursor(one_family):
    async with one_family.at_meeting(size=(80, 24)) as window:
        await window.paste("\n".join(f"regel {n}" for n in range(500)))
        await window.sees("regel 499", where="#notes")
        await window.press("ctrl+home")
        await window.sees("regel 0", where="#notes")


async def test_a_word_that_goes_on_in_a_new_row_at_the_bottom_stays_in_view(one_family):
    async with one_family.at_meeting() as window:
        notes = window.app.screen.query_one("#notes")
        await window.paste("regel\n" * 60 + "x" * (notes.content_size.width - 8) + " ")
        for letter in "langwoord":
            await window.type(letter)
            assert notes.content_region.contains_point(notes.cursor_screen_offset)
        assert notes.cursor_screen_offset.x < notes.content_region.x + 12


async def test_a_key_in_ten_thousand_letters_shows_within_a_tenth_of_a_second(one_family):
    import time

    async with one_family.at_meeting() as window:
        await window.paste("Zo ging het gesprek verder over de woensdag.\n" * 230)
        shown = []
        for letter in "abcdefgh":
            begin = time.thread_time()  # whatever else the machine does meanwhile
            window.strike(letter)
            while not window.notes.endswith(letter):
                await window.pilot.pause(0)
            shown.append(time.thread_time() - begin)
        assert min(shown) < 0.1


LONG_LINES = "\n\n".join(
    f"Regel {n}: Anna vertelt over haar week en Kees over de school van Zwaluw, en wat er goed ging."
    for n in range(4)
)


def shown_in(notes) -> str:
    """The letters that the notes show, in their order."""
    region = notes.content_region
    strips = frame_of(notes.screen)
    rows = [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]
    return "".join("".join(segment.text for segment in row) for row in rows).replace(" ", "")


async def test_the_notes_show_their_own_words_after_every_resize(one_family):
    chance = random.Random(0)
    async with one_family.at_meeting() as window:
        await window.paste(LONG_LINES)
        for _ in range(24):
            await window.resize(chance.randint(50, 200), chance.randint(15, 60))
            notes = window.app.screen.query_one("#notes")
            letters = "".join(window.notes.split())
            shown = shown_in(notes)
            assert shown
            assert shown in letters
            if notes.wrapped_document.height <= notes.content_size.height:
                assert shown == letters
            row, column = notes.cursor_location
            assert column <= len(notes.document.get_line(row))


async def test_an_undo_that_takes_the_scrollbar_away_undoes_and_no_more(one_family):
    async with one_family.at_meeting(size=(80, 24)) as window:
        await window.type("Eerst dit. ")
        await window.paste("regel\n" * 40)
        await window.press("ctrl+z")
        assert window.is_open
        assert window.notes == "Eerst dit. "
        await window.type("Dan dat.")
        assert window.notes == "Eerst dit. Dan dat."


@pytest.mark.parametrize("over", [["f1"], ["f4", "f4"], ["f8"], ["ctrl+p"]], ids=str)
async def test_a_window_may_be_narrowed_below_whatever_lies_on_the_table(one_family, over):
    async with one_family.at_meeting() as window:
        for size in ((58, 20), (20, 10)):
            await window.type("\nAnna belt")
            await window.press(*over)
            assert window.screen_name != "MeetingScreen"
            await window.resize(*size)
            await window.resize(120, 40)
            await window.press("escape", "f8") if over == ["f8"] else await window.press("escape")
            await window.until(lambda: window.screen_name == "MeetingScreen")
            assert window.text.count("Aan tafel") == 1


async def test_what_the_closing_completed_stands_in_the_notes(one_family):
    async with one_family.at_meeting() as window:
        await window.type("- [ ] Anna belt elke woensdag")
        await window.round_off()
        await window.until(lambda: window.screen_name == "ClosingScreen")
        screen = window.app.screen
        meeting = screen.opened.route.meetings[-1]
        completed = replace(meeting, notes=meeting.notes + " @Anna")
        screen.opened.put(screen.opened.route.with_meeting(completed))
        await window.press("escape")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        assert window.notes == "- [ ] Anna belt elke woensdag @Anna"
