"""A screen that has commands, and goes away once."""

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from relroute_tui.language import _
from relroute_tui.ui.commands import HELP, Command, bindings_of

Result = TypeVar("Result")


class CommandScreen(Screen[Result]):
    """Knows what it is for and what can be done in it; F1 tells both where there is something."""

    ABOUT: ClassVar[str] = ""
    """One or two sentences about what this screen is for, marked for the catalogue."""
    BINDINGS = bindings_of((HELP,))

    @property
    def purpose(self) -> str:
        """What it is for, as it is now."""
        return _(self.ABOUT)

    def commands(self) -> tuple[Command, ...]:
        """Return everything that can be done here."""
        return ()

    def tell(self, sentence: str) -> None:
        """Say something in a corner for a few seconds, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(sentence, markup=False)

    def action_back(self) -> None:
        """Go back to where one came from, without an answer."""
        self.dismiss(None)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go back with this result, unless that was done a moment ago.

        Textual takes away whatever is on top: a second Enter that waited in the queue would take
        the screen below a dialog, with all that was typed there.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()
