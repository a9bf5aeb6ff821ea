"""When a laptop turns to the archive: in the pauses of typing, and never much too late."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from relroute_tui.storage.archives.notes import Seen


class SyncTimes(Struct, frozen=True):
    """Intervals in seconds."""

    look: float = 5.0
    """Interval between two looks at the laptop's own files, which do not involve the archive."""
    up: float = 30.0
    """Interval between two uploads of one route, which is saved every second during typing."""
    news: float = 60.0
    """Interval between two questions to the archive about what is new there."""
    pause: float = 30.0
    """Longest delay of what is due, while something is saved here between any two looks."""
    retry: float = 30.0
    """Delay after the archive could not be asked."""


DEFAULT_TIMES: Final = SyncTimes()


class Due(Struct, frozen=True):
    """What to ask of the archive now."""

    news: bool = False
    """Whether to bring all routes together: what is new there, and what changed here."""
    up: tuple[str, ...] = ()
    """Routes that only go up."""

    def __bool__(self) -> bool:
        """Return whether there is anything to ask."""
        return self.news or bool(self.up)


NOTHING: Final = Due()


class Schedule:
    """Decides at each look what is due. Its times are those of a clock that never goes back."""

    def __init__(self, times: SyncTimes) -> None:
        self._times = times
        self._went_up: dict[str, float] = {}
        self._news_at = self._ask_at = 0.0
        self._due_since: float | None = None
        self._changed_before: Mapping[str, Seen] | None = None

    def due(self, changed: Mapping[str, Seen], now: float) -> Due:
        """Return what is due, with the files here that the archive may not have.

        It waits until nothing was saved here between two looks, but not for ever.
        """
        is_calm = self._changed_before in (None, changed)
        self._changed_before = changed
        due = self._wanted(changed, now)
        if not due:
            self._due_since = None
            return NOTHING
        if self._due_since is None:
            self._due_since = now
        if not is_calm and now - self._due_since < self._times.pause:
            return NOTHING
        self._due_since = None
        self._went_up |= dict.fromkeys(changed if due.news else due.up, now)
        if due.news:
            self._news_at = now + self._times.news
        return due

    def due_at_the_end(self, changed: Mapping[str, Seen], now: float) -> Due:
        """Return what is due when the app is closed: all that the archive may not have."""
        return NOTHING if now < self._ask_at else Due(up=tuple(changed))

    def has_failed(self, now: float) -> None:
        """Ask nothing for a while, and then everything."""
        self._ask_at = self._news_at = now + self._times.retry

    def has_asked(self, changed: Mapping[str, Seen]) -> None:
        """Note what the archive may not have after it was asked: what went up is no save here."""
        self._changed_before = changed

    def _wanted(self, changed: Mapping[str, Seen], now: float) -> Due:
        if now < self._ask_at:
            return NOTHING
        if now >= self._news_at:
            return Due(news=True)
        return Due(up=tuple(route_id for route_id in changed if self._may_go_up(route_id, now)))

    def _may_go_up(self, route_id: str, now: float) -> bool:
        return now - self._went_up.get(route_id, -self._times.up) >= self._times.up
