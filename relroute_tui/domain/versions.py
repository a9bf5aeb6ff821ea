"""Ids of a meeting of which two versions were kept, and of what belongs to it."""

import re
from typing import Final

_SECOND_VERSION: Final = re.compile(r"-v\d+(?=-|$)")
"""Mark that the merge puts into the ids of the second version: "m1-v2", and "m1-v2-1"."""


def without_version(part_id: str) -> str:
    """Return the id that the first version has: "m1-1" for "m1-v2-1"."""
    return _SECOND_VERSION.sub("", part_id)
