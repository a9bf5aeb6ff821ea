"""A route as TinyDB's tables: what changed is written into them, and nothing else."""

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final

from tinydb import TinyDB
from tinydb.table import Document, Table

from relroute_tui.domain.route import Route
from relroute_tui.storage.atomic import AtomicStorage
from relroute_tui.storage.route_file import ABOUT, LISTS, Part, document_about, document_of

_about: Final[Callable[[Route], object]] = attrgetter(
    *(each.name for each in fields(Route) if each.name not in LISTS)
)
"""What of a route has no table of its own."""


def update_tables(storage: AtomicStorage, route: Route, known: Route | None) -> None:
    """Make the tables in `storage`, which hold `known`, those of `route`; None: write them all.

    Raises SaveError and UnreadableRoute.
    """
    database = TinyDB(storage=lambda: storage)
    if known is None or _about(route) != _about(known):
        table = _table(database, ABOUT)
        table.truncate()
        table.insert(Document(document_about(route), 1))
    for name in LISTS:
        parts, old = getattr(route, name), None if known is None else getattr(known, name)
        if parts != old:
            _update(_table(database, name), parts, old)


def _table(database: TinyDB, name: str) -> Table:
    return database.table(name, cache_size=0)  # a cache would share what it gives out


def _update(table: Table, parts: Sequence[Part], old: Sequence[Part] | None) -> None:
    """Rewrite the documents of those `parts` that are not the `old` ones; None: of all."""
    if old is None:
        table.truncate()
        old = ()
    both = min(len(parts), len(old))
    for place in range(both):
        if parts[place] != old[place]:
            table.update(_become(document_of(parts[place])), doc_ids=[place + 1])
    if len(old) > both:
        table.remove(doc_ids=[place + 1 for place in range(both, len(old))])
    if len(parts) > both:
        new = range(both, len(parts))
        table.insert_multiple([Document(document_of(parts[n]), n + 1) for n in new])


def _become(document: dict[str, Any]) -> Callable[[MutableMapping[str, Any]], None]:
    """What makes of a stored document this one; TinyDB changes it where it stands."""

    def change(stored: MutableMapping[str, Any]) -> None:
        stored.clear()
        stored.update(document)

    return change
