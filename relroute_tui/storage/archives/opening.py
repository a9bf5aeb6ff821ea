"""Opening of the archive at an address."""

from typing import Final

from relroute_tui.storage.archives.contract import ArchiveError, Problem, SharedArchive

_POSTGRESQL: Final = ("postgresql://", "postgres://")


def shared_archive(address: str, key: str) -> SharedArchive:
    """Return the archive at this address for the holder of this public key.

    Nothing is connected yet. Raises ArchiveError where it is no address, or its driver is missing.
    """
    if not address.startswith(_POSTGRESQL):
        raise ArchiveError(Problem.ADDRESS)
    try:
        from relroute_tui.storage.archives.postgresql.archive import PostgresqlArchive
    except ImportError:
        raise ArchiveError(Problem.NO_DRIVER) from None
    return PostgresqlArchive(address, key)
