"""The app: it puts its parts together, and answers the keys that work in every screen."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from textual import events, on
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from relroute_tui.context import AppContext
from relroute_tui.environment import Environment
from relroute_tui.language import _
from relroute_tui.splash import SPLASH
from relroute_tui.storage.archive import Archive
from relroute_tui.ui import gc_scheduler
from relroute_tui.ui.base.command_screen import CommandScreen, ReadAloud, ShownChanged
from relroute_tui.ui.base.control_characters import TerminalFilters
from relroute_tui.ui.base.input_order import InputOrder, is_input
from relroute_tui.ui.base.screen import BaseScreen, BlankScreen
from relroute_tui.ui.base.terminal_cursor import CursorApp
from relroute_tui.ui.commands import (
    EVERYWHERE,
    HELP,
    LEAVE,
    LOOKS,
    PALETTE,
    PAUSE,
    STORY,
    bindings_of,
    rebind,
)
from relroute_tui.ui.keyboard.in_use import use_keyboard
from relroute_tui.ui.keyboard.keyboard import keyboard_of
from relroute_tui.ui.locking import Lock
from relroute_tui.ui.navigation import Navigator
from relroute_tui.ui.on_demand import ReaderOnDemand, RecoveryOnDemand, TelevisionOnDemand
from relroute_tui.ui.signals import on_termination
from relroute_tui.ui.start import Start
from relroute_tui.ui.textual_compat.driver import terminal_class
from relroute_tui.ui.textual_compat.option_list import comes_too_early
from relroute_tui.ui.textual_compat.style_sheets import CachedStylesheet
from relroute_tui.ui.textual_compat.text_input import as_typed
from relroute_tui.ui.themes import textual_themes
from relroute_tui.ui.widgets.letters.size import use_letters

if TYPE_CHECKING:
    from textual.command import Provider

    from relroute_tui.ui.everywhere import EverywhereActions
    from relroute_tui.ui.leaving import LeaveGuard
    from relroute_tui.ui.screens.home.screen import HomeScreen
    from relroute_tui.ui.screens.settings.screen import SettingsScreen
    from relroute_tui.ui.television.control import WindowsChanged

_SHEETS_AT_THE_TABLE: Final[list[str | PurePath]] = [
    "app.tcss",
    "base/screen.tcss",
    "widgets/paper_card.tcss",
    "screens/meeting/screen.tcss",
]
"""Read at once by a start that goes straight to the table: Textual reads every sheet anew, and
styles every widget again, for a screen that brings one of its own."""


def _screen_commands() -> "type[Provider]":
    from relroute_tui.ui.palette import ScreenCommands

    return ScreenCommands


class RelrouteApp(CursorApp):
    """relroute on the screen."""

    CSS_PATH = "app.tcss"
    TITLE = "relroute"
    COMMANDS = {_screen_commands}
    HORIZONTAL_BREAKPOINTS = BaseScreen.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = BaseScreen.VERTICAL_BREAKPOINTS
    BINDINGS = bindings_of((PAUSE, LOOKS, STORY, PALETTE, LEAVE))

    def __init__(self, environment: Environment, start: Start | None = None) -> None:
        super().__init__(css_path=_SHEETS_AT_THE_TABLE if start and start.meet else None)
        self._start = start or Start()
        archive = Archive(environment.sessions, now=environment.now)
        self.context = AppContext(environment, archive, tour=self._start.tour)
        self._lock = Lock(self, self.context, self.after_pause)
        self._navigator = Navigator(self, self.context, self._start)
        self._recovery = RecoveryOnDemand(self, self.context)
        self._television = TelevisionOnDemand(self, self.context)
        self._reader = ReaderOnDemand(self)
        self._garbage = gc_scheduler.GcScheduler()
        self._terminal_filters = TerminalFilters()
        self._input_order = InputOrder(self, self._hand_on)
        for theme in textual_themes(self.console.color_system):
            self.register_theme(theme)
        self.set_reactive(RelrouteApp.theme, self.context.settings.theme)
        use_letters(self.context.settings.letters)
        self._take_keys()
        self.stylesheet = CachedStylesheet(self.get_css_variables())
        self.animation_level = "none"

    @cached_property
    def _leave_guard(self) -> "LeaveGuard":
        from relroute_tui.ui.leaving import LeaveGuard

        return LeaveGuard(self, self.context)

    @cached_property
    def _everywhere(self) -> "EverywhereActions":
        from relroute_tui.ui.everywhere import EverywhereActions

        return EverywhereActions(self, self.context, self._lock, self._television, self.after_pause)

    def get_driver_class(self) -> type[Driver]:
        """Write through a driver that knows what was written."""
        return terminal_class(super().get_driver_class())

    def get_default_screen(self) -> BlankScreen:
        """Return the screen that lies below every other."""
        return BlankScreen()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no text reach the terminal as a command."""
        return self._terminal_filters.after(super().get_line_filters(), self)

    def on_mount(self) -> None:
        """Open the screen that was asked for, once it can be opened."""
        SPLASH.hand_over()
        self.call_after_refresh(gc_scheduler.begin)
        on_termination(self._keep_everything, self.exit)
        self.set_interval(1.0, self._garbage.look)
        # Before the app is mounted Textual shows nothing, and would draw the first frame in vain.
        self.call_later(self._lock.open_first, self._start.route_id, self._navigator.open_first)
        if self._start.audience:
            self.call_after_refresh(self.action_television)

    async def on_event(self, event: events.Event) -> None:
        """Deal with what is typed in its turn."""
        if is_input(event):
            await self._input_order.take(event)
        else:
            await super().on_event(event)

    async def _hand_on(self, event: events.Event) -> None:
        """Deal with a key, a click or a paste first, before a widget does."""
        if isinstance(event, events.InputEvent):
            self._garbage.key_came()
            if isinstance(event, events.Key | events.MouseDown):
                self._reader.take_key(event)
            if self._lock.takes_key():
                return
        if not comes_too_early(event, self):
            await super().on_event(as_typed(event, self))

    def outlive(self, failed: Screen[object] | None) -> bool:
        """Save everything and go on without a screen that failed."""
        return self._recovery.go_on_without(failed)

    @property
    def hides_notifications(self) -> bool:
        """Whether a lock lies over a route, whose names may be told in a corner."""
        return self._lock.is_shut and self.context.unlocked is not None

    def on_unmount(self) -> None:
        """Put everything that was typed on the disk before the screen goes."""
        self._close()

    def _keep_everything(self) -> None:
        self._leave_guard.read_what_is_typed()
        self._close()

    def _close(self) -> None:
        self._reader.stop()
        self._television.turn_off()
        self.context.close()
        self._navigator.throw_away_practice()

    # From home

    def on_home_screen_opened(self, message: "HomeScreen.Opened") -> None:
        """Open a route."""
        if self._navigator.is_at_home:
            self._navigator.open_route(message.route_id)

    def on_home_screen_meeting_found(self, message: "HomeScreen.MeetingFound") -> None:
        """Open a route at what was said in a meeting."""
        if self._navigator.is_at_home:
            self._navigator.open_route(message.place.route_id, read=message.place)

    def on_home_screen_practice_wanted(self, message: "HomeScreen.PracticeWanted") -> None:
        """Open a practice family."""
        if self._navigator.is_at_home:
            self._navigator.open_practice(message.family, meet=message.meet)

    def on_home_screen_lock_wanted(self) -> None:
        """Seal the routes, or change what opens them."""
        if self._navigator.is_at_home:
            self._lock.show_keys()

    def on_home_screen_outdated(self) -> None:
        """Show home in another language, or with other keys."""
        if self._navigator.is_at_home:
            self._navigator.begin_again_at_home()

    async def on_settings_screen_chosen(self, message: "SettingsScreen.Chosen") -> None:
        """Work with what was chosen, and show it."""
        from relroute_tui.ui.screens.settings.screen import SettingsScreen

        self.context.work_with(message.before, message.after)
        self.theme = message.after.theme
        use_letters(message.after.letters)
        self._take_keys()
        for screen in self.screen_stack:
            if isinstance(screen, CommandScreen):
                screen.take_keys()
        if isinstance(self.screen, SettingsScreen):
            await self.screen.show_again()

    def _take_keys(self) -> None:
        """Bind the keys that were chosen; HELP belongs to each screen."""
        use_keyboard(keyboard_of(self.context.settings))
        rebind(self, [command for command in EVERYWHERE if command is not HELP])

    # In every screen

    async def action_quit(self) -> None:
        """Leave, with everything that was typed on the disk, unless a form would lose something."""
        if self._leave_guard.may_leave():
            self.exit()

    def action_show_help(self) -> None:
        """Show what can be done in the screen or the dialog that is open."""
        self._everywhere.show_help()

    def action_pause(self) -> None:
        """Cover everything at once, also a dialog; the same key brings it back untouched."""
        self._everywhere.pause()

    def after_pause(self, length: timedelta | None) -> None:
        """Take a pause off every clock below it. The laptop's own may have gone back meanwhile."""
        took = max(length or timedelta(), timedelta())
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.after_pause(took)
        self.open_what_waits()

    def action_story(self) -> None:
        """Show the route in pictures."""
        self._everywhere.show_story()

    def action_shared_parenting(self) -> None:
        """Show what shared parenting is and why."""
        self._everywhere.show_shared_parenting()

    def action_sources(self) -> None:
        """Show the websites and the literature behind this app."""
        self._everywhere.show_sources()

    def action_next_looks(self) -> None:
        """Change to evening, morning, high contrast, and round again."""
        self._everywhere.show_next_looks()

    # The television

    def action_television(self) -> None:
        """Open the window for the television; where it is open, choose what it shows."""
        self._television.turn_on_or_ask()

    def action_turn_on_television(self) -> None:
        """Open the window for the television, unless it is open."""
        self._television.turn_on()

    @on(ReadAloud)
    def _read_aloud(self, message: ReadAloud) -> None:
        self._reader.read(message.parts)

    @on(ShownChanged)
    def _let_the_television_follow(self) -> None:
        self._television.follow()

    def on_windows_changed(self, message: "WindowsChanged") -> None:
        """Say on the laptop that a window for the television came or went."""
        self._television.report(message.state)

    def action_command_palette(self) -> None:
        """Search what can be done here; nothing opens over a pause or the lock."""
        self._everywhere.show_palette()

    def action_help_quit(self) -> None:
        """Say once which key leaves: Ctrl+C copies, and ends nothing."""
        self.clear_notifications()
        self.notify(_("Ctrl+Q leaves. Everything is saved."), markup=False)
