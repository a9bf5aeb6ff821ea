"""The letters of a font of pyfiglet, read from its file."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_MOST: Final = 180_000
"""Bytes of a font of blocks. Boxes, kana and formulas come behind what people write in."""
_IN_ORDER: Final = "".join(map(chr, range(32, 127))) + "ÄÖÜäöüß"


@lru_cache(maxsize=3)  # letters of one font are asked for in turn
def _figlet_font(font: str) -> bytes:
    """Return a font of pyfiglet, in UTF-8, up to where nobody writes any more.

    A large one is the only member of a zip. pyfiglet takes 2 MB more to read it.
    """
    from zipfile import ZipFile, is_zipfile  # smooth letters do without

    package = find_spec("pyfiglet")
    assert package and package.submodule_search_locations
    path = Path(package.submodule_search_locations[0], "fonts", f"{font}.tlf")
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as whole, whole.open(whole.namelist()[0]) as member:
        data = member.read(_MOST)
    return data[: data.rindex(b"\n0x") + 1]  # without a letter that was cut off


def figlet_letter(font: str, character: str) -> list[str]:
    """Return the rows of a letter of a font of pyfiglet; none where it does not have it.

    pyfiglet itself makes three thousand letters before it gives one: 80 ms and 7 MB. The format:
    Chappell and Chai, "The FIGfont Version 2 FIGfont and FIGdriver Standard" (1997).
    """
    data = _figlet_font(font)
    header = data[: data.index(b"\n")].decode().split()  # hard blank, height, …, comments
    height, comments = int(header[1]), int(header[5])
    if character in _IN_ORDER:
        start = _lines_on(data, 0, 1 + comments + _IN_ORDER.index(character) * height)
    else:
        tag = data.find(f"\n0x{ord(character):04X} ".encode())
        if tag < 0:
            return []
        start = _lines_on(data, tag, 2)
    rows = data[start : _lines_on(data, start, height)].decode().split("\n")[:height]
    mark = rows[0].rstrip()[-1]  # at the end of each row, and twice of the last
    return [row.rstrip().rstrip(mark).replace(header[0][-1], " ") for row in rows]


def _lines_on(data: bytes, place: int, lines: int) -> int:
    """Return the beginning of the line that is so many lines further on."""
    for _ in range(lines):
        place = data.index(b"\n", place) + 1
    return place
