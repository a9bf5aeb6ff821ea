"""The routes in a folder."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from relroute_tui.storage.errors import (
    AmbiguousRoute,
    FolderError,
    NoSuchRoute,
    UnreadableKind,
    UnreadableRoute,
    reason_of,
)
from relroute_tui.storage.files import check_writable, make_folder, read_file, sweep
from relroute_tui.storage.recognise import is_age_file, looks_like_route
from relroute_tui.storage.save_status import USUAL_TIMES, SavingTimes
from relroute_tui.storage.sealing.envelope import LOCKED, OPEN, Envelope
from relroute_tui.storage.sealing.key_folder import KEYS
from relroute_tui.storage.summary import RouteSummary, summary_in, summary_of

if TYPE_CHECKING:  # loaded where a route is read or opened: a list reads heads, and no more
    from relroute_tui.domain.route import Route
    from relroute_tui.storage.open_route import OpenRoute
    from relroute_tui.storage.sealing.list_index import ListIndex, Seen
    from relroute_tui.storage.store import RouteStore

_ID: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_NO_ID: Final = re.compile(r"settings|con|prn|aux|nul|(?:com|lpt)[0-9]")
"""The user's settings may lie in the same folder; the others are devices to Windows.

https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""
_NO_ROUTES: Final = {"settings.json", "erased.log"}
_ID_LETTERS: Final = "bcdfghjkmnpqrstvwxz23456789"
"""No vowels, so no words; nothing that is taken for another when read aloud or copied."""
_ID_LENGTH: Final = 8


class Listing(Struct, frozen=True):
    """Every route of a folder, by nickname, and every file that should be one and is not."""

    routes: tuple[RouteSummary, ...]
    unreadable: tuple[UnreadableRoute, ...]


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
        self._folder = folder
        self._now = now
        self._envelopes = envelopes
        """The first is for new routes; a file is known by its suffix."""
        self._suffixes = tuple(each.suffix for each in envelopes)
        self._index = index
        """What a list shows of sealed routes."""

    @property
    def folder(self) -> Path:
        """Where the routes are."""
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

    def listing(self) -> Listing:
        """Return what a list shows of every route, and every file that should be one and is not.

        A folder that is not there yet has none. Raises FolderError when it cannot be read.
        """
        routes: list[RouteSummary] = []
        unreadable: list[UnreadableRoute] = []
        for each in self.summaries():
            if isinstance(each, RouteSummary):
                routes.append(each)
            else:
                unreadable.append(each)
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
            if isinstance(found, RouteSummary) and found.id != self._id_in_name(path):
                yield UnreadableRoute(
                    path,
                    UnreadableKind.COPY,
                    found.id,
                    found.nickname,
                    has_original=is_route_id(found.id) and os.path.lexists(self._path(found.id)),
                )
            elif isinstance(found, RouteSummary):
                yield found
            elif found is not None:
                yield UnreadableRoute(path, found)
        if self._index is not None:
            self._index.keep(new, {path.name for path in paths})

    def forget(self, route_id: str) -> None:
        """Keep nothing of a route that was erased beside the routes. Raises SaveError."""
        self.envelope(self.path_to(route_id)).forget(route_id)
        if self._index is not None:
            self._index.forget(route_id)

    def _kept_summary(self, path: Path) -> RouteSummary | UnreadableKind | None:
        return None if self._index is None else self._index.find(path)

    def _summary(self, path: Path) -> RouteSummary | UnreadableKind | None:
        content = self._content(path)
        if not isinstance(content, bytes):
            return content
        summary = summary_in(content)
        if summary is not None and summary.id == self._id_in_name(path):
            return summary
        from relroute_tui.storage.format import route_in

        route = route_in(content)
        return route if isinstance(route, UnreadableKind) else summary_of(route)

    def each(self) -> "Iterator[Route | UnreadableRoute]":
        """Yield every route of the folder as it was saved last, whole, in no order.

        And every file that should be one and is not. Raises FolderError.
        """
        for path in self.files():
            read = self.read(path)
            if isinstance(read, UnreadableKind):
                yield UnreadableRoute(path, read)
            elif read is not None:
                yield read

    def find(self, wanted: str) -> RouteSummary:
        """Return the route with this id, else the one with this nickname.

        Raises NoSuchRoute, AmbiguousRoute, UnreadableRoute (its id is known, its file is bad), and
        FolderError.
        """
        if is_route_id(wanted) and os.path.lexists(self._path(wanted)):
            return summary_of(self.load(wanted))
        from relroute_tui.domain.text import closest

        found = closest(wanted, self.listing().routes, lambda route: route.nickname)
        if not found:
            raise NoSuchRoute
        if len(found) > 1:
            raise AmbiguousRoute(tuple(each.id for each in found))
        return found[0]

    def new_id(self) -> str:
        """Make an id that no route here has: short, random, a file name on every system."""
        while True:
            letters = [_ID_LETTERS[byte % len(_ID_LETTERS)] for byte in os.urandom(_ID_LENGTH)]
            route_id = "".join(letters)
            if not os.path.lexists(self._path(route_id)):
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

    def open(self, route_id: str, *, saving: SavingTimes = USUAL_TIMES) -> "OpenRoute":
        """Open a route to work on it; read-only where another window has it.

        Raises NoSuchRoute and UnreadableRoute.
        """
        self.load(route_id)  # so that no lock is made beside what is no route of ours
        from relroute_tui.storage.open_route import open_route

        path = self.path_to(route_id)
        return open_route(path, self.store(path), saving, self._now)

    def create(self, route: "Route", *, saving: SavingTimes = USUAL_TIMES) -> "OpenRoute":
        """Keep a new route and open it. It is on the disk when this returns. Raises SaveError."""
        from relroute_tui.storage.open_route import create_route

        if not is_route_id(route.id):
            raise ValueError("this id cannot name a file")
        path = self._path(route.id)
        return create_route(path, self.store(path), route, saving, self._now)

    def files(self) -> list[Path]:
        """Return the files that should be routes, by name: one a route. Raises FolderError.

        A route that is being sealed is there twice for a moment, and after a crash for longer:
        then the file counts that `path_to` leads to.
        """
        chosen: dict[str, str] = {}
        names = self._names()
        for suffix in self._suffixes:
            for name in names:
                if name.endswith(suffix):
                    chosen.setdefault(name.removesuffix(suffix), name)
        others = (name for name in names if not name.endswith(self._suffixes))
        return [self._folder / name for name in sorted((*chosen.values(), *others))]

    def every_file(self) -> list[Path]:
        """Return the files that should be routes, also two of one route. Raises FolderError.

        That are those with our suffix, and those in which a route begins, whatever they are called:
        each synchroniser has a way of its own to name what it keeps.
        """
        return [self._folder / name for name in self._names()]

    def _names(self) -> list[str]:
        try:
            names = sorted(os.listdir(self._folder))  # noqa: PTH208 - names are all we want
        except FileNotFoundError:
            return []
        except OSError as error:
            raise FolderError(self._folder, reason_of(error)) from error
        return [
            name
            for name in names
            if not name.startswith(".")
            and name not in _NO_ROUTES
            and (name.endswith(self._suffixes) or looks_like_route(self._folder / name))
        ]

    def path_to(self, route_id: str) -> Path:
        """Return the file of this route. Whatever was typed for an id, it names none elsewhere.

        Raises NoSuchRoute.
        """
        if not is_route_id(route_id):
            raise NoSuchRoute
        return self._path(route_id)

    def _path(self, route_id: str) -> Path:
        """Return the file that this route has, or else the one it would get."""
        paths = [self._folder / f"{route_id}{suffix}" for suffix in self._suffixes]
        return next((path for path in paths if os.path.lexists(path)), paths[0])

    def _id_in_name(self, path: Path) -> str:
        """Return the id of the route that a file of this name holds; empty for any other name."""
        stem, dot, suffix = path.name.rpartition(".")
        return stem if dot + suffix in self._suffixes else ""

    def envelope(self, path: Path) -> Envelope:
        """Return how the file at this path is kept: by its suffix, or else by how it begins."""
        for suffix in reversed(path.name.split(".")[1:]):
            if f".{suffix}" in self._suffixes:
                return self._envelopes[self._suffixes.index(f".{suffix}")]
        suffix = LOCKED.suffix if is_age_file(path) else OPEN.suffix
        return self._envelopes[self._suffixes.index(suffix)]

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
        return read if read.id == (name or self._id_in_name(path)) else UnreadableKind.COPY

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


def is_route_id(text: str) -> bool:
    """Return whether this can be a route's id: a file name on every system, and no path."""
    return _ID.fullmatch(text) is not None and _NO_ID.fullmatch(text) is None


def by_nickname(routes: Iterable[RouteSummary]) -> tuple[RouteSummary, ...]:
    """Return the routes in the order in which people look for them."""
    from relroute_tui.domain.text import sort_key

    return tuple(sorted(routes, key=lambda route: (sort_key(route.nickname), route.id)))
