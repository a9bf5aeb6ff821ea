"""The choice of the sections of a paper."""

from collections.abc import Collection, Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static
from textual.widgets.selection_list import Selection

from relroute_tui.export.papers.sections import SECTION_NAMES, Section
from relroute_tui.language import N_, _
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog, problem_and_keep
from relroute_tui.ui.widgets.tick_list import TickList


class PaperSectionsDialog(Dialog[tuple[Section, ...]], UnsavedChangesGuard[tuple[Section, ...]]):
    """A list to tick. Its result is what was chosen, in the order of the paper, or nothing."""

    ABOUT = N_(
        "Space chooses or leaves out. A paper for adults says what is not on it; the whole paper "
        "stays in the folder beside it."
    )
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, paper: str, offered: Sequence[Section], chosen: Collection[Section]) -> None:
        """Take what the paper is called, what can be on it, and what is on it now."""
        super().__init__()
        self._paper = paper
        self._offered = offered
        self._chosen = chosen

    @property
    def heading(self) -> str:
        """Title with the name of the paper."""
        return _("What is on “{paper}”?").format(paper=self._paper)

    def compose_body(self) -> Iterable[Widget]:
        """Show the sections, those ticked that are on the paper now."""
        yield Static(_(self.ABOUT), classes="about", markup=False)
        yield TickList[Section](
            *(
                Selection(Content(_(SECTION_NAMES[section])), section, section in self._chosen)
                for section in self._offered
            )
        )
        yield from problem_and_keep()

    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Hand over what was chosen; an empty paper is none."""
        ticked = self.query_one(TickList).selected
        if ticked:
            self.dismiss(tuple(section for section in self._offered if section in ticked))
        else:
            self.tell_problem(_("Choose at least one part."))
