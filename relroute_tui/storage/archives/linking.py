"""From an address and a key to the thread that keeps the two together."""

from pathlib import Path

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives.laptop import LaptopFiles
from relroute_tui.storage.archives.notes import Notes
from relroute_tui.storage.archives.opening import shared_archive
from relroute_tui.storage.archives.sync import ArchiveSync
from relroute_tui.storage.archives.sync_thread import SyncThread


def link(archive: Archive, address: str, notes: Path) -> SyncThread:
    """Return what keeps this sealed archive and the shared one together; it is not started yet.

    In the folder `notes`, which stays on this laptop, is kept what is known of the archive.
    """

    def make() -> ArchiveSync:
        shared = shared_archive(address, archive.new_envelope.own)
        return ArchiveSync(LaptopFiles(archive), shared, Notes(notes / "shared-archive"))

    return SyncThread(make, notes / "shared-archive.lock")
