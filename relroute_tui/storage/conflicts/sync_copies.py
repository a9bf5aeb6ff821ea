"""Other versions of a route, under other names: what a synchroniser leaves when two laptops saved.

No name is relied on (`recognise.py`): a file is another version of the route whose id is in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from relroute_tui.domain.merge.routes import merge_routes
from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import (
    NoSuchRoute,
    ReadOnlyRoute,
    Reason,
    SaveError,
    UnreadableKind,
    UnreadableRoute,
)
from relroute_tui.storage.files import with_retries
from relroute_tui.storage.progress import ReportProgress, unreported
from relroute_tui.storage.route_id import is_route_id


class Saved(Struct, frozen=True):
    """A whole route, in whatever file it is."""

    path: Path
    at: datetime
    route: Route


class Copy(Saved, frozen=True):
    """A whole route in a file that has not its name."""

    here: Saved | None
    """Route in the file that has its name; None where that is gone, or cannot be opened."""


class VersionsApart(Struct, frozen=True):
    """All versions of one route that were saved apart."""

    here: Saved | None
    """Route in the file that has its name; None where that is gone, or cannot be opened."""
    others: tuple[Saved, ...]

    @property
    def nickname(self) -> str:
        """Nickname of the route."""
        return (self.here or self.others[0]).route.nickname

    @property
    def number(self) -> int:
        """Number of versions."""
        return len(self.others) + (self.here is not None)

    @property
    def newest(self) -> datetime:
        """Time at which the newest of the others was saved."""
        return max(other.at for other in self.others)

    @property
    def size(self) -> int:
        """Total size of their files in bytes."""
        files = (other.path for other in self.others)
        return sum(path.stat().st_size for path in files if path.exists())

    def theirs(self, report: ReportProgress = unreported) -> Route:
        """Return what the others say, as one route. Raises Stopped where `report` does."""
        whole = self.others[0].route
        for done, other in enumerate(self.others[1:], 1):
            report(done, len(self.others))
            whole = merge_routes(whole, other.route)
        return whole


def copies_in(archive: Archive, unreadable: Iterable[UnreadableRoute]) -> tuple[Copy, ...]:
    """Return the other versions among the files that a listing could not show as routes."""
    return tuple(_copies(archive, unreadable))


def _copies(archive: Archive, unreadable: Iterable[UnreadableRoute]) -> Iterator[Copy]:
    for file in unreadable:
        if file.kind is UnreadableKind.COPY:
            other = _saved(archive, file.path)
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


def versions_apart(
    archive: Archive, unreadable: Iterable[UnreadableRoute]
) -> tuple[VersionsApart, ...]:
    """Return the other versions that a listing could not show as routes: one value a route."""
    others: dict[str, list[Copy]] = {}
    for copy in _copies(archive, unreadable):
        others.setdefault(copy.route.id, []).append(copy)
    return tuple(
        VersionsApart(
            found[0].here,
            tuple(Saved(version.path, version.at, version.route) for version in found),
        )
        for found in others.values()
    )


def join(archive: Archive, copy: Saved) -> Route:
    """Join another version with the route itself; see `join_all`."""
    return join_all(archive, (copy,))


def join_all(
    archive: Archive, others: Sequence[Saved], report: ReportProgress = unreported
) -> Route:
    """Join other versions with the route itself, all at once, and then take their files away.

    A file goes only when all of it is on the disk in the route's own, and only when it is still
    the one that was looked at. What the route was before is kept as a version.
    Raises ReadOnlyRoute (it is open in a window), UnreadableRoute, SaveError, FolderError, and
    Stopped where `report` stops it: then every version is still there.
    """
    first = others[0]
    try:
        opened = archive.open(first.route.id)
    except NoSuchRoute:  # only the other versions are left
        opened = archive.create(first.route)
        if readers := archive.readers(first.path):
            opened.share(readers)
    try:
        if opened.read_only:
            raise ReadOnlyRoute
        whole = opened.route
        for done, other in enumerate(others, 1):
            whole = merge_routes(whole, other.route)
            report(done, len(others))
        if whole != opened.route and not opened.put_back(whole):
            raise SaveError(first.path, opened.status.reason or Reason.OTHER)
    finally:
        opened.close()
    for other in others:
        if archive.contents(other.path) == other.route:
            with suppress(OSError):  # it stays beside the joined one, and can be joined once more
                with_retries(other.path.unlink)
    return whole
