"""A folder on a synchroniser or a network drive as the shared archive.

The routes are the files that the app works with. Beside them, in `.team`:

    routes/ROUTE        the revision of a route, and who can open it
    erased/ROUTE        an empty file: this route was erased
    documents/NAME      a document of the team: its revision on the first line, then its bytes
    logs/NAME/          a file for each line: NUMBER-DIGEST
"""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from relroute_tui.storage.archives.contract import (
    LONGEST,
    Answer,
    ArchiveError,
    Document,
    Problem,
    Revision,
    Save,
    SharedRoute,
    check_name,
    check_sealed,
    is_name,
    new_save_id,
)
from relroute_tui.storage.errors import FolderError, ReadOnlyRoute, Reason, SaveError, reason_of
from relroute_tui.storage.files import make_folder, read_file, replace_file, with_retries
from relroute_tui.storage.route_id import is_route_id
from relroute_tui.storage.route_lock import locked

TEAM: Final = ".team"
_ROUTE: Final = ".age"
_LINE: Final = re.compile(r"([0-9]{8})-[0-9a-f]{32}")
_LARGEST_GAP: Final = 1000
"""Lines that a synchroniser may bring before those that stand before them."""
_PROBLEMS: Final = {
    Reason.NO_PERMISSION: Problem.NO_RIGHT,
    Reason.READ_ONLY: Problem.NO_RIGHT,
    Reason.DISK_FULL: Problem.FULL,
}


class _Noted(Struct, frozen=True):
    """Note about the file with this digest."""

    revision: Revision
    digest: str
    readers: tuple[str, ...]


class FolderArchive:
    """The archive in one folder, the same folder in which this laptop works."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._team = folder / TEAM

    # Routes

    def revisions(self) -> Mapping[str, Revision]:
        """Return the state of every sealed route in the folder, by its id."""
        return {route.route_id: route.revision for route in self._each()}

    def readers(self) -> Mapping[str, tuple[str, ...]]:
        """Return who can open each route, as far as that is noted."""
        return {route.route_id: route.readers for route in self._each()}

    def opened_by_one(self) -> Mapping[str, tuple[str, ...]]:
        """Return nothing: in a folder one sees which files one's key does not open."""
        return {}

    def erased(self) -> frozenset[str]:
        """Return the ids of routes that were erased."""
        return frozenset(filter(is_route_id, _names(self._team / "erased")))

    def fetch(self, route_id: str) -> SharedRoute | None:
        """Return one route; None where it is not there."""
        sealed = _content(self._path(route_id))
        if sealed is None:
            return None
        noted, digest = self._noted(route_id), _digest(sealed)
        for note in noted:
            if note.digest == digest:
                return SharedRoute(route_id, note.revision, sealed, note.readers)
        # Saved by the app itself, which notes no revision: the bytes tell it from any other.
        newest = max((note.revision.number for note in noted), default=0)
        return SharedRoute(route_id, Revision(newest + 1, digest), sealed, ())

    def save(self, save: Save) -> Answer:
        """Keep a route where it has the state that the save comes after, and no other."""
        check_sealed(save)
        with self._writing(self._path(save.route_id)):
            if save.route_id in self.erased() or not self._has_state(save.route_id, save.base):
                return Answer.REFUSED
            self._note_before(save)
            replace_file(self._path(save.route_id), save.sealed)
        return Answer.KEPT

    def settle(self, save: Save) -> Answer:
        """Return what became of a save: a file is written or not, so this is never in doubt."""
        there = self.fetch(save.route_id)
        revision = there.revision if there else None
        if revision == save.revision:
            return Answer.KEPT
        is_free = revision == save.base and save.route_id not in self.erased()
        return Answer.NOT_KEPT if is_free else Answer.REFUSED

    def erase(self, route_id: str, base: Revision) -> Answer:
        """Take away the file of a route that has this state, and let it not come back.

        What else this laptop keeps of it, `versions/erase.py` erases.
        """
        path = self._path(route_id)
        with self._writing(path):
            if not self._has_state(route_id, base):
                return Answer.REFUSED
            self._write(self._team / "erased" / route_id, b"")
            with_retries(path.unlink)
            with_retries(lambda: self._beside(route_id).unlink(missing_ok=True))
        return Answer.KEPT

    def reserve_for_council(self, key: str) -> None:
        """Do nothing: in a folder a key gives no rights."""

    # Documents of the team

    def documents(self) -> tuple[str, ...]:
        """Return the names of the documents there are, in order."""
        return tuple(name for name in _names(self._team / "documents") if is_name(name))

    def fetch_document(self, name: str) -> Document | None:
        """Return a document; None where there is none of this name."""
        packed = _content(self._document(name))
        if packed is None:
            return None
        first, _, content = packed.partition(b"\n")
        try:
            return Document(content, msgspec.json.decode(first, type=Revision))
        except ValueError:  # a synchroniser cut it short: whoever knows what it said writes it anew
            return None

    def replace_document(self, name: str, content: bytes, base: Revision | None) -> bool:
        """Put this in the place of the document in that state; False where it has another."""
        if len(content) > LONGEST:
            raise ArchiveError(Problem.TOO_LONG)
        path = self._document(name)
        with self._writing(self._team / "team"):
            there = self.fetch_document(name)
            if (there.revision if there else None) != base:
                return False
            revision = Revision(base.number + 1 if base else 1, new_save_id())
            self._write(path, msgspec.json.encode(revision) + b"\n" + content)
        return True

    # Logs

    def append_line(self, log: str, line: bytes, number: int) -> bool:
        """Add a line as the one with this number; False where that is not the next one."""
        folder = self._team / "logs" / check_name(log)
        with self._writing(self._team / "team"):
            numbers = {found for found, _ in _lines(folder)}
            if number != max(numbers, default=-1) + 1:
                return False
            self._write(folder / f"{number:08}-{_digest(line)}", line)
        return True

    def read_log(self, log: str, start: int = 0) -> tuple[bytes, ...]:
        """Return the lines of a log from a number on, in the order of their numbers."""
        folder = self._team / "logs" / check_name(log)
        lines = (_content(path) for number, path in _lines(folder) if number >= start)
        return tuple(line for line in lines if line is not None)

    def close(self) -> None:
        """Do nothing: a folder stays where it is."""

    # Its files

    def _path(self, route_id: str) -> Path:
        if not is_route_id(route_id):
            raise ValueError("this is no id of a route")
        return self._folder / f"{route_id}{_ROUTE}"

    def _document(self, name: str) -> Path:
        return self._team / "documents" / check_name(name)

    def _beside(self, route_id: str) -> Path:
        return self._team / "routes" / route_id

    def _each(self) -> Iterator[SharedRoute]:
        for name in _names(self._folder):
            route_id = name.removesuffix(_ROUTE)
            if name.endswith(_ROUTE) and is_route_id(route_id):
                route = self.fetch(route_id)
                if route is not None:
                    yield route

    def _has_state(self, route_id: str, state: Revision | None) -> bool:
        there = self.fetch(route_id)
        return (there.revision if there else None) == state

    def _noted(self, route_id: str) -> tuple[_Noted, ...]:
        noted = _content(self._beside(route_id))
        try:
            return () if noted is None else msgspec.json.decode(noted, type=tuple[_Noted, ...])
        except ValueError:  # a synchroniser cut it short: the file of the route is what counts
            return ()

    def _note_before(self, save: Save) -> None:
        """Note what the file is going to be, beside what it is: one of the two stays true."""
        there = self.fetch(save.route_id)
        new = _Noted(save.revision, _digest(save.sealed), save.readers)
        now = (_Noted(there.revision, _digest(there.sealed), there.readers),) if there else ()
        self._write(self._beside(save.route_id), msgspec.json.encode((new, *now)))

    @staticmethod
    def _write(path: Path, content: bytes) -> None:
        make_folder(path.parent)
        replace_file(path, content)

    @contextmanager
    def _writing(self, path: Path) -> Iterator[None]:
        """Let nobody else on this machine write it meanwhile. Raises ArchiveError."""
        try:
            make_folder(path.parent)
            with locked(path):
                yield
        except ReadOnlyRoute:
            raise ArchiveError(Problem.BUSY) from None
        except (FolderError, SaveError) as error:
            raise ArchiveError(_problem(error.reason)) from error
        except OSError as error:
            raise ArchiveError(_problem(reason_of(error))) from error


def _problem(reason: Reason) -> Problem:
    return _PROBLEMS.get(reason, Problem.UNREACHABLE)


def _content(path: Path) -> bytes | None:
    """Return what is in a file; None where there is none. Raises ArchiveError."""
    try:
        return read_file(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ArchiveError(_problem(reason_of(error))) from error


def _names(folder: Path) -> list[str]:
    """Return the names in a folder, in order; none where it is not there. Raises ArchiveError."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are all we want
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ArchiveError(_problem(reason_of(error))) from error


def _lines(folder: Path) -> list[tuple[int, Path]]:
    """Return the lines of a log by their numbers; what a synchroniser left beside them is none.

    Nor is a number that is far beyond how many there are: nobody could write a line after it.
    """
    found = [line for name in _names(folder) if (line := _LINE.fullmatch(name))]
    return [
        (int(line[1]), folder / line[0])
        for line in found
        if int(line[1]) < len(found) + _LARGEST_GAP
    ]


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()
