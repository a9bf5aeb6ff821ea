"""The app: wiring. It knows the rooms and which way leads from one to the next, and no more."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from textual import events
from textual.binding import Binding
from textual.filter import LineFilter

from relroute_tui.environment import Environment, shipped
from relroute_tui.language import _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.splash import SPLASH
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import StorageError
from relroute_tui.ui import gc_scheduler
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.base.control_characters import ControlCharacterFilter
from relroute_tui.ui.base.screen import BaseScreen, BlankScreen
from relroute_tui.ui.colours import ALL_LOOKS
from relroute_tui.ui.commands import LEAVE, LOOKS, PAUSE, STORY
from relroute_tui.ui.context import AppContext
from relroute_tui.ui.locking import Locking
from relroute_tui.ui.palette import Palette, ScreenCommands
from relroute_tui.ui.signals import when_asked_to_end
from relroute_tui.ui.sixteen_colours import colour_filters
from relroute_tui.ui.start import Start
from relroute_tui.ui.textual_compat.app import GuardedApp
from relroute_tui.ui.textual_compat.driver import decode_leniently
from relroute_tui.ui.textual_compat.text_input import as_typed
from relroute_tui.ui.themes import textual_themes

if TYPE_CHECKING:
    from relroute_tui.content.practice import PracticeFamily
    from relroute_tui.domain.search import Place
    from relroute_tui.storage.open_route import OpenRoute
    from relroute_tui.ui.screens.home.screen import HomeScreen

_SHEETS_AT_THE_TABLE: Final[list[str | PurePath]] = [
    "app.tcss",
    "base/screen.tcss",
    "widgets/paper_card.tcss",
    "screens/meeting/screen.tcss",
]
"""Read at once by a start that goes straight to the table: Textual reads every sheet anew, and
styles every widget again, for a screen that brings one of its own."""
_WARNING: Final = timedelta(seconds=10)
"""So long a warning is in view, and so long the key that it named leaves all the same."""


class RelrouteApp(Locking, GuardedApp):
    """relroute on the screen."""

    CSS_PATH = "app.tcss"
    TITLE = "relroute"
    COMMANDS = {ScreenCommands}
    HORIZONTAL_BREAKPOINTS = BaseScreen.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = BaseScreen.VERTICAL_BREAKPOINTS
    BINDINGS = [
        *PAUSE.bindings,
        *LOOKS.bindings,
        *STORY.bindings,
        Binding("ctrl+q", LEAVE.action, LEAVE.tip, show=False, priority=True),
    ]

    def __init__(self, environment: Environment, start: Start | None = None) -> None:
        decode_leniently()
        super().__init__(css_path=_SHEETS_AT_THE_TABLE if start and start.meet else None)
        self.start = start or Start()
        self.context = AppContext(environment, Archive(environment.sessions, now=environment.now))
        self._warned: datetime | None = None
        self._practice: PracticeFamily | None = None
        self._tidying = gc_scheduler.GcScheduler()
        self._lines = ControlCharacterFilter()
        for theme in textual_themes(self.console.color_system):
            self.register_theme(theme)
        names = [looks.name for looks in ALL_LOOKS]
        chosen = self.context.settings.theme
        self.set_reactive(RelrouteApp.theme, chosen if chosen in names else names[0])
        self.stylesheet.set_variables(self.get_css_variables())
        self.animation_level = "none"

    def get_default_screen(self) -> BlankScreen:
        """The rooms come on top of it."""
        return BlankScreen()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and no sign that a terminal would obey: as one."""
        before = (
            *super().get_line_filters(),
            *colour_filters(self.console.color_system, self.theme),
        )
        if before != self._lines.before:
            self._lines = ControlCharacterFilter(before)
        return (self._lines,)

    def on_mount(self) -> None:
        """Open the room that was asked for, once it can be opened."""
        SPLASH.hand_over()
        self.call_after_refresh(gc_scheduler.begin)
        when_asked_to_end(self._keep_everything, self.exit)
        self.set_interval(1.0, self._tidying.look)
        self.unlock_first(self._open_first_room)

    async def on_event(self, event: events.Event) -> None:
        """Every key and every click comes by here."""
        if isinstance(event, events.InputEvent):
            self._tidying.key_came()
        await super().on_event(as_typed(event, self))

    def _open_first_room(self, route_id: str | None) -> None:
        """Home, or a route at once; another family's name is never on the way."""
        if route_id is None:
            from relroute_tui.ui.screens.home.screen import HomeScreen

            self.push_screen(HomeScreen(self.context))
        else:
            self._open_route(route_id, leave_after=True, meet=self.start.meet)

    def on_unmount(self) -> None:
        """Everything that was typed is on the disk before the screen goes."""
        self._keep_what_was_read()

    def _keep_everything(self) -> None:
        self._read_what_is_typed()
        self._keep_what_was_read()

    def _keep_what_was_read(self) -> None:
        self.context.close()
        self._throw_away_practice()

    def _read_what_is_typed(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.before_leaving()

    def on_home_screen_opened(self, message: "HomeScreen.Opened") -> None:
        """From home into a route."""
        if self.is_at_home:
            self._open_route(message.route_id)

    def on_home_screen_meeting_found(self, message: "HomeScreen.MeetingFound") -> None:
        """From a search into what was said."""
        if self.is_at_home:
            self._open_route(message.place.route_id, read=message.place)

    def on_home_screen_practice_wanted(self) -> None:
        """To the practice family: a copy that goes when the app goes."""
        from relroute_tui.content.practice import practice_family

        if not self.is_at_home:
            return
        self._throw_away_practice()
        try:
            practice = practice_family(self.context.environment.language)
        except StorageError as problem:
            self.notify(problem_sentence(problem), markup=False, timeout=10)
            return
        self._practice = practice
        self._open_route(practice.route_id, context=self.context.at_practice(practice.folder))

    def _throw_away_practice(self) -> None:
        if self._practice is not None:
            self._practice.throw_away()
            self._practice = None

    def _open_route(
        self,
        route_id: str,
        *,
        meet: bool = False,
        read: "Place | None" = None,
        leave_after: bool = False,
        context: AppContext | None = None,
    ) -> None:
        context = context or self.context
        try:
            opened = context.open(route_id)
        except StorageError as problem:
            if leave_after:
                self.exit(return_code=1, message=problem_sentence(problem))
            else:
                self.notify(problem_sentence(problem), markup=False, timeout=10)
            return
        if meet and leave_after and not opened.read_only:
            self._begin_at_the_table(context, opened)
        else:
            self._show_route(context, opened, meet=meet, read=read, leave_after=leave_after)

    def _begin_at_the_table(self, context: AppContext, opened: "OpenRoute") -> None:
        """Nobody waits for the room of the route before a meeting that was asked for."""
        from relroute_tui.ui.screens.meeting.screen import MeetingScreen

        def to_the_route(finished: bool | None) -> None:
            self._show_route(context, opened, leave_after=True, finished=bool(finished))

        meeting, notice = context.meeting_at(opened)
        self.push_screen(MeetingScreen(context, opened, meeting.id), to_the_route)
        if notice:
            self.notify(notice, markup=False)

    def _show_route(
        self,
        context: AppContext,
        opened: "OpenRoute",
        *,
        meet: bool = False,
        read: "Place | None" = None,
        leave_after: bool,
        finished: bool = False,
    ) -> None:
        from relroute_tui.ui.screens.route.screen import RouteScreen

        room = RouteScreen(
            context, opened, meet=meet, read=read, leave_after=leave_after, finished=finished
        )
        self.push_screen(room, (lambda _done: self.exit()) if leave_after else None)

    async def action_quit(self) -> None:
        """Leave, with everything that was typed on the disk, unless a form would lose something."""
        from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard

        if not all(
            each.may_go("Ctrl+Q")
            for each in self.screen_stack
            if isinstance(each, UnsavedChangesGuard)
        ):
            return
        self._read_what_is_typed()
        now = self.context.environment.now()
        is_warned = self._warned is not None and now - self._warned < _WARNING
        if self.context.save_now() or is_warned:
            self.exit()
            return
        self._warned = now
        self.notify(
            _("Not everything could be saved yet. Ctrl+Q once more leaves all the same."),
            markup=False,
            timeout=_WARNING.total_seconds(),
        )

    def action_show_help(self) -> None:
        """What one can do in the room or the dialog that is open."""
        from relroute_tui.ui.dialogs.help import HelpDialog

        here = self.screen
        if isinstance(here, CommandScreen):
            self.push_screen(HelpDialog(here.purpose, here.commands()))

    def action_pause(self) -> None:
        """Cover everything at once, also a dialog; the same key brings it back untouched."""
        from relroute_tui.ui.dialogs.pause import PauseScreen

        if isinstance(self.screen, PauseScreen):
            self.screen.go_on()
            return
        if self.is_locked:
            return
        self.clear_notifications()  # what was told in a corner is covered too
        self.push_screen(PauseScreen(self.context.environment.now), self.after_pause)

    def after_pause(self, length: timedelta | None) -> None:
        """Nothing below noticed that something lay over it. A clock may have gone back below it."""
        took = max(length or timedelta(), timedelta())
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.after_pause(took)
        self.open_what_waits()

    def action_story(self) -> None:
        """The route explained in pictures."""
        from relroute_tui.content.story import StoryError, load_story
        from relroute_tui.ui.screens.story.screen import StoryScreen

        if isinstance(self.screen, StoryScreen) or self.is_locked:
            return
        try:
            panels = load_story(shipped("cards") / "story", self.context.environment.language)
        except StoryError as problem:
            self.notify(problem.sentence, markup=False)
            return
        self.push_screen(StoryScreen(panels, self.context.environment.pictures))

    def action_sources(self) -> None:
        """The websites and the literature behind this app."""
        from relroute_tui.content.sources import sources_text, spelled_out
        from relroute_tui.ui.screens.sources.screen import SourcesScreen

        if not isinstance(self.screen, SourcesScreen):
            text = sources_text(self.context.environment.language)
            self.push_screen(SourcesScreen(spelled_out(text)))

    def action_next_looks(self) -> None:
        """Evening, morning, high contrast, and round again."""
        names = [looks.name for looks in ALL_LOOKS]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        try:
            self.context.with_looks(self.theme)
        except StorageError as problem:
            self.notify(problem_sentence(problem), markup=False)

    def action_command_palette(self) -> None:
        """Search what can be done here; nothing opens over a question or the calm screen."""
        if isinstance(self.screen, BaseScreen):
            self.push_screen(Palette(placeholder=_("What would you like to do?")))

    def action_help_quit(self) -> None:
        """Ctrl+C copies; it ends nothing. Say which key does."""
        self.notify(_("Ctrl+Q leaves. Everything is saved."), markup=False)
