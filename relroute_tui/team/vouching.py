"""Whether a colleague gave a route the secret that it has; the log of the organisation knows."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.sealing.sealed_envelope import Vouching
from relroute_tui.storage.sealing.team_memory import TeamMemory

if TYPE_CHECKING:
    from relroute_tui.team.team import Team

_REMEMBERED: Final = 5000


def vouching(memory: TeamMemory, team: "Callable[[], Team | None]") -> Vouching:
    """Return what asks the log, and remembers what it said: an archive may be out of reach later.

    The organisation is looked up at the first question, if there is one.
    """

    def vouches(route_id: str, tag: str) -> bool:
        if tag in memory.read().vouched:
            return True
        with suppress(StorageError):  # then nobody vouches now, and it is asked again
            found = team()
            if found is not None and found.log.vouches_for(route_id, tag):
                memory.change(
                    lambda kept: replace(kept, vouched=(*kept.vouched, tag)[-_REMEMBERED:])
                )
                return True
        return False

    return vouches
