"""A paper as one page of HTML that needs nothing else and prints on A4."""

from typing import Final

from relroute_tui.export.html.templates import Html, fill, joined, page
from relroute_tui.export.papers.paper import Block, Bullets, Facts, Heading, Paper, Paragraph

_SHEET: Final = "paper"
"""The name of the style sheet and of the fragments of this page."""


def html_of(paper: Paper) -> str:
    """Return the whole page, in the language and the direction of the paper."""
    body = fill(
        _SHEET,
        "paper",
        direction=paper.direction,
        size=_size(paper),
        title=paper.title,
        blocks=joined(map(_block, paper.blocks)),
    )
    return page(_SHEET, paper.language, paper.title, body)


def _size(paper: Paper) -> str:
    if paper.is_large:
        return "large"
    return "small" if paper.is_long else "ordinary"


def _block(block: Block) -> Html:
    match block:
        case Heading():
            return fill(_SHEET, "heading", level=str(block.level), text=_lines(block.text))
        case Paragraph():
            return fill(_SHEET, "paragraph", text=_lines(block.text))
        case Bullets():
            items = (fill(_SHEET, "item", text=_lines(item)) for item in block.items)
            return fill(_SHEET, "bullets", items=joined(items))
        case Facts():
            facts = (
                fill(_SHEET, "fact", label=fact.label, text=_lines(fact.text))
                for fact in block.facts
            )
            return fill(_SHEET, "facts", facts=joined(facts))


def _lines(text: str) -> Html:
    return joined((fill(_SHEET, "line", text=line) for line in text.split("\n")), "<br>")
