"""Colleagues of one organisation, each with a key and a laptop of their own, on one folder."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives.folder import FolderArchive
from relroute_tui.storage.sealing.hand_over_note import HandOverNote
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import own_note, sealed_archive
from relroute_tui.storage.sealing.team_memory import TeamMemory
from relroute_tui.team.authorship import KnownColleagues
from relroute_tui.team.team import Team

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))


class Colleague:
    def __init__(self, name: str, folder: Path, shared: FolderArchive | None = None) -> None:
        self.name = name
        self.key = Key.new()
        self.notes = folder.parent / f"laptop of {name}"
        self.folder = folder
        self.shared = shared or FolderArchive(folder)
        self.is_beside = shared is not None
        self.is_offline = False

    @property
    def team(self) -> Team:
        """Organisation as it is now."""
        memory = TeamMemory(own_note(self.notes, "team"), self.key)
        return Team(self.shared, self.key, memory, lambda: NOW, is_beside=self.is_beside)

    @property
    def known_colleagues(self) -> KnownColleagues:
        """Knowledge that this laptop has of the others."""
        memory = TeamMemory(own_note(self.notes, "team"), self.key)
        return KnownColleagues(self.key, memory, lambda: None if self.is_offline else self.team)

    @property
    def archive(self) -> Archive:
        """Opened anew, as at a start."""
        return sealed_archive(self.folder, self.key, self.notes, colleagues=self.known_colleagues)

    @property
    def note(self) -> HandOverNote:
        return HandOverNote(self.notes, self.key)

    def bring_in(self, other: "Colleague") -> None:
        self.team.confirm(other.team.ask_to_come_in(), other.name)


def founded(folder: Path, *names: str) -> tuple[Colleague, ...]:
    """Let the first found the organisation and bring in the others."""
    colleagues = tuple(Colleague(name, folder) for name in names)
    first = colleagues[0]
    first.team.found("Pleegzorg Noord", first.name)
    for other in colleagues[1:]:
        first.bring_in(other)
    return colleagues
