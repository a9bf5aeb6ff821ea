"""Makes the archive in an empty database, or takes an earlier one over: as its owner."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final, LiteralString

import psycopg
from psycopg.rows import TupleRow

from relroute_tui.storage.archives.contract import ArchiveError, Problem
from relroute_tui.storage.archives.postgresql.address import parameters_of
from relroute_tui.storage.archives.postgresql.connection import connect
from relroute_tui.storage.archives.postgresql.errors import problem_of
from relroute_tui.storage.archives.postgresql.statements import SCHEMA_VERSION

_SCHEMA: Final = Path(__file__).with_name("schema.sql")
_RIGHTS: Final = Path(__file__).with_name("rights.sql")
_FROM: Final[Mapping[int | None, Path]] = {1: Path(__file__).with_name("from_version_1.sql")}
"""Scripts that bring an earlier version to this one, except for the rights."""
_HAS_ROLE: Final = "SELECT 1 FROM pg_roles WHERE rolname = %(role)s"
_ROLES: Final[Mapping[str, LiteralString]] = {
    "relroute_facilitator": "CREATE ROLE relroute_facilitator NOLOGIN",
    "relroute_council": "CREATE ROLE relroute_council NOLOGIN IN ROLE relroute_facilitator",
}
_HAS_SCHEMA: Final = "SELECT 1 FROM information_schema.schemata WHERE schema_name = 'relroute'"
_VERSION_THERE: Final = "SELECT version FROM relroute.schema_version"
_ONLY_FASTER: Final[Sequence[LiteralString]] = (
    # what is sealed cannot be made smaller
    "ALTER TABLE relroute.route ALTER sealed SET STORAGE EXTERNAL",
    # else the question what is new looks at every route there is
    "CREATE INDEX IF NOT EXISTS route_readers ON relroute.route USING gin (readers)",
)
"""A distributed engine may not know these, nor need them."""
_UNKNOWN_THERE: Final = ("0A000", "42601")
"""The codes of what is not supported, and of what is not even read."""


class Prepared(StrEnum):
    """Outcome of preparing an archive."""

    NEW = "new"
    TAKEN_OVER = "taken-over"
    """It was there as an earlier version made it; everything in it stays."""
    BEFORE = "before"
    """It was there as it should be, and nothing was changed."""


def prepare(address: str) -> Prepared:
    """Make the archive, or bring an earlier one to this version. Raises ArchiveError.

    Whole or not at all. The address is that of the owner of the database, who may make roles.
    """
    with connect(parameters_of(address)) as connected:
        try:
            with connected.transaction():
                version = _version(connected)
                if version == SCHEMA_VERSION:
                    return Prepared.BEFORE
                if version not in (None, *_FROM):
                    raise ArchiveError(Problem.OTHER_SCHEMA)
                _make_roles(connected)
                connected.execute(_FROM.get(version, _SCHEMA).read_bytes())
                connected.execute(_RIGHTS.read_bytes())
        except psycopg.Error as error:
            raise problem_of(error) from error
        for statement in _ONLY_FASTER:
            try:
                connected.execute(statement)
            except psycopg.Error as error:
                if error.sqlstate not in _UNKNOWN_THERE:
                    raise problem_of(error) from error
        return Prepared.NEW if version is None else Prepared.TAKEN_OVER


def _version(connected: psycopg.Connection[TupleRow]) -> int | None:
    """Return the version of the archive that is there; None where there is none."""
    if not connected.execute(_HAS_SCHEMA).fetchone():
        return None
    found = connected.execute(_VERSION_THERE).fetchone()
    if found is None:
        raise ArchiveError(Problem.OTHER_SCHEMA)
    version: int = found[0]
    return version


def _make_roles(connected: psycopg.Connection[TupleRow]) -> None:
    for role, statement in _ROLES.items():
        if not connected.execute(_HAS_ROLE, {"role": role}).fetchone():
            connected.execute(statement)
