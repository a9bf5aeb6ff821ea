"""One command, one place: its key, its name, its line in the help and the palette."""

import asyncio

import pytest
from textual import actions

from relroute_tui.domain.notes.parsing import agreement_lines
from relroute_tui.ui.commands import EVERYWHERE, Command
from relroute_tui.ui.keyboard.names import shown_key
from relroute_tui.ui.screens.check_in.screen import CheckInScreen
from relroute_tui.ui.screens.closing.screen import ClosingScreen
from relroute_tui.ui.screens.home.screen import HomeScreen
from relroute_tui.ui.screens.meeting.agreement_actions import AN_AGREEMENT
from relroute_tui.ui.screens.meeting.screen import MeetingScreen
from relroute_tui.ui.screens.review.screen import ReviewScreen
from relroute_tui.ui.screens.route.form import RouteForm
from relroute_tui.ui.screens.route.panels import OpenAgreementsPanel
from relroute_tui.ui.screens.route.screen import RouteScreen
from relroute_tui.ui.screens.sealing.join_keys import JoinKeysScreen
from relroute_tui.ui.screens.sealing.keys import KeysScreen
from relroute_tui.ui.screens.sealing.seal import SealScreen
from relroute_tui.ui.screens.story.screen import StoryScreen
from relroute_tui.ui.screens.versions.screen import VersionsScreen

SCREENS = (
    HomeScreen,
    RouteScreen,
    RouteForm,
    MeetingScreen,
    ClosingScreen,
    CheckInScreen,
    ReviewScreen,
    StoryScreen,
    SealScreen,
    KeysScreen,
    JoinKeysScreen,
    VersionsScreen,
)
A_MEETING = {
    "f1": "app.show_help",
    "f2": "do('draw')",
    "f3": "do('another')",
    "f4": "do('agreement')",
    "f5": "do('large')",
    "f6": "do('next_step')",
    "f7": "do('next_turn')",
    "f8": "app.pause",
    "f9": "do('round_off')",
    "f10": "app.television",
    "tab": "next_panel",
    "shift+tab": "previous_panel",
    "escape": "back",
    "ctrl+p": "app.command_palette",
    "ctrl+q": "app.quit",
}


def commands_of(screen: type) -> tuple[Command, ...]:
    return (*screen.SCREEN_COMMANDS, *EVERYWHERE)


def test_the_keys_of_a_meeting_are_as_they_were_promised() -> None:
    keys = {key: command.action for command in commands_of(MeetingScreen) for key in command.keys}
    assert {key: keys.get(key) for key in A_MEETING} == A_MEETING


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_no_key_does_two_things(screen: type) -> None:
    keys = [
        key for command in commands_of(screen) for key in (*command.keys, command.letter) if key
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_command_can_be_done(screen: type) -> None:
    from relroute_tui.ui.app import RelrouteApp

    for command in commands_of(screen):
        owner, action = (
            (RelrouteApp, command.action[4:])
            if "." in command.action
            else (
                screen,
                command.action,
            )
        )
        assert hasattr(owner, f"action_{action.partition('(')[0]}"), command.action


def named_by(screen: type) -> set[str]:
    """Return the actions that the commands of a screen name, where it does them by their name."""
    read = [actions.parse(command.action) for command in commands_of(screen)]
    return {of[0] for _where, name, of in read if name == "do"}


async def test_every_action_that_a_command_of_a_meeting_names_can_be_done(one_family) -> None:
    async with one_family.at_meeting() as window:
        known = window.app.screen.actions
        there = {*known.after_typing, *known.at_once}
    assert named_by(MeetingScreen) == there - {"my_view", "read_aloud"}  # named so everywhere


async def test_every_action_that_a_command_of_a_route_names_can_be_done(one_family) -> None:
    async with one_family.at_route() as window:
        there = set(window.app.screen.actions.by_name)
    assert named_by(RouteScreen) == there - {"my_view"}


@pytest.mark.parametrize("language", ["nl", "en"], indirect=True)
async def test_the_help_of_a_meeting_names_every_command_with_its_keys(
    one_family, language
) -> None:
    from relroute_tui.language import _

    async with one_family.at_meeting(size=(120, 70)) as window:
        await window.press("f1")
        commands = commands_of(MeetingScreen)
        keys = [key for command in commands for key in (*command.keys, command.letter) if key]
        await window.sees(*(_(command.tip)[:40] for command in commands), *map(shown_key, keys))


@pytest.mark.parametrize("language", ["nl", "en"], indirect=True)
async def test_the_help_of_a_meeting_shows_how_an_agreement_is_written(
    one_family, language
) -> None:
    from relroute_tui.language import _

    example = _(AN_AGREEMENT)
    (read,) = agreement_lines(example, ("Anna", "Sam"), one_family.clock().date())
    assert (read.who, read.missing, read.not_understood) == (("Anna",), (), ())
    async with one_family.at_meeting() as window:
        await window.press("f1")
        await window.sees(*example.splitlines(), where=".about")


async def test_the_palette_does_what_it_says(one_family) -> None:
    async with one_family.at_meeting() as window:
        await window.press("ctrl+p")
        await window.type("beurt")
        await window.sees("De beurt gaat naar de volgende")
        await window.press("enter")
        await window.sees("is aan de beurt")


@pytest.mark.parametrize("language", ["nl", "en"], indirect=True)
async def test_the_palette_finds_the_next_date_by_that_word(one_family, language) -> None:
    typed = {"nl": "datum", "en": "date"}[language]
    found = {"nl": "Plan het volgende gesprek", "en": "Plan the next meeting"}[language]
    async with one_family.at_route() as window:
        await window.press("ctrl+p")
        await window.type(typed)
        await window.sees(found)
        await window.press("enter")
        await window.until(lambda: window.screen_name == "PlanDialog")
    async with one_family.at_meeting() as window:
        await window.press("ctrl+p")
        await window.type(typed)
        await window.press("enter")
        await window.until(lambda: window.screen_name == "RoundOffMeetingDialog")


async def test_the_palette_leads_to_every_meeting_panel_and_agreement_of_a_route(
    after_a_meeting,
) -> None:
    async with after_a_meeting.at_route() as window:
        for typed, found, shown in (
            ("gesprek 27 okt", "Het gesprek van dinsdag 27 oktober", "De middag in het bos"),
            ("afspraken", "Afspraken", ""),
            ("brengt", "Kees brengt Zwaluw op zaterdag", ""),
        ):
            await window.press("ctrl+p")
            await window.type(typed)
            await window.sees(found)
            await window.press("enter")
            if shown:
                await window.sees(shown)
                await window.press("escape")
            else:
                await window.until(lambda: window.focus == "agreements")
        assert window.app.screen.query_one(OpenAgreementsPanel).marked == 1


async def test_the_palette_does_in_a_dialog_what_can_be_done_there(one_family) -> None:
    async with one_family.at_meeting() as window:
        await window.press("f6", "ctrl+g")
        await window.type("Anna belt.")
        await window.press("ctrl+p")
        await window.type("betaal")
        await window.sees("Zeg er ook bij wie beslist")
        await window.press("enter")
        await window.sees("Wie betaalt?")
        await window.press("ctrl+p", "escape")
        assert window.screen_name == "AgreementDialog"
        await window.press("f8", "ctrl+p")
        assert window.screen_name == "PauseScreen"  # nothing opens over a pause


async def test_the_key_line_names_the_nine_keys(one_family) -> None:
    for size in ((120, 40), (80, 24), (60, 20)):
        async with one_family.at_meeting(size=size) as window:
            await window.sees(
                *(f"F{number} " for number in range(1, 10)), "hulp", "afronden", "pauze"
            )


@pytest.mark.parametrize("language", ["nl", "en"], indirect=True)
async def test_the_key_line_of_a_route_always_names_the_way_out(after_a_meeting, language) -> None:
    from relroute_tui.language import _

    async with after_a_meeting.at_route() as window:
        for size in ((60, 20), (80, 24), (120, 40)):
            await window.resize(*size)
            await window.sees(f"Esc {_('leave')}", "F8 ", where="KeyFooter")


async def test_a_tap_on_a_key_in_the_line_does_what_it_says(after_a_meeting) -> None:
    """A finger on a screen is a press and a release, without a move before it."""
    async with after_a_meeting.at_route() as window:
        line = window.app.screen.query_one("KeyFooter").region
        row = next(y for y in range(line.y, line.bottom) if "wijzig" in window.rows[y])
        at = window.rows[row].index("wijzig") + 1
        await window.tap(at, row)
        await window.until(lambda: window.screen_name == "RouteForm")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_where_keys_do_not_fit_in_the_line_it_says_where_the_others_are(
    after_a_meeting, size
) -> None:
    async with after_a_meeting.at_route(size) as window:
        await window.does_not_see("T te doen", where="KeyFooter")
        line = window.app.screen.query_one("KeyFooter").region
        shown = {y: window.rows[y] for y in range(line.y, line.bottom)}
        said = "meer" if any("Ctrl+P meer" in row for row in shown.values()) else "…"
        row = next(y for y, text in shown.items() if said in text)
        await window.tap(shown[row].index(said), row)
        await window.type("te doen")
        await window.sees("Wat er nu te doen is op deze route")


async def test_help_and_the_pause_have_a_second_key_for_a_terminal_that_keeps_the_first(one_family):
    async with one_family.at_meeting() as window:
        await window.press("ctrl+l")
        assert window.screen_name == "PauseScreen"
        await window.press("ctrl+l")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.type("Waarom?")
        assert window.notes == "Waarom?"
        await window.press("escape")
        await window.press("question_mark")
        await window.until(lambda: window.screen_name == "HelpDialog")
        await window.sees("F1 ?", "F8 Ctrl+L")


async def test_the_first_screen_says_what_to_do_where_a_function_key_does_nothing(laptop):
    async with laptop.at_home((80, 24)) as window:
        await window.sees("Doet een functietoets hier niets?", "Ctrl+P zoekt alles", "? is hulp")


async def test_at_the_top_escape_asks_before_it_leaves(one_family):
    async with one_family.at_route() as window:
        await window.press("escape")
        await window.hears("Nog eens Esc sluit de app.")
        assert window.is_open
        window.strike("escape")
        while window.is_open:
            await asyncio.sleep(0.02)


async def test_f9_asks_before_it_leaves_a_meeting(one_family):
    """F9 in a search for another command does not lead straight to the closing."""
    async with one_family.at_meeting() as window:
        await window.type("Wat er gezegd is.")
        await window.press("f9")
        await window.sees("Dit gesprek afronden?")
        await window.press("escape")
        assert window.screen_name == "MeetingScreen"
        await window.type(" En nog iets.")
        assert window.notes == "Wat er gezegd is. En nog iets."
        for go_on in ("f9", "enter"):
            await window.press("f9", go_on)
            assert window.screen_name == "RoundScreen"  # there is no agreement to read back
            await window.press("escape", "escape")


def test_f9_means_rounding_off_wherever_it_means_something() -> None:
    on_f9 = {
        (screen.__name__, command.action)
        for screen in SCREENS
        for command in commands_of(screen)
        if "f9" in command.keys
    }
    assert on_f9 == {("MeetingScreen", "do('round_off')"), ("ClosingScreen", "close_meeting")}


async def test_search_has_one_key_at_home_and_in_a_route(after_a_meeting):
    async with after_a_meeting.at_home() as window:
        await window.sees("Ctrl+F zoek")
        await window.press("ctrl+f")
        assert window.screen_name == "SearchScreen"
        await window.press("escape", "enter")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.sees("Ctrl+F zoek")
        await window.press("ctrl+f")
        await window.type("bos")
        await window.sees("De middag in het bos ging goed.")
