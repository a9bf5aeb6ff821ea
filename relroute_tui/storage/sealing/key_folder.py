"""Whether a folder with routes has keys, without loading anything that opens them."""

import os
import re
from pathlib import Path
from typing import Final

from relroute_tui.storage.errors import FolderError, reason_of
from relroute_tui.storage.recognise import is_age_file

KEYS: Final = ".keys"
RECOVERY_ENDING: Final = ".recovery.age"
_OURS: Final = re.compile(r"[0-9a-f]{8}(\.recovery)?\.age")
_RECOVERY: Final = ".recovery"


def key_files(folder: Path, ending: str = ".age") -> list[Path]:
    """Return the keys in this folder; with ".recovery.age" the copies that a recovery key opens.

    Also those to which a synchroniser gave another name. Raises FolderError where it cannot be told
    which there are: that is not the same as none.
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
        if (_RECOVERY in path.name) == (ending == RECOVERY_ENDING)
        and (_OURS.fullmatch(path.name) or is_age_file(path))
    ]


def is_sealed(folder: Path) -> bool:
    """Whether the routes in this folder are sealed: it has a key. Raises FolderError.

    Also where the key itself is gone, and only what a recovery key opens is left of it.
    """
    if key_files(folder):
        return True
    return bool(key_files(folder, RECOVERY_ENDING)) and any(folder.glob("[!.]*.age"))
