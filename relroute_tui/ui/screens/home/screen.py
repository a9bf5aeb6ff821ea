"""Home: the routes that are kept here, found by typing."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import getters, on
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button

from relroute_tui.context import AppContext
from relroute_tui.domain.carers import Carers
from relroute_tui.language import N_, _
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.keyboard.in_use import keyboard_in_use
from relroute_tui.ui.screens.home.asking_to_seal import is_time_to_ask
from relroute_tui.ui.screens.home.backup import back_up_everything
from relroute_tui.ui.screens.home.commands import (
    GO_ON,
    HOME_COMMANDS,
    NEW,
    OF_ROUTES,
    WAY_OUT,
    WHY,
)
from relroute_tui.ui.screens.home.folder_reader import FolderChanged, FolderReader, RoutesRead
from relroute_tui.ui.screens.home.notices import notes_of
from relroute_tui.ui.screens.home.rescue import put_back
from relroute_tui.ui.screens.home.route_actions import RouteActions
from relroute_tui.ui.screens.home.routes_panel import RoutesPanel
from relroute_tui.ui.screens.home.welcome import Welcome
from relroute_tui.ui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from relroute_tui.content.practice import Family
    from relroute_tui.domain.search import Place
    from relroute_tui.storage.archives.sync_thread import ArchiveStatus

LOOK_AGAIN_EVERY = 3.0
"""Seconds between two looks at whether a synchroniser or another window changed the folder."""


class HomeScreen(BaseScreen[None]):
    """A list and a filter, or a friendly page when there is nothing to list."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_("Here are the routes on this laptop. Type a few letters of a nickname to find one.")
    SCREEN_COMMANDS = HOME_COMMANDS
    TAKES_LETTERS = True
    BINDINGS = [
        *bindings_of(HOME_COMMANDS),
        Binding("down", "mark(1)", show=False),
        Binding("up", "mark(-1)", show=False),
        Binding("escape", "clear_filter", show=False),
    ]

    _panel = getters.query_one(RoutesPanel)

    class Opened(Message):
        """A route was chosen."""

        def __init__(self, route_id: str) -> None:
            super().__init__()
            self.route_id = route_id

    class MeetingFound(Message):
        """A place in a meeting was chosen from what a search found."""

        def __init__(self, place: "Place") -> None:
            super().__init__()
            self.place = place

    class PracticeWanted(Message):
        """A practice family was chosen, or with `meet` today's meeting with it."""

        def __init__(self, family: "Family", *, meet: bool = False) -> None:
            super().__init__()
            self.family = family
            self.meet = meet

    class LockWanted(Message):
        """Somebody wants to seal the routes, or to change what opens them."""

    class Outdated(Message):
        """Another language or another set of keys holds, so that home is shown anew."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self._folder = FolderReader(self, context, self._show_folder)
        self._shown_of_others: tuple[ArchiveStatus | None, int] = (None, 0)
        """Status of the shared archive that was shown, and how often the organisation was heard."""
        self._has_asked = False
        self._routes = RouteActions(self, context, self._folder, self._go_to)

    def compose_body(self) -> Iterable[Widget]:
        """Show the list with its filter, and the page for when there is nothing to list."""
        yield RoutesPanel()
        yield Welcome(id="welcome")

    def commands(self) -> tuple[Command, ...]:
        """Return the commands; where there is no route yet, only those that begin one."""
        is_empty = self.has_class("-empty")
        others = {WAY_OUT.id: WAY_OUT} | ({NEW.id: GO_ON} if self._routes.goes_on_with else {})
        return tuple(
            others.get(command.id, command)
            for command in super().commands()
            if not (is_empty and command.id in OF_ROUTES)
        )

    def on_mount(self) -> None:
        """Look again every few seconds."""
        self.set_interval(LOOK_AGAIN_EVERY, self._look_again)
        if self.context.settings.keys:
            self.after_first_frame(self._check_own_keys)

    def _check_own_keys(self) -> None:
        from relroute_tui.ui.screens.home.own_keys import check_own_keys

        check_own_keys(self, self.context)

    def _look_again(self) -> None:
        if self.app.screen is self and self._folder.is_all_read:
            self._folder.look_again()
            shared = self.context.shared
            of_others = (None if shared is None else shared.status, self.context.team.times_heard)
            if of_others != self._shown_of_others:
                self._shown_of_others = of_others
                self._show()

    @on(FolderChanged)
    def _read_again(self) -> None:
        """Read it in the background; the mark and the filter stay where they are."""
        if self.app.screen is self and self._folder.is_all_read:
            self._folder.read_in_background()

    def on_screen_resume(self) -> None:
        """Show what the archive holds now; where that is much, while it is read."""
        if self.app.screen is self:  # else a route opens over it, whose word it is
            self.context.call_carers(Carers())
        self._folder.read()

    @on(RoutesRead)
    def _show_what_was_read(self, message: RoutesRead) -> None:
        self._folder.take(message.listing, is_all=message.is_all)

    def _show_folder(self) -> None:
        """Show what was read; once it is all, ask about sealing, or when one comes back here."""
        self._show()
        if self._folder.is_all_read and self.app.screen is self:
            self._ask_to_seal()

    def _ask_to_seal(self) -> None:
        """Ask once, when there is something to seal."""
        if not self._has_asked and is_time_to_ask(self.context, self._folder.listing.routes):
            self.app.clear_notifications()  # the keys that they name work elsewhere
            self.action_lock()

    def _show(self) -> None:
        was_empty, empty = self.has_class("-empty"), self._is_empty
        went_on_with = self._panel.goes_on_with
        self.set_class(empty, "-empty")
        listing = self._folder.listing
        ours = self.context.environment.team_place.not_of_colleagues(listing.unreadable)
        self._panel.show(
            replace(listing, unreadable=ours),
            self._folder.rescues,
            notes_of(self.context, listing),
            is_all_read=self._folder.is_all_read,
            goes_on_with=self._routes.goes_on_with,
        )
        if (empty, self._routes.goes_on_with) != (was_empty, went_on_with):
            self.query_one(KeyFooter).show(self.shown_commands())
        if empty or was_empty or self.focused is None:
            self.query_one("#practice" if empty else "#filter").focus()

    @property
    def _is_empty(self) -> bool:
        listing = self._folder.listing
        return not (listing.routes or listing.unreadable or self._folder.rescues)

    def action_mark(self, step: int) -> None:
        """Mark the next or the previous route, also while typing in the filter."""
        self._panel.move(step)

    def action_clear_filter(self) -> None:
        """Show all routes again."""
        self._panel.clear_filter()

    def action_open_route(self) -> None:
        """Open what is marked; put back what was damaged."""
        self._panel.choose()

    @on(RoutesPanel.Chosen)
    def _open(self, message: RoutesPanel.Chosen) -> None:
        self._go_to(message.route_id)

    @on(RoutesPanel.RescueChosen)
    def _put_back(self, message: RoutesPanel.RescueChosen) -> None:
        if put_back(self, self.context, message.rescue):
            self.on_screen_resume()

    def renewed(self) -> "HomeScreen":
        """Return the same list on a new screen."""
        return HomeScreen(self.context)

    def action_back_up(self) -> None:
        """Make a copy of everything, and read it back."""
        back_up_everything(self, self.context)

    def action_lock(self) -> None:
        """Choose whether the routes are sealed, and what opens them."""
        self._has_asked = True
        self.post_message(self.LockWanted())

    def after_choice(self, *, is_made: bool) -> None:
        """Show that the routes are sealed or stay open, and go on; or that it is put off."""
        self.on_screen_resume()
        if not is_made:
            self.tell(_("Nothing is sealed yet. In the list of routes F7 seals them at any time."))

    @on(Button.Pressed, "#practice")
    def _try_a_meeting(self) -> None:
        """Go straight to the meeting of a practice family."""
        from relroute_tui.content.practice import Family

        self.post_message(self.PracticeWanted(Family.FOSTER, meet=True))

    def action_practice(self) -> None:
        """Choose a practice family, and go to it."""
        from relroute_tui.ui.screens.home.practice import choose_practice_family

        def to_the_family(family: "Family | None") -> None:
            if family is not None:
                self.post_message(self.PracticeWanted(family))

        choose_practice_family(self.app, to_the_family)

    def action_search(self) -> None:
        """Search in what was said, in all routes."""
        from relroute_tui.ui.screens.search.screen import SearchScreen

        def to_the_meeting(found: "Place | None") -> None:
            if found is not None:
                self._panel.keep_mark_on(found.route_id)
                self.post_message(self.MeetingFound(found))

        today = self.context.environment.now().date()
        self.app.push_screen(SearchScreen(self.context.archive, today), to_the_meeting)

    def action_settings(self) -> None:
        """Show what can be chosen for the app itself."""
        from relroute_tui.ui.screens.settings.screen import SettingsScreen

        before = self.context.environment.language, keyboard_in_use()

        def look_at_home(_done: None) -> None:
            if (self.context.environment.language, keyboard_in_use()) != before:
                self.post_message(self.Outdated())

        self.app.clear_notifications()  # what they say, that screen says in full
        self.app.push_screen(SettingsScreen(self.context), look_at_home)

    @on(Button.Pressed, "#why")
    async def _show_why(self) -> None:
        """Show what shared parenting is and why."""
        await self.run_action(WHY.action)

    @on(Button.Pressed, "#new")
    def action_new_route(self) -> None:
        """Ask for a new route, and go there; first go on with one that was left half-way, once."""
        self._routes.begin()

    def _go_to(self, route_id: str) -> None:
        self._panel.keep_mark_on(route_id)
        self.post_message(self.Opened(route_id))

    def action_change_route(self) -> None:
        """Open the same form for the marked route."""
        self._routes.change(self._panel.marked_route)

    def action_two_versions(self) -> None:
        """Show what two laptops saved apart, side by side."""
        self._routes.show_two_versions()
