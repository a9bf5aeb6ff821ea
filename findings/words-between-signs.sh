#!/usr/bin/env bash
# Minutes in Markdown in which somebody wrote a word between < and >.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8 rich==15.0.0 markdown-it-py==4.0.0
cat > "$folder/finding.py" <<'PYTHON'
"""People write <moeder> for a name that stays out, or <woensdag> for a day still to be chosen.

CommonMark calls that HTML in a line: a page of HTML has it, as a tag. A terminal has no tags, and one
would expect the characters as they were typed. Both Rich and Textual drop them, with a line that
begins with a day still to be chosen among them, so that "not" and the sentence without it are the
same. What the parser hands over has every letter.
"""

import asyncio
import io
from importlib.metadata import version

from markdown_it import MarkdownIt
from rich.console import Console
from rich.markdown import Markdown as RichMarkdown
from textual.app import App, ComposeResult
from textual.widgets import Markdown

NOTES = "Anna belt <niet> op zaterdag.\n\n<woensdag> haalt Kees Sam van school."
WORDS = ("<niet>", "<woensdag>")


class Minutes(App[None]):
    def compose(self) -> ComposeResult:
        yield Markdown(NOTES)


async def in_textual() -> str:
    app = Minutes()
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        blocks = app.query("MarkdownParagraph")
        return "\n".join(block.render().plain for block in blocks)


console = Console(file=io.StringIO(), width=60, color_system=None)
console.print(RichMarkdown(NOTES))
seen = {"Rich": console.file.getvalue(), "Textual": asyncio.run(in_textual())}
parsed = [each.content for token in MarkdownIt().parse(NOTES) for each in token.children or ()]

print("rich", version("rich"), "· textual", version("textual"), "· markdown-it-py", version("markdown-it-py"))
print("typed:", *NOTES.split("\n\n"), sep="\n  ")
for name, text in seen.items():
    print(f"{name}:", *(line.strip() for line in text.splitlines() if line.strip()), sep="\n  ")
assert all(word in "".join(parsed) for word in WORDS)
lost = all(word not in text and "Anna belt" in text for word in WORDS for text in seen.values())
raise SystemExit(not lost)
PYTHON
cd "$folder" && venv/bin/python finding.py
