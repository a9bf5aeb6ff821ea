"""One setting that is typed."""

from collections.abc import Callable, Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.language import N_
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog, problem_and_keep


class SettingDialog(Dialog[str], UnsavedChangesGuard[str]):
    """A field with a sentence above it. Its result is what was typed, or nothing."""

    ABOUT = N_("Type what holds from now on; Enter keeps it.")
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, title: str, about: str, value: str, problem: Callable[[str], str]) -> None:
        """`problem` says what is wrong with what was typed; "" where nothing is."""
        super().__init__()
        self._heading = title
        self._about = about
        self._value = value
        self._problem = problem

    @property
    def heading(self) -> str:
        """Title that says what is set."""
        return self._heading

    def compose_body(self) -> Iterable[Widget]:
        """Show what it is for, and the field."""
        yield Static(self._about, classes="about", markup=False)
        yield Input(self._value, id="value", max_length=1000)
        yield from problem_and_keep()

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Hand over what was typed, or say what is wrong with it."""
        typed = self.query_one("#value", Input).value
        problem = self._problem(typed)
        if problem:
            self.tell_problem(problem, "#value")
        else:
            self.dismiss(typed)
