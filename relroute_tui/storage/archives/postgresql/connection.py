"""One connection, made when it is needed and again when it broke."""

import random
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final

import psycopg
from psycopg.rows import TupleRow

from relroute_tui.storage.archives.contract import ArchiveError, Problem
from relroute_tui.storage.archives.postgresql.address import CHECKED, is_here, parameters_of
from relroute_tui.storage.archives.postgresql.errors import (
    AGAIN,
    needs_another_connection,
    problem_at_the_door,
    problem_of,
)
from relroute_tui.storage.archives.postgresql.statements import BEGIN, CLAIM, SCHEMA_VERSION

_TRIES: Final = 12
_LONGEST_PAUSE: Final = 0.5
"""Seconds."""

Parameters = Mapping[str, object]
_Connected = psycopg.Connection[TupleRow]


class Connection:
    """Asks the server as the holder of one key. Use it in one thread at a time."""

    def __init__(self, address: str, key: str) -> None:
        """Prepare without connecting yet. Raises ArchiveError where the address is none."""
        self._parameters = parameters_of(address)
        self._key = key
        self._connected: _Connected | None = None
        self.has_warned = False
        """Whether the server warned since this was last set to False, as it does when a save that
        waits for its copy is called off and told as done."""

    def rows(self, statement: str, parameters: Parameters | None = None) -> list[TupleRow]:
        """Return what the server answers; ask again where another transaction was in the way.

        A connection that turns out to be gone is made anew, once. So only for what can be asked
        twice. Raises ArchiveError.
        """
        try:
            try:
                return self.ask(statement, parameters)
            except psycopg.Error:
                if self._connected is not None:
                    raise
            return self.ask(statement, parameters)
        except psycopg.Error as error:
            raise problem_of(error) from error

    def ask(self, statement: str, parameters: Parameters | None = None) -> list[TupleRow]:
        """Return what the server answers to one statement; a broken connection is let go of.

        Raises psycopg.Error, and ArchiveError where no connection can be made.
        """
        for tries_left in reversed(range(_TRIES)):
            try:
                with self.connected().cursor(binary=True) as cursor:
                    cursor.execute(statement.encode(), parameters)
                    return cursor.fetchall()
            except psycopg.Error as error:
                if error.sqlstate not in AGAIN or not tries_left:
                    if needs_another_connection(error):
                        self.close()
                    raise
            time.sleep(random.uniform(0, _LONGEST_PAUSE / (tries_left + 1)))
        raise AssertionError  # the last try returned or raised

    @contextmanager
    def transaction(self) -> Iterator["Connection"]:
        """Ask several things in one transaction. Raises psycopg.Error and ArchiveError."""
        with self.connected().transaction():
            yield self

    def connected(self) -> _Connected:
        """Return the connection; make it where there is none. Raises ArchiveError."""
        if self._connected is not None and self._connected.closed:
            self._connected = None
        if self._connected is None:
            connected = connect(self._parameters)
            try:
                self._introduce(connected)
            except BaseException:
                connected.close()
                raise
            connected.add_notice_handler(self._hear)
            self._connected = connected
        return self._connected

    def close(self) -> None:
        """Let go of the connection."""
        connected, self._connected = self._connected, None
        if connected is not None:
            with suppress(psycopg.Error):
                connected.close()

    def _hear(self, notice: psycopg.errors.Diagnostic) -> None:
        self.has_warned = self.has_warned or notice.severity_nonlocalized == "WARNING"

    def _introduce(self, connected: _Connected) -> None:
        """See that this is an archive of ours, and say whose key this is. Raises ArchiveError."""
        key = {"key": self._key}
        try:
            found = connected.execute(BEGIN, key).fetchone()
            if found is None or found[0] != SCHEMA_VERSION:
                raise ArchiveError(Problem.OTHER_SCHEMA)
            _version, holder, role = found
            if holder is None and connected.execute(CLAIM, key).fetchone():
                holder = role
        except psycopg.Error as error:
            raise problem_of(error) from error
        if holder != role:  # somebody else came with this key before
            raise ArchiveError(Problem.NO_RIGHT)


def connect(parameters: Mapping[str, Any]) -> _Connected:
    """Return a connection that is protected or does not leave this machine. Raises ArchiveError."""
    try:
        connected = psycopg.connect(**parameters, autocommit=True)
    except psycopg.Error as error:
        raise problem_at_the_door(error) from error
    if not (parameters["sslmode"] in CHECKED or is_here(connected.info.hostaddr)):
        connected.close()  # variables of libpq's own can lead elsewhere than the address says
        raise ArchiveError(Problem.IN_THE_CLEAR)
    return connected
