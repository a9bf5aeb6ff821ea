"""The organisation at a folder or an address.

What checks signatures is loaded only where there is an organisation.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from relroute_tui.storage.errors import UnreadableKind, UnreadableRoute

if TYPE_CHECKING:
    from relroute_tui.storage.archives.contract import SharedArchive
    from relroute_tui.storage.sealing.colleagues import Colleagues
    from relroute_tui.storage.sealing.key import Key
    from relroute_tui.storage.sealing.team_memory import TeamMemory
    from relroute_tui.team.team import Team


class TeamPlace(Struct, frozen=True):
    """The place of an organisation, if there is one."""

    folder: Path
    """The routes; without an address the organisation shares this folder."""
    notes: Path
    """Folder in which this laptop keeps its own notes."""
    address: str
    """Address of a shared archive on a server; empty where there is none."""
    now: Callable[[], datetime]

    @property
    def has_team(self) -> bool:
        """Whether an organisation can be here: there is a server, or its list in the folder."""
        return bool(self.address) or self.is_founded_in_folder

    @property
    def is_founded_in_folder(self) -> bool:
        """Whether the list of an organisation is in the folder itself."""
        from relroute_tui.storage.archives.folder import TEAM

        return (self.folder / TEAM / "logs" / "roll").is_dir()

    def not_of_colleagues(
        self, problems: "Iterable[UnreadableRoute]"
    ) -> "tuple[UnreadableRoute, ...]":
        """Return what is wrong here; that routes of colleagues are shut is as it should be."""
        found = tuple(problems)
        if not found or not self.has_team:
            return found
        return tuple(
            unreadable for unreadable in found if unreadable.kind is not UnreadableKind.SEALED
        )

    def archive(self, key: "Key") -> "SharedArchive":
        """Return what the organisation shares. Raises ArchiveError where it is no address."""
        if self.address:
            from relroute_tui.storage.archives.opening import shared_archive

            return shared_archive(self.address, key.public)
        from relroute_tui.storage.archives.folder import FolderArchive

        return FolderArchive(self.folder)

    def team(self, key: "Key") -> "Team":
        """Return the organisation for the holder of this key. Raises ArchiveError."""
        from relroute_tui.team.team import Team

        memory = self._memory(key)
        return Team(self.archive(key), key, memory, self.now, is_beside=bool(self.address))

    def colleagues(self, key: "Key") -> "Colleagues":
        """Return what sealing asks of the organisation, if there is one."""
        from relroute_tui.team.authorship import KnownColleagues

        def team() -> "Team | None":
            return self.team(key) if self.has_team else None

        return KnownColleagues(key, self._memory(key), team)

    def _memory(self, key: "Key") -> "TeamMemory":
        from relroute_tui.storage.sealing.sealed_archive import own_note
        from relroute_tui.storage.sealing.team_memory import TeamMemory

        return TeamMemory(own_note(self.notes, "team"), key)
