"""Wherever words are typed that go to the wall or on papers, what does not belong is noticed."""

import ast
from datetime import date
from pathlib import Path

from test_dialogs import DIALOGS
from textual.screen import Screen
from textual.widgets import Input

from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.ui.base.detail_check import DetailCheckScreen
from relroute_tui.ui.dialogs.agreement import AgreementDialog
from relroute_tui.ui.dialogs.contact import ContactDialog
from relroute_tui.ui.dialogs.correction import CorrectionDialog
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.dialogs.look_back import LookBackDialog
from relroute_tui.ui.dialogs.my_view import MyViewDialog
from relroute_tui.ui.dialogs.own_words import OwnWordsDialog
from relroute_tui.ui.dialogs.person import PersonDialog
from relroute_tui.ui.dialogs.plan import PlanDialog
from relroute_tui.ui.dialogs.round_off import RoundOffDialog
from relroute_tui.ui.screens.cell.screen import CellScreen
from relroute_tui.ui.screens.check_in.screen import CheckInScreen
from relroute_tui.ui.screens.closing.screen import ClosingScreen
from relroute_tui.ui.screens.first_route.screen import FirstRouteScreen
from relroute_tui.ui.screens.meeting.screen import MeetingScreen
from relroute_tui.ui.screens.preparation.talk import TalkScreen
from relroute_tui.ui.screens.questionnaire.screen import QuestionnaireScreen
from relroute_tui.ui.screens.route.form import RouteForm
from relroute_tui.ui.screens.sealing.keys import PassPhraseDialog

CHECKING = (
    AgreementDialog,
    ContactDialog,
    CorrectionDialog,
    LookBackDialog,
    MyViewDialog,
    PersonDialog,
    PlanDialog,
    OwnWordsDialog,
    RoundOffDialog,
)
SCREENS = (
    CellScreen,
    CheckInScreen,
    ClosingScreen,
    FirstRouteScreen,
    MeetingScreen,
    QuestionnaireScreen,
    RouteForm,
    TalkScreen,
)
NO_WORDS_OF_A_FAMILY = {
    "dialogs": {"backup", "erase", "export", "own_calendar", "papers", "setting", "share", "since"},
    "home": {"routes_panel"},
    "questionnaire": {"code"},
    "route": {"panels"},
    "search": {"screen"},
    "sealing": {"join_keys", "keys", "pass_phrase", "recover", "recovery", "unlock"},
}
"""Folders, secrets, searches and days: what is typed there is shown to nobody and put on no paper."""
PARTS = {
    "last_page": ClosingScreen,
    "lives_with": FirstRouteScreen,
    "choices": QuestionnaireScreen,
    "words": QuestionnaireScreen,
    "with_words": QuestionnaireScreen,
}
"""Fields that stand on one of the screens above."""
UI = Path(__file__).parents[3] / "relroute_tui" / "ui"
NUMBER = "06-12345678"


def question_of(dialog: Dialog[object]) -> str:
    return str(dialog.query_one(".dialog").border_subtitle or "")


async def test_every_field_asks_once_in_the_frame_and_one_key_leaves_it_out(one_family):
    asked = "Een telefoonnummer? Ctrl+O laat het weg"
    async with one_family.at_meeting((120, 50)) as window:
        for kind in CHECKING:
            dialog = DIALOGS[kind]()
            window.app.push_screen(dialog)
            await window.settle()
            for field in dialog.query("Input, TextArea"):
                if not (field.display and field.focusable):
                    continue
                field.focus()
                await window.settle()
                await window.paste(f"bel {NUMBER} ")
                await window.settle()
                assert asked in question_of(dialog)
                await window.press("ctrl+o")
                assert question_of(dialog) == ""
                text = field.value if isinstance(field, Input) else field.text
                assert NUMBER not in text
                assert "bel …" in text
            assert window.app.screen is dialog
            window.app.pop_screen()
            await window.settle()
        window.app.push_screen(PassPhraseDialog())
        await window.settle()
        await window.paste(NUMBER)
        assert question_of(window.app.screen) == ""


def test_nothing_is_typed_anywhere_else():
    classes = (*CHECKING, *SCREENS)
    looked_in = {
        Path(cls.__module__.replace(".", "/")).relative_to("relroute_tui/ui") for cls in classes
    }
    assert all(issubclass(cls, DetailCheckScreen) for cls in classes)
    for path in [*UI.glob("dialogs/*.py"), *UI.glob("screens/*/*.py")]:
        calls = (
            each.func
            for each in ast.walk(ast.parse(path.read_text()))
            if isinstance(each, ast.Call)
        )
        has_field = any(
            isinstance(func, ast.Name) and func.id in ("Input", "TextArea", "DayField", "OwnWords")
            for func in calls
        )
        is_known = path.stem in NO_WORDS_OF_A_FAMILY.get(path.parent.name, ()) or path.stem in PARTS
        assert not has_field or is_known or path.relative_to(UI).with_suffix("") in looked_in, path


async def asks_and_leaves_out(window, field: str) -> None:
    window.app.screen.query_one(field).focus()
    await window.settle()
    await window.paste(f"bel {NUMBER} ")
    await window.sees("Een telefoonnummer? Ctrl+O laat het weg")
    await window.press("ctrl+o")
    await window.does_not_see("telefoonnummer")
    assert NUMBER not in window.text
    assert "bel …" in window.text


async def test_a_screen_asks_in_a_quiet_line_above_its_keys(one_family):
    """Also where a field keeps what it tells from the screen, as those of a questionnaire do."""
    async with one_family.at_meeting((120, 50)) as window:

        async def on(screen: Screen[object], *fields: str) -> None:
            window.app.push_screen(screen)
            await window.settle()
            for field in fields:
                await asks_and_leaves_out(window, field)
            window.app.pop_screen()
            await window.settle()

        environment, anna = one_family.environment, one_family.on_disk().participants[0]
        await on(FirstRouteScreen(window.app.context), "#child")
        await on(RouteForm(environment, ()), "#nickname")
        await on(
            TalkScreen(anna, Preparation(anna.id, date(2026, 11, 24)), lambda _said: None),
            "#own-words",
        )
        await window.press("ctrl+n", "f4")
        await asks_and_leaves_out(window, ".word")
