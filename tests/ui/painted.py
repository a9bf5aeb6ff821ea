"""Colours of a screen, read out of a picture of it, and as a terminal shows them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain
from typing import NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style
from rich.terminal_theme import SVG_EXPORT_THEME
from textual.strip import Strip

_CELL = (12.2, 24.4)
"""Width and height of a cell in a picture that Textual makes."""
_FIRST_ROW = (1.5, 20.0)
"""Places of the ground, and of the foot of the letters, in the first row."""
_STYLE = re.compile(r"\.[\w-]+-(r\d+) \{ fill: (#[0-9a-f]{6})([^}]*)\}")
_GROUND = re.compile(
    r'<rect fill="(#[0-9a-f]{6})" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="[\d.]+"'
)
_TEXT = re.compile(r'<text class="[\w-]+-(r\d+)" x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>')


class Painted(NamedTuple):
    """A piece of text, the colour that it has, and the ground that it stands on."""

    text: str
    colour: str
    ground: str
    is_bold: bool


def painted_texts(picture: str) -> Iterator[Painted]:
    """Every piece with a letter or a digit in it. Blocks and lines are drawings, not text."""
    styles = {name: (colour, "bold" in rest) for name, colour, rest in _STYLE.findall(picture)}
    grounds = defaultdict(list)
    for colour, x, y, width in _GROUND.findall(picture):
        row = round((float(y) - _FIRST_ROW[0]) / _CELL[1])
        grounds[row].append((float(x), float(x) + float(width), colour))
    for name, x, y, written in _TEXT.findall(picture):
        text = unescape(written).replace("\xa0", " ")
        if not any(character.isalnum() for character in text):
            continue
        row = round((float(y) - _FIRST_ROW[1]) / _CELL[1])
        first = float(x) + (len(text) - len(text.lstrip()) + 0.5) * _CELL[0]
        ground = next(
            colour for start, end, colour in reversed(grounds[row]) if start <= first < end
        )
        yield Painted(text.strip(), styles[name][0], ground, styles[name][1])


def painted_in(rows: Iterable[Strip]) -> Iterator[Painted]:
    """The same of the rows of a window, as a picture of it would have them."""
    for segment in chain.from_iterable(rows):
        style = segment.style or Style()
        if not any(character.isalnum() for character in segment.text):
            continue
        text, ground = (
            each.get_truecolor(SVG_EXPORT_THEME, foreground=is_text).hex if each else plain.hex
            for each, is_text, plain in (
                (style.color, True, SVG_EXPORT_THEME.foreground_color),
                (style.bgcolor, False, SVG_EXPORT_THEME.background_color),
            )
        )
        assert not style.dim, segment  # no screen has any: it would be a colour of no theme
        if style.reverse:
            text, ground = ground, text
        yield Painted(segment.text.strip(), text, ground, bool(style.bold))


def contrast(one: str, other: str) -> float:
    """As WCAG 2 has it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


XTERM = (
    *("#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5"),
    *("#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"),
)
LINUX_CONSOLE = (
    *("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa"),
    *("#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"),
)
SIXTEEN = (XTERM, LINUX_CONSOLE)
"""The sixteen colours as the two plainest terminals show them."""
_STEPS = (0, 95, 135, 175, 215, 255)


def shown(colour: str, system: str, sixteen: tuple[str, ...] = XTERM, is_bold: bool = False) -> str:
    """The colour that a person sees, after Rich's step to fewer colours and the terminal's own."""
    if system == "truecolor":
        return colour
    if system == "256":
        number = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).number
        assert number is not None
        return _of_256(number)
    number = Color.parse(colour).downgrade(ColorSystem.STANDARD).number
    assert number is not None
    return sixteen[number + 8 if is_bold and number < 8 else number]


def _of_256(number: int) -> str:
    if number < 16:
        return XTERM[number]
    if number > 231:
        return f"#{8 + 10 * (number - 232):02x}" + f"{8 + 10 * (number - 232):02x}" * 2
    place = number - 16
    return "#" + "".join(f"{_STEPS[part]:02x}" for part in (place // 36, place // 6 % 6, place % 6))
