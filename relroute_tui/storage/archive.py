"""The routes in a folder."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from relroute_tui.storage.errors import (
    AmbiguousRoute,
    NoSuchRoute,
    UnreadableKind,
    UnreadableRoute,
)
from relroute_tui.storage.files import check_writable, make_folder, read_file, sweep
from relroute_tui.storage.route_folder import RouteFolder
from relroute_tui.storage.route_id import is_route_id, random_id
from relroute_tui.storage.save_status import DEFAULT_TIMES, SavingTimes
from relroute_tui.storage.sealing.envelope import LOCKED, OPEN, Envelope
from relroute_tui.storage.sealing.key_folder import KEYS
from relroute_tui.storage.summary import RouteSummary, summary_in, summary_of

if TYPE_CHECKING:  # loaded where a route is read or opened: a list reads heads, and no more
    from relroute_tui.domain.route import Route
    from relroute_tui.storage.listing import Listing
    from relroute_tui.storage.open_route import OpenRoute
    from relroute_tui.storage.progress import ReportProgress
    from relroute_tui.storage.sealing.list_index import ListIndex, Seen
    from relroute_tui.storage.store import RouteStore


def _now() -> datetime:
    return datetime.now().astimezone()


class Archive:
    """The routes in one folder. Nothing is read or made before it is asked for."""

    def __init__(
        self,
        folder: Path,
        *,
        now: Callable[[], datetime] = _now,
        envelopes: tuple[Envelope, ...] = (OPEN, LOCKED),
        index: "ListIndex | None" = None,
    ) -> None:
        """Use the first envelope for new routes."""
        self._folder = folder
        self._now = now
        self._envelopes = envelopes
        self._files = RouteFolder(folder, envelopes)
        self._index = index
        """Index with what a list shows of sealed routes."""

    @property
    def folder(self) -> Path:
        """Folder that holds the routes."""
        return self._folder

    def prepare(self) -> None:
        """Make the folder, see that it can be written, clear what a crash left behind.

        Raises FolderError. What is there can mostly be read all the same.
        """
        make_folder(self._folder)
        check_writable(self._folder)
        sweep(self._folder)
        if (self._folder / KEYS).is_dir():
            sweep(self._folder / KEYS)

    def listing(self) -> "Listing":
        """Return what a list shows of every route, and every file that should be one and is not.

        A folder that is not there yet has none. Raises FolderError when it cannot be read.
        """
        from relroute_tui.storage.listing import Listing, by_nickname

        routes: list[RouteSummary] = []
        unreadable: list[UnreadableRoute] = []
        for found in self.summaries():
            if isinstance(found, RouteSummary):
                routes.append(found)
            else:
                unreadable.append(found)
        return Listing(by_nickname(routes), tuple(unreadable))

    def summaries(self) -> Iterator[RouteSummary | UnreadableRoute]:
        """Yield what a list shows of each route, in no order, or why its file does not read.

        Of a route in this list the whole file was checked, if not read. Raises FolderError.
        """
        paths = self.files()
        new: dict[str, tuple[Seen, RouteSummary]] = {}
        for path in paths:
            found = self._kept_summary(path)
            if found is None:
                seen = None if self._index is None else self._index.seen(path)
                found = self._summary(path)
                if seen and isinstance(found, RouteSummary):
                    new[path.name] = seen, found
            if isinstance(found, RouteSummary) and found.id != self._files.id_in_name(path):
                yield UnreadableRoute(
                    path,
                    UnreadableKind.COPY,
                    found.id,
                    found.nickname,
                    has_original=self._files.has(found.id),
                )
            elif isinstance(found, RouteSummary):
                yield found
            elif found is not None:
                yield UnreadableRoute(path, found)
        if self._index is not None:
            self._index.keep(new, {path.name for path in paths})

    def forget(self, *route_ids: str) -> None:
        """Keep nothing beside the routes of those that were erased or handed over.

        Raises SaveError.
        """
        of_each = {route_id: self.envelope(self.path_to(route_id)) for route_id in route_ids}
        for envelope in dict.fromkeys(of_each.values()):
            envelope.forget(*(route_id for route_id in route_ids if of_each[route_id] is envelope))
        if self._index is not None:
            self._index.forget(*route_ids)

    def _kept_summary(self, path: Path) -> RouteSummary | UnreadableKind | None:
        return None if self._index is None else self._index.find(path)

    def _summary(self, path: Path) -> RouteSummary | UnreadableKind | None:
        content = self._content(path)
        if not isinstance(content, bytes):
            return content
        summary = summary_in(content)
        if summary is not None and summary.id == self._files.id_in_name(path):
            return summary
        from relroute_tui.storage.format import route_in

        route = route_in(content)
        return route if isinstance(route, UnreadableKind) else summary_of(route)

    def each(
        self, words: Collection[str] = (), report: "ReportProgress | None" = None
    ) -> "Iterator[Route | UnreadableRoute]":
        """Yield every route of the folder as it was saved last, whole, in no order.

        And every file that should be one and is not. Where there are folded `words`, a route that
        surely does not hold all of them may be left out. Raises FolderError.
        """
        paths = self.files()
        for done, path in enumerate(paths):
            if report is not None:
                report(done, len(paths))
            if words and self._surely_lacks(path, words):
                continue
            read = self.read(path)
            if isinstance(read, UnreadableKind):
                yield UnreadableRoute(path, read)
            elif read is not None:
                yield read

    def _surely_lacks(self, path: Path, words: Collection[str]) -> bool:
        from relroute_tui.storage.byte_filter import may_contain

        content = self._content(path)
        return isinstance(content, bytes) and not may_contain(content, words)

    def find(self, wanted: str) -> RouteSummary:
        """Return the route with this id, else the one with this nickname.

        Raises NoSuchRoute, AmbiguousRoute, UnreadableRoute (its id is known, its file is bad), and
        FolderError.
        """
        if self._files.has(wanted):
            return summary_of(self.load(wanted))
        from relroute_tui.domain.text import closest

        found = closest(wanted, self.listing().routes, lambda route: route.nickname)
        if not found:
            raise NoSuchRoute
        if len(found) > 1:
            raise AmbiguousRoute(tuple(route.id for route in found))
        return found[0]

    def new_id(self) -> str:
        """Make an id that no route here has: short, random, a file name on every system."""
        while self._files.has(route_id := random_id()):
            pass
        return route_id

    def load(self, route_id: str) -> "Route":
        """Return the route as saved last, to read only. Raises NoSuchRoute, UnreadableRoute."""
        path = self.path_to(route_id)
        read = self.read(path)
        if read is None:
            raise NoSuchRoute
        if isinstance(read, UnreadableKind):
            raise UnreadableRoute(path, read)
        return read

    def open(self, route_id: str, *, saving: SavingTimes = DEFAULT_TIMES) -> "OpenRoute":
        """Open a route to work on it; read-only where another window has it.

        Raises NoSuchRoute and UnreadableRoute.
        """
        self.load(route_id)  # so that no lock is made beside what is no route of ours
        from relroute_tui.storage.open_route import open_route

        path = self.path_to(route_id)
        return open_route(path, self.store(path), saving, self._now)

    def create(self, route: "Route", *, saving: SavingTimes = DEFAULT_TIMES) -> "OpenRoute":
        """Keep a new route and open it. It is on the disk when this returns. Raises SaveError."""
        from relroute_tui.storage.open_route import create_route

        if not is_route_id(route.id):
            raise ValueError("this id cannot name a file")
        path = self.path_to(route.id)
        return create_route(path, self.store(path), route, saving, self._now)

    def files(self) -> list[Path]:
        """Return the files that should be routes, by name: one a route. Raises FolderError."""
        return self._files.files()

    def every_file(self) -> list[Path]:
        """Return the files that should be routes, also two of one route. Raises FolderError."""
        return self._files.every_file()

    def path_to(self, route_id: str) -> Path:
        """Return the file of this route. Whatever was typed for an id, it names none elsewhere.

        Raises NoSuchRoute.
        """
        return self._files.path_to(route_id)

    def envelope(self, path: Path) -> Envelope:
        """Return how the file at this path is kept."""
        return self._files.envelope(path)

    @property
    def new_envelope(self) -> Envelope:
        """Envelope in which new routes are kept."""
        return self._envelopes[0]

    def store(self, path: Path) -> "RouteStore":
        """Return what loads and saves the route in this file, and keeps its versions."""
        from relroute_tui.storage.store import RouteStore
        from relroute_tui.storage.versions.version_files import VersionFiles

        envelope = self.envelope(path)
        return RouteStore(path, envelope, VersionFiles(path, envelope))

    def readers(self, path: Path) -> tuple[str, ...]:
        """Return the public keys with which the route in this file is shared.

        Raises NoSuchRoute and UnreadableRoute.
        """
        store = self.store(path)
        store.load()
        return store.readers

    def read(self, path: Path, name: str = "") -> "Route | UnreadableKind | None":
        """Return the route in this file, or what is wrong with it; None when it is not there.

        A file that is not named by its route's id, or else by `name`, is a copy.
        """
        read = self.contents(path)
        if read is None or isinstance(read, UnreadableKind):
            return read
        return read if read.id == (name or self._files.id_in_name(path)) else UnreadableKind.COPY

    def contents(self, path: Path) -> "Route | UnreadableKind | None":
        """Return what `read` does, whatever the file is called."""
        from relroute_tui.storage.format import route_in

        content = self._content(path)
        return route_in(content) if isinstance(content, bytes) else content

    def _content(self, path: Path) -> bytes | UnreadableKind | None:
        try:
            unpacked = self.envelope(path).unpack(read_file(path))
        except FileNotFoundError:
            return UnreadableKind.UNREACHABLE if path.is_symlink() else None
        except IsADirectoryError:
            return UnreadableKind.DAMAGED
        except OSError:
            return UnreadableKind.UNREACHABLE
        return unpacked if isinstance(unpacked, UnreadableKind) else unpacked.content
