"""Lines below a mark: a bullet, a letter or a day, with the words beside it and not below it."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

NARROWEST: Final = 8
"""Columns that the words get at least."""


def hanging(mark: Content, text: Content, width: int) -> Iterator[Content]:
    """`text` in lines of `width` columns, the first behind `mark` and the others as far in."""
    room = max(NARROWEST, width - mark.cell_length)
    for line in text.wrap(room) or [Content()]:
        yield mark + line
        mark = Content(" " * mark.cell_length)
