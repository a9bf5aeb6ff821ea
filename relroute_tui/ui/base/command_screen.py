"""A screen that has commands, and goes away once."""

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.events import ScreenResume
from textual.message import Message
from textual.screen import Screen

from relroute_tui.language import _
from relroute_tui.ui.commands import HELP, Command, bindings_of, rebind
from relroute_tui.ui.keyboard.in_use import keyboard_in_use
from relroute_tui.ui.textual_compat.message_pumps import guarded, ringing_late

if TYPE_CHECKING:  # loaded once somebody asks for it, and not before
    from relroute_tui.audience.message import View
    from relroute_tui.ui.base.destination import Destination

Result = TypeVar("Result")


class ShownChanged(Message):
    """What everyone may see of a screen may have changed."""


class ReadAloud(Message):
    """Something is to be read aloud."""

    def __init__(self, *parts: tuple[str, str]) -> None:
        """Take texts, each with its language, a BCP 47 tag."""
        super().__init__()
        self.parts = parts


@guarded
@ringing_late
class CommandScreen(Screen[Result]):
    """Knows what it is for and what can be done in it; F1 tells both where there is something."""

    ABOUT: ClassVar[str] = ""
    """One or two sentences about what this screen is for, marked for the catalogue."""
    BINDINGS = bindings_of((HELP,))
    CURSOR_AT: ClassVar[str] = ""
    """The line for the terminal's cursor, where what has the focus is a drawing; a selector."""
    MORE_COMMANDS: ClassVar[tuple[Command, ...]] = ()
    """What a class that is mixed in brings; it is listed last."""
    IS_MEETING: ClassVar[bool] = False
    """Whether people are at the table for as long as this screen, or one over it, is open."""

    def __init__(
        self, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name, id, classes)
        self.take_keys()

    @property
    def purpose(self) -> str:
        """What it is for, as it is now."""
        return _(self.ABOUT)

    def commands(self) -> tuple[Command, ...]:
        """Return everything that can be done here."""
        return ()

    @classmethod
    def listed_commands(cls) -> tuple[Command, ...]:
        """Return everything that such a screen knows, also what cannot be done just now."""
        return ()

    def shown_commands(self) -> tuple[Command, ...]:
        """Return what can be done here, with the keys that do it now."""
        keyboard, commands = keyboard_in_use(), self.commands()
        if keyboard.is_default:
            return commands
        keys = keyboard.resolved(commands)
        return tuple(command.with_keys(self.keys_here(keys[command.id])) for command in commands)

    def destinations(self) -> "tuple[Destination, ...]":
        """Return where the palette can lead to on this screen."""
        return ()

    @classmethod
    def keys_here(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of these keys that can be a command on such a screen."""
        return keys

    def take_keys(self) -> None:
        """Bind the keys that are in use now."""
        rebind(self, self.listed_commands())

    # What the television shows

    def for_the_audience(self) -> "View | None":
        """Return what everyone may see while this is on top.

        None: a dialog leaves what is below it in view, and a screen is private.
        """
        return None

    def welcome_for_the_audience(self) -> "View":
        """Return who is here, for the time that a private screen lies over this meeting."""
        raise NotImplementedError

    @on(ScreenResume)
    def _let_the_audience_follow(self) -> None:
        self.post_message(ShownChanged())

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
