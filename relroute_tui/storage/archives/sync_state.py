"""How the routes on a laptop compare with those in the shared archive."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from relroute_tui.storage.errors import Problem


class SyncState(StrEnum):
    """State of one route. Whatever it is, the laptop's own file is whole and saved."""

    IN_STEP = "in-step"
    """The archive has what the laptop has."""
    WAITING = "waiting"
    """It goes up as soon as it can."""
    APART = "apart"
    """Somebody else saved too; their version lies beside it until the two are joined."""
    LATER = "later"
    """The archive has something newer, which comes when the route is closed here."""
    NOT_YOURS = "not-yours"
    """The archive does not show it any more: it was handed over, say."""
    WITH_A_COLLEAGUE = "with-a-colleague"
    """The file here is sealed to others only: it was handed over, and is theirs now."""
    ERASED = "erased"
    """It was erased in the archive, for everyone."""
    UNREADABLE = "unreadable"
    """The file here or there does not open with one's key. Neither was changed."""
    NOT_SEALED = "not-sealed"
    """It is not sealed, and so is not sent."""
    TOO_LONG = "too-long"
    """It is longer than the archive takes."""


class SyncReport(Struct, frozen=True):
    """Result of one round."""

    states: Mapping[str, SyncState] = {}
    """State of each route that this round looked at, by its id."""
    problem: Problem | None = None
    """Problem that ended the round early."""
    put_back: frozenset[str] = frozenset()
    """Routes with an older state in the archive than was seen before: it was put back."""

    def having(self, *states: SyncState) -> tuple[str, ...]:
        """Return the ids of the routes in any of these states."""
        return tuple(route_id for route_id, state in self.states.items() if state in states)
