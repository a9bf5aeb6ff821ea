"""A route sealed to several keys, so that a colleague opens it with their own."""

import os

from msgspec.structs import replace

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import SaveError, reason_of
from relroute_tui.storage.files import read_file, replace_file
from relroute_tui.storage.route_lock import locked
from relroute_tui.storage.sealing.header import Unpacked
from relroute_tui.storage.versions.version_files import folder_of, versions_in


def readers_of(archive: Archive, route_id: str) -> tuple[str, ...]:
    """Return the public keys that a route is shared with. Raises NoSuchRoute, UnreadableRoute."""
    return archive.readers(archive.path_to(route_id))


def share(archive: Archive, route_id: str, readers: tuple[str, ...]) -> None:
    """Share a route, and its versions, with just these public keys from now on.

    Who had it before may have kept a copy; that no key takes back. Raises NoSuchRoute,
    UnreadableRoute, ReadOnlyRoute (it is open in a window), SaveError and FolderError.
    """
    path = archive.path_to(route_id)
    with locked(path):
        store = archive.store(path)
        store.share(readers)
        store.rest()
        share_versions(archive, route_id, readers)


def share_versions(archive: Archive, route_id: str, readers: tuple[str, ...]) -> None:
    """Share the versions of a route with just these public keys. Raises SaveError and FolderError.

    So are the versions of other laptops that a synchroniser left beside it.
    """
    path = archive.path_to(route_id)
    envelope = archive.envelope(path)
    versions = [version.path for version in versions_in(folder_of(path))]
    beside = [file for file in archive.every_file() if file != path]
    try:
        for file in (*versions, *beside):
            unpacked = envelope.unpack(read_file(file))
            if isinstance(unpacked, Unpacked) and unpacked.header.route_id == route_id:
                times = file.stat()
                header = replace(unpacked.header, readers=readers)
                _header, packed = envelope.pack(unpacked.content, header, as_version=True)
                replace_file(file, packed)
                os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    except OSError as error:
        raise SaveError(path, reason_of(error)) from error
