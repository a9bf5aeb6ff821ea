"""Every screen of the app, each as the one below it would open it."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from marks import Marks
from running_app import NOW
from textual.screen import Screen

import relroute_tui.ui
from relroute_tui.audience.message import Card
from relroute_tui.content.pages import Page
from relroute_tui.content.story import load_story
from relroute_tui.context import AppContext
from relroute_tui.domain.agenda import PLAIN_STEPS
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.questionnaire.answers import Sheet
from relroute_tui.domain.questionnaire.filling_in import Question
from relroute_tui.domain.questionnaire.model import Questionnaire
from relroute_tui.environment import shipped
from relroute_tui.export.side_by_side import Difference
from relroute_tui.storage.conflicts.sync_copies import Saved, VersionsApart
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.vault import Unlocked, Vault
from relroute_tui.storage.versions.restore import Version
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import EVERYWHERE
from relroute_tui.ui.dialogs.agenda import AgendaDialog
from relroute_tui.ui.dialogs.help import HelpDialog
from relroute_tui.ui.dialogs.large import LargeScreen
from relroute_tui.ui.dialogs.papers import PapersDialog
from relroute_tui.ui.dialogs.pause import PauseScreen
from relroute_tui.ui.dialogs.progress import Progress, ProgressDialog
from relroute_tui.ui.dialogs.theme import ThemeDialog
from relroute_tui.ui.palette import Palette
from relroute_tui.ui.screens.agreement.screen import AgreementScreen
from relroute_tui.ui.screens.cell.screen import CellScreen
from relroute_tui.ui.screens.check_in.round_screen import RoundScreen
from relroute_tui.ui.screens.check_in.screen import CheckInScreen
from relroute_tui.ui.screens.closing.closing_round import ClosingRound
from relroute_tui.ui.screens.closing.screen import ClosingScreen
from relroute_tui.ui.screens.compare.screen import CompareScreen
from relroute_tui.ui.screens.contact.screen import ContactScreen
from relroute_tui.ui.screens.first_route.screen import FirstRouteScreen
from relroute_tui.ui.screens.home.screen import HomeScreen
from relroute_tui.ui.screens.letter.screen import LetterScreen
from relroute_tui.ui.screens.looking_back.screen import LookBackScreen
from relroute_tui.ui.screens.meeting.large_card import LargeCard
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
    ReleaseScreen: lambda *_: ReleaseScreen(
        "Anna, wat mag iedereen zien?", "", MADE_UP(Questionnaire), ()
    ),
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
        context,
        VersionsApart(None, (Saved(NOWHERE, NOW, opened.route),)),
        (Difference("Roepnaam", ("Zwaluw",), ("Vogel",)),),
    ),
    VersionsScreen: lambda _, opened: VersionsScreen(
        opened.route, (Version("v1", NOW, opened.route),)
    ),
    QuestionnairesScreen: QuestionnairesScreen,
    HomeScreen: lambda context, _: HomeScreen(context),
}
"""Every private screen; home the last, as it reads the cards anew."""


def latest(opened: OpenRoute) -> Meeting:
    return opened.route.meetings[-1]


OTHERS: Mapping[type, Callable[[AppContext, OpenRoute], Screen[object]]] = {
    AgendaDialog: lambda context, _: AgendaDialog(context.texts.agendas, PLAIN_STEPS),
    CheckInScreen: lambda context, opened: CheckInScreen(context, opened, latest(opened).id),
    RoundScreen: lambda _, opened: RoundScreen(ClosingRound(opened, latest(opened).id)),
    ClosingScreen: lambda context, opened: ClosingScreen(context, opened, latest(opened).id),
    ContactScreen: ContactScreen,
    HelpDialog: lambda *_: HelpDialog("Waar dit voor is.", EVERYWHERE),
    LargeAgreements: lambda *_: LargeAgreements(["Anna belt Zwaluw.", "Kees brengt Zwaluw."]),
    LargeCard: lambda *_: LargeCard((Card(("Wanneer wil jij gebeld worden?",)),), "blocks"),
    LargeScreen: lambda *_: LargeScreen("Anna belt Zwaluw."),
    LookBackScreen: lambda context, opened: LookBackScreen(context, opened, latest(opened).id),
    Palette: lambda *_: Palette(),
    PapersDialog: lambda context, opened: PapersDialog(
        context.environment, opened.route, opened.route.meetings[0], is_sealed=True
    ),
    PauseScreen: lambda *_: PauseScreen(lambda: NOW),
    ProgressDialog: lambda *_: ProgressDialog("Een kopie van alles", Progress()),
    ReviewScreen: lambda context, opened: ReviewScreen(
        context, opened, opened.route.meetings[0].id
    ),
    StoryScreen: lambda *_: StoryScreen(load_story(shipped("cards") / "story", "nl"), "blocks"),
    ThemeDialog: lambda *_: ThemeDialog(dict.fromkeys((None, *Theme), 3), None),
    UnlockScreen: lambda *_: UnlockScreen(Vault(NOWHERE), lambda: NOW),
}
"""The screens of a meeting and of a family, and the dialogs that need one of them."""


def our_screens() -> Iterator[type]:
    """Every screen on which no other of ours stands."""
    for module in walk_packages(relroute_tui.ui.__path__, "relroute_tui.ui."):
        import_module(module.name)
    waiting: list[type] = [Screen]
    while waiting:
        kind = waiting.pop()
        subclasses = [
            subclass for subclass in kind.__subclasses__() if "[" not in subclass.__name__
        ]
        waiting += subclasses
        if kind.__module__.startswith("relroute_tui.") and not subclasses:
            yield kind
