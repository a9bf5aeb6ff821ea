"""Single letters out of the fonts that come with pyfiglet.

pyfiglet reads all three thousand letters of a font before it gives one, which takes a tenth of a
second and leaves several megabytes behind. The format: G. Chappell and I. Chai, "The FIGfont
Version 2 FIGfont and FIGdriver Standard" (1997).
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Final

from msgspec import Struct

_IN_ORDER: Final = "".join(map(chr, range(32, 127))) + "ÄÖÜäöüß"
"""The letters with which each font begins; behind them come those with a code."""


class FigletFont(Struct, frozen=True):
    """A font by its name, and the rows with which its file begins."""

    name: str
    height: int
    """The rows of each letter."""
    hard_blank: str
    first: tuple[str, ...]
    """The rows of the letters that stand in order."""

    def letter(self, character: str) -> list[str]:
        """The rows of a letter; none where the font does not have it."""
        place = _IN_ORDER.find(character) * self.height
        if place >= 0:
            return self._drawn(self.first[place : place + self.height])
        code = f"0x{ord(character):04X} "
        with _rows_of(self.name) as rows:
            for row in rows:
                if row.startswith(code):
                    return self._drawn(islice(rows, self.height))
        return []

    def _drawn(self, rows: Iterable[str]) -> list[str]:
        """The rows without the signs at their ends, of which the last has two."""
        drawn = []
        for row in rows:
            whole = row.rstrip()
            end = whole[-1:]
            drawn.append(whole.removesuffix(end).removesuffix(end).replace(self.hard_blank, " "))
        return drawn


@lru_cache(maxsize=1)
def figlet_font(name: str) -> FigletFont:
    """A font of pyfiglet by its name; the last one is kept, as letters are asked for in turn.

    It is a tenth of a megabyte: `forget_font` when all of them were asked for.
    """
    with _rows_of(name) as rows:
        # The sign of the format with that of the hard blank, the height, …, lines of comment.
        header = next(rows).split()
        height, comments = int(header[1]), int(header[5])
        first = tuple(islice(rows, comments, comments + len(_IN_ORDER) * height))
    return FigletFont(name, height, header[0][-1], first)


def forget_font() -> None:
    """Keep no font in memory."""
    figlet_font.cache_clear()


@contextmanager
def _rows_of(name: str) -> Iterator[Iterator[str]]:
    """The rows of a font's file, which may be the one in a zip file, as far as they are asked for.

    Of pyfiglet the file is all that is wanted, so it is not loaded.
    """
    import zipfile

    package = find_spec("pyfiglet")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pyfiglet")
    path = Path(package.origin).with_name("fonts") / f"{name}.tlf"
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8", errors="replace") as rows:
            yield rows
        return
    with zipfile.ZipFile(path) as packed, packed.open(packed.namelist()[0]) as content:
        yield io.TextIOWrapper(content, "utf-8", "replace")
