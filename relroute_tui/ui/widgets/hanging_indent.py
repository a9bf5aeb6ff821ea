"""Lines beside a mark: a bullet, a letter or a day, with no words below it."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

NARROWEST: Final = 8
"""The fewest columns for the words."""


def hanging_indent(mark: Content, text: Content, width: int) -> Iterator[Content]:
    """Break `text` into lines of `width` columns, the first after `mark`, the others indented."""
    room = max(NARROWEST, width - mark.cell_length)
    for line in text.wrap(room) or [Content()]:
        yield mark + line
        mark = Content(" " * mark.cell_length)
