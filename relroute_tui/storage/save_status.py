"""Whether what was typed is on the disk."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from relroute_tui.storage.errors import Reason


class SaveState(StrEnum):
    """State of the newest change."""

    SAVED = "saved"
    WAITING = "waiting"
    """Changed a moment ago; saved when the typing pauses."""
    SAVING = "saving"
    FAILED = "failed"
    """The last try did not succeed. Stays until one does."""


class SaveStatus(Struct, frozen=True):
    """Status of saving, as a screen can show it."""

    state: SaveState
    at: datetime | None = None
    """The last save that succeeded since the route was opened."""
    reason: Reason | None = None
    """Reason for the failure; None unless it failed."""
    has_kept_another: bool = False
    """Whether another laptop's version was found since the route was opened, and kept beside it."""


class SavingTimes(Struct, frozen=True):
    """Delays before a change is saved, in seconds.

    At most 2 s of typing may be lost, and the save itself takes part of that time; so `at_most`
    is less.
    """

    after_last: float = 0.5
    """Delay after the last change: somebody paused."""
    at_most: float = 1.5
    """Delay after the first change that is not on the disk: somebody goes on typing."""
    retry: float = 2.0
    """Delay after a save that failed."""


DEFAULT_TIMES = SavingTimes()
