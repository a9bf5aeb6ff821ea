"""The app of the window for the television. It knows no route, no file and no key."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from textual.binding import Binding
from textual.driver import Driver
from textual.events import CursorPosition
from textual.filter import LineFilter
from textual.message import Message as TextualMessage
from textual.message_pump import MessagePump

from relroute_tui.audience.message import FAREWELL, Message
from relroute_tui.audience.receiver import ReceiveProblem, receive
from relroute_tui.language import N_, _, languages, use
from relroute_tui.splash import SPLASH
from relroute_tui.ui import gc_scheduler
from relroute_tui.ui.audience.screen import AudienceScreen
from relroute_tui.ui.base.control_characters import TerminalFilters
from relroute_tui.ui.colours import ALL_LOOKS
from relroute_tui.ui.signals import on_termination
from relroute_tui.ui.textual_compat.app import GuardedApp
from relroute_tui.ui.textual_compat.driver import terminal_class
from relroute_tui.ui.textual_compat.style_sheets import CachedStylesheet
from relroute_tui.ui.themes import textual_themes
from relroute_tui.ui.wall.pages import page_of

_ONCE_DRAWN: Final = 0.2
"""Seconds after a message in which its page is drawn, and nobody waits for the next one."""
_TROUBLES: Final[Mapping[ReceiveProblem, str]] = {
    ReceiveProblem.WAITING: N_("This window waits for a meeting on this laptop."),
    ReceiveProblem.GONE: N_("The meeting does not answer now. This window goes on by itself."),
    ReceiveProblem.OTHER_VERSION: N_(
        "The meeting runs another version of relroute. Close this window, and press F10 there."
    ),
    ReceiveProblem.NOT_OURS: N_(
        "Another program answers in place of a meeting. Restart the laptop if it stays."
    ),
    ReceiveProblem.NOT_PRIVATE: N_(
        "The folder for the connection is open to others, so nothing is shown. Ask whoever looks "
        "after this laptop."
    ),
}


class AudienceApp(GuardedApp):
    """App that shows the newest message, and says quietly what is wrong where none comes."""

    TITLE = "relroute"
    CSS_PATH = "screen.tcss"  # of the default screen Textual reads none
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("ctrl+q", "quit", show=False, priority=True)]

    class Heard(TextualMessage):
        """A message came, or it is known why none does."""

        def __init__(self, what: Message | ReceiveProblem) -> None:
            super().__init__()
            self.what = what

        def can_replace(self, message: TextualMessage | MessagePump) -> bool:
            """Let a newer one take the place of one that was not drawn yet."""
            return isinstance(message, AudienceApp.Heard)

    def __init__(self, folder: Path, graphics: str = "") -> None:
        """Wait for a meeting in this folder; `graphics` is how the terminal shows a picture."""
        super().__init__()
        self._folder = folder
        self._page = AudienceScreen(graphics)
        self._terminal_filters = TerminalFilters()
        for theme in textual_themes(self.console.color_system):
            self.register_theme(theme)
        self.set_reactive(AudienceApp.theme, ALL_LOOKS[0].name)
        self.stylesheet = CachedStylesheet(self.get_css_variables())  # those of this theme
        self.animation_level = "none"

    def get_driver_class(self) -> type[Driver]:
        """Write through a driver that knows what was written."""
        return terminal_class(super().get_driver_class())

    def get_default_screen(self) -> AudienceScreen:
        """Return the only screen."""
        return self._page

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no text reach the terminal as a command."""
        return self._terminal_filters.after(super().get_line_filters(), self)

    def on_mount(self) -> None:
        """Wait for a meeting."""
        SPLASH.hand_over()
        self.call_after_refresh(gc_scheduler.begin)
        on_termination(lambda: None, self.exit)
        self.run_worker(receive(self._folder, self._hear), exit_on_error=True)

    def _hear(self, what: Message | ReceiveProblem) -> None:
        self.post_message(self.Heard(what))

    def on_audience_app_heard(self, heard: Heard) -> None:
        """Draw what came; where nothing can come, keep what is there and say why."""
        what = heard.what
        self.set_timer(_ONCE_DRAWN, gc_scheduler.collect)
        if isinstance(what, Message):
            self._speak(what.language)
            if what.theme in self.available_themes:
                self.theme = what.theme
            self._page.show(page_of(what.view))
            self._page.say("")
            return
        if what is not ReceiveProblem.GONE:
            self._page.show(page_of(FAREWELL))
        self._page.say(_(_TROUBLES[what]))

    def on_cursor_position(self, event: CursorPosition) -> None:
        """Hand on what the terminal answers."""
        self._page.cursor_is_at(event.x)

    def _speak(self, language: str) -> None:
        if language in languages():  # an organisation's own may be known to the meeting alone
            use(language)
