"""Every dialog of the app, each as a screen would open it."""

from datetime import date
from pathlib import Path

from running_app import NOW, family, people
from textual.content import Content

from relroute_tui.domain.agenda import PLAIN_STEPS, Agenda
from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.contact import Contact
from relroute_tui.domain.notes.parsing import agreement_lines
from relroute_tui.domain.openers import Openers
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.todo import Next, ToDo, with_phase
from relroute_tui.domain.statement import Subject
from relroute_tui.export.papers.sections import Section
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.ui.dialogs.agreement import AgreementDialog
from relroute_tui.ui.dialogs.backup import BackupDialog
from relroute_tui.ui.dialogs.choose import ChooseDialog
from relroute_tui.ui.dialogs.contact import ContactDialog
from relroute_tui.ui.dialogs.correction import CorrectionDialog
from relroute_tui.ui.dialogs.erase import EraseDialog
from relroute_tui.ui.dialogs.export import ExportDialog
from relroute_tui.ui.dialogs.key_trial import KeyTrialDialog
from relroute_tui.ui.dialogs.look_back import LookBackDialog
from relroute_tui.ui.dialogs.my_view import MyViewDialog
from relroute_tui.ui.dialogs.openers import OpenersDialog
from relroute_tui.ui.dialogs.own_calendar import OwnCalendarDialog
from relroute_tui.ui.dialogs.own_words import OwnWordsDialog, say_back_dialog
from relroute_tui.ui.dialogs.paper_sections import PaperSectionsDialog
from relroute_tui.ui.dialogs.person import PersonDialog
from relroute_tui.ui.dialogs.phase import PhaseDialog
from relroute_tui.ui.dialogs.plan import PlanDialog
from relroute_tui.ui.dialogs.private import PrivateDialog
from relroute_tui.ui.dialogs.reading_language import ReadingLanguageDialog
from relroute_tui.ui.dialogs.responses import ResponsesDialog
from relroute_tui.ui.dialogs.round_off import RoundOffDialog
from relroute_tui.ui.dialogs.round_off_meeting import RoundOffMeetingDialog
from relroute_tui.ui.dialogs.setting import SettingDialog
from relroute_tui.ui.dialogs.share import ShareDialog
from relroute_tui.ui.dialogs.sheet import SheetDialog
from relroute_tui.ui.dialogs.since import SinceDialog
from relroute_tui.ui.dialogs.steps import StepsDialog
from relroute_tui.ui.dialogs.television import MeetingOnTelevisionDialog, TelevisionDialog
from relroute_tui.ui.dialogs.to_do import ToDoDialog
from relroute_tui.ui.screens.sealing.keys import PassPhraseDialog
from relroute_tui.ui.screens.sealing.recover import RecoverDialog
from relroute_tui.ui.screens.sealing.recovery import RecoveryDialog

SENTENCE = "Anna belt Zwaluw elke woensdag."
DIALOGS = {
    AgreementDialog: lambda: AgreementDialog(
        agreement_lines(f"- [ ] {SENTENCE} @Anna", ["Anna"])[0],
        ["Anna", "Zwaluw"],
        NOW.date(),
    ),
    BackupDialog: lambda: BackupDialog(sealed=False),
    ChooseDialog: lambda: ChooseDialog("Welke?", [("a", Content("deze")), ("b", Content("die"))]),
    ContactDialog: lambda: ContactDialog(
        Agreement("", "", contact=Contact(("Zwaluw",), ("Anna",))), NOW.date()
    ),
    CorrectionDialog: lambda: CorrectionDialog("Noor", lambda: NOW),
    EraseDialog: lambda: EraseDialog("Zwaluw", "Ook te openen door Anna, Bram en Cas."),
    ExportDialog: lambda: ExportDialog("woorden", Path("gesprek.md")),
    OpenersDialog: lambda: OpenersDialog(Openers(("Noor",), council=(2, 3)), [("b", "Bram")]),
    MyViewDialog: lambda: MyViewDialog(
        (Subject(SENTENCE, "m1"),), family().participants, lambda: NOW
    ),
    KeyTrialDialog: KeyTrialDialog,
    LookBackDialog: lambda: LookBackDialog(Agreement("a-1", SENTENCE), NOW.date()),
    OwnCalendarDialog: lambda: OwnCalendarDialog(family(), Path("nowhere"), date(2026, 11, 24)),
    PaperSectionsDialog: lambda: PaperSectionsDialog("Voor thuis", (*Section,), {Section.NEXT}),
    PassPhraseDialog: PassPhraseDialog,
    PersonDialog: lambda: PersonDialog([]),
    ReadingLanguageDialog: lambda: ReadingLanguageDialog(people()[1]),
    PhaseDialog: lambda: PhaseDialog(with_phase(family(), Phase.STABILISATION, NOW)),
    PrivateDialog: PrivateDialog,
    SettingDialog: lambda: SettingDialog("Op slot na", "Hoe lang?", "10", lambda _typed: ""),
    SinceDialog: lambda: SinceDialog(date(2026, 11, 1), date(2026, 11, 24)),
    RoundOffMeetingDialog: RoundOffMeetingDialog,
    RoundOffDialog: lambda: RoundOffDialog(family(), date(2026, 11, 24)),
    ToDoDialog: lambda: ToDoDialog((ToDo(Next.LOOK_BACK, number=2),)),
    PlanDialog: lambda: PlanDialog(family(), [], date(2026, 11, 24), None),
    RecoverDialog: lambda: RecoverDialog(Vault(Path("nowhere"))),
    RecoveryDialog: lambda: RecoveryDialog(RecoveryKey.new(), Path("papers"), Path("sessions")),
    ResponsesDialog: lambda: ResponsesDialog(SENTENCE, family().participants),
    OwnWordsDialog: lambda: say_back_dialog("Anna", ""),
    StepsDialog: lambda: StepsDialog(Agenda(PLAIN_STEPS), lambda: NOW),
    TelevisionDialog: lambda: TelevisionDialog("follow", has_window=True),
    MeetingOnTelevisionDialog: MeetingOnTelevisionDialog,
    SheetDialog: lambda: SheetDialog(("Voor thuis", SENTENCE)),
    ShareDialog: lambda: ShareDialog((), "age1own"),
}
