"""On every screen the terminal's cursor is on what is marked, and the first line says where one is.

Every screen and dialog is opened over a meeting, and the mark is moved through it with the keys.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress

import pytest
from every_dialog import DIALOGS
from every_screen import OTHERS, PRIVATE, keep_nothing, our_screens
from paper_lists import lists
from running_app import Window
from test_looks import NOTES
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Select, TextArea
from textual_compat.written import WrittenTerminal, written
from where_one_is import cursor_is_on_the_mark, first_line

from relroute_tui.context import AppContext
from relroute_tui.domain.questionnaire.answers import Moment, Sheet
from relroute_tui.domain.questionnaire.filling_in import questions
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.dialogs.large import LargeScreen
from relroute_tui.ui.dialogs.pause import PauseScreen
from relroute_tui.ui.palette import Palette
from relroute_tui.ui.screens.agreement.screen import AgreementScreen
from relroute_tui.ui.screens.cell.screen import CellScreen
from relroute_tui.ui.screens.check_in.round_screen import RoundScreen
from relroute_tui.ui.screens.check_in.screen import CheckInScreen
from relroute_tui.ui.screens.closing.screen import ClosingScreen
from relroute_tui.ui.screens.compare.screen import CompareScreen
from relroute_tui.ui.screens.contact.screen import ContactScreen
from relroute_tui.ui.screens.first_route.screen import FirstRouteScreen
from relroute_tui.ui.screens.home.screen import HomeScreen
from relroute_tui.ui.screens.letter.screen import LetterScreen
from relroute_tui.ui.screens.looking_back.screen import LookBackScreen
from relroute_tui.ui.screens.meeting.large_card import LargeCard
from relroute_tui.ui.screens.meeting.screen import MeetingScreen
from relroute_tui.ui.screens.pages.screen import PagesScreen
from relroute_tui.ui.screens.preparation.screen import PreparationScreen
from relroute_tui.ui.screens.preparation.talk import TalkScreen
from relroute_tui.ui.screens.questionnaire.code import CodeScreen
from relroute_tui.ui.screens.questionnaire.overview import QuestionnairesScreen
from relroute_tui.ui.screens.questionnaire.release import ReleaseScreen
from relroute_tui.ui.screens.questionnaire.screen import QuestionnaireScreen
from relroute_tui.ui.screens.report.screen import ReportScreen
from relroute_tui.ui.screens.review.large import LargeAgreements
from relroute_tui.ui.screens.review.screen import ReviewScreen
from relroute_tui.ui.screens.route.form import RouteForm
from relroute_tui.ui.screens.route.screen import RouteScreen
from relroute_tui.ui.screens.sealing.join_keys import JoinKeysScreen
from relroute_tui.ui.screens.sealing.keys import KeysScreen
from relroute_tui.ui.screens.sealing.seal import SealScreen
from relroute_tui.ui.screens.sealing.unlock import UnlockScreen
from relroute_tui.ui.screens.search.screen import SearchScreen
from relroute_tui.ui.screens.settings.screen import SettingsScreen
from relroute_tui.ui.screens.story.screen import StoryScreen
from relroute_tui.ui.screens.two_versions.screen import TwoVersionsScreen
from relroute_tui.ui.screens.versions.screen import VersionsScreen

__all__ = ["lists", "written"]
pytestmark = pytest.mark.usefixtures("quick_saving", "lists")
SIZES = ((60, 20), (80, 24), (120, 40))
NO_CURSOR = {"AudienceScreen", "BlankScreen"}
"""The television, which nobody types at, and what is there before the first screen."""
MOST_FIELDS = 60
MOST_FRAMES, A_FRAME = 100, 0.02


def every_kind_of_question(context: AppContext, _opened: OpenRoute) -> QuestionnaireScreen:
    kinds = {
        question.item.kind: question
        for questionnaire in context.texts.questionnaires
        for question in questions(questionnaire)
    }
    asked = tuple(kinds.values())
    return QuestionnaireScreen(WHOSE, asked, Sheet("p-anna", Moment.START), keep_nothing)


WHOSE = "Vragenlijst van Anna · aan het begin"
SCREENS: Mapping[type, Callable[[AppContext, OpenRoute], Screen[object]]] = {
    **{kind: lambda *_, kind=kind: DIALOGS[kind]() for kind in DIALOGS},
    **OTHERS,
    **PRIVATE,
    QuestionnaireScreen: every_kind_of_question,
}
FURTHER: Mapping[type, Sequence[str]] = {
    ClosingScreen: ("f3", "f9", "escape", "f9"),
    FirstRouteScreen: ("M enter", "down enter", "enter", "N enter"),
    PagesScreen: ("right",),
    QuestionnaireScreen: ("enter",) * 5,
    StoryScreen: ("w", "right"),
}
"""Keys that lead on within a screen, and the mark with them."""
FIRST_LINES: Mapping[type, str | tuple[str, ...]] = {
    AgreementScreen: "Hoe het met één afspraak ging",
    CellScreen: "ouders · installatie",
    CheckInScreen: "Hoe zit je er vandaag bij?",
    RoundScreen: "Slotrondje",
    ClosingScreen: "Afspraak 1 van 2",
    CodeScreen: "Anna, deze antwoorden zijn van jou",
    CompareScreen: "Naast elkaar op de route van Zwaluw",
    ContactScreen: "Contact op de route van Zwaluw",
    FirstRouteScreen: "Een nieuwe route · vraag 1 van 5",
    HomeScreen: "De routes",
    JoinKeysScreen: "Twee sleutels worden er een",
    KeysScreen: "Slot en sleutel",
    LargeAgreements: "Anna belt Zwaluw.",
    LargeCard: "Wanneer wil jij gebeld worden?",
    LargeScreen: "Anna belt Zwaluw.",
    LetterScreen: "De weg van Zwaluw tot nu toe",
    LookBackScreen: "Terugkijken op wat is afgesproken",
    PagesScreen: "▸ Voor gezinnen",
    Palette: "De route van Zwaluw",
    PauseScreen: "Even pauze",
    PreparationScreen: "Voor het volgende gesprek",
    QuestionnaireScreen: "Vragenlijst van Anna · aan het begin",
    ReleaseScreen: "Anna, wat mag iedereen zien?",
    ReportScreen: "Zwaluw · De hele weg",
    ReviewScreen: "De route van Zwaluw   gesprek 1",
    RouteForm: "Deze route wijzigen",
    RouteScreen: "De route van Zwaluw",
    SealScreen: "Zullen we de routes verzegelen?",
    SearchScreen: "Zoeken in alle routes",
    SettingsScreen: "Instellingen",
    StoryScreen: "Onze route: plaatje 1 van 8",
    TalkScreen: "Apart gesprek met Zwaluw",
    TwoVersionsScreen: "De route van Zwaluw   twee versies",
    UnlockScreen: "Fijn dat je er bent · op slot",
    VersionsScreen: ("Versies", "Dit zijn eerdere versies"),
    QuestionnairesScreen: "Vragenlijsten op de route van Zwaluw",
}
"""Beginnings of the first lines; that of a dialog is its heading."""


READ_TO_THE_END = {CheckInScreen, LetterScreen}
"""Their title is the first line of what one scrolls through."""


def keys_that_move(marked: Widget) -> Sequence[str]:
    """Keys that move the mark within what has the focus."""
    match marked:
        case Input(value="") | Button():
            return ()
        case Input():
            return ("home", "end")
        case TextArea():
            return ("ctrl+end", "up", "home")
        case OptionList():
            return ("down", "end", "home")
        case Select():
            return ("enter", "down", "end", "escape")
    return ("right", "right", "down")


class Walk:
    """Goes through screens with the keys, and looks where the terminal's cursor is left."""

    def __init__(self, window: Window, terminal: WrittenTerminal) -> None:
        self._window = window
        self._terminal = terminal

    async def over(self, screen: Screen[object], further: Sequence[str]) -> str:
        """Open a screen, move the mark everywhere, and leave; return its first line."""
        app, below = self._window.app, self._window.app.screen
        app.push_screen(screen)
        await self._window.settle()
        app.clear_notifications()  # one may lie over the mark for its few seconds
        await self._window.settle()
        first = first_line(self._window)
        if isinstance(screen, Dialog):
            assert first.startswith(screen.heading[:20])
        await self.through_the_fields()
        for keys in further:
            await self._window.press(*keys.split())
            await self.through_the_fields()
        assert app.screen is screen
        if not further and type(screen) not in READ_TO_THE_END:
            assert first_line(self._window) == first
        while app.screen is not below:
            app.pop_screen()
            await self._window.settle()
        return first

    async def through_the_fields(self) -> None:
        """Go from field to field with Tab, and move the mark in each."""
        await self._look()
        been: list[Widget] = []
        while (field := self._window.app.focused) not in (None, *been):
            if isinstance(self._window.app.screen, LargeScreen):
                return  # any key leaves it
            been.append(field)
            for key in keys_that_move(field):
                await self._press(key)
            await self._press("tab")
            assert len(been) < MOST_FIELDS

    async def _press(self, key: str) -> None:
        await self._window.press(key)
        await self._look()

    async def _look(self) -> None:
        """Compare the two; a field that was out of view is scrolled to after a frame or two."""
        assert not self._terminal.is_hidden
        for _ in range(MOST_FRAMES):
            with suppress(AssertionError):
                cursor_is_on_the_mark(self._window, self._terminal.cursor)
                return
            await asyncio.sleep(A_FRAME)
            await self._window.settle()
        cursor_is_on_the_mark(self._window, self._terminal.cursor)


def share_of(size: tuple[int, int], every: int) -> Iterator[type]:
    """The screens that are walked in a window of this size: all, or one of `every` few."""
    first = SIZES.index(size)
    return (kind for number, kind in enumerate(SCREENS) if (number - first) % every == 0)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("every", [len(SIZES), pytest.param(1, marks=pytest.mark.long)])
async def test_the_cursor_goes_with_the_mark_and_the_first_line_says_where_one_is(
    after_a_meeting, written, size, every
):
    async with after_a_meeting.at_meeting(size) as window:
        await window.paste(NOTES)
        walk = Walk(window, written)
        assert first_line(window).startswith("De route van Zwaluw")
        await walk.through_the_fields()
        context, opened = window.app.context, window.app.screen.controller.opened
        for kind in share_of(size, every):
            first = await walk.over(SCREENS[kind](context, opened), FURTHER.get(kind, ()))
            if not issubclass(kind, Dialog):
                assert first.startswith(FIRST_LINES[kind])


def test_no_screen_is_left_out() -> None:
    kinds = {kind for kind in our_screens() if kind.__name__ not in NO_CURSOR}
    assert kinds - {MeetingScreen} <= SCREENS.keys()
