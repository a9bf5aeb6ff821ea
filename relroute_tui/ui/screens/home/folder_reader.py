"""The folder with the routes: read at once, or in the background where they are many."""

from collections.abc import Callable
from functools import partial

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from relroute_tui.context import AppContext
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.folder_state import FolderState, folder_state
from relroute_tui.storage.listing import Listing
from relroute_tui.storage.versions.restore import Rescue, rescues
from relroute_tui.ui.screens.home.reading import NOTHING, read_listing

READ_AT_ONCE = 60
"""Routes that are read before anything is shown; more than a window shows."""
SHOW_EVERY = 0.2
"""Seconds, while more of them are read."""


class RoutesRead(Message):
    """Some more routes were read in the background; with `is_all` these are all there are."""

    def __init__(self, listing: Listing, *, is_all: bool) -> None:
        super().__init__()
        self.listing = listing
        self.is_all = is_all


class FolderChanged(Message):
    """A synchroniser or another window changed what is in the folder."""


class FolderReader:
    """Reader of a folder, with the routes as far as they were read."""

    def __init__(self, screen: Screen[None], context: AppContext, show: Callable[[], None]) -> None:
        """`show` shows what was read; the messages go to the screen."""
        self._screen = screen
        self._context = context
        self._show = show
        self._seen: FolderState = frozenset()
        """State of the folder when it was last read."""
        self.listing = NOTHING
        self.rescues: tuple[Rescue, ...] = ()
        self.is_all_read = False

    def read(self) -> None:
        """Read what the folder holds now; where that is much, in the background."""
        archive = self._context.archive
        self.is_all_read = False
        try:
            archive.prepare()
            if len(archive.files()) > READ_AT_ONCE:
                self.read_in_background()
                return
            self._seen = folder_state(archive.folder)
            listing = archive.listing()
        except StorageError as problem:
            self._fail(problem)
        else:
            self.take(listing, is_all=True)

    def take(self, listing: Listing, *, is_all: bool) -> None:
        """Show these routes, and once that is all, also what can be put back."""
        self.listing = listing
        self.is_all_read = self.is_all_read or is_all
        if is_all:
            self.rescues = rescues(self._context.archive, listing.unreadable)
        self._show()

    def _fail(self, problem: StorageError) -> None:
        self._screen.notify(problem_sentence(problem), markup=False, timeout=30, severity="warning")
        self.take(NOTHING, is_all=True)

    def read_in_background(self) -> None:
        """Read the folder, while what was read before stays in view."""
        shows_parts = not self.listing.routes
        self._screen.run_worker(partial(self._read, shows_parts), thread=True, exclusive=True)

    def _read(self, shows_parts: bool) -> None:
        worker, archive = get_current_worker(), self._context.archive
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
                    self._screen.post_message(RoutesRead(listing, is_all=is_all))
        except StorageError as problem:
            self._screen.app.call_from_thread(self._fail, problem)

    def look_again(self) -> None:
        """Look in the background whether the folder changed, and hear the organisation."""
        self._screen.run_worker(
            self._compare, thread=True, exclusive=True, group="look-again", exit_on_error=False
        )

    def _compare(self) -> None:
        self._context.team.hear_again()
        if folder_state(self._context.archive.folder) != self._seen:
            self._screen.post_message(FolderChanged())
