"""The base of every screen: commands, key line, help, and a least size."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from time import monotonic
from typing import ClassVar, TypeVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.events import Resize, ScreenResume
from textual.screen import Screen
from textual.widget import Widget

from relroute_tui.language import _
from relroute_tui.ui.base.command_screen import CommandScreen, ShownChanged
from relroute_tui.ui.commands import EVERYWHERE, Command
from relroute_tui.ui.keyboard.names import is_typed
from relroute_tui.ui.widgets.key_footer import KeyFooter

Result = TypeVar("Result")

LEAST_WIDTH, LEAST_HEIGHT = 50, 15
"""Cells: in a smaller window a screen says only that it is too small."""
MEDIUM_WIDTH, WIDE_WIDTH = 70, 110
"""Cells from which more than one panel shows, and from which they stand side by side."""
ASKED_FOR = 5.0
"""Seconds in which a second press of a key does what it asked about."""
READ_ON_AFTER = 0.02
"""Seconds after the first frame of a screen, in which it reaches the terminal."""


class BaseScreen(CommandScreen[Result]):
    """A screen with commands. Subclasses compose their panels in `compose_body`."""

    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = ()
    AUTO_FOCUS = ""
    TAKES_LETTERS: ClassVar[bool] = False
    """Whether every letter is typed somewhere, so that none is a command."""
    BLANK = True  # nothing of its own is seen but its ground, so that costs a frame nothing
    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (LEAST_WIDTH, "-narrow"),
        (MEDIUM_WIDTH, "-medium"),
        (WIDE_WIDTH, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [
        (0, "-flat"),
        (LEAST_HEIGHT, "-low"),
        (30, "-tall"),
    ]
    CSS_PATH = ["screen.tcss"]

    is_shown_to_everyone = False
    """Whether somebody chose to show this on the television too."""
    _asked_until = 0.0
    _first_frame_is_out = False
    _after_first_frame: tuple[Callable[[], object], ...] = ()

    def compose(self) -> ComposeResult:
        """Show the panels of the screen and the keys."""
        self._know_the_size()
        self.call_after_refresh(self.set_timer, READ_ON_AFTER, self._do_what_waited)
        yield from self.compose_body()
        yield KeyFooter(self.shown_commands())

    @on(ScreenResume)
    def _style_once(self, event: ScreenResume) -> None:
        """Textual styles a screen again when it is shown: a new one was styled a moment ago, and
        other looks reach the ones below by themselves.
        """
        event.refresh_styles = False

    def on_resize(self, event: Resize) -> None:
        """Show one line in a window that is too small for the screen."""
        width, height = event.size
        is_too_small = width < LEAST_WIDTH or height < LEAST_HEIGHT
        if is_too_small and not self.query("TooSmallNotice"):
            from relroute_tui.ui.widgets.too_small_notice import TooSmallNotice

            self.mount(TooSmallNotice(LEAST_WIDTH, LEAST_HEIGHT))

    def _know_the_size(self) -> None:
        """Set the classes of the size before anything is laid out, so that it is laid out once."""
        width, height = self.app.size
        sizes = (width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)
        for size, breakpoints in sizes:
            self.add_class([name for least, name in breakpoints if least <= size][-1], update=False)

    @property
    def is_narrow(self) -> bool:
        """Whether the window has room for one panel only.

        The class "-narrow" says the same, but only once Textual has dealt with a new size.
        """
        return LEAST_WIDTH <= self.app.size.width < MEDIUM_WIDTH

    @property
    def is_wide(self) -> bool:
        """Whether the window has room for all panels side by side."""
        return self.app.size.width >= WIDE_WIDTH

    def compose_body(self) -> Iterable[Widget]:
        """Yield the panels of this screen."""
        raise NotImplementedError

    def commands(self) -> tuple[Command, ...]:
        """Return the commands: those with function keys in their order, then the others."""
        own = {command.action for command in self.SCREEN_COMMANDS}
        others = (command for command in EVERYWHERE if command.action not in own)
        here = sorted((*self.SCREEN_COMMANDS, *others), key=_place_on_the_keyboard)
        if self.TAKES_LETTERS:
            here = [replace(command, letter="") if command.letter else command for command in here]
        return (*here, *self.MORE_COMMANDS)

    @classmethod
    def listed_commands(cls) -> tuple[Command, ...]:
        """Return the screen's own commands, and those that work everywhere."""
        own = {command.id for command in cls.SCREEN_COMMANDS}
        others = (command for command in EVERYWHERE if command.id not in own)
        return (*cls.SCREEN_COMMANDS, *others, *cls.MORE_COMMANDS)

    @classmethod
    def keys_here(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of these keys that are not typed here."""
        return tuple(key for key in keys if not (cls.TAKES_LETTERS and is_typed(key)))

    @property
    def has_work_waiting(self) -> bool:
        """Whether something waits for the first frame."""
        return bool(self._after_first_frame)

    def after_first_frame(self, do: Callable[[], object]) -> None:
        """Do what can wait once the screen can be seen: a thread would hold up its first frame."""
        if self._first_frame_is_out:
            self.call_later(do)
        else:
            self._after_first_frame = (*self._after_first_frame, do)

    def _do_what_waited(self) -> None:
        self._first_frame_is_out = True
        waited, self._after_first_frame = self._after_first_frame, ()
        for do in waited:
            do()

    def after_pause(self, length: timedelta) -> None:
        """Take a pause that is over off the minutes, on a screen that counts them."""

    def is_sure_to_leave(self) -> bool:
        """Return whether Esc was pressed a moment ago already; else say that it ends the app."""
        now = monotonic()
        if now < self._asked_until:
            return True
        self._asked_until = now + ASKED_FOR
        self.tell(_("Esc once more leaves the app. Everything is saved."))
        return False

    def say_what_the_television_shows(self, sentence: str) -> None:
        """Say it in a quiet line above the keys; nothing where there is no television."""
        if not sentence and not self.query("TelevisionLine"):
            return
        from relroute_tui.ui.base.television_line import TelevisionLine

        lines = self.query(TelevisionLine)
        for line in lines:
            line.say(sentence)
        if sentence and not lines:
            self.mount(TelevisionLine(sentence), before=self.query_one(KeyFooter))

    async def action_show_to_everyone(self) -> None:
        """Show this on the television too, or not any more."""
        self.is_shown_to_everyone = not self.is_shown_to_everyone
        self.post_message(ShownChanged())
        if self.is_shown_to_everyone:
            await self.app.run_action("app.turn_on_television")

    def renewed(self) -> "BaseScreen[Result] | None":
        """Return the screen that replaces this one after an error; None for the one below."""
        return None

    def before_leaving(self) -> None:
        """Hand over what was not read yet: the app is about to stop."""


class BlankScreen(Screen[None]):
    """The screen below all others. Nobody sees it, so it does as little as it can."""

    AUTO_FOCUS = ""
    BLANK = True
    HORIZONTAL_BREAKPOINTS = []
    VERTICAL_BREAKPOINTS = []


def _place_on_the_keyboard(command: Command) -> int:
    first = command.keys[0] if command.keys else ""
    return int(first[1:]) if first[:1] == "f" and first[1:].isdigit() else 100
