"""Reads what a cell of the map may begin with: one Markdown file with a text for each cell.

    # Guidance plan for the parents {#installation-parents}

    ## What helps you now, and who gives it

The files are `templates/nl.md` and `templates/en.md` in a folder with decks; a later folder's text
takes the place of an earlier's.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from relroute_tui.content.markdown import text_of
from relroute_tui.domain.phase import Module, Phase

FOLDER: Final = "templates"
_HEADING: Final = re.compile(r"^# (?P<title>.+?)\s*\{#(?P<phase>[a-z]+)-(?P<module>[a-z]+)\}\s*$")

Cells = Mapping[tuple[Phase, Module], str]


def load_templates(folders: Sequence[Path], language: str) -> Cells:
    """The texts in one language; what can not be read is left out, the cell then begins empty."""
    found: dict[tuple[Phase, Module], str] = {}
    for folder in folders:
        text, _faults = text_of(folder / FOLDER / f"{language}.md")
        found.update(parse_templates(text or ""))
    return found


def parse_templates(text: str) -> Cells:
    """The text of each cell that a file names; whatever stands above the first is left."""
    found: dict[tuple[Phase, Module], list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading and heading["phase"] in set(Phase) and heading["module"] in set(Module):
            lines = [f"# {heading['title']}"]
            found[Phase(heading["phase"]), Module(heading["module"])] = lines
        else:
            lines.append(line)
    return {place: "\n".join(each).strip() + "\n" for place, each in found.items()}
