"""The font files that come along, and which characters each of them has."""

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

ATKINSON_FILES: Final = tuple(
    f"atkinson-hyperlegible-{part}-700-normal.woff" for part in ("latin", "latin-ext")
)
"""Atkinson Hyperlegible Bold, made to be read from afar."""


@cache
def can_shape() -> bool:
    """Return whether letters can be joined and ordered as their script requires."""
    from PIL import features

    return bool(features.check("raqm"))


@lru_cache(maxsize=64)
def font(file: str, size: int, *, shapes: bool = True) -> "FreeTypeFont":
    """Return a font at a size in pixels; `shapes`: it joins letters where this machine can."""
    from PIL import ImageFont

    layout = ImageFont.Layout
    engine = layout.RAQM if shapes and can_shape() else layout.BASIC
    return ImageFont.truetype(BytesIO(_bytes_of(file)), size, layout_engine=engine)


@lru_cache(maxsize=1024)
def file_with(files: Sequence[str], character: str) -> str | None:
    """Return the first of these files that has a character; None where none has it."""
    return next((file for file in files if has(file, character)), None)


@lru_cache(maxsize=1024)
def file_of_letter(files: Sequence[str], character: str) -> str | None:
    """Return the first of these files that has a character as a letter of its own, or a space."""
    is_mark = unicodedata.category(character).startswith("M")
    has_it = (file for file in files if ord(character) in _characters_of(file))
    return None if is_mark else next(has_it, None)


@lru_cache(maxsize=1024)
def has(file: str, character: str) -> bool:
    """Return whether a font has a character, or its parts to put together, or need not have it."""
    if not is_drawn(character):
        return True
    if ord(character) in _characters_of(file):
        return True
    parts = unicodedata.decomposition(character).split() if can_shape() else []
    is_the_same = bool(parts) and not parts[0].startswith("<")  # and not one that is only like it
    return is_the_same and all(has(file, chr(int(part, 16))) for part in parts)


def is_drawn(character: str) -> bool:
    """Return whether a character is seen: not a space, nor a mark that only orders others."""
    return not character.isspace() and not unicodedata.category(character).startswith("C")


@cache
def _characters_of(file: str) -> frozenset[int]:
    """Return the characters that a font has: to draw one to see it takes half a millisecond."""
    lines = _bytes_of("characters.txt").decode("ascii").splitlines()
    ranges = dict(line.split(" ", 1) for line in lines)[file]
    ends = ([int(code, 16) for code in codes.split("-")] for codes in ranges.split())
    return frozenset(code for first, last in ends for code in range(first, last + 1))


@cache
def _bytes_of(file: str) -> bytes:
    return resources.files("relroute_tui.ui").joinpath("fonts", file).read_bytes()
