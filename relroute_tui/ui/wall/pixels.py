"""A page as a picture: sharp at any size, where the terminal shows pictures."""

from typing import TYPE_CHECKING, Final

from textual.color import Color

from relroute_tui.ui.wall.look import Look
from relroute_tui.ui.wall.plan import SETTING, Plan, Sheet, SmallPlan
from relroute_tui.ui.widgets.letters.scripts import in_order, setting_for
from relroute_tui.ui.widgets.letters.text_image import (
    ATKINSON,
    height_of,
    length_of,
    lines_of,
    text_image,
)

if TYPE_CHECKING:
    from PIL.Image import Image

_SHADES: Final = 4
"""From the paper to an ink: few, as a picture in few colours goes out sooner."""


def page_image(planned: Plan, look: Look) -> "Image":
    """Return a page in pixels."""
    return _Drawing(planned.sheet, look).draw(planned)


class _Drawing:
    """Drawing from top to bottom, in a palette: the paper, and shades of each ink."""

    def __init__(self, sheet: Sheet, look: Look) -> None:
        from PIL import Image

        self._sheet = sheet
        self._look = look
        self._inks: list[Color] = []
        self._image = Image.new("P", (sheet.width, sheet.height))
        self._top = sheet.margin

    def draw(self, planned: Plan) -> "Image":
        """Return the whole page."""
        is_short = not (planned.words or planned.page.svg)
        if is_short:
            self._top += planned.room // 2
        if planned.head is not None:
            self._draw_small(planned.head)
        top = self._top
        if planned.words:
            self._draw_words(planned)
        if not is_short:
            self._top += planned.room + self._sheet.margin
        for part in planned.below:
            self._draw_small(part)
        self._image.putpalette(self._palette())
        return self._with_picture(planned, top) if planned.page.svg else self._image

    def _draw_words(self, planned: Plan) -> None:
        second, across = planned.page.second, self._sheet.room
        if second:
            across = self._sheet.half
        mask = _words_image(planned, across)
        middle = self._sheet.width // (4 if second else 2)
        self._lay_in_the_middle(mask, middle, planned.room)
        if second and planned.second:
            setting = setting_for(second.text, second.language, is_centred=True)
            ordered = in_order(second.text, second.language)
            assert setting
            mask = text_image(ordered, setting, planned.second, self._sheet.half)
            self._lay_in_the_middle(mask, self._sheet.width * 3 // 4, planned.room)

    def _lay_in_the_middle(self, mask: "Image", middle: int, room: int) -> None:
        """Lay words around a column, in the middle of so many rows of pixels."""
        top = self._top + (room - mask.height) // 2
        self._lay(mask, middle - mask.width // 2, top, self._look.ink)

    def _draw_small(self, part: SmallPlan) -> None:
        left, colour = (self._sheet.width - part.width) // 2, self._look.colour(part.small)
        for name, said in part.said:
            if name:
                self._lay(
                    text_image(name, SETTING, part.size, part.column), left, self._top, colour
                )
            mask = text_image(said, SETTING, part.size, part.width - part.column)
            self._lay(mask, left + part.column, self._top, colour)
            self._top += max(mask.height, height_of(1, SETTING, part.size))
        self._top += self._sheet.margin

    def _lay(self, mask: "Image", left: int, top: int, ink: Color) -> None:
        if ink not in self._inks:
            self._inks.append(ink)
        first = 1 + self._inks.index(ink) * _SHADES
        shades = [0, *(first + (value - 1) * _SHADES // 255 for value in range(1, 256))]
        self._image.paste(mask.point(shades), (left, top))

    def _palette(self) -> list[int]:
        paper = self._look.paper
        blends = [
            paper.blend(ink, shade / _SHADES)
            for ink in self._inks
            for shade in range(1, _SHADES + 1)
        ]
        return [part for colour in (paper, *blends) for part in colour.rgb]

    def _with_picture(self, planned: Plan, top: int) -> "Image":
        from relroute_tui.ui.widgets.picture import DRAWN_ON
        from relroute_tui.ui.widgets.true_picture import drawing

        svg = planned.page.svg.replace(DRAWN_ON, self._look.paper.hex)
        picture = drawing(svg, self._sheet.room, planned.room)
        whole = self._image.convert("RGB")
        left = (whole.width - picture.width) // 2
        whole.paste(picture, (left, top + (planned.room - picture.height) // 2))
        return whole


def _words_image(planned: Plan, across: int) -> "Image":
    """Return the mask of the words, below each other, as wide as their longest line."""
    from PIL import Image

    size = planned.words
    set_words = [lines_of(words, SETTING, size, across) or [] for words in planned.page.words]
    lengths = (length_of(line, SETTING, size) for lines in set_words for line in lines)
    width = max((round(length) + 2 for length in lengths), default=1)
    masks = [text_image("\n".join(lines), SETTING, size, width) for lines in set_words]
    step = planned.gap + round((ATKINSON.leading - ATKINSON.ascent - ATKINSON.descent) * size)
    height = sum(mask.height for mask in masks) + step * (len(masks) - 1)
    whole, top = Image.new("L", (width, height)), 0
    for mask in masks:
        whole.paste(mask, (0, top))
        top += mask.height + step
    return whole
