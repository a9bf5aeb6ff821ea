"""Reads what a cell of the map may begin with: one Markdown file with a text for each cell.

    # Guidance plan for the parents {#installation-parents}

    ## What helps you now, and who gives it

The files are `templates/nl.md` and `templates/en.md` in a folder with decks; a later folder's text
takes the place of an earlier's.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from relroute_tui.content.markdown import Block, DeckFault, Faults, blocks, text_of
from relroute_tui.content.parts import Part
from relroute_tui.content.placeholders import with_known_placeholders
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.language import _

FOLDER: Final = "templates"
"""The folder inside a folder with decks."""
Cells = Mapping[tuple[Phase, Module], str]
_CELLS: Final = {f"{phase}-{module}": (phase, module) for phase in Phase for module in Module}


def load_templates(folders: Sequence[Path], language: str) -> Cells:
    """Return the texts in one language; the cell of one that cannot be read begins empty."""
    found: dict[tuple[Phase, Module], str] = {}
    for folder in folders:
        path = folder / FOLDER / f"{language}.md"
        if path.is_file():
            found.update(read_templates(path)[0])
    return found


def read_templates(path: Path) -> tuple[Cells, tuple[DeckFault, ...]]:
    """Return the text of each cell that this file names, and what is wrong with it."""
    text, faults = text_of(path)
    return ({}, faults) if text is None else parse_templates(text, path)


def parse_templates(text: str, path: Path) -> tuple[Cells, tuple[DeckFault, ...]]:
    """Read templates as `read_templates` does, from their text; `path` names it in the faults.

    Everything below a heading of a cell is its text, as it is written.
    """
    faults = Faults(path)
    text, _unknown = with_known_placeholders(text, faults)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found: dict[tuple[Phase, Module], str] = {}
    headings = [block for block in blocks(text) if block.kind == "h1"]
    starts = [heading.line for heading in headings]
    if any(line.strip() for line in lines[: starts[0] - 1 if starts else None]):
        faults.add(1, _("This stands above the first heading, where nothing reads it."))
    for heading, (start, end) in zip(headings, pairwise([*starts, len(lines) + 1]), strict=True):
        part = Part("h1", _heading_of(heading), heading.line)
        cell = _CELLS.get(part.id or "")
        if cell is None:
            faults.add(
                heading.line,
                _("This is no cell of the map. Write “# Title {{#id}}”, one of: {known}."),
                known=", ".join(_CELLS),
            )
        elif cell in found:
            faults.add(heading.line, _("This cell has a text already. Put the two together."))
        else:
            below = [f"# {part.title}", *lines[start : end - 1]]
            found[cell] = "\n".join(line.rstrip() for line in below).strip() + "\n"
    return found, faults.found


def _heading_of(block: Block) -> str:
    return " ".join(block.rows)
