"""A drawing in characters, four dots of two colours to a cell, as large as fits."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

if TYPE_CHECKING:
    from PIL import Image

QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Block characters by the quarters that they fill: 1 upper left, 2 upper right, 4 lower left,
8 lower right."""
DRAWN_ON = "#fffdf6"
"""The paper in the drawings themselves; on the screen they lie on the paper of the theme."""


Pixel = tuple[int, int, int]
Cell = tuple[Pixel, Pixel, str]


@lru_cache(maxsize=1)
def drawn(svg: str, width: int, height: int, paper: str) -> tuple[Strip, ...]:
    """Return the rows of cells that show a drawing within `width` × `height` cells, on `paper`."""
    from PIL import Image, ImageColor  # loaded when the first picture is shown

    sheet = Image.new("RGB", (width * 2, height * 2), ImageColor.getrgb(paper[:7]))
    picture = _raster(svg.replace(DRAWN_ON, paper[:7]), width, height * 2)
    place = (width - picture.width // 2, height - picture.height // 2)
    sheet.paste(picture, place, picture)
    data, across = sheet.tobytes(), width * 2 * 3
    rows = [data[at : at + across] for at in range(0, len(data), across)]
    return tuple(
        _row([_cell(quarters) for quarters in _in_fours(_pixels(upper), _pixels(lower))])
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )


def _raster(svg: str, width: int, height: int) -> "Image.Image":
    """Return the drawing in dots, as large as fits in `width` × `height` squares of two dots.

    It is drawn four times as large and made smaller.
    """
    import resvg_py
    from PIL import Image
    from PIL.PngImagePlugin import PngImageFile  # `Image.open` loads the readers of five formats

    # No drawing holds a letter, and to look through the fonts of the system takes memory.
    drawn_large = resvg_py.svg_to_bytes(svg_string=svg, width=width * 4, skip_system_fonts=True)
    large = PngImageFile(BytesIO(drawn_large))
    scale = min(width / large.width, height / large.height)
    size = (max(1, int(large.width * scale)) * 2, max(1, int(large.height * scale)))
    return large.convert("RGBA").resize(size, Image.Resampling.LANCZOS)


def _pixels(row: bytes) -> list[Pixel]:
    return list(zip(row[::3], row[1::3], row[2::3], strict=True))


def _in_fours(upper: Sequence[Pixel], lower: Sequence[Pixel]) -> Iterator[tuple[Pixel, ...]]:
    return zip(upper[::2], upper[1::2], lower[::2], lower[1::2], strict=True)


def _cell(quarters: tuple[Pixel, ...]) -> Cell:
    """Return the character and the two colours that come nearest to four dots."""
    shades = [sum(quarter) for quarter in quarters]
    middle = (min(shades) + max(shades)) / 2
    dark = [shade < middle for shade in shades]
    if not any(dark):
        ground = _mean(quarters)
        return ground, ground, " "
    letter = QUARTERS[sum(1 << place for place, is_dark in enumerate(dark) if is_dark)]
    inked = [quarter for quarter, is_dark in zip(quarters, dark, strict=True) if is_dark]
    blank = [quarter for quarter, is_dark in zip(quarters, dark, strict=True) if not is_dark]
    return _mean(inked), _mean(blank), letter


def _mean(pixels: Sequence[Pixel]) -> Pixel:
    number = len(pixels)
    red, green, blue = (sum(parts) // number for parts in zip(*pixels, strict=True))
    return red, green, blue


def _row(cells: Sequence[Cell]) -> Strip:
    segments = []
    for (ink, ground), same in groupby(cells, key=lambda cell: cell[:2]):
        style = Style(color=Color.from_rgb(*ink), bgcolor=Color.from_rgb(*ground))
        segments.append(Segment("".join(letter for _ink, _ground, letter in same), style))
    return Strip(segments, len(cells))
