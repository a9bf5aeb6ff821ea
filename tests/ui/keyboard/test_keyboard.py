"""Other keys: another set of them, and keys of one's own."""

import re
import string
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running_app import Window
from textual.widgets import Input, OptionList, TextArea

from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.reading import read_text
from relroute_tui.ui.commands import (
    EVERYWHERE,
    HELP,
    LEAVE,
    PALETTE,
    PAUSE,
    Command,
    key_or_palette,
)
from relroute_tui.ui.keyboard.catalogue import all_commands, places
from relroute_tui.ui.keyboard.checking import key_fault_sentence, key_faults
from relroute_tui.ui.keyboard.in_use import key_for, use_keyboard
from relroute_tui.ui.keyboard.keyboard import LETTERS, Keyboard, keyboard_of
from relroute_tui.ui.keyboard.names import is_sent, key_named, reaches_past_an_editor, taken_for
from relroute_tui.ui.keyboard.page import with_list_of_keys
from relroute_tui.ui.screens.closing import commands as closing_commands
from relroute_tui.ui.screens.home import commands as home_commands
from relroute_tui.ui.screens.meeting.commands import DRAW

PAGE = Path(__file__).parents[3] / "docs" / "keys.md"
FUNCTION_KEY = re.compile(r"f\d+")
IN_A_TEXT = {
    key
    for field in (TextArea, Input)
    for binding in field.BINDINGS
    for key in (binding.key if hasattr(binding, "key") else binding[0]).split(",")
}
"""Keys that the fields of Textual act on."""


@pytest.fixture(autouse=True)
def default_keys():
    yield
    use_keyboard(Keyboard())


def own(text: str) -> Keyboard:
    return keyboard_of(read_text(text).settings)


def told(text: str) -> list[str]:
    return [key_fault_sentence(fault) for fault in key_faults(read_text(text))]


# Every command


def test_every_command_has_an_id_of_its_own():
    for place in places():
        ids = [command.id for command in place.commands]
        assert len(set(ids)) == len(ids), place.name
        assert all(re.fullmatch(r"[a-z_]+\.[a-z0-9_-]+", each) for each in ids), place.name
    by_id = all_commands()
    for place in places():
        for command in place.commands:
            assert by_id[command.id].tip == command.tip, command.id


def test_the_page_lists_every_command_as_it_is_today():
    page = PAGE.read_text("utf-8")
    assert with_list_of_keys(page) == page, "write it anew; CONTRIBUTING.md has the command"
    for key, other in LETTERS.items():
        assert key.upper() in page
        assert other.title() in page


def test_the_example_on_the_page_holds():
    example = re.search(r"```toml\n(.+?)```", PAGE.read_text("utf-8"), re.S)
    assert example
    reading = read_text(example[1])
    assert not reading.faults
    assert not key_faults(reading)


# What a terminal sends


def keys_of_bytes(*sent: str) -> list[list[str]]:
    """Return what Textual makes of each of these when nothing follows it."""
    from textual._xterm_parser import XTermParser

    parsers = [XTermParser() for _each in sent]
    begun = [[*parser.feed(each)] for parser, each in zip(parsers, sent, strict=True)]
    time.sleep(0.12)  # Textual waits that long for the rest of a sequence
    ended = [[*events, *parser.tick()] for parser, events in zip(parsers, begun, strict=True)]
    return [[event.key for event in events if hasattr(event, "key")] for events in ended]


def test_textual_reads_what_the_other_set_has_and_takes_the_rest_for_something_else():
    keys = list(LETTERS.values())
    assert keys_of_bytes(*(f"\x1b{key[-1]}" for key in keys)) == [[key] for key in keys]
    for key in keys:
        assert is_sent(key)
        assert key not in IN_A_TEXT
    assert keys_of_bytes("\x1bb", "\x1bf") == [[taken_for("alt+b")], [taken_for("alt+f")]]
    (digit,) = keys_of_bytes("\x1b2")
    assert "alt+2" not in digit, "then a digit would do as well as a letter"
    letters = string.ascii_lowercase
    for letter, (read,) in zip(
        letters, keys_of_bytes(*(chr(ord(each) - 96) for each in letters)), strict=True
    ):
        assert is_sent(f"ctrl+{letter}") == (read == f"ctrl+{letter}" and letter not in "hj"), (
            letter
        )


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("F2", "f2"),
        ("Ctrl+G", "ctrl+g"),
        ("Control + G".replace(" ", ""), "ctrl+g"),
        ("Option+n", "alt+n"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("?", "question_mark"),
        ("+", "plus"),
        ("-", "minus"),
        ("ctrl+-", "ctrl+minus"),
        ("x", "x"),
        ("X", "x"),
        ("", ""),
    ],
)
def test_a_key_is_known_however_it_is_written(written, key):
    assert key_named(written) == key


# The set without function keys


def test_the_set_without_function_keys_works_on_every_screen():
    letters = Keyboard("letters")
    for place in places():
        holders: dict[str, str] = {}
        for command in place.commands:
            keys = letters.keys_of(command)
            assert bool(keys) == bool(command.default_keys), command.id
            assert not any(FUNCTION_KEY.fullmatch(key) for key in keys), command.id
            for key in keys:
                assert holders.setdefault(key, command.id) == command.id, (place.name, key)
            for before in command.default_keys:
                if FUNCTION_KEY.fullmatch(before):
                    assert any(reaches_past_an_editor(key) for key in keys), command.id


async def test_a_meeting_is_held_without_function_keys(after_a_meeting):
    write(after_a_meeting, 'keyboard = "letters"\n')
    async with after_a_meeting.at_route((120, 40)) as window:
        await no_function_key(window)
        await window.sees("Alt+N gesprek", "Alt+P pauze", where="KeyFooter")
        await window.press("alt+n")
        assert window.screen_name == "MeetingScreen"
        await window.sees("Met Alt+N trek je de eerste")
        await no_function_key(window)
        await window.type("- [ ] Anna belt Zwaluw.")
        await window.press("alt+n")
        assert window.notes.startswith("- [ ] Anna belt Zwaluw.")
        await window.press("alt+l")
        assert window.screen_name == "LargeCard"
        await window.press("alt+l")
        assert window.screen_name == "LargeCard"
        await window.press("alt+p")
        await window.sees("Alt+P: verder waar we waren")
        await window.press("alt+p", "space")
        assert window.screen_name == "MeetingScreen"
        await window.press("alt+i")
        await window.sees("Alt+N", "Trek de volgende kaart", "Alt+I")
        await no_function_key(window)
        await window.press("escape", "f2", "f7", "alt+z")
        assert "zf" not in window.notes
        assert window.notes.count("Anna belt") == 1
        await window.press("alt+r", "alt+r")
        assert window.screen_name == "ClosingScreen"
        await no_function_key(window)


async def test_alt_with_a_letter_writes_nothing(one_family):
    async with one_family.at_meeting() as window:
        for letter in "acgnz":
            window.strike(f"alt+{letter}", letter)
        await window.settle()
        assert window.notes == ""


async def no_function_key(window: Window) -> None:
    """Not in the line at the bottom, and not in a sentence anywhere on the screen."""
    await window.settle()
    assert not re.search(r"\bF\d+\b", window.text), window.text


def write(laptop, text: str) -> None:
    laptop.environment.settings.write_text(text, encoding="utf-8")


# Keys of one's own


def test_several_keys_none_and_the_order_of_the_file():
    keyboard = own(
        "[keys.meeting]\ndraw = ['f5', 'Ctrl+G', 'x']\nanother = 'f5'\nset_aside = []\n"
        "round_off = 'f2'\n[keys.everywhere]\npause = 'f11'\n"
    )
    (meeting,) = (place for place in places() if place.name == "MeetingScreen")
    keys = keyboard.resolved(meeting.commands)
    assert keys["meeting.draw"] == ("f5", "ctrl+g", "x")
    assert keys["meeting.another"] == ()
    assert keys["meeting.set_aside"] == ()
    assert keys["meeting.round_off"] == ("f2",)
    assert "f5" not in keys["meeting.large"]
    assert keys["everywhere.pause"] == ("f11",)
    assert keys["meeting.next_turn"] == ("f7", "t")


def test_nothing_takes_the_pause_and_the_way_out_from_anybody():
    keyboard = own(
        "[keys.meeting]\ndraw = ['f8', 'ctrl+q']\n[keys.everywhere]\npause = []\nleave = 'ctrl+i'"
    )
    (meeting,) = (place for place in places() if place.name == "MeetingScreen")
    keys = keyboard.resolved(meeting.commands)
    assert keys["meeting.draw"] == ()
    assert keys[PAUSE.id] == PAUSE.keys
    assert keys[LEAVE.id] == LEAVE.keys


SOME_KEYS = st.sampled_from(
    ["f2", "f5", "f8", "ctrl+q", "ctrl+p", "alt+n", "ctrl+g", "x", "escape"]
)


@given(
    st.sampled_from(["function-keys", "letters"]),
    st.dictionaries(
        st.sampled_from([*all_commands()]), st.lists(SOME_KEYS, max_size=3).map(tuple), max_size=4
    ),
)
def test_whatever_is_chosen_no_key_does_two_things_and_nobody_is_locked_in(key_set, chosen):
    keyboard = Keyboard(key_set, chosen)
    for place in places():
        keys = keyboard.resolved(place.commands)
        claimed = {key for name in chosen if name in keys for key in keys[name]}
        for command in place.commands:
            if command.id not in chosen:
                assert not claimed & set(keys[command.id])
            if command.id in (PAUSE.id, LEAVE.id):
                assert keys[command.id]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("draw = 'ctrl+i'", "Settings, line 2: a terminal sends Tab for Ctrl+I, so `meeting.draw`"),
        ("draw = ['f2', 'ctrl+shift+g']", "line 2: a terminal sends Ctrl+G for Ctrl+Shift+G"),
        ("draw = 'alt+2'", "line 2: no terminal sends Alt+2, so `meeting.draw` does without it."),
        ("draw = 'f99'", "line 2: no terminal sends F99"),
        ("drow = 'f2'", "line 2: there is no command `meeting.drow`"),
        (
            "draw = 'f5'",
            "line 2: F5 is already for `meeting.draw`, so `meeting.large` does without",
        ),
        (
            "large = 'f2'\ndraw = 'f2'",
            "line 3: F2 is already for `meeting.large`, so `meeting.draw`",
        ),
        ("draw = 'f8'", "line 2: F8 is already for `everywhere.pause`, so `meeting.draw`"),
    ],
)
def test_a_key_that_cannot_be_is_told_with_its_line(text, sentence):
    sentences = told(f"[keys.meeting]\n{text}\n")
    assert any(sentence in each for each in sentences), sentences


def test_a_letter_that_is_typed_and_a_way_out_without_a_key_are_told():
    assert told("[keys.home]\nnew = 'n'\n") == [
        "Settings, line 2: N is typed on that screen, so it does nothing for `home.new`."
    ]
    assert told("[keys.everywhere]\npause = []\n") == [
        "Settings, line 2: `everywhere.pause` is never without a key, so it keeps its own."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[keys.meeting]\ndraw = 'f5'\nlarge = 'f2'\n",
        "[keys.meeting]\ndraw = []\nlarge = ['f5', 'ctrl+g']\n".replace("ctrl+g", "alt+z"),
        "keyboard = 'letters'\n[keys.meeting]\ndraw = 'f2'\n",
        "",
    ],
)
def test_where_every_key_can_be_nothing_is_told(text):
    assert told(text) == []


@pytest.mark.parametrize("language", ["nl", "en"], indirect=True)
async def test_footer_help_and_palette_follow(one_family, language):
    from relroute_tui.language import _

    write(
        one_family,
        "[keys.meeting]\ndraw = ['f11', 'alt+z']\nset_aside = []\nanother = []\n"
        "[keys.everywhere]\nhelp = 'alt+q'\npalette = 'f4'\n",
    )
    async with one_family.at_meeting((120, 60)) as window:
        await window.sees(f"F11 {_('card')}", f"Alt+Q {_('help')}", where="KeyFooter")
        await window.does_not_see("F2 ", where="KeyFooter")
        await window.type("Hoi")
        await window.press("f2", "f3")
        await window.sees(_("F2 draws the first card. Anyone may pass.")[3:20])
        await window.press("alt+z")
        await window.sees("Mirjam")
        assert window.notes.count("Hoi") == 1
        await window.press("alt+q")
        await window.sees("F11  Alt+Z", "Alt+Q", "F4 …")
        await window.press("escape", "f4")
        assert window.screen_name == "Palette"
        await window.sees(f"{_('card')} · F11")


async def test_with_the_default_keys_nothing_is_bound_anew(one_family):
    async with one_family.at_meeting() as window:
        assert "_default_bindings" not in vars(window.app.screen)
        assert "_default_bindings" not in vars(window.app)


async def test_another_set_is_there_at_once_and_so_are_the_default_keys_again(one_family):
    async with one_family.at_home() as window:
        for keys, shown in ((("down", "enter", "alt+n"), "Alt+N"), (("up", "enter"), "F2")):
            await window.press("ctrl+o")
            listed = window.app.screen.query_one("#settings")
            listed.highlighted = listed.get_option_index("keyboard")
            await window.press("enter", *keys)
            await window.sees(f"{shown} open het bestand", where="KeyFooter")
            await window.press("escape")
            await window.sees(f"{shown} nieuwe route", where="KeyFooter")
            await window.press(shown.lower())
            assert window.screen_name == "RouteForm" or window.screen_name == "FirstRouteScreen"
            await window.press("escape")
    assert one_family.environment.settings.read_text().count("keyboard") == 1


async def test_keys_with_alt_are_chosen_only_where_one_of_them_comes_through(one_family):
    async with one_family.at_home() as window:
        await window.press("ctrl+o")
        listed = window.app.screen.query_one("#settings")
        listed.highlighted = listed.get_option_index("keyboard")
        await window.press("enter", "down", "enter")
        await window.sees("Druk nu op Alt+N")
        await window.press("n")
        await window.sees("In plaats daarvan kwam n")
        await window.press("f2")
        await window.sees("In plaats daarvan kwam F2")
        await window.press("escape")
        await window.hears("De toetsen blijven zoals ze waren")
        await window.sees("F2 open het bestand", where="KeyFooter")
        await window.press("enter", "down", "enter", "alt+o")
        await window.hears("Hij kwam door")
        await window.sees("Alt+N open het bestand", where="KeyFooter")


async def test_at_home_a_key_that_cannot_be_is_told(one_family):
    write(one_family, "[keys.meeting]\ndraw = 'ctrl+i'\n")
    async with one_family.at_home() as window:
        await window.hears("Een van je eigen toetsen kan niet; Ctrl+O laat zien welke.")
        await window.press("ctrl+o")
        await window.sees("Instellingen, regel 2: een terminal stuurt Tab voor Ctrl+I")
        await window.hears_nothing()


def test_no_sentence_of_the_help_or_the_palette_names_a_key_that_can_be_another():
    named = re.compile(r"\b(?:F\d+|(?:Ctrl|Alt)\+\w)\b")
    under_another_name = [
        each
        for module in (closing_commands, home_commands)
        for each in vars(module).values()
        if isinstance(each, Command)
    ]
    commands = (*all_commands().values(), *under_another_name)
    assert [each.id for each in commands if named.search(each.tip)] == []


async def test_the_row_of_questions_that_were_left_names_the_key_of_today(laptop):
    """Not the one that it had when the row was shown before, and none where there is none."""
    async with laptop.at_home() as window:
        await window.press("f2", *"Merel", "enter")
        await window.sees("vraag 2 van 5")
        await window.press("escape", "escape")
        await window.sees("Enter of F2 gaat ermee verder")
    for text, said in (
        ('keyboard = "letters"\n', "Enter of Alt+N gaat ermee verder"),
        ("[keys.home]\nnew = 'f11'\n", "Enter of F11 gaat ermee verder"),
        ("[keys.home]\nnew = []\n", "beantwoord; Enter gaat ermee verder"),
        ("", "Enter of F2 gaat ermee verder"),
    ):
        write(laptop, text)
        async with laptop.at_home() as window:
            await window.sees(said)


def test_a_sentence_names_the_key_of_today():
    assert key_for(DRAW) == "F2"
    use_keyboard(own("[keys.meeting]\ndraw = 'alt+z'\n"))
    assert key_for(DRAW) == "Alt+Z"
    use_keyboard(own("[keys.meeting]\ndraw = []\n"))
    assert (key_for(DRAW), key_or_palette(DRAW)) == ("", "Ctrl+P")
    use_keyboard(keyboard_of(Settings(keyboard="letters")))
    assert [key_for(each) for each in (HELP, PAUSE, PALETTE)] == ["Alt+I", "Alt+P", "Ctrl+P"]
    assert {each.id for each in EVERYWHERE} <= set(all_commands())
    assert not {"enter", "space"} & set(LETTERS.values()) & IN_A_TEXT
    assert OptionList.BINDINGS
