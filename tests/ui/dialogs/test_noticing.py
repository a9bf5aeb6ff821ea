"""In every form whose words go to the wall or on papers, what does not belong there is noticed."""

from test_dialogs import DIALOGS
from textual.widgets import Input

from relroute_tui.ui.dialogs.agreement import AgreementDialog
from relroute_tui.ui.dialogs.contact import ContactDialog
from relroute_tui.ui.dialogs.correction import CorrectionDialog
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.dialogs.look_back import LookBackDialog
from relroute_tui.ui.dialogs.my_view import MyViewDialog
from relroute_tui.ui.dialogs.noticing import NoticingDialog
from relroute_tui.ui.dialogs.person import PersonDialog
from relroute_tui.ui.dialogs.plan import PlanDialog
from relroute_tui.ui.dialogs.remark import RemarkDialog
from relroute_tui.ui.dialogs.say_back import SayBackDialog
from relroute_tui.ui.screens.sealing.keys import PassPhraseDialog

NOTICING = (
    AgreementDialog,
    ContactDialog,
    CorrectionDialog,
    LookBackDialog,
    MyViewDialog,
    PersonDialog,
    PlanDialog,
    RemarkDialog,
    SayBackDialog,
)
NUMBER = "06-12345678"


def question_of(dialog: Dialog[object]) -> str:
    return str(dialog.query_one(".dialog").border_subtitle or "")


async def test_every_field_asks_once_in_the_frame_and_one_key_leaves_it_out(home):
    asked = "Een telefoonnummer? Ctrl+O laat het weg"
    async with home.at_meeting((120, 50)) as window:
        for kind in NOTICING:
            assert issubclass(kind, NoticingDialog)
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
