"""A paper as one page of HTML that needs nothing else and prints on A4."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from relroute_tui.content.pictograms import pictogram as drawing_of
from relroute_tui.domain.cards.card import Theme
from relroute_tui.export.html.templates import Html, fill, joined, page
from relroute_tui.export.papers.paper import (
    BETWEEN,
    Block,
    Bullets,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Translated,
)
from relroute_tui.export.papers.pictograms import seen_on

_SHEET: Final = "paper"
"""The name of the style sheet and of the fragments of this page."""
_SHAPES: Final = re.compile(r"<g\b.*</g>", re.DOTALL)
_BETWEEN_SHAPES: Final = re.compile(r">\s+<")


def html_of(paper: Paper) -> str:
    """Return the whole page, in the language and the direction of the paper."""
    body = fill(
        _SHEET,
        "paper",
        direction=paper.direction,
        letters=paper.letters,
        title=paper.title,
        blocks=blocks_of(paper),
    )
    return page(_SHEET, paper.language, paper.title, body)


def blocks_of(paper: Paper) -> Html:
    """Return what stands below the title. It is well-formed XML too, as a book wants it."""
    return joined(_parts(paper.blocks))


def _parts(blocks: Sequence[Block]) -> Iterator[Html]:
    """Yield each block; a lower heading with its facts as one, which no page parts."""
    left = deque(blocks)
    while left:
        block = left.popleft()
        if isinstance(block, Heading) and block.level > 2 and left and isinstance(left[0], Facts):
            yield fill(_SHEET, "kept", heading=_block(block), facts=_block(left.popleft()))
        else:
            yield _block(block)


def _block(block: Block) -> Html:
    match block:
        case Heading():
            return fill(
                _SHEET,
                "heading",
                level=str(block.level),
                pictogram=_drawing(block.pictogram) if block.pictogram else "",
                text=_lines(block.text),
            )
        case Paragraph():
            return fill(_SHEET, "paragraph", text=_lines(block.text))
        case Translated():
            return fill(
                _SHEET,
                "translated",
                language=block.language,
                direction=block.direction,
                kind="translated title" if block.is_title else "translated",
                text=_lines(block.text),
            )
        case Bullets():
            items = (fill(_SHEET, "item", text=_lines(item)) for item in block.items)
            return fill(_SHEET, "bullets", items=joined(items))
        case Facts():
            facts = (
                fill(
                    _SHEET,
                    "fact",
                    label=_also_in(Html(escape(fact.label)), fact.other_labels),
                    text=_also_in(_lines(fact.text), fact.other_texts),
                )
                for fact in block.facts
            )
            return fill(_SHEET, "facts", facts=joined(facts))


def _also_in(text: Html, others: Iterable[Translated]) -> Html:
    """Return a text with what it is in other languages behind it."""
    translated = (
        fill(
            _SHEET,
            "also-in",
            language=other.language,
            direction=other.direction,
            text=other.text,
        )
        for other in others
    )
    return joined((text, *translated), BETWEEN)


def _lines(text: str) -> Html:
    return joined((fill(_SHEET, "line", text=line) for line in text.split("\n")), "<br/>")


def _drawing(pictogram: Theme) -> Html:
    """Return a drawing; "" where it is not to be had. It has no ids, so it may come twice."""
    shapes = _SHAPES.search(drawing_of(pictogram))
    if shapes is None:
        return Html()
    drawn = Html(_BETWEEN_SHAPES.sub("><", shapes[0]))
    return fill(_SHEET, "drawing", seen=seen_on(pictogram), shapes=drawn)
