"""Photos and drawings for the book: small, upright, and free of what a camera wrote in them."""

import io
from typing import Final

from msgspec import Struct

LARGEST_SIDE: Final = 1600
"""Pixels: sharp on a page, and a book that can be sent."""
_QUALITY: Final = 85


class NotAPicture(Exception):  # noqa: N818 - it is told to a person
    """This is not a photo or a drawing that can be read."""


class Picture(Struct, frozen=True):
    """One picture, ready for the book."""

    content: bytes
    media_type: str
    suffix: str
    caption: str


def picture_in(content: bytes, caption: str) -> Picture:
    """Return the picture in this file. Raises NotAPicture.

    It is drawn anew, so that no place, hour or name of a camera goes along with it.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content)) as opened:
            drawn = ImageOps.exif_transpose(opened)
            drawn.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
            is_photo = opened.format in ("JPEG", "MPO", "WEBP")
            clean = drawn.convert("RGB" if is_photo else "RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise NotAPicture from None
    clean.info.clear()
    written = io.BytesIO()
    if is_photo:
        clean.save(written, "JPEG", quality=_QUALITY)
        return Picture(written.getvalue(), "image/jpeg", "jpg", caption)
    clean.save(written, "PNG", optimize=True)
    return Picture(written.getvalue(), "image/png", "png", caption)
