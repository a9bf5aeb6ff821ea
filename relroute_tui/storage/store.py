"""One route in its TinyDB file."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relroute_tui.domain.route import Route
from relroute_tui.storage.atomic import AtomicStorage
from relroute_tui.storage.errors import NoSuchRoute, SaveError, UnreadableKind, UnreadableRoute
from relroute_tui.storage.format import FORMAT, is_of_now, route_in_tables
from relroute_tui.storage.sealing.envelope import OPEN, Envelope
from relroute_tui.storage.versions.version_files import VersionFiles

if TYPE_CHECKING:
    from relroute_tui.storage.tables import RouteTables

__all__ = ["FORMAT", "RouteStore"]


class RouteStore:
    """Loads a route and saves it, one write a save. For one thread at a time."""

    def __init__(
        self, path: Path, envelope: Envelope = OPEN, generations: VersionFiles | None = None
    ) -> None:
        self.path = path
        self._envelope = envelope
        self._generations = generations
        self._storage = AtomicStorage(path, envelope, generations)
        self._on_disk: Route | None = None
        """What the file surely holds; None before the first load, after a failed save, and
        where it is in an older format: then the next save writes all of it."""

    def load(self) -> Route:
        """The route as it was saved last.

        Raises NoSuchRoute when there is no file, UnreadableRoute when it can not be read.
        """
        tables = self._storage.read()
        if tables is None:
            raise NoSuchRoute
        route = route_in_tables(tables)
        if isinstance(route, UnreadableKind):
            raise UnreadableRoute(self.path, route)
        self._on_disk = route if is_of_now(tables) else None
        return route

    def save(self, route: Route) -> None:
        """Keep `route`; nothing is written when that is what the file holds.

        Raises SaveError when it can not be written, and UnreadableRoute when a file that is no
        route of ours is in its place: that one stays.
        """
        known, self._on_disk = self._on_disk, None
        if known is None:
            self._refuse_to_overwrite(route)
        with self._storage.together():
            self._tables.update(route, known)
        self._on_disk = route

    @property
    def readers(self) -> tuple[str, ...]:
        """The public keys, beside one's own, that open the file too. After the first load."""
        return tuple(each for each in self._storage.marks.readers if each != self._envelope.own)

    def share(self, readers: tuple[str, ...]) -> None:
        """Write the same route anew, so that just these public keys open it too.

        Raises NoSuchRoute, UnreadableRoute and SaveError.
        """
        self.load()
        before = self._storage.marks
        self._storage.marks = replace(before, readers=readers)
        try:
            self._storage.write(self._storage.read() or {})
        except SaveError:
            self._storage.marks = before
            raise

    @property
    def is_outdated(self) -> bool:
        """Whether the file is older than what was saved here before. After the first load."""
        return self._envelope.is_outdated(self._storage.marks)

    def keep_version(self) -> None:
        """Keep what the file holds now, whatever was kept a moment ago."""
        if self._generations is not None:
            self._generations.keep(at_once=True)

    def rest(self) -> None:
        """Nobody writes for a while."""
        self._storage.rest()

    @cached_property
    def _tables(self) -> "RouteTables":
        from relroute_tui.storage.tables import RouteTables  # no start waits for TinyDB

        return RouteTables(self._storage)

    def _refuse_to_overwrite(self, route: Route) -> None:
        tables = self._storage.read()
        found = None if tables is None else route_in_tables(tables)
        if isinstance(found, Route) and found.id != route.id:
            found = UnreadableKind.COPY
        if isinstance(found, UnreadableKind):
            raise UnreadableRoute(self.path, found)
