"""The shared archive on a PostgreSQL server."""

from collections.abc import Mapping
from uuid import UUID

import psycopg

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
from relroute_tui.storage.archives.postgresql import statements
from relroute_tui.storage.archives.postgresql.connection import Connection, Parameters
from relroute_tui.storage.archives.postgresql.errors import is_surely_undone, problem_of
from relroute_tui.storage.route_id import is_route_id


class PostgresqlArchive:
    """The routes and documents that the role in the address may see.

    Any role can write rows, with any program: what is under no proper id or name is not there.
    """

    def __init__(self, address: str, key: str) -> None:
        """Connect as the holder of this public key. Raises ArchiveError where it is no address."""
        self._connection = Connection(address, key)

    # Routes

    def revisions(self) -> Mapping[str, Revision]:
        """Return the state of every route that one may read, by its id, in one statement."""
        rows = self._connection.rows(statements.REVISIONS)
        return {
            route_id: _revision(number, save_id)
            for route_id, number, save_id in rows
            if is_route_id(route_id)
        }

    def readers(self) -> Mapping[str, tuple[str, ...]]:
        """Return who can open each route that one may read, by its id, in one statement."""
        return self._readers(statements.READERS)

    def opened_by_one(self) -> Mapping[str, tuple[str, ...]]:
        """Return the routes that one colleague alone opens, whoever that is, and their keys."""
        return self._readers(statements.OPENED_BY_ONE)

    def _readers(self, statement: str) -> Mapping[str, tuple[str, ...]]:
        rows = self._connection.rows(statement)
        return {route_id: tuple(readers) for route_id, readers in rows if is_route_id(route_id)}

    def erased(self) -> frozenset[str]:
        """Return the ids of routes that were erased."""
        return frozenset(route_id for (route_id,) in self._connection.rows(statements.ERASED))

    def fetch(self, route_id: str) -> SharedRoute | None:
        """Return one route; None where it is not there, or one may not read it."""
        rows = self._connection.rows(statements.FETCH, {"id": route_id})
        for number, save_id, sealed, readers in rows:
            return SharedRoute(route_id, _revision(number, save_id), bytes(sealed), tuple(readers))
        return None

    def save(self, save: Save) -> Answer:
        """Keep a route where it has the state that the save comes after, and no other."""
        check_sealed(save)
        statement = statements.UPDATE if save.base else statements.INSERT
        return self._change(statement, _parameters(save), statements.WAS_SAVED)

    def settle(self, save: Save) -> Answer:
        """Return what became of a save that is in doubt, over a new connection.

        Where that save is still under way, this waits for it, and after some seconds says so.
        """
        self._connection.close()
        parameters = _parameters(save)
        try:
            with self._connection.transaction() as transaction:
                transaction.connected().execute(statements.WAIT_AT_MOST)
                there = transaction.ask(statements.LOCK, parameters)
                was_saved = transaction.ask(statements.WAS_SAVED, parameters)
                was_erased = transaction.ask(statements.WAS_ERASED, parameters)
        except psycopg.Error:
            return Answer.IN_DOUBT
        if was_saved:
            return Answer.KEPT
        state = _revision(*there[0]) if there else None
        return Answer.NOT_KEPT if state == save.base and not was_erased else Answer.REFUSED

    def erase(self, route_id: str, base: Revision) -> Answer:
        """Take away a route that has this state, for everyone and for good."""
        parameters = {"id": route_id, "base": base.save_id, "revision": base.number}
        return self._change(statements.ERASE, parameters, statements.WAS_ERASED)

    def _change(self, statement: str, parameters: Parameters, was_done: str) -> Answer:
        """Change a route in one statement, and never take for done what may be undone."""
        connection = self._connection
        connection.connected()  # nothing was sent before this, so what fails here is no doubt
        connection.has_warned = False
        try:
            if not self._is_changed(statement, parameters):
                # Nothing to change: somebody else did, or this very change had arrived before.
                is_done = bool(connection.ask(was_done, parameters))
                return Answer.KEPT if is_done else Answer.REFUSED
        except psycopg.Error as error:
            if is_surely_undone(error):
                raise problem_of(error) from error
            return Answer.IN_DOUBT
        return Answer.IN_DOUBT if connection.has_warned else Answer.KEPT

    def _is_changed(self, statement: str, parameters: Parameters) -> bool:
        """Change a route; False where something else was in its place. Raises psycopg.Error."""
        try:
            return bool(self._connection.ask(statement, parameters))
        except psycopg.errors.UniqueViolation:
            return False

    def reserve_for_council(self, key: str) -> None:
        """Let nobody claim the public key of a council: until then anybody could, and erase."""
        parameters = {"key": key}
        self._connection.rows(statements.RESERVE, parameters)
        if not self._connection.rows(statements.IS_RESERVED, parameters):
            raise ArchiveError(Problem.NO_RIGHT)

    # Documents of the team

    def documents(self) -> tuple[str, ...]:
        """Return the names of the documents there are, in order."""
        names = (name for (name,) in self._connection.rows(statements.DOCUMENTS))
        return tuple(sorted(filter(is_name, names)))

    def fetch_document(self, name: str) -> Document | None:
        """Return a document; None where there is none of this name."""
        parameters = {"name": check_name(name)}
        for content, number, save_id in self._connection.rows(
            statements.FETCH_DOCUMENT, parameters
        ):
            return Document(bytes(content), _revision(number, save_id))
        return None

    def replace_document(self, name: str, content: bytes, base: Revision | None) -> bool:
        """Put this in the place of the document in that state; False where it has another."""
        parameters = {
            "name": check_name(name),
            "number": base.number if base else 0,
            "base": base.save_id if base else statements.NO_BASE,
            "new": new_save_id(),
            "content": _short_enough(content),
        }
        return self._add(statements.REPLACE_DOCUMENT, parameters)

    # Logs

    def append_line(self, log: str, line: bytes, number: int) -> bool:
        """Add a line as the one with this number; False where that is not the next one."""
        parameters = {"log": check_name(log), "number": number, "line": _short_enough(line)}
        return self._add(statements.APPEND_LINE, parameters)

    def read_log(self, log: str, start: int = 0) -> tuple[bytes, ...]:
        """Return the lines of a log from a number on, in order."""
        parameters = {"log": check_name(log), "start": start}
        return tuple(
            bytes(line) for (line,) in self._connection.rows(statements.READ_LOG, parameters)
        )

    def close(self) -> None:
        """Let go of the connection; the next call makes another."""
        self._connection.close()

    def _add(self, statement: str, parameters: Parameters) -> bool:
        """Add a row where its place is free. Raises ArchiveError, also when nobody knows."""
        self._connection.has_warned = False
        try:
            added = self._connection.ask(statement, parameters)
        except psycopg.Error as error:
            raise problem_of(error) from error
        if self._connection.has_warned:
            raise ArchiveError(Problem.UNREACHABLE)
        return bool(added)


def _parameters(save: Save) -> dict[str, object]:
    return {
        "id": save.route_id,
        "sealed": save.sealed,
        "readers": list(save.readers),
        "new": save.save_id,
        "base": save.base.save_id if save.base else statements.NO_BASE,
        "revision": save.base.number if save.base else 0,
    }


def _revision(number: int, save_id: UUID) -> Revision:
    return Revision(number, save_id.hex)


def _short_enough(content: bytes) -> bytes:
    if len(content) > LONGEST:
        raise ArchiveError(Problem.TOO_LONG)
    return content
