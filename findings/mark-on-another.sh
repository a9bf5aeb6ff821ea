#!/usr/bin/env bash
# An agreement that goes away above the marked one, in three lists of Textual.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""Somebody marks the third agreement; the first is withdrawn, by a colleague or in the notes.

Expected: the same agreement is marked, one row higher. A list view does so. An option list and a
table keep the number of the row, so that the fourth is marked. Neither tells that another is, and
Enter opens an agreement that nobody marked.
"""

import asyncio
from importlib.metadata import version

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Label, ListItem, ListView, OptionList
from textual.widgets.option_list import Option

AGREEMENTS = ("calling", "sleeping", "reading", "drawing", "eating")
MARKED = AGREEMENTS.index("reading")


class Lists(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.opened = ""

    def compose(self) -> ComposeResult:
        yield OptionList(*(Option(each, id=each) for each in AGREEMENTS))
        yield DataTable(cursor_type="row")
        yield ListView(*(ListItem(Label(each), id=each) for each in AGREEMENTS))

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_column("agreement")
        for each in AGREEMENTS:
            table.add_row(each, key=each)

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        self.told.append(f"option list: {message.option_id}")

    def on_data_table_row_highlighted(self, message: DataTable.RowHighlighted) -> None:
        self.told.append(f"table: {message.row_key.value}")

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        self.opened = str(message.option_id)


async def marked() -> tuple[dict[str, str], list[str], str]:
    app = Lists()
    async with app.run_test() as pilot:
        options, table, items = app.query_one(OptionList), app.query_one(DataTable), app.query_one(ListView)
        options.highlighted = items.index = MARKED
        table.move_cursor(row=MARKED)
        await pilot.pause()
        app.told.clear()
        options.remove_option(AGREEMENTS[0])
        table.remove_row(AGREEMENTS[0])
        await items.pop(0)
        await pilot.pause()
        rows = {
            "option list": str(options.highlighted_option.id),
            "table": str(table.coordinate_to_cell_key(table.cursor_coordinate).row_key.value),
            "list view": str(items.highlighted_child.id),
        }
        options.focus()
        await pilot.press("enter")
        return rows, app.told, app.opened


rows, told, opened = asyncio.run(marked())
print("textual", version("textual"))
print("marked before, and expected after:", AGREEMENTS[MARKED])
for name, row in rows.items():
    print(f"  {name}: {row}")
print("told:", told or "nothing", "· opened with Enter:", opened)
seen = rows["option list"], rows["table"], rows["list view"], opened, told
raise SystemExit(seen != ("drawing", "drawing", "reading", "drawing", []))
PYTHON
cd "$folder" && venv/bin/python finding.py
