"""The papers that go home from one meeting: written at once, and opened from here."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.openers import Openers
from relroute_tui.domain.route import Route
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _
from relroute_tui.storage.errors import FolderError, Reason, SaveError
from relroute_tui.ui.commands import Command, bindings_of, key_or_palette
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.dialogs.export import NOT_WRITTEN
from relroute_tui.ui.widgets.border_title import with_border_title

if TYPE_CHECKING:
    from relroute_tui.content.markdown import DeckFault
    from relroute_tui.content.record_template import RecordTemplate
    from relroute_tui.context import AppContext
    from relroute_tui.export.papers.files import ChosenSections
    from relroute_tui.export.papers.sections import Section
    from relroute_tui.export.papers.which import Which
    from relroute_tui.ui.base.command_screen import CommandScreen

Result = TypeVar("Result")

OPEN = Command(
    "papers_dialog.open", "open", ("enter", "f4"), N_("open"), N_("Open the paper that is marked")
)
FOLDER = Command(
    "papers_dialog.folder",
    "open_folder",
    ("f2",),
    N_("open the folder"),
    N_("Open the folder with the papers"),
)
PARTS = Command(
    "papers_dialog.parts",
    "choose_parts",
    ("f3",),
    N_("what is on it"),
    N_("Choose what is on the paper that is marked"),
)
LARGE = Command(
    "papers_dialog.large",
    "print_large",
    ("f5",),
    N_("large print"),
    N_("Write the paper that is marked in large print, or in ordinary letters again"),
)
AGAIN = Command(
    "papers_dialog.again", "write", ("f6",), N_("write"), N_("Write the papers once more")
)


class PapersDialog(Dialog[None]):
    """Dialog that writes the three papers of a meeting and shows where they are.

    If need be, it asks for another place. For each paper, sections and large print can be chosen;
    then it is written once more.
    """

    HEADING = N_("Papers to take home")
    ABOUT = N_(
        "A page for the child and a sheet for at home, to print from a browser, and a record for "
        "the file, for a word processor."
    )
    IS_WIDE = True
    DIALOG_COMMANDS = (OPEN, FOLDER, PARTS, LARGE, AGAIN)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    class Written(Message):
        """The papers are there."""

        def __init__(self, files: "Mapping[Which, Path]", faults: "tuple[DeckFault, ...]") -> None:
            """Take the papers, and what is wrong with the organisation's own record."""
            super().__init__()
            self.files = files
            self.faults = faults

    class NotWritten(Message):
        """They could not be written there."""

        def __init__(self, reason: Reason) -> None:
            super().__init__()
            self.reason = reason

    def __init__(
        self,
        environment: Environment,
        route: Route,
        meeting: Meeting,
        *,
        is_sealed: bool,
        openers: Openers | None = None,
    ) -> None:
        """Take whether the routes are sealed: if so, it says that papers are not.

        `openers` are told to the family, in an organisation.
        """
        super().__init__()
        self._environment = environment
        self._is_sealed = is_sealed
        self._openers = openers
        self._route = route
        self._meeting = meeting
        self._files: Mapping[Which, Path] = {}
        self._chosen: ChosenSections = {}
        self._large: frozenset[Which] = frozenset()
        """Papers in large print."""

    def compose_body(self) -> Iterable[Widget]:
        """Show the papers, and where they are."""
        sentence = _("The papers are being written …")
        yield Static(sentence, id="where", classes="about", markup=False)
        yield OptionList(markup=False)
        how = _("Enter opens the marked paper; print it from there. {key} opens the folder.")
        how = how.format(key=key_or_palette(FOLDER))
        yield Static(how, id="how", classes="hint", markup=False)
        place = Input(id="place", select_on_focus=False)
        yield with_border_title(place, _("Where do they go?"))
        if self._is_sealed:
            sentence = _("The papers are not sealed: anyone who has the files can read them.")
            yield Static(sentence, classes="hint", markup=False)
        yield Static("", id="about-record", classes="hint", markup=False)
        yield Static("", classes="problem", markup=False)

    def on_mount(self) -> None:
        """Write them at once."""
        from relroute_tui.export.papers.files import folder_name

        papers = self._environment.papers
        place = self.query_one("#place", Input)
        place.value = str(papers / folder_name(self._route, self._meeting))
        for hidden in ("#place", "#about-record", "#how"):
            self.query_one(hidden).display = False
        self._write(Path(place.value))

    @on(Input.Submitted, "#place")
    def action_write(self) -> None:
        """Write them, or write them again."""
        written = self.query_one("#place", Input).value.strip()
        if not written:
            self.tell_problem(_("Type where the papers go."), "#place")
            return
        self.tell_problem("")
        self._write(self._environment.papers / Path(written).expanduser())

    @work(thread=True, exclusive=True)
    def _write(self, folder: Path) -> None:
        from relroute_tui.content.record_template import load_record_template
        from relroute_tui.context.card_languages import CardLanguages
        from relroute_tui.export.papers.files import paper_files
        from relroute_tui.storage.new_files import write_new_files

        environment = self._environment
        template, faults = load_record_template(environment.card_folders, environment.language)

        def found() -> "RecordTemplate":
            return template

        texts_in = CardLanguages(environment).texts
        papers = tuple(
            paper_files(
                self._route,
                self._meeting,
                found,
                openers=self._openers,
                texts_in=texts_in,
                chosen=self._chosen,
                large=self._large,
            )
        )
        try:
            files = write_new_files(folder, ((paper.name, paper.content) for paper in papers))
        except (FolderError, SaveError) as problem:
            self.post_message(self.NotWritten(problem.reason))
        except (OSError, ValueError):  # a name that no folder can have
            self.post_message(self.NotWritten(Reason.OTHER))
        else:
            which = (paper.which for paper in papers)
            self.post_message(self.Written(dict(zip(which, files, strict=True)), faults))

    @on(Written)
    def _show(self, message: Written) -> None:
        self._files = message.files
        paths = tuple(message.files.values())
        folder = paths[0].parent
        self.query_one("#where", Static).update(
            _("The papers are in the folder {folder}").format(folder=folder)
        )
        listed = self.query_one(OptionList)
        marked = listed.highlighted or 0
        listed.clear_options()
        listed.add_options([path.name for path in paths])
        listed.highlighted = marked
        self.query_one("#place").display = False
        self.query_one("#how").display = True
        listed.focus()
        if message.faults:
            fault = message.faults[0]
            sentence = _(
                "Your organisation's own record was not used: {name}, line {line}. {sentence}"
            )
            about = self.query_one("#about-record", Static)
            about.update(
                sentence.format(name=fault.path.name, line=fault.line, sentence=fault.sentence)
            )
            about.display = True

    @on(NotWritten)
    def _tell(self, message: NotWritten) -> None:
        """Say what is wrong, that nothing of the meeting is lost, and ask for another place."""
        self.query_one("#where", Static).update(
            _("The meeting itself is saved. Only the papers are not written yet.")
        )
        self.query_one("#how").display = False
        self.query_one("#place").display = True
        self.tell_problem(_(NOT_WRITTEN[message.reason]), "#place")

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the paper that is marked."""
        if self._marked is not None:
            self._open(self._files[self._marked])

    def action_open_folder(self) -> None:
        """Open the folder with the papers."""
        if self._files:
            self._open(next(iter(self._files.values())).parent)

    @property
    def _marked(self) -> "Which | None":
        """Marked paper; None while there is none."""
        marked = self.query_one(OptionList).highlighted
        return tuple(self._files)[marked] if self._files and marked is not None else None

    def action_choose_parts(self) -> None:
        """Ask what is on the marked paper, and write it once more."""
        from relroute_tui.export.papers.which import sections_offered
        from relroute_tui.ui.dialogs.paper_sections import PaperSectionsDialog

        which = self._marked
        if which is None:
            return
        offered = sections_offered(which, self._meeting, self._openers)
        name = self._files[which].stem
        folder = self._files[which].parent

        def chosen(sections: "tuple[Section, ...] | None") -> None:
            if sections is None:
                return
            is_whole = sections == offered
            others = {paper: kept for paper, kept in self._chosen.items() if paper is not which}
            self._chosen = others if is_whole else {**others, which: sections}
            self._write(folder)

        now = self._chosen.get(which, offered)
        self.app.push_screen(PaperSectionsDialog(name, offered, now), chosen)

    def action_print_large(self) -> None:
        """Write the marked paper in large print, or in ordinary letters again."""
        if self._marked is not None:
            self._large ^= {self._marked}
            self._write(self._files[self._marked].parent)

    @work(thread=True, group="open")
    def _open(self, path: Path) -> None:
        try:
            self._environment.open_path(path)
        except OSError:
            self.app.call_from_thread(self._tell_that_nothing_opens_it)

    def _tell_that_nothing_opens_it(self) -> None:
        self.tell_problem(_("No program here opens that. The papers are in the folder above."))


def write_papers(
    screen: "CommandScreen[Result]",
    context: "AppContext",
    route: Route,
    meeting: Meeting,
    then: Callable[[None], None] | None = None,
) -> None:
    """Write what goes home from a meeting and show where it is; then do what comes after."""
    context.team.note_act("exported", route.id)
    dialog = PapersDialog(
        context.environment,
        route,
        meeting,
        is_sealed=context.unlocked is not None,
        openers=context.openers(route.id),
    )
    screen.app.push_screen(dialog, then)
