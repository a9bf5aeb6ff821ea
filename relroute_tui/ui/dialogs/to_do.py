"""The things to do next on a route, behind a key, for the person who leads the talks."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.progress.todo import ToDo
from relroute_tui.language import N_, _, progress_words
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog

DO = Command("to_do_dialog.do", "do", ("enter",), N_("go there"), N_("Go to where this is done"))


class ToDoDialog(Dialog[ToDo]):
    """The tasks, the nearest first, named by what they are. Its result is the one to do now."""

    HEADING = N_("What to do next")
    ABOUT = N_("What there is to do on this route, the nearest first. Nothing here is too late.")
    IS_WIDE = True
    DIALOG_COMMANDS = (DO,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, to_dos: Sequence[ToDo]) -> None:
        super().__init__()
        self._to_dos = to_dos

    def compose_body(self) -> Iterable[Widget]:
        """Show the tasks, one a line."""
        if not self._to_dos:
            yield Static(_("Nothing at the moment."), classes="hint", markup=False)
            return
        yield OptionList(*(Option(_row(to_do)) for to_do in self._to_dos), markup=False)

    def on_mount(self) -> None:
        """Start at the nearest."""
        for tasks in self.query(OptionList):
            tasks.highlighted = 0
            tasks.focus()

    @on(OptionList.OptionSelected)
    def action_do(self) -> None:
        """Hand the marked task over."""
        tasks = self.query(OptionList)
        marked = tasks.first().highlighted if tasks else None
        self.dismiss(None if marked is None else self._to_dos[marked])


def _row(to_do: ToDo) -> Content:
    return Content.from_markup(
        "[$now]·[/] $sentence", sentence=progress_words.to_do_sentence(to_do)
    )
