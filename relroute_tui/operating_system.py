"""Differences between the systems: opening a file, the place of connections, the language.

More of them are in `storage.route_lock` (locks), `storage.files` (replacing a file),
`storage.errors` (the meaning of error numbers), `audience.connection` (sockets and pipes), and
`ui.television.opening` (terminals). docs/windows.md says which test plays which system.
"""

import errno
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

_REFUSES_WITHIN: Final = 2.0
"""Seconds in which a system says that no program opens a file."""
_RUNTIME: Final = "relroute-audience"


def open_path(path: Path) -> None:
    """Open a file or a folder in the program that this user has for it.

    This waits a moment for the system to say that it has none, so it is for a thread of its own.
    Raises OSError where there is none.
    """
    if sys.platform == "win32":
        os.startfile(path)
        return
    import subprocess  # nothing is opened at a start

    opener = "open" if sys.platform == "darwin" else "xdg-open"
    started = subprocess.Popen(
        [opener, os.path.abspath(path)],  # noqa: PTH100 - looks nothing up, so fails at nothing
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        answer = started.wait(_REFUSES_WITHIN)
    except subprocess.TimeoutExpired:  # it shows the file
        return
    if answer:
        raise OSError(errno.ENOENT, f"{opener} opens nothing", str(path))


def runtime_folder(variables: Mapping[str, str]) -> Path:
    """Return the folder for this user's connections: gone after a restart, where there is such one.

    Both sides have to come to the same answer, so it depends on little. It is a short path: the
    name of a socket has some hundred bytes at most.
    """
    if sys.platform == "win32":
        return Path(variables.get("LOCALAPPDATA") or Path.home()) / _RUNTIME
    user = os.getuid()
    asked = variables.get("XDG_RUNTIME_DIR", "")
    if asked.startswith("/"):
        return Path(asked) / _RUNTIME
    of_the_session = Path(f"/run/user/{user}")
    if of_the_session.is_dir() and os.access(of_the_session, os.W_OK):
        return of_the_session / _RUNTIME
    # macOS gives each user a TMPDIR of their own; elsewhere it is everyone's, hence the number.
    return Path(variables.get("TMPDIR") or "/tmp") / f"run-{_RUNTIME}-{user}"


def system_locale() -> str:
    """Return the locale that the system is set to, such as "nl_NL"; "" where it does not say."""
    import locale

    if sys.platform == "win32":
        import ctypes

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return locale.getlocale()[0] or ""


def leave_no_core_dump() -> None:
    """Keep the system from writing the memory of this program to a disk when it crashes.

    That memory holds all that was said. Windows writes none unless somebody asked it to.
    """
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
