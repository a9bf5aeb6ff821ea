"""The lock: the pass phrase at the start, and again when nobody has typed for a while."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from textual.app import App

from relroute_tui.context import AppContext
from relroute_tui.language import _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.sealing.key_folder import is_sealed
from relroute_tui.ui.base.screen import BaseScreen

if TYPE_CHECKING:  # loaded where a folder has a key, and not before
    from relroute_tui.storage.progress import ReportProgress
    from relroute_tui.storage.sealing.vault import Unlocked

LOOKS_AT_THE_CLOCK: Final = 1.0
"""Seconds between two looks, and how long a screen can be seen after a laptop woke."""


class Lock:
    """Lock that asks for the pass phrase over every screen of `app`."""

    def __init__(
        self, app: App[None], context: AppContext, after_lock: Callable[[timedelta], None]
    ) -> None:
        """`after_lock` is told how long the lock lay over everything."""
        self._app = app
        self._context = context
        self._after_lock = after_lock
        self._last_key = context.environment.now()

    @property
    def is_shut(self) -> bool:
        """Whether the screen that asks for the pass phrase lies over everything."""
        return any(getattr(screen, "keeps_locked", False) for screen in self._app.screen_stack)

    def open_first(self, wanted: str | None, go_on: Callable[[str | None], None]) -> None:
        """Go on with the route that was asked for; where it is sealed, once there is a key."""
        try:
            sealed = is_sealed(self._context.environment.sessions)
        except StorageError as problem:
            self._app.exit(return_code=1, message=problem_sentence(problem))
            return
        if not sealed:
            go_on(wanted)
            return
        from relroute_tui.storage.sealing.vault import Vault
        from relroute_tui.ui.screens.sealing.unlock import UnlockScreen

        def opened(unlocked: "Unlocked | None") -> None:
            if unlocked is None:
                return
            self._work_with(unlocked)
            try:
                go_on(None if wanted is None else self._context.archive.find(wanted).id)
            except StorageError as problem:
                self._app.exit(return_code=1, message=problem_sentence(problem))
            else:
                self._seal_open_files()

        environment = self._context.environment
        self._app.push_screen(UnlockScreen(Vault(environment.sessions), environment.now), opened)

    def _work_with(self, unlocked: "Unlocked") -> None:
        """Use this key, and watch the clock."""
        self._context.unlock(unlocked)
        self._last_key = self._context.environment.now()
        self._app.set_interval(LOOKS_AT_THE_CLOCK, self.shut_in_time)

    def _seal_open_files(self) -> None:
        self._app.run_worker(self._seal, thread=True, exit_on_error=False)

    def _seal(self) -> None:
        from relroute_tui.storage.sealing.migrate import has_open_files

        if has_open_files(self._context.archive):
            from relroute_tui.storage.progress import unreported

            self._app.call_from_thread(self._tell, self._seal_and_say(unreported))

    def _seal_and_show_it(self) -> None:
        from relroute_tui.ui.dialogs.progress import do_with_progress

        do_with_progress(
            self._app,
            _("Sealing the routes"),
            self._seal_and_say,
            _("Stopped. What is not sealed yet is sealed at the next start."),
            self._tell,
        )

    def _seal_and_say(self, report: "ReportProgress") -> str:
        """Seal what is open, and return the outcome."""
        from relroute_tui.storage.sealing.migrate import seal_everything

        try:
            left = seal_everything(self._context.archive, report)
        except StorageError as problem:
            return problem_sentence(problem)
        if left:
            return _("Not everything could be sealed: close the other window first.")
        return self._sealed_sentence()

    def _tell(self, sentence: str) -> None:
        self._app.notify(sentence, markup=False, timeout=10)

    def _sealed_sentence(self) -> str:
        """Return what was sealed, and where something is left open that is not ours to change."""
        from relroute_tui.storage.recognise import hidden_open_routes

        environment = self._context.environment
        exports, hidden = environment.exports, hidden_open_routes(environment.sessions)
        if hidden:
            return _(
                "Open copies are left that a synchroniser keeps for itself, in {folders}. "
                "Throw them away there."
            ).format(folders=", ".join(sorted({str(path.parent) for path in hidden})))
        if not any(exports.glob("*")):
            return _("Everything is sealed. Papers that you saved for home can still be read.")
        return _(
            "Everything is sealed. No open route is left. Texts that you exported before are "
            "still open, in {folder}: remove what does not belong there."
        ).format(folder=exports)

    # From home

    def show_keys(self) -> None:
        """Seal the routes, or change what opens them."""
        from relroute_tui.storage.sealing.vault import Vault
        from relroute_tui.ui.screens.sealing.keys import KeysScreen
        from relroute_tui.ui.screens.sealing.seal import SealScreen

        environment, unlocked = self._context.environment, self._context.unlocked
        vault = Vault(environment.sessions)
        if unlocked is None:
            self._app.push_screen(SealScreen(vault, environment.papers), self._chosen)
        else:
            self._app.push_screen(KeysScreen(self._context, vault, unlocked))

    def _chosen(self, chosen: "Unlocked | bool | None") -> None:
        """Take over the answer: a key, False to leave the routes open, or nothing."""
        from relroute_tui.ui.screens.home.screen import HomeScreen

        if chosen is False:
            try:
                self._context.leave_open()
            except StorageError as problem:
                self._app.notify(problem_sentence(problem), markup=False)
        elif chosen is not None and chosen is not True:
            self._work_with(chosen)
            self._seal_and_show_it()
        for screen in self._app.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.after_choice(is_made=chosen is not None)

    # After a time without keys

    def takes_key(self) -> bool:
        """Take note of a key or a click; True where it came too late, and only locks."""
        if self._context.unlocked is None:
            return False
        if self.shut_in_time():
            return True
        self._last_key = self._context.environment.now()
        return False

    def shut_in_time(self) -> bool:
        """Lock when nobody typed for as long as is set; True if that was now."""
        unlocked, minutes = self._context.unlocked, self._context.settings.locks_after
        if unlocked is None:
            return False
        now = self._context.environment.now()
        self._last_key = min(self._last_key, now)  # a clock that goes back puts nothing off
        too_long = minutes and now - self._last_key >= timedelta(minutes=minutes)
        if not too_long or self.is_shut:
            return False
        self._shut(unlocked)
        return True

    def _shut(self, unlocked: "Unlocked") -> None:
        from relroute_tui.storage.sealing.vault import Vault
        from relroute_tui.ui.dialogs.pause import PauseScreen
        from relroute_tui.ui.screens.sealing.unlock import UnlockScreen

        for screen in self._app.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.before_leaving()  # what was typed last goes to the disk
        environment = self._context.environment
        lock = UnlockScreen(Vault(environment.sessions), environment.now, unlocked)

        def open_again(_unlocked: "Unlocked | None") -> None:
            self._last_key = environment.now()
            if not any(isinstance(screen, PauseScreen) for screen in self._app.screen_stack):
                self._after_lock(lock.length)  # else this time is a part of that pause

        self._app.clear_notifications()  # else what was told in a corner is told again
        self._app.push_screen(lock, open_again)
