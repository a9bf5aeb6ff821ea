"""Whether a folder with routes has keys, without loading anything that opens them."""

import os
import re
from pathlib import Path
from typing import Final

from relroute_tui.storage.errors import FolderError, reason_of

KEYS: Final = ".keys"
_NAME: Final = re.compile(r"[0-9a-f]{8}(\.age|\.recovery\.age)")


def key_files(folder: Path, ending: str = ".age") -> list[Path]:
    """The keys in this folder; with ".recovery.age" the copies that a recovery key opens.

    Raises FolderError where it can not be told which there are: that is not the same as none.
    """
    try:
        names = sorted(os.listdir(folder / KEYS))  # noqa: PTH208 - names are all we want
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise FolderError(folder / KEYS, reason_of(error)) from error
    found = ((name, _NAME.fullmatch(name)) for name in names)
    return [folder / KEYS / name for name, match in found if match and match[1] == ending]


def is_sealed(folder: Path) -> bool:
    """Whether the routes in this folder are sealed: it has a key. Raises FolderError.

    Also where the key itself is gone, and only what a recovery key opens is left of it.
    """
    if key_files(folder):
        return True
    return bool(key_files(folder, ".recovery.age")) and any(folder.glob("*.age"))
