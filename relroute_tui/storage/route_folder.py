"""Files of a folder: which of them are routes, whose they are, and how each is kept."""

import os
from pathlib import Path
from typing import Final

from relroute_tui.storage.errors import FolderError, NoSuchRoute, reason_of
from relroute_tui.storage.recognise import is_age_file, looks_like_route
from relroute_tui.storage.route_id import is_route_id
from relroute_tui.storage.sealing.envelope import LOCKED, OPEN, Envelope

_NO_ROUTES: Final = {"settings.json", "erased.log"}


class RouteFolder:
    """The files in one folder, by their names and by how they begin."""

    def __init__(self, path: Path, envelopes: tuple[Envelope, ...]) -> None:
        """Use the first envelope for new routes; a file is known by its suffix."""
        self.path = path
        self._envelopes = {envelope.suffix: envelope for envelope in envelopes}
        self._suffixes = tuple(self._envelopes)

    def files(self) -> list[Path]:
        """Return the files that should be routes, by name: one a route. Raises FolderError.

        A route that is being sealed is there twice for a moment, and after a crash for longer:
        then the file counts that `path_to` leads to.
        """
        chosen: dict[str, str] = {}
        found = self._by_name()
        for suffix in self._suffixes:
            for name in found:
                if name.endswith(suffix):
                    chosen.setdefault(name.removesuffix(suffix), name)
        others = (name for name in found if not name.endswith(self._suffixes))
        return [found[name] for name in sorted((*chosen.values(), *others))]

    def every_file(self) -> list[Path]:
        """Return the files that should be routes, also two of one route. Raises FolderError.

        That are those with our suffix, and those in which a route begins, whatever they are called:
        each synchroniser has a way of its own to name what it keeps.
        """
        return list(self._by_name().values())

    def _by_name(self) -> dict[str, Path]:
        try:
            found = {path.name: path for path in self.path.iterdir()}
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise FolderError(self.path, reason_of(error)) from error
        return {
            name: found[name]
            for name in sorted(found)
            if not name.startswith(".")
            and name not in _NO_ROUTES
            and (name.endswith(self._suffixes) or looks_like_route(found[name]))
        }

    def path_to(self, route_id: str) -> Path:
        """Return the file that this route has, or else the one it would get.

        Whatever was typed for an id, it names none elsewhere. Raises NoSuchRoute.
        """
        if not is_route_id(route_id):
            raise NoSuchRoute
        paths = [self.path / f"{route_id}{suffix}" for suffix in self._suffixes]
        return next((path for path in paths if os.path.lexists(path)), paths[0])

    def has(self, route_id: str) -> bool:
        """Return whether a file here has the name of this route."""
        return is_route_id(route_id) and os.path.lexists(self.path_to(route_id))

    def id_in_name(self, path: Path) -> str:
        """Return the id of the route that a file of this name holds; empty for any other name."""
        stem, dot, suffix = path.name.rpartition(".")
        return stem if dot + suffix in self._suffixes else ""

    def envelope(self, path: Path) -> Envelope:
        """Return how the file at this path is kept: by its suffix, or else by how it begins."""
        for ending in reversed(path.name.split(".")[1:]):
            envelope = self._envelopes.get(f".{ending}")
            if envelope is not None:
                return envelope
        return self._envelopes[LOCKED.suffix if is_age_file(path) else OPEN.suffix]
