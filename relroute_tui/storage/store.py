"""One route in its TinyDB file."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relroute_tui.domain.route import Route
from relroute_tui.storage.errors import NoSuchRoute, SaveError, UnreadableKind, UnreadableRoute
from relroute_tui.storage.format import is_newest, route_in
from relroute_tui.storage.route_file import RouteFile
from relroute_tui.storage.sealing.envelope import OPEN, Envelope
from relroute_tui.storage.sealing.header import EnvelopeHeader
from relroute_tui.storage.versions.version_files import VersionFiles

if TYPE_CHECKING:
    from relroute_tui.storage.route_storage import RouteStorage


class RouteStore:
    """Loads a route and saves it, one write a save. Use it in one thread at a time."""

    def __init__(
        self, path: Path, envelope: Envelope = OPEN, versions: VersionFiles | None = None
    ) -> None:
        self.path = path
        self._file = RouteFile(path, envelope, versions)
        self._storage: RouteStorage | None = None
        self._is_ours = False
        """Whether there was no file, or one with a route of ours, at the first look."""
        self._on_disk: Route | None = None
        """Route surely in the file, in the newest format; None: the next save writes it all."""

    def load(self) -> Route:
        """Return the route as it was saved last.

        Raises NoSuchRoute when there is no file, UnreadableRoute when it cannot be read.
        """
        content = self._file.read()
        if content is None:
            raise NoSuchRoute
        route = route_in(content)
        if isinstance(route, UnreadableKind):
            raise UnreadableRoute(self.path, route)
        self._storage, self._is_ours = None, True
        self._on_disk = route if is_newest(content) else None
        return route

    def save(self, route: Route) -> None:
        """Keep `route`; nothing is written when that is what the file holds.

        Raises SaveError when it cannot be written, and UnreadableRoute when a file that is no
        route of ours is in its place: that one stays.
        """
        if not self._is_ours:
            self._refuse_to_overwrite(route)
        if route != self._on_disk:
            self._write(route)

    def _write(self, route: Route) -> None:
        """Write what differs from the file into it, or everything after a write that failed."""
        from relroute_tui.storage.route_storage import RouteStorage, update_tables  # loads TinyDB

        known, self._on_disk = self._on_disk, None
        if self._storage is None:
            self._storage = RouteStorage(self._file)
        update_tables(self._storage, route, known)
        self._storage.flush()
        self._on_disk = route

    @property
    def header(self) -> EnvelopeHeader:
        """Header of the envelope. Available after the first load."""
        return self._file.header

    @property
    def readers(self) -> tuple[str, ...]:
        """The public keys, beside one's own, that open the file too. After the first load."""
        keys = {
            reader.lower() for reader in self.header.readers
        }  # some were kept as they were typed
        return tuple(sorted(keys - {self._file.envelope.own}))

    def share(self, readers: tuple[str, ...]) -> None:
        """Write the same route anew, so that just these public keys open it too.

        Raises NoSuchRoute, UnreadableRoute and SaveError.
        """
        route = self._on_disk or self.load()
        before, self._on_disk = self.header, None
        self._file.header = replace(before, readers=readers)
        try:
            self._write(route)
        except SaveError:
            self._file.header = before
            raise

    @property
    def is_outdated(self) -> bool:
        """Whether the file is older than what was saved here before. After the first load."""
        return self._file.envelope.is_outdated(self.header)

    @property
    def has_kept_another(self) -> bool:
        """Whether another laptop's version was found in the file and kept beside it."""
        return self._file.has_kept_another

    def keep_version(self) -> None:
        """Keep what the file holds now, whatever was kept a moment ago."""
        if self._file.versions is not None:
            self._file.versions.keep(at_once=True)

    def rest(self) -> None:
        """Remember what was saved last: nobody writes for a while."""
        if self._is_ours:
            self._file.rest()

    def _refuse_to_overwrite(self, route: Route) -> None:
        content = self._file.read()
        found = None if content is None else route_in(content)
        if isinstance(found, Route) and found.id != route.id:
            found = UnreadableKind.COPY
        if isinstance(found, UnreadableKind):
            raise UnreadableRoute(self.path, found)
        self._is_ours = True
