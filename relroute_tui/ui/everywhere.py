"""The actions that work in every screen: help, pause, the palette, the looks, pages to read."""

from collections.abc import Callable
from datetime import timedelta

from textual.app import App

from relroute_tui.content.pages import Page
from relroute_tui.context import AppContext
from relroute_tui.language import _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.colours import ALL_LOOKS
from relroute_tui.ui.locking import Lock
from relroute_tui.ui.on_demand import TelevisionOnDemand


class EverywhereActions:
    """Actions of the app, over whatever screen is on top."""

    def __init__(
        self,
        app: App[None],
        context: AppContext,
        lock: Lock,
        television: TelevisionOnDemand,
        after_pause: Callable[[timedelta | None], None],
    ) -> None:
        """`after_pause` is called with the length of a pause."""
        self._app = app
        self._context = context
        self._lock = lock
        self._television = television
        self._after_pause = after_pause

    def show_help(self) -> None:
        """Show what can be done in the screen or the dialog that is open."""
        from relroute_tui.ui.dialogs.help import HelpDialog

        here = self._app.screen
        if isinstance(here, CommandScreen) and here.commands():
            self._app.push_screen(HelpDialog(here.purpose, here.shown_commands()))

    def pause(self) -> None:
        """Cover everything at once, also a dialog; the same key brings it back untouched."""
        from relroute_tui.ui.dialogs.pause import PauseScreen

        app = self._app
        if isinstance(app.screen, PauseScreen):
            app.screen.go_on()
            self._television.follow()
        elif not self._lock.is_shut:
            self._television.cover()
            app.clear_notifications()  # what was told in a corner is covered too
            app.push_screen(PauseScreen(self._context.environment.now), self._after_pause)

    def show_palette(self) -> None:
        """Search what can be done here; nothing opens over a pause or the lock."""
        from relroute_tui.ui.palette import Palette

        here = self._app.screen
        if isinstance(here, CommandScreen) and here.commands():
            self._app.push_screen(Palette(placeholder=_("What would you like to do?")))

    def show_story(self) -> None:
        """Show the route in pictures."""
        from relroute_tui.ui.reference import show_story

        if not self._lock.is_shut:
            show_story(self._app, self._context.environment)

    def show_shared_parenting(self) -> None:
        """Show what shared parenting is and why."""
        self._show_page(Page.FAMILIES)

    def show_sources(self) -> None:
        """Show the websites and the literature behind this app."""
        self._show_page(Page.SOURCES)

    def _show_page(self, page: Page) -> None:
        from relroute_tui.ui.reference import show_page

        show_page(self._app, self._context.environment, page)

    def show_next_looks(self) -> None:
        """Change to evening, morning, high contrast, and round again."""
        names = [looks.name for looks in ALL_LOOKS]
        chosen = names[(names.index(self._context.settings.theme) + 1) % len(names)]
        self._app.theme = chosen
        try:
            self._context.with_looks(chosen)
        except StorageError as problem:
            self._app.notify(problem_sentence(problem), markup=False)
        self._television.follow()
