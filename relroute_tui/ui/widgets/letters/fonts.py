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
_TESTED_AT: Final = 12
_NEVER_A_CHARACTER: Final = "\uffff"
"""No character at all: a font draws the same for it as for everything that it lacks."""


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
def has(file: str, character: str) -> bool:
    """Return whether a font has a character, or need not have it."""
    return not is_drawn(character) or _drawn(file, character) != _missing(file)


def is_drawn(character: str) -> bool:
    """Return whether a character is seen: not a space, nor a mark that only orders others."""
    return not character.isspace() and not unicodedata.category(character).startswith("C")


@cache
def _missing(file: str) -> bytes:
    """Return what a font draws for every character that it lacks."""
    return _drawn(file, _NEVER_A_CHARACTER)


def _drawn(file: str, character: str) -> bytes:
    return bytes(font(file, _TESTED_AT).getmask(character))


@cache
def _bytes_of(file: str) -> bytes:
    return resources.files("relroute_tui.ui").joinpath("fonts", file).read_bytes()
