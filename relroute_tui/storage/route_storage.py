"""A route as TinyDB's tables: what changed is written into them, and nothing else."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from itertools import chain, repeat
from operator import attrgetter
from typing import Final

from msgspec.structs import fields
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as TableDocument
from tinydb.table import Table

from relroute_tui.domain.route import Route
from relroute_tui.storage.errors import Reason, SaveError, UnreadableKind, UnreadableRoute
from relroute_tui.storage.format import (
    LISTS,
    Document,
    Part,
    Tables,
    document_about,
    document_of,
    tables_in,
    writable,
)
from relroute_tui.storage.route_file import RouteFile
from relroute_tui.storage.summary import ABOUT, HEAD, head_of, with_head

_about: Final[Callable[[Route], object]] = attrgetter(
    *(field.name for field in fields(Route) if field.name not in LISTS)
)
"""Returns the part of a route that has no table of its own."""


class RouteStorage(Storage):
    """Keeps the tables in memory, and puts them into the route's file all at once.

    TinyDB writes at each change of each table, and a file that held only a part of a save would be
    no route. So `write` keeps what TinyDB made, and `flush` makes that the file, as the `flush` of
    TinyDB's own CachingMiddleware does.
    """

    def __init__(self, file: RouteFile) -> None:
        self._file = file
        self._tables: Tables | None = None

    def read(self) -> Tables | None:
        """Return the tables; None where there is no file yet. Raises UnreadableRoute."""
        if self._tables is None:
            content = self._file.read()
            read = None if content is None else tables_in(content)
            if isinstance(read, UnreadableKind):
                raise UnreadableRoute(self._file.path, read)
            self._tables = read
        return self._tables

    def write(self, data: Tables) -> None:
        """Keep these tables for `flush`."""
        self._tables = data

    def flush(self) -> None:
        """Make the tables the whole file. Raises SaveError."""
        self._file.write(self._content())

    def _content(self) -> bytes:
        tables = self._tables or {}
        with suppress(ValueError, TypeError, OverflowError, RecursionError):
            try:
                return with_head(tables)
            except UnicodeEncodeError:
                return with_head(writable(tables))
        # Raised out here, where no exception is at hand that quotes what it choked on.
        raise SaveError(self._file.path, Reason.OTHER)


def update_tables(storage: Storage, route: Route, known: Route | None) -> None:
    """Make the tables, which hold `known`, those of `route`; None: write them all."""
    database = TinyDB(storage=lambda: storage)
    if known is None:
        database.drop_tables()
    _put(database.table(HEAD), {1: head_of(route)})
    if known is None or _about(route) != _about(known):
        _put(database.table(ABOUT), {1: document_about(route)})
    for name in LISTS:
        parts: Sequence[Part] = getattr(route, name)
        old: Sequence[Part] = () if known is None else getattr(known, name)
        if known is None or parts != old:
            _update(database.table(name), parts, old)


def _update(table: Table, parts: Sequence[Part], old: Sequence[Part]) -> None:
    """Put those of the `parts` that are not the `old` ones, and remove what is gone."""
    pairs = zip(parts, chain(old, repeat(None)), strict=False)
    changed = {
        number: document_of(part)
        for number, (part, was) in enumerate(pairs, 1)
        if part is not was and part != was
    }
    _put(table, changed)
    gone = range(len(parts) + 1, len(old) + 1)
    if gone:
        table.remove(doc_ids=gone)


def _put(table: Table, documents: Mapping[int, Document]) -> None:
    """Put these documents into the table, whole, by their numbers."""
    new = []
    for number, document in documents.items():
        if not table.update(_become(document), doc_ids=[number]):
            new.append(TableDocument(document, number))
    table.insert_multiple(new)


def _become(document: Document) -> Callable[[MutableMapping[str, object]], None]:
    """Make a transform for TinyDB's `update` that puts this document in the place of another."""

    def transform(there: MutableMapping[str, object]) -> None:
        there.clear()
        there.update(document)

    return transform
