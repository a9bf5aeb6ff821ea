"""Control of the television: it follows the meeting, keeps what is there, or shows nothing."""

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from textual.message import Message as TextualMessage

from relroute_tui.audience.message import FAREWELL, Blank, Message, Pause, View
from relroute_tui.audience.sender import Availability, Sender, State
from relroute_tui.language import _, current
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.television.opening import open_window
from relroute_tui.ui.television.sentences import shown_now

if TYPE_CHECKING:
    from textual.app import App

    from relroute_tui.context import AppContext

WAIT_FOR_A_WINDOW: Final = 0.7
"""Seconds in which a window that is already waiting connects by itself; then one is opened."""
_TOLD_FOR: Final = 15.0
"""Seconds that a notice is in view: it asks people to do something."""


class Mode(StrEnum):
    """The mode of the television while the meeting goes on."""

    FOLLOW = "follow"
    HOLD = "hold"
    BLANK = "blank"


class WindowsChanged(TextualMessage):
    """A window for the television came or went, or none can come."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state


class Television:
    """Control of the television, which shows what everyone may see of the screens of `app`."""

    def __init__(self, app: "App[None]", context: "AppContext") -> None:
        self._app = app
        self._context = context
        self._sender: Sender | None = None
        self._state = State()
        self._shown: View = FAREWELL
        """View that is shown while nobody asked for a pause."""
        self.mode = Mode.FOLLOW

    @property
    def is_on(self) -> bool:
        """Whether windows can come, or are there."""
        return self._sender is not None and self._state.availability in (
            Availability.BEGINS,
            Availability.OPEN,
        )

    @property
    def has_window(self) -> bool:
        """Whether a window is there."""
        return self._state.windows > 0

    # On and off

    def turn_on(self) -> None:
        """Let windows come, and open one where none waits already."""
        folder = self._context.environment.runtime
        if folder is None:
            self._tell_why_not(Availability.REFUSED)
            return
        self._state = State()
        self._sender = Sender(folder, self._hear)
        self.follow()
        self._app.set_timer(WAIT_FOR_A_WINDOW, self._open_where_none_waits)

    def turn_off(self) -> None:
        """Leave nobody's name on the television, and let every window go."""
        self._hand_out(FAREWELL)
        sender, self._sender = self._sender, None
        if sender is not None:
            sender.close()
        self._state, self.mode, self._shown = State(), Mode.FOLLOW, FAREWELL
        self._write_line()

    def open_one(self) -> None:
        """Open a window in a terminal of its own, and say what to do with it, or without it."""
        opened = open_window(self._context.settings.terminal, current())
        self._tell(
            _("A window opens. Move it to the television, and let it fill the screen.")
            if opened
            else _(
                "Open a second terminal window, type “relroute audience”, and move it to the "
                "television."
            )
        )

    def _open_where_none_waits(self) -> None:
        if self.is_on and not self.has_window:
            self.open_one()

    def _hear(self, state: State) -> None:
        self._app.post_message(WindowsChanged(state))  # it comes from the sender's thread

    def report(self, state: State) -> None:
        """Take over how many windows there are, or why there are none."""
        before, self._state = self._state, state
        if state.availability in (Availability.TAKEN, Availability.REFUSED):
            self._sender = None
            self._tell_why_not(state.availability)
        elif before.windows and not state.windows:
            self._tell(_("The window for the television is closed. F10 and Enter open it again."))
        self._write_line()

    def _tell_why_not(self, availability: Availability) -> None:
        self._tell(
            _(
                "Another meeting on this laptop has the television. Close that one first, and "
                "press F10 again."
            )
            if availability is Availability.TAKEN
            else _(
                "There is no private place for the connection with the television, so nothing is "
                "shown there. The meeting goes on here."
            )
        )

    def _tell(self, sentence: str) -> None:
        self._app.notify(sentence, markup=False, timeout=_TOLD_FOR)

    # What it shows

    def ask_what_to_show(self) -> None:
        """Ask whether to follow, hold or show nothing, or to close the window."""
        from relroute_tui.ui.dialogs.television import OFF, WINDOW, TelevisionDialog

        def choose(chosen: str | None) -> None:
            if chosen == OFF:
                self.turn_off()
            elif chosen == WINDOW:
                self.open_one()
            elif chosen is not None:
                self.choose(Mode(chosen))

        self._app.push_screen(TelevisionDialog(self.mode, has_window=self.has_window), choose)

    def choose(self, mode: Mode) -> None:
        """Follow the meeting, keep what is there, or show nothing, from now on."""
        self.mode = mode
        self.follow()

    def cover(self) -> None:
        """Show the calm screen at once, before the laptop has drawn its own."""
        self._hand_out(Pause())

    def follow(self) -> None:
        """Show what everyone may see now."""
        if self._sender is None:
            self._write_line()  # the screen on top may not know yet
            return
        if not any(
            isinstance(screen, CommandScreen) and screen.IS_MEETING for screen in self._stack
        ):
            self.mode = Mode.FOLLOW  # whoever comes next sees nothing of this family
        seen = self._seen_now()
        if isinstance(seen, Pause):
            self._hand_out(seen)
            return
        if self.mode is not Mode.HOLD:
            self._shown = Blank() if self.mode is Mode.BLANK else seen
        self._hand_out(self._shown)

    @property
    def _stack(self) -> list[object]:
        return list(self._app.screen_stack)

    def _seen_now(self) -> View:
        """Return what everyone may see of the screen on top; who is here where that is private."""
        for screen in reversed(self._stack):
            if getattr(screen, "covers_everything", False):
                return Pause()
            if isinstance(screen, CommandScreen):
                view = screen.for_the_audience()
                if view is not None:
                    return view
                if isinstance(screen, BaseScreen):
                    return self._who_is_here()
        return FAREWELL

    def _who_is_here(self) -> View:
        for screen in reversed(self._stack):
            if isinstance(screen, CommandScreen) and screen.IS_MEETING:
                return screen.welcome_for_the_audience()
        return FAREWELL

    def _hand_out(self, view: View) -> None:
        if self._sender is not None:
            self._sender.show(Message(view, current(), self._app.theme))
        self._write_line()

    def _write_line(self) -> None:
        """Say on the laptop, on the screen that one works in, what the television shows."""
        sentence = ""
        if self.is_on:
            is_held = self.mode is Mode.HOLD
            sentence = shown_now(self._shown, is_held=is_held, is_there=self.has_window)
        for screen in reversed(self._stack):
            if isinstance(screen, BaseScreen):
                screen.say_what_the_television_shows(sentence)
                return
