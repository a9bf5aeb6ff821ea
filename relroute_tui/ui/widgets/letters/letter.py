"""Chooses the largest form in which a text fits its room."""

from functools import lru_cache

from relroute_tui.ui.widgets.letters.block import block, forget_blocks
from relroute_tui.ui.widgets.letters.drawing import Lettering, Room
from relroute_tui.ui.widgets.letters.plain import plain
from relroute_tui.ui.widgets.letters.smooth import forget_steps, shades_between, smooth
from relroute_tui.ui.widgets.letters.wording import paragraphs_of


def letter(
    text: str, width: int, height: int, *, ink: str, paper: str, true_colour: bool
) -> Lettering:
    """Draw `text` in the largest form in which all of it fits, in `width` by `height` cells.

    `ink` and `paper` are `#rrggbb`. Any other name of a colour is handed back in the rows as it
    is, but cannot be blended, so that the letters are not smooth. Text is never markup.
    """
    room = Room.within(max(0, width), max(0, height))
    return _letter(text, room, ink, paper, true_colour)


def forget() -> None:
    """Let go of what was drawn, and of what was reckoned for it: another text comes."""
    _letter.cache_clear()
    forget_steps()
    forget_blocks()


# A resize asks for many sizes and comes back to few of them; one large drawing is about 200 kB.
@lru_cache(maxsize=2)
def _letter(text: str, room: Room, ink: str, paper: str, true_colour: bool) -> Lettering:
    paragraphs = paragraphs_of(text)
    if paragraphs and room.may_hold(paragraphs):
        shades = shades_between(ink, paper) if true_colour else None
        large = (shades and smooth(paragraphs, room, shades)) or block(paragraphs, room, ink, paper)
        if large:
            return large
    return plain(paragraphs, room, ink, paper)
