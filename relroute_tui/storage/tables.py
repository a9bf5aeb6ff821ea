"""A route as TinyDB's tables: what changed is written into them, and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Final, cast

from msgspec.structs import fields
from tinydb.table import Table

from relroute_tui.domain.route import Route
from relroute_tui.storage.atomic import AtomicStorage
from relroute_tui.storage.format import (
    ABOUT,
    LISTS,
    Document,
    Part,
    document_about,
    document_of,
)

if TYPE_CHECKING:
    from tinydb.storages import Storage

_about: Final[Callable[[Route], object]] = attrgetter(
    *(each.name for each in fields(Route) if each.name not in LISTS)
)
"""What of a route has no table of its own."""


class _Documents(Table):
    """A table into which documents are put whole; TinyDB's own changes them where they stand."""

    def put(self, documents: Mapping[int, Document]) -> None:
        """Keep these documents, by their numbers. Raises SaveError and UnreadableRoute."""
        self._update_table(lambda table: table.update(documents))


class RouteTables:
    """The tables of one route in one file."""

    def __init__(self, storage: AtomicStorage) -> None:
        self._tables = {
            name: _Documents(cast("Storage", storage), name, cache_size=0)
            for name in (ABOUT, *LISTS)
        }

    def update(self, route: Route, known: Route | None) -> None:
        """Make the tables, which hold `known`, those of `route`; None: write them all.

        Raises SaveError and UnreadableRoute.
        """
        if known is None or _about(route) != _about(known):
            table = self._tables[ABOUT]
            table.truncate()
            table.put({1: document_about(route)})
        for name in LISTS:
            parts, old = getattr(route, name), None if known is None else getattr(known, name)
            if parts != old:
                _update(self._tables[name], parts, old)


def _update(table: _Documents, parts: Sequence[Part], old: Sequence[Part] | None) -> None:
    """Put the documents of those `parts` that are not the `old` ones; None: of all."""
    if old is None:
        table.truncate()
        old = ()
    pairs = zip(parts, chain(old, repeat(None)), strict=False)
    table.put(
        {
            number: document_of(part)
            for number, (part, was) in enumerate(pairs, 1)
            if part is not was and part != was
        }
    )
    gone = range(len(parts) + 1, len(old) + 1)
    if gone:
        table.remove(doc_ids=gone)
