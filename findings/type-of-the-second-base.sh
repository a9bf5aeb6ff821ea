#!/usr/bin/env bash
# A widget of two types in Textual, of which the second says that nobody else may read it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""A type selector reaches the first base of a widget, and that one's first base, but no other.

`Answer(Input, Private)` is a `Private` for Python, and it has the keys of `Private`. The style sheet
and `query` go by names that are gathered along the first bases alone. So a rule that hides everything
private leaves this one in view, and a loop over `query(Private)` passes it by, without a word. With the
bases the other way round it is hidden, and `query(Input)` passes it by.
"""

import asyncio
from importlib.metadata import version

from textual.app import App
from textual.widget import Widget
from textual.widgets import Input


class Private(Widget):
    BINDINGS = [("f8", "hide", "Hide")]


class Answer(Input, Private):
    pass


class PrivateFirst(Private, Input):
    pass


class Form(App):
    CSS = "Private { display: none; }"

    def compose(self):
        yield Answer("what only I may read", id="answer")
        yield PrivateFirst("what only I may read", id="private-first")


async def look():
    app = Form()
    async with app.run_test():
        answer, private_first = app.query_one("#answer"), app.query_one("#private-first")
        print("textual", version("textual"))
        print(f"a Private for Python: {isinstance(answer, Private)}")
        print(f"has its key f8:       {'f8' in answer._bindings.key_to_bindings}")
        print(f"in query(Private):    {answer in app.query(Private)}")
        print(f"hidden by the rule:   {not answer.display}")
        print(f"bases turned round:   hidden {not private_first.display},", end=" ")
        print(f"in query(Input) {private_first in app.query(Input)}")
        return (
            isinstance(answer, Private)
            and "f8" in answer._bindings.key_to_bindings
            and answer not in app.query(Private)
            and answer.display
            and not private_first.display
            and private_first not in app.query(Input)
        )


raise SystemExit(not asyncio.run(look()))
PYTHON
cd "$folder"
venv/bin/python finding.py
