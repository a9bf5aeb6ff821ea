"""Opening of the window for the television in a terminal of its own, as this system does it.

Nothing but plain tokens stands among the arguments: the program, its command and a language. No
name, no path of a route and nothing that somebody typed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

if sys.platform == "win32":
    from relroute_tui.ui.television.opening.windows import command_for
elif sys.platform == "darwin":
    from relroute_tui.ui.television.opening.macos import command_for
else:
    from relroute_tui.ui.television.opening.linux import command_for

__all__ = ["open_window", "own_program"]


def open_window(terminal: str, language: str) -> bool:
    """Open the window; False where this system has no terminal that can be asked for one.

    `terminal` is the user's choice, a command that takes a program at its end; empty: none.
    """
    command = command_for(terminal, [*own_program(), "--lang", language], os.environ)
    if not command:
        return False
    with suppress(OSError):
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # it stays when the meeting's own terminal is closed
        )
        return True
    return False


def own_program() -> Sequence[str]:
    """Return the command that this program is, for the window for the television."""
    beside = shutil.which("relroute", path=os.path.dirname(sys.executable))  # noqa: PTH120
    return [beside, "audience"] if beside else [sys.executable, "-m", "relroute_tui", "audience"]
