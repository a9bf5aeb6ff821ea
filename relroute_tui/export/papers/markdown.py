"""A paper as CommonMark that shows what people typed as it is."""

from relroute_tui.export.markdown.commonmark import typed, typed_first, typed_in_heading
from relroute_tui.export.papers.paper import (
    BETWEEN,
    Block,
    Bullets,
    Fact,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Translated,
)


def markdown_of(paper: Paper) -> str:
    """Return the paper as one text."""
    title = f"# {typed_in_heading(paper.title)}"
    return "\n\n".join((title, *map(_block, paper.blocks))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {typed_in_heading(block.text)}"
        case Paragraph() | Translated():
            return typed_first(block.text, indent="")
        case Bullets():
            return "\n".join(f"- {typed_first(item)}" for item in block.items)
        case Facts():
            return "\n".join(map(_fact, block.facts))


def _fact(fact: Fact) -> str:
    labels = (typed_first(fact.label), *(typed(label.text) for label in fact.other_labels))
    texts = (fact.text, *(text.text for text in fact.other_texts))
    return f"- {BETWEEN.join(labels)}: {BETWEEN.join(map(typed, texts))}"
