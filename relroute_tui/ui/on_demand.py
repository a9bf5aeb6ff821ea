"""The parts of the app that are loaded at their first use: most meetings need none of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.events import Event
from textual.screen import Screen

from relroute_tui.context import AppContext
from relroute_tui.ui.textual_compat.app import GuardedApp

if TYPE_CHECKING:
    from relroute_tui.audience.sender import State
    from relroute_tui.ui.reading_aloud import Reader
    from relroute_tui.ui.recovery import Recovery
    from relroute_tui.ui.television.control import Television


class TelevisionOnDemand:
    """The television. As long as nobody asked for it, nothing is shown to anyone."""

    def __init__(self, app: GuardedApp, context: AppContext) -> None:
        self._app = app
        self._context = context
        self._television: Television | None = None

    def turn_on(self) -> None:
        """Open the window for it, unless it is open."""
        from relroute_tui.ui.television.control import Television

        self._television = self._television or Television(self._app, self._context)
        if not self._television.is_on:
            self._television.turn_on()

    def turn_on_or_ask(self) -> None:
        """Open the window for it; where it is open, ask what it shows."""
        if self._television is None or not self._television.is_on:
            self.turn_on()
        else:
            self._television.ask_what_to_show()

    def turn_off(self) -> None:
        """Show nothing more, as the app ends."""
        if self._television is not None:
            self._television.turn_off()

    def cover(self) -> None:
        """Cover what it shows, for a pause."""
        if self._television is not None:
            self._television.cover()

    def follow(self) -> None:
        """Show what everyone may see of the screen that is on top now."""
        if self._television is not None:
            self._television.follow()

    def report(self, state: "State") -> None:
        """Say on the laptop that a window for it came or went."""
        if self._television is not None:
            self._television.report(state)


class ReaderOnDemand:
    """Reading aloud."""

    def __init__(self, app: GuardedApp) -> None:
        self._app = app
        self._reader: Reader | None = None

    def read(self, parts: Sequence[tuple[str, str]]) -> None:
        """Read these texts, each in its language."""
        from relroute_tui.ui.reading_aloud import Reader

        self._reader = self._reader or Reader(self._app)
        self._reader.read(parts)

    def take_key(self, key: Event) -> None:
        """Be silent at a key."""
        if self._reader is not None:
            self._reader.take_key(key)

    def stop(self) -> None:
        """Be silent, as the app ends."""
        if self._reader is not None:
            self._reader.stop()


class RecoveryOnDemand:
    """Going on after an error in a screen."""

    def __init__(self, app: GuardedApp, context: AppContext) -> None:
        self._app = app
        self._context = context
        self._recovery: Recovery | None = None

    def go_on_without(self, failed: Screen[object] | None) -> bool:
        """Save everything, and go on without a screen that failed; return whether it does."""
        from relroute_tui.ui.recovery import Recovery

        self._recovery = self._recovery or Recovery(self._app, self._context)
        return self._recovery.go_on_without(failed)
