"""Contract of an organisation's shared archive, whatever keeps it.

An archive keeps bytes that were sealed or signed before they came, and never sees a word. Each
route and each document of the team has a revision; a save names the revision that it comes after,
and is refused when there is another one by now. `tests/storage/archives/test_contract.py` holds
for every archive.
"""

import os
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Protocol

from msgspec import Struct

from relroute_tui.storage.errors import ArchiveError, Problem
from relroute_tui.storage.route_id import is_route_id

__all__ = [
    "LONGEST",
    "Answer",
    "ArchiveError",
    "Document",
    "Problem",
    "Revision",
    "Save",
    "SharedArchive",
    "SharedRoute",
    "check_name",
    "check_sealed",
    "is_name",
    "new_save_id",
]

LONGEST: Final = 4 * 1024 * 1024
"""Bytes of one route or document."""
_AGE: Final = b"age-encryption.org/v1\n"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9.-]{0,59}")


class Revision(Struct, frozen=True):
    """One state of a route or a document. Compare both: numbers come again after a restore."""

    number: int
    """Counts from 1, one more with each save."""
    save_id: str
    """32 hexadecimal digits that are of this save alone."""


class SharedRoute(Struct, frozen=True):
    """A route as the archive has it."""

    route_id: str
    revision: Revision
    sealed: bytes
    readers: tuple[str, ...]
    """The public keys that open it, as far as the archive was told; empty where it was not."""


class Save(Struct, frozen=True):
    """A save of one route. Keep it until it is answered: its id is what one asks for later."""

    route_id: str
    sealed: bytes
    readers: tuple[str, ...]
    base: Revision | None
    """The state that this comes after; None for a route that the archive never had."""
    save_id: str

    @property
    def revision(self) -> Revision:
        """The state that the route has once this was kept."""
        return Revision(self.base.number + 1 if self.base else 1, self.save_id)


class Answer(StrEnum):
    """Outcome of a save."""

    KEPT = "kept"
    REFUSED = "refused"
    """Not kept: there is another state by now, the route was erased, or one may not read it."""
    NOT_KEPT = "not-kept"
    """It did not arrive, and will not: send it again, with the same id."""
    IN_DOUBT = "in-doubt"
    """Nobody knows yet. Settle it, and never guess."""


class Document(Struct, frozen=True):
    """A document of the team: the roll, the council's public key, a receipt."""

    content: bytes
    revision: Revision


class SharedArchive(Protocol):
    """A store of sealed documents that a team shares.

    Every method raises ArchiveError where the archive cannot be asked; only `save` and `settle`
    then say IN_DOUBT, once the save may have arrived. Use it in one thread at a time.
    """

    # Routes

    def revisions(self) -> Mapping[str, Revision]:
        """Return the state of every route that one may read, by its id, in one call."""

    def readers(self) -> Mapping[str, tuple[str, ...]]:
        """Return who can open each route that one may read, by its id, in one call."""

    def opened_by_one(self) -> Mapping[str, tuple[str, ...]]:
        """Return the routes that one colleague alone opens, also those that one may not read.

        With the public keys that open each. Nothing where everyone sees every file anyway.
        """

    def erased(self) -> frozenset[str]:
        """Return the ids of routes that were erased: none of them comes back."""

    def fetch(self, route_id: str) -> SharedRoute | None:
        """Return one route; None where it is not there, or one may not read it."""

    def save(self, save: Save) -> Answer:
        """Keep a route where it has the state that the save comes after, and no other."""

    def settle(self, save: Save) -> Answer:
        """Return what became of a save that is in doubt."""

    def erase(self, route_id: str, base: Revision) -> Answer:
        """Take away a route that has this state, for everyone and for good."""

    def reserve_for_council(self, key: str) -> None:
        """Keep the public key of a new council from being taken for anybody's own."""

    # Documents of the team

    def documents(self) -> tuple[str, ...]:
        """Return the names of the documents there are, in order."""

    def fetch_document(self, name: str) -> Document | None:
        """Return a document; None where there is none of this name."""

    def replace_document(self, name: str, content: bytes, base: Revision | None) -> bool:
        """Put this in the place of the document in that state; None: there is none yet.

        False where it has another state, and nothing was changed. After an ArchiveError fetch it
        and look: the content tells whether it is the new one.
        """

    # Logs, to which lines can only be added

    def append_line(self, log: str, line: bytes, number: int) -> bool:
        """Add a line as the one with this number, from 0 on.

        False where there is a line with this number already, or none before it: read, and bind
        the line to the newest one. After an ArchiveError read the log and look.
        """

    def read_log(self, log: str, start: int = 0) -> tuple[bytes, ...]:
        """Return the lines of a log from a number on, in order.

        In a folder that a synchroniser carries, two laptops can each add a line with the same
        number. Both are there then, in an order that is the same everywhere.
        """

    def close(self) -> None:
        """Let go of the connection; the next call makes another."""


def new_save_id() -> str:
    """Make the id of one save."""
    return os.urandom(16).hex()


def check_sealed(save: Save) -> None:
    """Raise ArchiveError unless what would be sent is sealed, short enough, and has an id."""
    if not save.sealed.startswith(_AGE):
        raise ArchiveError(Problem.NOT_SEALED)
    if len(save.sealed) > LONGEST:
        raise ArchiveError(Problem.TOO_LONG)
    if not is_route_id(save.route_id):
        raise ValueError("this is no id of a route")


def check_name(name: str) -> str:
    """Return the name of a document or a log, which is a file name on every system."""
    if not is_name(name):
        raise ValueError("this cannot name a document")
    return name


def is_name(name: str) -> bool:
    """Return whether this can name a document or a log."""
    return _NAME.fullmatch(name) is not None
