"""A screen that has commands: a room, or a dialog over one."""

from typing import ClassVar, TypeVar

from relroute_tui.language import _
from relroute_tui.ui.base.dismiss_once import DismissOnce
from relroute_tui.ui.commands import HELP, Command, bindings_of

Result = TypeVar("Result")


class CommandScreen(DismissOnce[Result]):
    """Knows what it is for and what can be done in it; F1 tells both."""

    ABOUT: ClassVar[str] = ""
    """One or two sentences about what this screen is for, marked for the catalogue."""
    BINDINGS = bindings_of((HELP,))

    @property
    def purpose(self) -> str:
        """What it is for, as it is now."""
        return _(self.ABOUT)

    def commands(self) -> tuple[Command, ...]:
        """Everything that can be done here."""
        raise NotImplementedError

    def tell(self, sentence: str) -> None:
        """Say something in a corner for a few seconds, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(sentence, markup=False)

    def action_back(self) -> None:
        """Back to where one came from, without an answer."""
        self.dismiss(None)
