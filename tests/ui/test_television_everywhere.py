"""Every screen over a meeting: what the television shows then. A screen is private by default."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from marks import Marks
from running_app import NOW
from test_television import meeting_with_television, no_terminal, place
from textual.screen import Screen

import relroute_tui.ui
from relroute_tui.audience.message import Card, Welcome
from relroute_tui.content.pages import Page
from relroute_tui.context import AppContext
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.questionnaire.answers import Sheet
from relroute_tui.domain.questionnaire.filling_in import Question
from relroute_tui.domain.questionnaire.model import Questionnaire
from relroute_tui.storage.conflicts.sync_copies import Saved, VersionsApart
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.vault import Unlocked, Vault
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.screens.agreement.screen import AgreementScreen
from relroute_tui.ui.screens.cell.screen import CellScreen
from relroute_tui.ui.screens.check_in.screen import CheckInScreen
from relroute_tui.ui.screens.closing.screen import ClosingScreen
from relroute_tui.ui.screens.compare.screen import CompareScreen
from relroute_tui.ui.screens.contact.screen import ContactScreen
from relroute_tui.ui.screens.first_route.screen import FirstRouteScreen
from relroute_tui.ui.screens.home.screen import HomeScreen
from relroute_tui.ui.screens.joining.screen import TwoVersionsScreen
from relroute_tui.ui.screens.letter.screen import LetterScreen
from relroute_tui.ui.screens.looking_back.screen import LookBackScreen
from relroute_tui.ui.screens.meeting.screen import MeetingScreen
from relroute_tui.ui.screens.pages.screen import PagesScreen
from relroute_tui.ui.screens.preparation.screen import PreparationScreen
from relroute_tui.ui.screens.preparation.talk import TalkScreen
from relroute_tui.ui.screens.questionnaire.code import CodeScreen
from relroute_tui.ui.screens.questionnaire.release import ReleaseScreen
from relroute_tui.ui.screens.questionnaire.screen import QuestionnaireScreen
from relroute_tui.ui.screens.questionnaire.who import WhoScreen
from relroute_tui.ui.screens.report.screen import ReportScreen
from relroute_tui.ui.screens.review.screen import ReviewScreen
from relroute_tui.ui.screens.route.form import RouteForm
from relroute_tui.ui.screens.route.screen import RouteScreen
from relroute_tui.ui.screens.sealing.join_keys import JoinKeysScreen
from relroute_tui.ui.screens.sealing.keys import KeysScreen
from relroute_tui.ui.screens.sealing.seal import SealScreen
from relroute_tui.ui.screens.search.screen import SearchScreen
from relroute_tui.ui.screens.settings.screen import SettingsScreen
from relroute_tui.ui.screens.story.screen import StoryScreen
from relroute_tui.ui.screens.versions.screen import VersionsScreen

__all__ = ["no_terminal", "place"]
FOR_EVERYONE = {MeetingScreen, CheckInScreen, LookBackScreen, ClosingScreen, StoryScreen}
BY_CHOICE = {ReviewScreen, ContactScreen}
"""They show something once somebody chose that."""
LARGE = {"LargeAgreements", "LargeCard"}
"""Screens that are large on the laptop over one of these: they let the television turn the card."""
WITHOUT_A_WORD = {"AudienceScreen", "BlankScreen", "Palette"}
"""They are of the window itself, below everything, or in the place of the screen below."""

NOWHERE = Path("nowhere")
KEY = Key.new()
MADE_UP = Marks().everywhere


def keep_nothing(_kept: object) -> None:
    """Keep nothing of what was typed in a screen."""


PRIVATE: Mapping[type, Callable[[AppContext, OpenRoute], BaseScreen[object]]] = {
    AgreementScreen: lambda _, opened: AgreementScreen(
        opened.route, opened.route.meetings[0].agreements[0].id
    ),
    CellScreen: lambda context, opened: CellScreen(
        context, opened, Phase.INSTALLATION, next(iter(Module))
    ),
    CodeScreen: lambda *_: CodeScreen("Anna", "", MADE_UP(Sheet), ()),
    CompareScreen: CompareScreen,
    FirstRouteScreen: lambda context, _: FirstRouteScreen(context),
    JoinKeysScreen: lambda context, _: JoinKeysScreen(
        context, Vault(NOWHERE), Unlocked(KEY, NOWHERE)
    ),
    KeysScreen: lambda context, _: KeysScreen(context, Vault(NOWHERE), Unlocked(KEY, NOWHERE)),
    LetterScreen: LetterScreen,
    PagesScreen: lambda *_: PagesScreen("nl", Page.FAMILIES),
    PreparationScreen: PreparationScreen,
    QuestionnaireScreen: lambda *_: QuestionnaireScreen(
        "Anna", (MADE_UP(Question),), MADE_UP(Sheet), keep_nothing
    ),
    ReleaseScreen: lambda *_: ReleaseScreen("Anna", "", MADE_UP(Questionnaire), ()),
    ReportScreen: ReportScreen,
    RouteForm: lambda context, opened: RouteForm(context.environment, (), opened.route),
    RouteScreen: RouteScreen,
    SealScreen: lambda *_: SealScreen(Vault(NOWHERE), NOWHERE),
    SearchScreen: lambda context, _: SearchScreen(context.archive, NOW.date()),
    SettingsScreen: lambda context, _: SettingsScreen(context),
    TalkScreen: lambda _, opened: TalkScreen(
        opened.route.participants[0], MADE_UP(Preparation), keep_nothing
    ),
    TwoVersionsScreen: lambda context, opened: TwoVersionsScreen(
        context, VersionsApart(None, (Saved(NOWHERE, NOW, opened.route),)), ()
    ),
    VersionsScreen: lambda _, opened: VersionsScreen(opened.route, ()),
    WhoScreen: WhoScreen,
    HomeScreen: lambda context, _: HomeScreen(context),
}
"""Each of them as a screen below it would open it; home the last, as it reads the cards anew."""


def our_screens() -> Iterator[type]:
    """Every screen on which no other of ours stands."""
    for module in walk_packages(relroute_tui.ui.__path__, "relroute_tui.ui."):
        import_module(module.name)
    waiting: list[type] = [Screen]
    while waiting:
        kind = waiting.pop()
        heirs = [each for each in kind.__subclasses__() if "[" not in each.__name__]
        waiting += heirs
        if kind.__module__.startswith("relroute_tui.") and not heirs:
            yield kind


def says_something_to_everyone(kind: type) -> bool:
    return kind.for_the_audience is not CommandScreen.for_the_audience


def test_a_new_screen_is_private_until_somebody_says_otherwise_here():
    kinds = set(our_screens())
    speaks = {kind for kind in kinds if issubclass(kind, CommandScreen)}
    assert {kind.__name__ for kind in kinds - speaks} == WITHOUT_A_WORD
    to_everyone = {kind for kind in speaks if says_something_to_everyone(kind)}
    assert {kind for kind in to_everyone if issubclass(kind, BaseScreen)} == (
        FOR_EVERYONE | BY_CHOICE
    )
    assert {kind.__name__ for kind in to_everyone - FOR_EVERYONE - BY_CHOICE} == LARGE
    screens = {kind for kind in kinds if issubclass(kind, BaseScreen)}
    assert screens - to_everyone == set(PRIVATE)


async def test_over_a_meeting_every_private_screen_leaves_who_is_here_and_no_word_of_its_own(
    after_a_meeting, place
):
    async with meeting_with_television(after_a_meeting, place) as (window, sofa):
        names = [person.name for person in sofa.view.people]
        await window.press("f2")
        context, opened = window.app.context, window.app.screen.controller.opened
        for kind, make in {ContactScreen: ContactScreen, **PRIVATE}.items():
            await sofa.sees(Card)
            handed_out = len(sofa.wall.got)
            await window.app.push_screen(make(context, opened))
            await sofa.sees(Welcome)
            await window.settle()
            (shown,) = (message.view for message in sofa.wall.got[handed_out:])
            assert [person.name for person in shown.people] == names, kind
            window.app.pop_screen()
