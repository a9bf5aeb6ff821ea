"""Whether a folder with routes has keys, without loading anything that opens them."""

import os
import re
from pathlib import Path
from typing import Final

KEYS: Final = ".keys"
_NAME: Final = re.compile(r"[0-9a-f]{8}(\.age|\.recovery\.age)")


def key_files(folder: Path, ending: str = ".age") -> list[Path]:
    """The keys in this folder; with ".recovery.age" the copies that a recovery key opens."""
    try:
        names = sorted(os.listdir(folder / KEYS))  # noqa: PTH208 - names are all we want
    except OSError:
        return []
    found = ((name, _NAME.fullmatch(name)) for name in names)
    return [folder / KEYS / name for name, match in found if match and match[1] == ending]


def is_sealed(folder: Path) -> bool:
    """Whether the routes in this folder are sealed: it has a key."""
    return bool(key_files(folder))
