"""Screen that has commands, and is dismissed only once."""

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.events import ScreenResume
from textual.message import Message
from textual.screen import Screen

from relroute_tui.language import _
from relroute_tui.ui.commands import HELP, Command, bindings_of, rebind
from relroute_tui.ui.keyboard.in_use import keyboard_in_use
from relroute_tui.ui.textual_compat.message_pumps import guarded, timers_fire_late

if TYPE_CHECKING:  # loaded once somebody asks for it, and not before
    from relroute_tui.audience.message import View
    from relroute_tui.ui.base.destination import Destination

Result = TypeVar("Result")


class ShownChanged(Message):
    """The part of a screen that everyone may see may have changed."""


class ReadAloud(Message):
    """Something is to be read aloud."""

    def __init__(self, *parts: tuple[str, str]) -> None:
        """Take texts, each with its language, a BCP 47 tag."""
        super().__init__()
        self.parts = parts


@guarded
@timers_fire_late
class CommandScreen(Screen[Result]):
    """Screen with a purpose and commands, which F1 shows where there are any."""

    ABOUT: ClassVar[str] = ""
    """One or two sentences about what this screen is for, marked for the catalogue."""
    BINDINGS = bindings_of((HELP,))
    CURSOR_AT: ClassVar[str] = ""
    """Selector of the line for the terminal's cursor, where a drawing has the focus."""
    MORE_COMMANDS: ClassVar[tuple[Command, ...]] = ()
    """Commands of a class that is mixed in, listed last."""
    IS_MEETING: ClassVar[bool] = False
    """Whether people are at the table for as long as this screen, or one over it, is open."""

    def __init__(
        self, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name, id, classes)
        self.take_keys()

    @property
    def purpose(self) -> str:
        """Purpose of the screen in its present state."""
        return _(self.ABOUT)

    def commands(self) -> tuple[Command, ...]:
        """Return the commands that can be used now."""
        return ()

    @classmethod
    def listed_commands(cls) -> tuple[Command, ...]:
        """Return all commands of such a screen, also those that cannot be used just now."""
        return ()

    def shown_commands(self) -> tuple[Command, ...]:
        """Return the commands that can be used now, with the keys in use."""
        keyboard, commands = keyboard_in_use(), self.commands()
        if keyboard.is_default:
            return commands
        keys = keyboard.resolved(commands)
        return tuple(command.with_keys(self.keys_here(keys[command.id])) for command in commands)

    def destinations(self) -> "tuple[Destination, ...]":
        """Return the places that the palette leads to from this screen."""
        return ()

    @classmethod
    def keys_here(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of these keys that a command can have on such a screen."""
        return keys

    def take_keys(self) -> None:
        """Bind the keys that are in use now."""
        rebind(self, self.listed_commands())

    # What the television shows

    def for_the_audience(self) -> "View | None":
        """Return what everyone may see while this is on top.

        None means that a dialog leaves the screen below it in view, and that a screen is private.
        """
        return None

    def welcome_for_the_audience(self) -> "View":
        """Return who is here, to be shown while a private screen lies over this meeting."""
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
