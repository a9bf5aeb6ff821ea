"""Home: the routes that are kept here, found by typing."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import getters, on, work
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button
from textual.worker import get_current_worker

from relroute_tui.context import AppContext
from relroute_tui.domain.carers import Carers
from relroute_tui.language import N_, _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.folder_state import FolderState, folder_state
from relroute_tui.storage.listing import Listing
from relroute_tui.storage.summary import RouteSummary
from relroute_tui.storage.versions.restore import Rescue, rescues, restore
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.keyboard.in_use import key_for, keyboard_in_use
from relroute_tui.ui.screens.home.backup import back_up_everything
from relroute_tui.ui.screens.home.commands import HOME_COMMANDS, OF_ROUTES, SETTINGS, WAY_OUT, WHY
from relroute_tui.ui.screens.home.notices import notes_of
from relroute_tui.ui.screens.home.reading import NOTHING, read_listing
from relroute_tui.ui.screens.home.routes_panel import RoutesPanel
from relroute_tui.ui.screens.home.welcome import Welcome
from relroute_tui.ui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from relroute_tui.content.practice import Family
    from relroute_tui.domain.search import Place
    from relroute_tui.storage.archives.sync_thread import ArchiveStatus

READ_AT_ONCE = 60
"""Routes that are read before anything is shown; more than a window shows."""
SHOW_EVERY = 0.2
"""Seconds, while more of them are read."""
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

    class Read(Message):
        """Some more routes were read."""

        def __init__(self, listing: Listing, *, is_all: bool) -> None:
            super().__init__()
            self.listing = listing
            self.is_all = is_all

    class Outdated(Message):
        """Another language or another set of keys holds, so that home is shown anew."""

    class FolderChanged(Message):
        """A synchroniser or another window changed what is in the folder."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self._seen: FolderState = frozenset()
        """State of the folder when it was last read."""
        self._listing = NOTHING
        self._rescues: tuple[Rescue, ...] = ()
        self._shown_of_others: tuple[ArchiveStatus | None, int] = (None, 0)
        """Status of the shared archive that was shown, and how often the organisation was heard."""
        self._has_asked = False
        self._is_all_read = False

    def compose_body(self) -> Iterable[Widget]:
        """Show the list with its filter, and the page for when there is nothing to list."""
        yield RoutesPanel()
        yield Welcome(id="welcome")

    def commands(self) -> tuple[Command, ...]:
        """Return the commands; where there is no route yet, only those that begin one."""
        is_empty = self.has_class("-empty")
        return tuple(
            WAY_OUT if command.id == WAY_OUT.id else command
            for command in super().commands()
            if not (is_empty and command.id in OF_ROUTES)
        )

    def on_mount(self) -> None:
        """Look again every few seconds."""
        self.set_interval(LOOK_AGAIN_EVERY, self._look_again)
        if self.context.settings.keys:
            self.after_first_frame(self._check_own_keys)

    @work(thread=True, group="own-keys", exit_on_error=False)
    def _check_own_keys(self) -> None:
        """Say where a key that somebody chose cannot be; it takes every screen to know that."""
        from relroute_tui.ui.keyboard.checking import key_faults

        if key_faults(self.context.settings_as_read):
            self.app.call_from_thread(self._tell_of_keys)

    def _tell_of_keys(self) -> None:
        sentence = _("One of your own keys cannot be used; {key} shows which.")
        self.notify(sentence.format(key=key_for(SETTINGS)), markup=False, timeout=10)

    def _look_again(self) -> None:
        if self.app.screen is self and self._is_all_read:
            self._compare_with_folder()
            shared = self.context.shared
            of_others = (None if shared is None else shared.status, self.context.team.times_heard)
            if of_others != self._shown_of_others:
                self._shown_of_others = of_others
                self._show()

    @work(thread=True, exclusive=True, group="look-again", exit_on_error=False)
    def _compare_with_folder(self) -> None:
        self.context.team.hear_again()
        if folder_state(self.context.archive.folder) != self._seen:
            self.post_message(self.FolderChanged())

    @on(FolderChanged)
    def _read_again(self) -> None:
        """Read it in the background; the mark and the filter stay where they are."""
        if self.app.screen is self and self._is_all_read:
            self._read()

    def on_screen_resume(self) -> None:
        """Show what the archive holds now; where that is much, while it is read."""
        if self.app.screen is self:  # else a route opens over it, whose word it is
            self.context.call_carers(Carers())
        archive = self.context.archive
        self._is_all_read = False
        try:
            archive.prepare()
            if len(archive.files()) > READ_AT_ONCE:
                self._read()
                return
            self._seen = folder_state(archive.folder)
            self._listing = archive.listing()
        except StorageError as problem:
            self._could_not_be_read(problem)
        self._all_is_read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        worker = get_current_worker()
        archive, shows_parts = self.context.archive, not self._listing.routes
        seen = folder_state(archive.folder)
        try:
            for listing, is_all in read_listing(
                archive,
                at_least=READ_AT_ONCE,
                every=SHOW_EVERY,
                is_wanted=lambda: not worker.is_cancelled,
            ):
                if is_all:  # what changed since the reading began is read once more
                    self._seen = seen
                if is_all or shows_parts:
                    self.post_message(self.Read(listing, is_all=is_all))
        except StorageError as problem:
            self.app.call_from_thread(self._reading_ended_early, problem)

    @on(Read)
    def _show_what_was_read(self, message: Read) -> None:
        self._listing = message.listing
        if message.is_all:
            self._all_is_read()
        else:
            self._show()

    def _all_is_read(self) -> None:
        self._is_all_read = True
        self._rescues = rescues(self.context.archive, self._listing.unreadable)
        self._show()
        if self.app.screen is self:  # else it asks when one comes back here
            self._ask_to_seal()

    def _ask_to_seal(self) -> None:
        """Ask once, when there is something to seal, and never in the middle of a meeting."""
        routes = self._listing.routes
        if self._has_asked or not self.context.is_undecided or any(map(self._meets_today, routes)):
            return
        if any(map(self._holds_words, routes)):
            self.app.clear_notifications()  # the keys that they name work elsewhere
            self.action_lock()

    def _meets_today(self, summary: RouteSummary) -> bool:
        begun = summary.unfinished_since
        return begun is not None and begun.date() == self.context.environment.now().date()

    def _holds_words(self, summary: RouteSummary) -> bool:
        if summary.last_meeting is None:
            return False
        try:
            return self.context.archive.load(summary.id).has_words
        except StorageError:
            return False  # it was erased or damaged since, which home says itself

    def _reading_ended_early(self, problem: StorageError) -> None:
        self._could_not_be_read(problem)
        self._all_is_read()

    def _could_not_be_read(self, problem: StorageError) -> None:
        self._listing = NOTHING
        self.notify(problem_sentence(problem), markup=False, timeout=30, severity="warning")

    def _show(self) -> None:
        was_empty, empty = self.has_class("-empty"), self._is_empty
        self.set_class(empty, "-empty")
        ours = self.context.environment.team_place.not_of_colleagues(self._listing.unreadable)
        self._panel.show(
            replace(self._listing, unreadable=ours),
            self._rescues,
            notes_of(self.context, self._listing),
            is_all_read=self._is_all_read,
        )
        if empty is not was_empty:
            self.query_one(KeyFooter).show(self.shown_commands())
        if empty or was_empty or self.focused is None:
            self.query_one("#practice" if empty else "#filter").focus()

    def _knows_all_routes(self) -> bool:
        """Return whether a nickname can be compared with all others; say so where it cannot."""
        if not self._is_all_read:
            self.tell(_("The routes are still being read. Try again in a moment."))
        return self._is_all_read

    @property
    def _is_empty(self) -> bool:
        return not (self._listing.routes or self._listing.unreadable or self._rescues)

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
        rescue = message.rescue
        try:
            restore(self.context.archive, rescue.path.stem, rescue.version.name)
        except StorageError as problem:
            self.tell(problem_sentence(problem))
            return
        self.tell(
            _("It has been put back. The damaged file is kept beside it, under another name.")
        )
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
        """Ask for a new route, and go there."""
        if self._knows_all_routes():
            from relroute_tui.ui.screens.home.new_route import begin_route

            begin_route(self, self.context, self._taken_names(), self._go_to)

    def _go_to(self, route_id: str) -> None:
        self._panel.keep_mark_on(route_id)
        self.post_message(self.Opened(route_id))

    def action_change_route(self) -> None:
        """Open the same form for the marked route."""
        from relroute_tui.ui.screens.home.change_route import change_route

        marked = self._panel.marked_route
        if not self._listing.routes:
            self.tell(_("There is no route here yet. F2 begins one."))
        elif marked is not None and self._knows_all_routes():
            taken = self._taken_names(except_id=marked)
            change_route(self, self.context, marked, taken, self._go_to)

    def action_two_versions(self) -> None:
        """Show what two laptops saved apart, side by side."""
        if self._knows_all_routes():
            from relroute_tui.ui.screens.home.two_versions import show_two_versions

            show_two_versions(self, self.context, self._listing.unreadable)

    def _taken_names(self, except_id: str = "") -> tuple[str, ...]:
        return tuple(route.nickname for route in self._listing.routes if route.id != except_id)
