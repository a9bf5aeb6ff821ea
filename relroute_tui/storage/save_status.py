"""Whether what was typed is on the disk."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from relroute_tui.storage.errors import Reason


class SaveState(StrEnum):
    """How it stands with the newest change."""

    SAVED = "saved"
    WAITING = "waiting"
    """Changed a moment ago; saved when the typing pauses."""
    SAVING = "saving"
    FAILED = "failed"
    """The last try did not succeed. Stays until one does."""


class SaveStatus(Struct, frozen=True):
    """What a screen can show of the saving."""

    state: SaveState
    at: datetime | None = None
    """The last save that succeeded since the route was opened."""
    reason: Reason | None = None
    """Why it failed; None unless it did."""
    has_kept_another: bool = False
    """Whether another laptop's version was found since the route was opened, and kept beside it."""


class SavingTimes(Struct, frozen=True):
    """When a change is saved, in seconds.

    What was typed may be lost for 2 s at most, and the save itself takes a part of them: so
    `at_most` is less.
    """

    after_last: float = 0.5
    """After the last change: somebody paused."""
    at_most: float = 1.5
    """After the first change that is not on the disk: somebody goes on typing."""
    retry: float = 2.0
    """After a save that failed."""


DEFAULT_TIMES = SavingTimes()
