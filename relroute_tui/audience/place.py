"""The folder in which a meeting and its window find each other: the user's own, for nobody else."""

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from relroute_tui.audience.errors import NotPrivate

_NAME: Final = "relroute-audience"


def runtime_folder(variables: Mapping[str, str]) -> Path:
    """Return the folder for this user's connections: gone after a restart, where there is such one.

    Both sides have to come to the same answer, so it depends on little. It is a short path: the
    name of a socket has some hundred bytes at most.
    """
    if sys.platform == "win32":
        return Path(variables.get("LOCALAPPDATA") or Path.home()) / _NAME
    user = os.getuid()
    asked = variables.get("XDG_RUNTIME_DIR", "")
    if asked.startswith("/"):
        return Path(asked) / _NAME
    of_the_session = Path(f"/run/user/{user}")
    if of_the_session.is_dir() and os.access(of_the_session, os.W_OK):
        return of_the_session / _NAME
    # macOS gives each user a TMPDIR of their own; elsewhere it is everyone's, hence the number.
    return Path(variables.get("TMPDIR") or "/tmp") / f"run-{_NAME}-{user}"


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
