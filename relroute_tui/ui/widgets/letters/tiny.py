"""Letters of five pixels, four pixels to a cell: what can be read from afar in few cells."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from textual.color import Color

from relroute_tui.ui.widgets.letters.cells import Rows, quadrants
from relroute_tui.ui.widgets.letters.text_image import (
    TINY,
    TINY_CLOSE,
    TINY_SIZE,
    Setting,
    can_draw,
    lines_of,
    text_image,
)

if TYPE_CHECKING:
    from PIL.Image import Image

_ACROSS: Final = 2
_DOWN: Final = 2
"""Pixels to a cell."""
TINY_CAPITAL: Final = 2.5
"""Rows."""
_SETTINGS: Final = (Setting(TINY), Setting(TINY_CLOSE))


def tiny_image(text: str, width: int, height: int) -> "Image | None":
    """Return the mask of so many cells with a text in their middle; None where it does not fit."""
    from PIL import Image

    whole = Image.new("L", (width * _ACROSS, height * _DOWN))
    for setting in _SETTINGS:
        inked = _inked(text, setting, whole.width - 2 * _ACROSS)
        if inked is not None and inked.height <= whole.height:
            # From a whole cell on, so that what is straight stays straight.
            left = (whole.width - inked.width) // (2 * _ACROSS) * _ACROSS
            whole.paste(inked, (left, (whole.height - inked.height) // (2 * _DOWN) * _DOWN))
            return whole
    return None


# Of a page with another turn, only one of these differs.
@lru_cache(maxsize=4)
def tiny_rows(
    text: str, width: int, *, ink: Color, paper: Color, is_close: bool = False
) -> Rows | None:
    """Return a text in the middle of rows of so many cells, as many as it needs.

    `is_close`: its lines are close to each other. None where a word is wider, or the font lacks a
    character.
    """
    from PIL import Image

    inked = _inked(text, _SETTINGS[is_close], (width - 2) * _ACROSS)
    if inked is None:
        return None
    rows = -(-inked.height // _DOWN)
    whole = Image.new("L", (width * _ACROSS, rows * _DOWN))
    whole.paste(inked, ((whole.width - inked.width) // (2 * _ACROSS) * _ACROSS, 0))
    return quadrants(whole, ink, paper)


def _inked(text: str, setting: Setting, width: int) -> "Image | None":
    """Return no more than what is drawn; None where it cannot be within this width."""
    if width < 1 or not can_draw(text, setting):
        return None
    lines = lines_of(text, setting, TINY_SIZE, width)
    if not lines:
        return None
    image = text_image(text, setting, TINY_SIZE, width)
    return image.crop(image.getbbox())
