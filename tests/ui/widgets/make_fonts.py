"""Make the fonts of blocks in `relroute_tui/ui/fonts`, and the list of what all fonts there have.

Their letters are those of three fonts of TOIlet, as pyfiglet has them.
Run it with `python tests/ui/widgets/make_fonts.py`.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program
from pyfiglet import FigletFont

FONTS: Final = Path(__file__).parents[3] / "relroute_tui" / "ui" / "fonts"
QUADRANTS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""The block characters by their pixels: upper left 1 and right 2, lower left 4 and right 8."""
BLOCKS: Final = {"small": ("smblock", 1), "medium": ("smmono9", 2), "large": ("smmono12", 4)}
"""The figlet font of each, and the pixels of its space: the margins that they have are uneven."""
PIXEL: Final = 16
"""Units of the font: its size is the height of its letters, with all room above and below."""
ALPHABETS: Final = (range(0x21, 0x590), range(0x2010, 0x2300))
"""Latin, Greek, Cyrillic and Armenian; punctuation, arrows and formulas."""
MADE: Final = 3_849_000_000
"""Seconds since 1904, always the same, so that the files stay as they are: December 2025."""


def main() -> None:
    """Write the fonts, and then which characters they have."""
    for name, (figlet, space) in BLOCKS.items():
        made = font_of(letters_of(figlet), space, f"Blocks {name}")
        made.save(FONTS / f"blocks-{name}.woff")
    lines = (
        f"{path.name} {in_ranges(characters_in(path))}" for path in sorted(FONTS.glob("*.woff"))
    )
    (FONTS / "characters.txt").write_text("\n".join(lines) + "\n", "ascii")


def letters_of(figlet: str) -> dict[int, list[str]]:
    """Return the rows of pixels of each letter, "#" for ink, without its margins left and right."""
    font = FigletFont(figlet)
    letters = {}
    for code in (code for alphabet in ALPHABETS for code in alphabet):
        cells = [row.replace(font.hardBlank, " ") for row in font.chars.get(code, [])]
        inked = set("".join(cells)) - {" "}
        if not inked or not inked < set(QUADRANTS) or is_unseen(chr(code)):
            continue
        width = max(map(len, cells))
        rows = list(pixels(cells, width))
        left = min(row.find("#") for row in rows if "#" in row)
        right = max(row.rfind("#") for row in rows)
        letters[code] = [row[left : right + 1] for row in rows]
    return letters


def is_unseen(character: str) -> bool:
    """Return whether a character is no letter of its own."""
    return unicodedata.category(character)[0] in "CMZ"


def pixels(cells: list[str], width: int) -> Iterator[str]:
    """Yield the rows of pixels of rows of cells."""
    for row in cells:
        places = [QUADRANTS.index(cell) for cell in row.ljust(width)]
        for half in ((1, 2), (4, 8)):
            yield "".join(".#"[bool(place & pixel)] for place in places for pixel in half)


def font_of(letters: dict[int, list[str]], space: int, name: str) -> TTFont:
    """Return a font in which each pixel is a square."""
    height = len(next(iter(letters.values()))) * PIXEL
    names = {code: f"u{code:04X}" for code in letters}
    glyphs = {names[code]: outline(rows) for code, rows in letters.items()}
    widths = {names[code]: len(rows[0]) * PIXEL for code, rows in letters.items()}
    empty = TTGlyphPen(None).glyph()
    builder = FontBuilder(height, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", *glyphs])
    builder.setupCharacterMap({0x20: "space", 0xA0: "space", **names})
    builder.setupGlyf({".notdef": empty, "space": empty, **glyphs})
    spaces = dict.fromkeys((".notdef", "space"), space * PIXEL)
    builder.setupHorizontalMetrics({each: (width, 0) for each, width in (spaces | widths).items()})
    builder.setupHorizontalHeader(ascent=height, descent=0)
    builder.setupNameTable({"familyName": name, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=height, usWinAscent=height, usWinDescent=0)
    builder.setupPost()
    builder.updateHead(created=MADE, modified=MADE)
    font = builder.font
    font["fpgm"] = newTable("fpgm")  # a program of its own keeps FreeType from moving the edges
    font["fpgm"].program = Program()
    font["fpgm"].program.fromAssembly(["PUSHB[] 0", "POP[]"])
    font.recalcTimestamp = False
    font.flavor = "woff"
    return font


def outline(rows: list[str]) -> object:
    """Return the squares of a letter, those beside each other as one."""
    pen = TTGlyphPen(None)
    for number, row in enumerate(rows):
        bottom = (len(rows) - number - 1) * PIXEL
        top = bottom + PIXEL
        for ink in re.finditer("#+", row):
            left, right = ink.start() * PIXEL, ink.end() * PIXEL
            pen.moveTo((left, bottom))
            for corner in ((left, top), (right, top), (right, bottom)):
                pen.lineTo(corner)
            pen.closePath()
    return pen.glyph()


def characters_in(path: Path) -> set[int]:
    """Return the characters that a font has."""
    return set(TTFont(path).getBestCmap())


def in_ranges(codes: set[int]) -> str:
    """Return code points as ranges in hexadecimal numbers, such as `20-7e a9-a9`."""
    firsts = sorted(code for code in codes if code - 1 not in codes)
    lasts = sorted(code for code in codes if code + 1 not in codes)
    return " ".join(f"{first:x}-{last:x}" for first, last in zip(firsts, lasts, strict=True))


if __name__ == "__main__":
    main()
