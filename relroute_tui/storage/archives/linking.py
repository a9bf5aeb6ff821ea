"""Link of a laptop to its archive: from an address and a key to the thread that syncs them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives.laptop import LaptopFiles
from relroute_tui.storage.archives.notes import NOTES, Notes
from relroute_tui.storage.archives.opening import shared_archive
from relroute_tui.storage.archives.sync import ArchiveSync
from relroute_tui.storage.archives.sync_thread import SyncThread
from relroute_tui.storage.route_lock import RouteLock
from relroute_tui.storage.sealing.sealed_archive import own_note


def link(archive: Archive, address: str, notes: Path, now: Callable[[], datetime]) -> SyncThread:
    """Return what keeps this sealed archive and the shared one together; it is not started yet.

    In the folder `notes`, which stays on this laptop, is kept what is known of the archive.
    """
    return SyncThread(lambda: archive_sync(archive, address, notes), lock_of(notes), now)


def archive_sync(archive: Archive, address: str, notes: Path) -> ArchiveSync:
    """Return what brings the two together. Raises ArchiveError where the address is none."""
    shared = shared_archive(address, archive.new_envelope.own)
    return ArchiveSync(LaptopFiles(archive), shared, Notes(_own_folder(notes)))


def lock_of(notes: Path) -> RouteLock:
    """Return the lock for bringing the two together; one program at a time holds it."""
    return RouteLock(_own_folder(notes).with_suffix(".lock"))


def _own_folder(notes: Path) -> Path:
    """Return what is of this laptop alone, also where `notes` travels with the routes.

    What one laptop knows of the archive is not what the file of another is.
    """
    return own_note(notes, NOTES.removeprefix(".")).with_suffix("")
