"""What every room has: its commands, the key line, the help and a floor under its size."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.events import Resize, ScreenResume
from textual.screen import Screen
from textual.widget import Widget

from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.commands import EVERYWHERE, Command
from relroute_tui.ui.textual_compat.lean_compositor import LeanCompositor
from relroute_tui.ui.textual_compat.single_paint import Result, SinglePaint
from relroute_tui.ui.widgets.key_line import KeyLine
from relroute_tui.ui.widgets.too_small import TooSmall

LEAST_WIDTH, LEAST_HEIGHT = 50, 15
"""Cells: in a smaller window there is no room for a room."""
READ_ON_AFTER = 0.02
"""Seconds after the first frame of a room, in which it reaches the terminal."""


class BaseScreen(SinglePaint[Result], CommandScreen[Result]):
    """A screen with commands. A room composes its panels in `compose_body`."""

    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = ()
    AUTO_FOCUS = ""
    TAKES_LETTERS: ClassVar[bool] = False
    """Whether every letter is typed somewhere, so that none is a command."""
    BLANK = True  # nothing of its own is seen but its ground, so that costs a frame nothing
    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"),
        (LEAST_WIDTH, "-narrow"),
        (70, "-medium"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [
        (0, "-flat"),
        (LEAST_HEIGHT, "-low"),
        (30, "-tall"),
    ]
    CSS_PATH = ["screen.tcss"]

    _once_drawn: tuple[Callable[[], object], ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self._compositor = LeanCompositor()

    def compose(self) -> ComposeResult:
        """The panels of the room and the keys."""
        self._know_the_size()
        yield from self.compose_body()
        yield KeyLine(self.commands())

    def on_resize(self, event: Resize) -> None:
        """Where there is no room for a room, one line says so."""
        width, height = event.size
        is_too_small = width < LEAST_WIDTH or height < LEAST_HEIGHT
        if is_too_small and not self.query(TooSmall):
            self.mount(TooSmall(LEAST_WIDTH, LEAST_HEIGHT))

    def _know_the_size(self) -> None:
        """The classes of the size before anything is laid out, so that it is laid out once."""
        width, height = self.app.size
        fitting = self._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS)
        fitting |= self._get_breakpoint_classes(height, self.VERTICAL_BREAKPOINTS)
        self.update_classes(dict.fromkeys(fitting, True), update=False)
        self.take_up_own_sheet()

    def compose_body(self) -> Iterable[Widget]:
        """The panels of this room."""
        raise NotImplementedError

    def commands(self) -> tuple[Command, ...]:
        """Everything that can be done here: the function keys in their order, then the others."""
        here = sorted((*self.SCREEN_COMMANDS, *EVERYWHERE), key=_place_on_the_keyboard)
        if not self.TAKES_LETTERS:
            return tuple(here)
        return tuple(replace(each, letter="") if each.letter else each for each in here)

    def is_drawn_now(self) -> None:
        """What waited for the first frame has its turn."""
        self.set_timer(READ_ON_AFTER, self._do_what_waited)

    def once_drawn(self, do: Callable[[], object]) -> None:
        """Do what can wait once the room is on the screen: a thread would hold up its first frame.

        Textual's own `call_after_refresh` comes before that frame.
        """
        if self._is_drawn:
            self.call_later(do)
        else:
            self._once_drawn = (*self._once_drawn, do)

    def _do_what_waited(self) -> None:
        waited, self._once_drawn = self._once_drawn, ()
        for do in waited:
            do()

    def after_pause(self, length: timedelta) -> None:
        """A pause is over. A room that counts minutes takes these off."""

    def before_leaving(self) -> None:
        """The app is about to stop. A room that holds something unread hands it over."""


class BlankScreen(Screen[None]):
    """What lies below every room; nobody sees it, so it costs as little as it can."""

    AUTO_FOCUS = ""
    BLANK = True
    HORIZONTAL_BREAKPOINTS = []
    VERTICAL_BREAKPOINTS = []

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """No place for what is told in a corner: that comes over the rooms."""

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Nothing in it has looks."""
        event.refresh_styles = False


def _place_on_the_keyboard(command: Command) -> int:
    first = command.keys[0] if command.keys else ""
    return int(first[1:]) if first[:1] == "f" and first[1:].isdigit() else 100
