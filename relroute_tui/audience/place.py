"""The folder in which a meeting and its window find each other: the user's own, for nobody else."""

import os
import stat
import sys
from pathlib import Path

from relroute_tui.audience.errors import NotPrivate


def make_private(folder: Path) -> None:
    """Make the folder, or see that it is the user's own and closed to others. Raises NotPrivate.

    In a folder that everyone may write to, somebody else may have made it first.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError as error:
        raise NotPrivate from error
    if not stat.S_ISDIR(found.st_mode):
        raise NotPrivate
    if sys.platform != "win32" and (found.st_uid != os.getuid() or found.st_mode & 0o077):
        raise NotPrivate
