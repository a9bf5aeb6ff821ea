"""A text of any language in cells: shaped, and as smooth as blocks of characters can be."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.style import Style
from textual.strip import Strip

from relroute_tui.ui.widgets.letters.cells import Colours, Rows, quadrants, quarter_blocks
from relroute_tui.ui.widgets.letters.drawing import Form, draw_text
from relroute_tui.ui.widgets.letters.scripts import in_order, setting_for
from relroute_tui.ui.widgets.letters.text_image import (
    ATKINSON,
    Setting,
    lines_of,
    size_that_fits,
    text_image,
)

if TYPE_CHECKING:
    from PIL.Image import Image

READABLE: Final = 8
"""Half rows: in smaller letters the dots of Arabic run into each other."""
_STILL_READABLE: Final = 7
"""Half rows: where everything fits on one screen then."""
_LEAST: Final = 4
"""Half rows: where a word is wider than its area in readable ones."""
_LARGEST: Final = 40
"""Half rows: nobody needs a card with larger letters."""
_ENLARGED: Final = 4
"""Factor by which a text is drawn larger, to be scaled down without jagged edges."""
_EVEN: Final = 2 * _ENLARGED
"""Step between sizes: every line then stands on the edge of a row of pixels, and is sharp."""
_AIR: Final = 0.08
"""Part of the width that is left free beside large letters."""
_NEARLY: Final = 0.85
"""Letters without shades are sharper: a little smaller than others, they are as good."""
_INKED: Final = 112
"""From 0 to 255: from here on a pixel is ink where there are no shades."""


@lru_cache(maxsize=8)
def translated_rows(text: str, language: str, width: int, colours: Colours) -> Rows | None:
    """Return a text in small letters, as many rows as it needs, each `width` cells wide.

    None where this computer or our fonts cannot draw it.
    """
    setting = setting_for(text, language)
    if setting is None or width < 1:
        return None
    ordered = in_order(text, language)
    return _in_cells(ordered, setting, _readable(ordered, setting, width), width, colours)


@lru_cache(maxsize=4)
def translated_letters(
    text: str, language: str, width: int, height: int, colours: Colours, *, must_fit: bool = False
) -> Rows | None:
    """Return a text in the largest letters that fit in `width` and `height` cells, centred.

    They are those of the first language, where these have every character and are as large. There
    are more rows than `height` where it does not fit in readable letters, unless it `must_fit`.
    None where it cannot be drawn.
    """
    setting = setting_for(text, language, is_centred=True)
    if setting is None or width < 1 or height < 1:
        return None
    ordered = in_order(text, language)
    room = max(1, width - max(4, round(width * _AIR)))
    size = _size(ordered, setting, room, height, must_fit=must_fit)
    if setting.typeface is ATKINSON:
        drawing = draw_text(text, width, height, colours, from_afar=True)
        own_capital = size / _ENLARGED * setting.typeface.cap_height / 2
        if drawing.form is not Form.PLAIN and drawing.capital >= _NEARLY * own_capital:
            return drawing.rows
    left = (width - room) // 2
    rows = _in_cells(ordered, setting, size, room, colours)
    style = Style(bgcolor=colours.paper.rich_color)
    return tuple(
        Strip.join([Strip.blank(left, style), row]).extend_cell_length(width, style) for row in rows
    )


def translated_image(
    text: str, language: str, size: tuple[int, int], cell_height: int
) -> "Image | None":
    """Return the mask of a text in the largest letters that fit in `size` pixels, centred.

    `cell_height` is in pixels too. None where it cannot be drawn here, or only in tiny letters.
    """
    setting = setting_for(text, language, is_centred=True)
    if setting is None:
        return None
    width, height = round(size[0] * (1 - _AIR)), size[1]
    ordered = in_order(text, language)
    fits = size_that_fits(ordered, setting, width, height, _LARGEST * cell_height // 2)
    is_tiny = fits < _LEAST * cell_height // 2
    return None if is_tiny else text_image(ordered, setting, fits, width)


def _size(text: str, setting: Setting, width: int, height: int, *, must_fit: bool) -> int:
    across, down = width * _ENLARGED, 2 * height * _ENLARGED
    fits = size_that_fits(text, setting, across, down, _LARGEST * _ENLARGED)
    if fits >= READABLE * _ENLARGED:
        return fits - fits % _EVEN
    if fits and (must_fit or fits >= _STILL_READABLE * _ENLARGED):
        return fits
    return _readable(text, setting, width)


def _readable(text: str, setting: Setting, width: int) -> int:
    """Return the smallest size that one can read, or a smaller one at which every word fits."""
    for size in range(READABLE * _ENLARGED, _LEAST * _ENLARGED, -_ENLARGED):
        if lines_of(text, setting, size, width * _ENLARGED) is not None:
            return size
    return _LEAST * _ENLARGED


def _in_cells(text: str, setting: Setting, size: int, width: int, colours: Colours) -> Rows:
    from PIL import Image

    large = text_image(text, setting, size, width * _ENLARGED)
    rows = -(-large.height // (2 * _ENLARGED))
    whole = Image.new("L", (large.width, rows * 2 * _ENLARGED))
    whole.paste(large)
    # Two pixels to a cell both ways: each is twice as high as it is wide.
    mask = whole.resize((2 * width, 2 * rows), Image.Resampling.BOX)
    if colours.can_be_blended:
        return quarter_blocks(mask, colours.ink, colours.paper)
    inked = mask.point([255 * (value > _INKED) for value in range(256)])
    return quadrants(inked, colours.ink, colours.paper)
