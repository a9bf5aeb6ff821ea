"""Other versions of a route, under other names: what a synchroniser leaves when two laptops saved.

    fjord234 (conflicted copy 2026-11-24 140312).json       Nextcloud, Dropbox
    fjord234-LAPTOP-7.json                                   OneDrive
    fjord234.sync-conflict-20261124-140312-ABCDEFG.json      Syncthing
    fjord234 (other version 0badcafe).json                   relroute itself, see `in_place`

No name is relied on: a file is another version of the route whose id is inside it.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from relroute_tui.domain.merge.routes import merge_routes
from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive, is_route_id
from relroute_tui.storage.errors import (
    NoSuchRoute,
    ReadOnlyRoute,
    Reason,
    SaveError,
    UnreadableKind,
    UnreadableRoute,
)
from relroute_tui.storage.files import patiently


class Saved(Struct, frozen=True):
    """A whole route, in whatever file it is."""

    path: Path
    at: datetime
    route: Route


class Copy(Saved, frozen=True):
    """A whole route in a file that has not its name."""

    here: Saved | None
    """What is in the file that has its name; None where that is gone, or can not be opened."""


def copies_in(archive: Archive, unreadable: Iterable[UnreadableRoute]) -> tuple[Copy, ...]:
    """The other versions among the files that a listing could not show as routes."""
    return tuple(_copies(archive, unreadable))


def _copies(archive: Archive, unreadable: Iterable[UnreadableRoute]) -> Iterator[Copy]:
    for each in unreadable:
        if each.kind is UnreadableKind.COPY:
            other = _saved(archive, each.path)
            if other is not None and is_route_id(other.route.id):
                here = _saved(archive, archive.path_to(other.route.id))
                yield Copy(other.path, other.at, other.route, here)


def _saved(archive: Archive, path: Path) -> Saved | None:
    read = archive.contents(path)
    if not isinstance(read, Route):
        return None
    with suppress(OSError):
        return Saved(path, datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone(), read)
    return None


def join(archive: Archive, copy: Copy) -> Route:
    """Join another version with the route itself, and then take its file away.

    The file goes only when all of it is on the disk in the route's own, and only when it is still
    the one that was looked at. What the route was before is kept as a version.
    Raises ReadOnlyRoute (it is open in a window), UnreadableRoute, SaveError and FolderError.
    """
    try:
        opened = archive.open(copy.route.id)
    except NoSuchRoute:  # only the other version is left
        opened = archive.create(copy.route)
        if readers := archive.readers(copy.path):
            opened.share(readers)
    try:
        if opened.read_only:
            raise ReadOnlyRoute
        both = merge_routes(opened.route, copy.route)
        if both != opened.route and not opened.put_back(both):
            raise SaveError(copy.path, opened.status.reason or Reason.OTHER)
    finally:
        opened.close()
    if archive.contents(copy.path) == copy.route:
        with suppress(OSError):  # it stays beside the joined one, and can be joined once more
            patiently(copy.path.unlink)
    return both
