"""Whether a folder with routes has keys, without loading anything that opens them."""

import os
import re
from pathlib import Path
from typing import Final

from relroute_tui.storage.errors import FolderError, reason_of
from relroute_tui.storage.recognise import is_age_file

KEYS: Final = ".keys"
KEY_ENDING: Final = ".age"
RECOVERY_ENDING: Final = ".recovery.age"
SUCCESSOR_ENDING: Final = ".next.age"
_OURS: Final = re.compile(r"[0-9a-f]{8}(\.recovery|\.next)?\.age")


def key_files(folder: Path, ending: str = KEY_ENDING) -> list[Path]:
    """Return the keys in this folder; with another ending what belongs to them.

    RECOVERY_ENDING: the copies that a recovery key opens; SUCCESSOR_ENDING: the keys that took the
    place of others. Also those to which a synchroniser gave another name. Raises FolderError where
    it cannot be told which there are: that is not the same as none.
    """
    try:
        names = sorted(os.listdir(folder / KEYS))  # noqa: PTH208 - names are all we want
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise FolderError(folder / KEYS, reason_of(error)) from error
    paths = [folder / KEYS / name for name in names if not name.startswith(".")]
    return [
        path
        for path in paths
        if _ending_in(path.name) == ending and (_OURS.fullmatch(path.name) or is_age_file(path))
    ]


def has_conflict(folder: Path) -> bool:
    """Return whether a synchroniser keeps two versions of one key here. Raises FolderError."""
    found = key_files(folder)
    return len(found) > 1 and not all(_OURS.fullmatch(path.name) for path in found)


def _ending_in(name: str) -> str:
    special = (RECOVERY_ENDING, SUCCESSOR_ENDING)
    return next(
        (ending for ending in special if ending.removesuffix(KEY_ENDING) in name), KEY_ENDING
    )


def is_sealed(folder: Path) -> bool:
    """Return whether the routes in this folder are sealed: it has a key. Raises FolderError.

    Also where the key itself is gone, and only what a recovery key opens is left of it.
    """
    if key_files(folder):
        return True
    return bool(key_files(folder, RECOVERY_ENDING)) and any(folder.glob("[!.]*.age"))
