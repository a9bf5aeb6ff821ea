"""A laptop of a team in a test: it works in its own folder, and meets the others in the archive."""

import random
from pathlib import Path

from families import ID, version
from laptop import Laptop

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives.contract import SharedArchive
from relroute_tui.storage.archives.laptop import LaptopFiles
from relroute_tui.storage.archives.notes import Note, Notes
from relroute_tui.storage.archives.opening import shared_archive
from relroute_tui.storage.archives.sync import ArchiveSync
from relroute_tui.storage.archives.sync_state import SyncReport, SyncState
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.sharing import share

ROUNDS = 12
KEYS = [Key.new() for _ in range(3)]


class TeamLaptop(Laptop):
    """Somebody of a team, with a key and a role of their own."""

    def __init__(
        self, folder: Path, address: str, key: Key, chance: random.Random | None = None
    ) -> None:
        super().__init__(folder, sealed=True, chance=chance or random.Random(0))
        self.key = key
        self._address = address
        self._begin()

    def starts_again(self) -> None:
        """Begin as a new program does: with what is on the disk, and no connection."""
        self.leaves()
        self.sync.close()  # the server takes only so many
        self._begin()

    def _begin(self) -> None:
        self._archive = sealed_archive(self.folder, self.key, self._notes)
        self.shared: SharedArchive = shared_archive(self._address, self.key.public)
        self.notes = Notes(self._notes / "archive")
        self.sync = ArchiveSync(LaptopFiles(self._archive), self.shared, self.notes)

    @property
    def archive(self) -> Archive:
        return self._archive

    def begins(self, *others: Key) -> None:
        """Begin the route that the tests are about, shared with these keys."""
        self.archive.create(version(3)).close()
        if others:
            share(self.archive, ID, tuple(key.public for key in others))

    def meets(self) -> SyncReport:
        """Bring everything together with the archive."""
        return self.sync.everything()

    def stands(self) -> SyncState | None:
        """Bring everything together, and return how the route stands."""
        return self.meets().states.get(ID)

    @property
    def note(self) -> Note:
        return self.notes.of(ID)

    def text(self) -> str:
        """Return all that the route holds here."""
        return repr(self.archive.load(ID))


def come_to_the_same(laptops: list[TeamLaptop]) -> int:
    """Let all of them meet and join until all is in step; return how many versions were joined.

    Then all hold the same, and everything that anybody was told is saved.
    """
    joins = 0
    for laptop in laptops:
        laptop.leaves()
    for _ in range(ROUNDS):
        for laptop in laptops:
            laptop.meets()
            joins += laptop.joins()
        reports = [laptop.meets() for laptop in laptops]
        if {report.states.get(ID) for report in reports} == {
            SyncState.IN_STEP
        }:  # else a laptop may not have it yet
            routes = [laptop.archive.load(ID) for laptop in laptops]
            if all(route == routes[0] for route in routes):
                break
    else:
        raise AssertionError(f"they do not come to the same: {reports}")
    for laptop in laptops:
        gone = {text for text in laptop.saved if text not in repr(routes[0])}
        assert not gone, f"gone: {gone}"
        assert not laptop.archive.listing().unreadable
        laptop.sync.close()
    return joins
