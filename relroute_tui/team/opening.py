"""From a folder to the organisation that shares it. What checks signatures is loaded only then."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from relroute_tui.storage.archives.folder import TEAM, FolderArchive

if TYPE_CHECKING:
    from relroute_tui.storage.sealing.key import Key
    from relroute_tui.storage.sealing.sealed_envelope import Vouching
    from relroute_tui.team.team import Team


def has_team(folder: Path) -> bool:
    """Return whether an organisation shares this folder."""
    return (folder / TEAM / "logs" / "roll").is_dir()


def open_team(folder: Path, key: "Key", notes: Path, now: Callable[[], datetime]) -> "Team":
    """Return the organisation that shares this folder, for the holder of this key.

    `notes` is where this laptop keeps something for itself.
    """
    from relroute_tui.storage.sealing.sealed_archive import own_note
    from relroute_tui.storage.sealing.team_memory import TeamMemory
    from relroute_tui.team.team import Team

    return Team(FolderArchive(folder), key, TeamMemory(own_note(notes, "team"), key), now)


def vouching_at(folder: Path, key: "Key", notes: Path, now: Callable[[], datetime]) -> "Vouching":
    """Return what asks the log of the organisation here, if there is one, about a secret."""
    from relroute_tui.team.vouching import vouching

    return vouching(lambda: open_team(folder, key, notes, now) if has_team(folder) else None)
