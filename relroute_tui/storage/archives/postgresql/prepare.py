"""Makes the archive in an empty database: once, as its owner."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, LiteralString

import psycopg

from relroute_tui.storage.archives.contract import ArchiveError, Problem
from relroute_tui.storage.archives.postgresql.address import parameters_of
from relroute_tui.storage.archives.postgresql.connection import connect
from relroute_tui.storage.archives.postgresql.errors import problem_of
from relroute_tui.storage.archives.postgresql.statements import SCHEMA_VERSION

_SCHEMA: Final = Path(__file__).with_name("schema.sql")
_HAS_ROLE: Final = "SELECT 1 FROM pg_roles WHERE rolname = %(role)s"
_ROLES: Final[Mapping[str, LiteralString]] = {
    "relroute_facilitator": "CREATE ROLE relroute_facilitator NOLOGIN",
    "relroute_council": "CREATE ROLE relroute_council NOLOGIN IN ROLE relroute_facilitator",
}
_HAS_SCHEMA: Final = "SELECT 1 FROM information_schema.schemata WHERE schema_name = 'relroute'"
_VERSION: Final = "SELECT version FROM relroute.schema_version"
_ONLY_FASTER: Final[Sequence[LiteralString]] = (
    # what is sealed cannot be made smaller
    "ALTER TABLE relroute.route ALTER sealed SET STORAGE EXTERNAL",
    # else the question what is new looks at every route there is
    "CREATE INDEX route_readers ON relroute.route USING gin (readers)",
)
"""A distributed engine may not know these, nor need them."""


def prepare(address: str) -> bool:
    """Make the archive; False where it is there already. Raises ArchiveError.

    Whole or not at all. The address is that of the owner of the database, who may make roles.
    """
    with connect(parameters_of(address)) as connected:
        try:
            if connected.execute(_HAS_SCHEMA).fetchone():
                found = connected.execute(_VERSION).fetchone()
                if found is None or found[0] != SCHEMA_VERSION:
                    raise ArchiveError(Problem.OTHER_SCHEMA)
                return False
            with connected.transaction():
                for role, statement in _ROLES.items():
                    if not connected.execute(_HAS_ROLE, {"role": role}).fetchone():
                        connected.execute(statement)
                connected.execute(_SCHEMA.read_bytes())
        except psycopg.Error as error:
            raise problem_of(error) from error
        for statement in _ONLY_FASTER:
            try:
                connected.execute(statement)
            except psycopg.Error as error:
                if error.sqlstate not in ("0A000", "42601"):
                    raise problem_of(error) from error
        return True
