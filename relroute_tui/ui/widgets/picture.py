"""A drawing in the terminal: two pixels to a cell, as large as its place allows."""

from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from PIL import Image

HALF_BLOCK = "▀"
"""The upper pixel is its colour, the lower one its background."""
DRAWN_ON = "#fffdf6"
"""The paper in the drawings themselves; on the screen they lie on the paper of the theme."""


class Picture(Widget):
    """An SVG drawing, centred on its own paper."""

    svg: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        width, height = self.size
        if not self.svg or not width or not height:
            return Strip.blank(width)
        return drawn(self.svg, width, height, self.background_colors[1].hex)[y]


Pixel = tuple[int, int, int]


@lru_cache(maxsize=16)
def drawn(svg: str, width: int, height: int, paper: str) -> tuple[Strip, ...]:
    """The rows of cells that show a drawing within `width` × `height` cells, on `paper`."""
    from PIL import Image, ImageColor  # loaded when the first picture is shown

    sheet = Image.new("RGB", (width, height * 2), ImageColor.getrgb(paper[:7]))
    picture = _raster(svg.replace(DRAWN_ON, paper[:7]), width, height * 2)
    place = ((width - picture.width) // 2, (height * 2 - picture.height) // 2)
    sheet.paste(picture, place, picture)
    data = sheet.tobytes()
    pixels = [(data[at], data[at + 1], data[at + 2]) for at in range(0, len(data), 3)]
    rows = [pixels[at : at + width] for at in range(0, len(pixels), width)]
    return tuple(
        _row(list(zip(upper, lower, strict=True)))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )


def _raster(svg: str, width: int, height: int) -> "Image.Image":
    """The drawing in pixels, as large as fits: drawn four times as large and made smaller."""
    import resvg_py
    from PIL import Image

    large = Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=width * 4)))
    scale = min(width / large.width, height / large.height)
    size = (max(1, int(large.width * scale)), max(1, int(large.height * scale)))
    return large.convert("RGBA").resize(size, Image.Resampling.LANCZOS)


def _row(cells: "list[tuple[Pixel, Pixel]]") -> Strip:
    segments = []
    for (upper, lower), same in groupby(cells):
        length = len(list(same))
        style = Style(color=Color.from_rgb(*upper), bgcolor=Color.from_rgb(*lower))
        segments.append(Segment(HALF_BLOCK * length, style))
    return Strip(segments, len(cells))
