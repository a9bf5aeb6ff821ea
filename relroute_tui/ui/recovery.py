"""Recovery from an error that nobody expected: save, say so, and go on."""

from contextlib import suppress
from functools import partial
from time import monotonic, process_time
from typing import Final

from textual.screen import Screen

from relroute_tui.context import AppContext
from relroute_tui.language import _
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.textual_compat.app import GuardedApp

_AT_MOST: Final = 3
_WITHIN: Final = 10.0
"""Seconds at rest: an error that comes back more often than that would come back for ever."""


class Recovery:
    """Recovery from an error: it removes the screen that failed, and keeps the meeting."""

    def __init__(self, app: GuardedApp, context: AppContext) -> None:
        self._app = app
        self._context = context
        self._moments: tuple[float, ...] = ()

    def go_on_without(self, failed: Screen[object] | None) -> bool:
        """Save everything and go on; None where no screen has to go. False if the app must end."""
        now = monotonic() - process_time()  # a slow machine at work is never at rest
        self._moments = (*(moment for moment in self._moments if now - moment < _WITHIN), now)
        stack = self._app.screen_stack
        if len(stack) < 2 or len(self._moments) > _AT_MOST:
            return False
        if getattr(failed, "keeps_locked", False):  # nobody may read what it covers
            return False
        instead = failed.renewed() if isinstance(failed, BaseScreen) else None
        if failed is stack[0] or (failed is stack[1] and instead is None):
            return False
        self.save_everything()
        self._app.call_later(self._show_what_is_left, failed, instead)
        return True

    def save_everything(self) -> None:
        """Save what was typed in every screen, as far as each can still hand it over."""
        for screen in self._app.screen_stack:
            _read_what_is_typed(screen)
        self._context.save_now()

    def _show_what_is_left(
        self, failed: Screen[object] | None, instead: BaseScreen[object] | None
    ) -> None:
        if failed is not None:
            self._app.replace_screen(failed, partial(_instead_of, failed, instead))
        self._app.notify(
            _("Something went wrong here. What you typed is saved, and you can go on."),
            markup=False,
            timeout=10,
        )


def _instead_of(
    failed: Screen[object], instead: BaseScreen[object] | None
) -> BaseScreen[object] | None:
    """Return the screen that takes over, once it can know what was typed until now."""
    _read_what_is_typed(failed)
    return instead


def _read_what_is_typed(screen: Screen[object]) -> None:
    if isinstance(screen, BaseScreen):
        with suppress(Exception):  # it may be the one that failed
            screen.before_leaving()
