"""Caches in Textual and Rich of colours, places and rows of letters that were shown once.

A day of cards with their pictures and of rows of notes leaves thousands: 4.4 MB after 120 cards and
7,200 letters. Whatever is forgotten is made again in microseconds where it is wanted.
"""

from typing import Final

from rich.cells import cached_cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.geometry import Region
from textual.strip import Strip

CACHES: Final[tuple[object, ...]] = (
    Strip.render_ansi,
    Segment._split_cells,
    Style._add,
    cached_cell_len,
    Color.get_ansi_codes,
    Color.downgrade,
    TextualColor.blend,
    TextualColor.darken,
    Region.__contains__,
    Region.contains_region,
    Region.intersection,
    Region.overlaps,
    Region.shrink,
    Region.translate,
)


def forget_caches() -> None:
    """Empty them all; another release may keep nothing in one of them."""
    for cache in CACHES:
        if hasattr(cache, "cache_clear"):
            cache.cache_clear()
