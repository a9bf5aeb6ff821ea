"""TinyDB's tables as JSON: a save has one changed meeting and perhaps fifty that are as before."""

from typing import TypeAlias

import msgspec

from relroute_tui.storage.format import Document, Tables

_Table: TypeAlias = dict[str, Document]
_InJson: TypeAlias = dict[str, msgspec.Raw]


class JsonOfTables:
    """Makes the JSON of tables; that of a document which is still there is kept.

    A document is the same when it is the very same object: none may change where it stands.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[_Table, _InJson]] = {}

    def of(self, tables: Tables) -> bytes:
        """The bytes of a file. Raises what msgspec raises for what is no JSON."""
        kept = {name: (table, self._documents(name, table)) for name, table in tables.items()}
        self._kept = kept
        return msgspec.json.encode({name: documents for name, (_, documents) in kept.items()})

    def _documents(self, name: str, table: _Table) -> _InJson:
        before, known = self._kept.get(name, ({}, {}))
        if before is table:
            return known
        return {
            number: known[number]
            if before.get(number) is document
            else msgspec.Raw(msgspec.json.encode(document))
            for number, document in table.items()
        }
