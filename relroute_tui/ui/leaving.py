"""Leaving the app: with everything on the disk, or after a warning."""

from datetime import datetime, timedelta
from typing import Final

from textual.app import App

from relroute_tui.context import AppContext
from relroute_tui.language import _
from relroute_tui.ui.base.screen import BaseScreen

_WARNING: Final = timedelta(seconds=10)
"""Time for which a warning holds: until then the same key leaves anyway."""


class LeaveGuard:
    """Guard that keeps `app` from ending while something would be lost."""

    def __init__(self, app: App[None], context: AppContext) -> None:
        self._app = app
        self._context = context
        self._warned: datetime | None = None

    def read_what_is_typed(self) -> None:
        """Let every screen hand over what it has not read yet."""
        for screen in self._app.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.before_leaving()

    def may_leave(self) -> bool:
        """Save everything, and return whether the app may end now; say so where it may not."""
        from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard

        if not all(
            screen.may_go("Ctrl+Q")
            for screen in self._app.screen_stack
            if isinstance(screen, UnsavedChangesGuard)
        ):
            return False
        self.read_what_is_typed()
        now = self._context.environment.now()
        is_warned = self._warned is not None and now - self._warned < _WARNING
        if self._context.save_now() or is_warned:
            return True
        self._warned = now
        self._app.notify(
            _("Not everything could be saved yet. Ctrl+Q once more leaves anyway."),
            markup=False,
            timeout=_WARNING.total_seconds(),
        )
        return False
