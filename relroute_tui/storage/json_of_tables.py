"""TinyDB's tables as JSON: a save has one changed meeting and perhaps fifty that are as before."""

import msgspec

from relroute_tui.storage.route_file import Document, Tables


class JsonOfTables:
    """Makes the JSON of tables; that of a document that stayed as it was is kept.

    A document that was handed in must not change where it stands.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[Document, msgspec.Raw]] = {}

    def of(self, tables: Tables) -> bytes:
        """The bytes of a file. Raises what msgspec raises for what is no JSON."""
        before, self._kept = self._kept, {}
        whole: dict[str, dict[str, msgspec.Raw]] = {}
        for name, table in tables.items():
            parts = whole[name] = {}
            for number, document in table.items():
                place = name, number
                kept = before.get(place)
                if kept is None or kept[0] != document:
                    kept = document, msgspec.Raw(msgspec.json.encode(document))
                self._kept[place] = kept
                parts[number] = kept[1]
        return msgspec.json.encode(whole)
