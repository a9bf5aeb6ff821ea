"""The part of the app that seals, unlocks, and locks after a time without keys."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import App

from relroute_tui.language import _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.sealing.key_folder import is_sealed
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.context import AppContext
from relroute_tui.ui.start import Start

if TYPE_CHECKING:  # loaded where a folder has a key, and not before
    from relroute_tui.storage.sealing.vault import Unlocked

LOOKS_AT_THE_CLOCK = 1.0
"""Seconds from one look to the next: so long what is open may stay in view after a laptop woke."""


class Locking(App[None]):
    """Asks for the pass phrase at the start, and again when nobody has typed for a while."""

    context: AppContext
    start: Start
    after_pause: Callable[[timedelta | None], None]
    _last_key: datetime

    @property
    def is_locked(self) -> bool:
        """Whether the screen that asks for the pass phrase lies over everything."""
        return any(getattr(screen, "keeps_locked", False) for screen in self.screen_stack)

    @property
    def is_at_home(self) -> bool:
        """Else a key was pressed twice, and the first has opened something already."""
        from relroute_tui.ui.screens.home.screen import HomeScreen

        return isinstance(self.screen, HomeScreen)

    def unlock_first(self, go_on: Callable[[str | None], None]) -> None:
        """Go on with the route that was asked for; where it is sealed, once there is a key."""
        try:
            sealed = is_sealed(self.context.environment.sessions)
        except StorageError as problem:
            self.exit(return_code=1, message=problem_sentence(problem))
            return
        if not sealed:
            go_on(self.start.route_id)
            return
        from relroute_tui.storage.sealing.vault import Vault
        from relroute_tui.ui.screens.sealing.unlock import UnlockScreen

        def opened(unlocked: "Unlocked | None") -> None:
            if unlocked is None:
                return
            self._work_with(unlocked)
            try:
                wanted = self.start.route_id
                go_on(None if wanted is None else self.context.archive.find(wanted).id)
            except StorageError as problem:
                self.exit(return_code=1, message=problem_sentence(problem))
            else:
                self._seal_what_is_open()

        environment = self.context.environment
        self.push_screen(UnlockScreen(Vault(environment.sessions), environment.now), opened)

    def _work_with(self, unlocked: "Unlocked") -> None:
        """Use this key, and watch the clock."""
        self.context.unlock(unlocked)
        self._last_key = self.context.environment.now()
        self.set_interval(LOOKS_AT_THE_CLOCK, self._lock_in_time)

    @work(thread=True, exit_on_error=False)
    def _seal_what_is_open(self) -> None:
        from relroute_tui.storage.sealing.migrate import has_open_files, seal_everything

        if not has_open_files(self.context.archive):
            return
        try:
            left = seal_everything(self.context.archive)
        except StorageError as problem:
            sentence = problem_sentence(problem)
        else:
            sentence = self._sealed_sentence()
            if left:
                sentence = _("Not everything could be sealed: close the other window first.")
        self.call_from_thread(self.notify, sentence, markup=False, timeout=10)

    def _sealed_sentence(self) -> str:
        """What was written out to take along stays as it was: it is told where that is."""
        exports = self.context.environment.exports
        if not any(exports.glob("*")):
            return _("Everything is sealed. No open copy is left.")
        return _(
            "Everything is sealed. No open route is left. What you wrote out before is still "
            "open, in {folder}: take away what does not belong there."
        ).format(folder=exports)

    # Lock and key, from home

    def on_home_screen_lock_wanted(self) -> None:
        """Seal the routes, or change what opens them."""
        if not self.is_at_home:
            return
        from relroute_tui.storage.sealing.vault import Vault
        from relroute_tui.ui.screens.sealing.keys import KeysScreen
        from relroute_tui.ui.screens.sealing.seal import SealScreen

        environment, unlocked = self.context.environment, self.context.unlocked
        vault = Vault(environment.sessions)
        if unlocked is None:
            self.push_screen(SealScreen(vault, environment.exports), self._sealed)
        else:
            self.push_screen(KeysScreen(self.context, vault, unlocked))

    def _sealed(self, chosen: "Unlocked | bool | None") -> None:
        from relroute_tui.ui.screens.home.screen import HomeScreen

        if chosen is False:
            try:
                self.context.leave_open()
            except StorageError as problem:
                self.notify(problem_sentence(problem), markup=False)
        elif chosen is not None and chosen is not True:
            self._work_with(chosen)
            self._seal_what_is_open()
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.after_choice(is_made=chosen is not None)

    # After a time without keys

    async def on_event(self, event: events.Event) -> None:
        """Every key and every click comes by here. The one that comes too late only locks."""
        if isinstance(event, events.InputEvent) and self.context.unlocked is not None:
            if self._lock_in_time():
                return
            self._last_key = self.context.environment.now()
        await super().on_event(event)

    def _lock_in_time(self) -> bool:
        """Lock when nobody typed for as long as is set; True if that was now."""
        unlocked, minutes = self.context.unlocked, self.context.settings.locks_after
        if unlocked is None:
            return False
        now = self.context.environment.now()
        self._last_key = min(self._last_key, now)  # a clock that goes back puts nothing off
        too_long = minutes and now - self._last_key >= timedelta(minutes=minutes)
        if not too_long or self.is_locked:
            return False
        from relroute_tui.storage.sealing.vault import Vault
        from relroute_tui.ui.screens.sealing.unlock import UnlockScreen

        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.before_leaving()  # what was typed last goes to the disk
        lock = UnlockScreen(
            Vault(self.context.environment.sessions), self.context.environment.now, unlocked
        )

        def open_again(_unlocked: "Unlocked | None") -> None:
            from relroute_tui.ui.dialogs.pause import PauseScreen

            self._last_key = self.context.environment.now()
            if not any(isinstance(screen, PauseScreen) for screen in self.screen_stack):
                self.after_pause(lock.length)  # else this time is a part of that pause

        self.clear_notifications()  # else what was told in a corner stays in view
        self.push_screen(lock, open_again)
        return True
