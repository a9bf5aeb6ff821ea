"""A text in a second language, as large as its area allows."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from relroute_tui.ui.widgets.graphics import Graphics, kitty, tiled
from relroute_tui.ui.widgets.large_letters import LargeLetters
from relroute_tui.ui.widgets.letters.cells import Colours, colours_of
from relroute_tui.ui.widgets.letters.drawing import Drawing, Form
from relroute_tui.ui.widgets.letters.translated import translated_image, translated_letters
from relroute_tui.ui.widgets.overlaid_picture import OverlaidPicture, Piece

if TYPE_CHECKING:
    from PIL.Image import Image

_SHADES: Final = 4
"""From the paper to the ink: few, as a picture in few colours goes out sooner."""


class TranslatedLetters(LargeLetters, OverlaidPicture):
    """Never left to the terminal: letters are joined, and run from the side that they should.

    A terminal that shows pictures gets one, sharp at any size; every other one has blocks.
    """

    language: reactive[str] = reactive("")
    """BCP 47."""

    def watch_language(self) -> None:
        """Draw it in another font, from another side."""
        self.watch_text()

    def draw(self, width: int, height: int) -> Drawing:
        """Draw the text for an area of so many cells, in the font and direction of its language."""
        rows = translated_letters(self.text, self.language, width, height, colours_of(self)) or ()
        blank = (Strip.blank(width, self.rich_style),)
        spare = max(0, height - len(rows))
        return Drawing(Form.SMOOTH, (*blank * (spare // 2), *rows, *blank * (spare - spare // 2)))

    @property
    def is_overlaid(self) -> bool:
        """Whether there is a picture: what does not fit as one is scrolled in blocks."""
        return super().is_overlaid and bool(self.text) and not self.overflow

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows, or the paper that the picture will lie on."""
        if not self.is_overlaid:
            return super().render_lines(crop)
        self.draw_soon()
        return [Strip.blank(crop.width, self.rich_style)] * crop.height

    def pieces(self, cell: tuple[int, int]) -> Sequence[Piece]:
        """Return the piece that draws the text over the whole area."""
        width, height = self.size
        # What touches the last row of a terminal makes some scroll when it is drawn in Sixel.
        rows = height - 1 if self.is_erased_by_text else height
        size = width * cell[0], rows * cell[1]
        mask = translated_image(self.text, self.language, size, cell[1])
        if mask is None:
            return ()
        image = _inked(mask, size, colours_of(self))
        if self.graphics is Graphics.SIXEL:
            return tiled(image, cell)
        png = BytesIO()
        image.save(png, "PNG", compress_level=1)
        return ((0, 0, kitty(png.getvalue(), width, rows)),)


def _inked(mask: "Image", size: tuple[int, int], colours: Colours) -> "Image":
    """Return a mask in the middle of a sheet of paper, in few colours."""
    from PIL import Image

    image = Image.new("P", size)
    shades = mask.point([-(-value * _SHADES // 255) for value in range(256)])
    image.paste(shades, ((size[0] - mask.width) // 2, (size[1] - mask.height) // 2))
    blends = (colours.paper.blend(colours.ink, shade / _SHADES) for shade in range(_SHADES + 1))
    image.putpalette([part for colour in blends for part in colour.rgb])
    return image
