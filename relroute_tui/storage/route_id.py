"""The id of a route: a file name on every system, and no path."""

import os
import re
from typing import Final

_ID: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_NO_ID: Final = re.compile(r"settings|con|prn|aux|nul|(?:com|lpt)[0-9]")
"""The user's settings may lie in the same folder; the others are devices to Windows.

https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""
_LETTERS: Final = "bcdfghjkmnpqrstvwxz23456789"
"""No vowels, so no words; nothing that is taken for another when read aloud or copied."""
_LENGTH: Final = 8


def is_route_id(text: str) -> bool:
    """Return whether this can be a route's id."""
    return _ID.fullmatch(text) is not None and _NO_ID.fullmatch(text) is None


def random_id() -> str:
    """Make an id at random."""
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(_LENGTH))
