"""Linux and other systems with X11 or Wayland: the first terminal that is there."""

import shlex
import shutil
from collections.abc import Mapping, Sequence
from typing import Final

_TERMINALS: Final[Mapping[str, Sequence[str]]] = {
    "kitty": (),
    "foot": (),
    "konsole": ("-e",),
    "gnome-terminal": ("--",),
    "x-terminal-emulator": ("-e",),
    "xterm": ("-e",),
}
"""In the order in which they are tried, each with what stands before a program."""


def command_for(
    terminal: str, program: Sequence[str], variables: Mapping[str, str]
) -> Sequence[str]:
    """Return the command that opens a terminal with this program; () where there is no way."""
    if not (variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY")):
        return ()
    if terminal:
        return [*shlex.split(terminal), *program]
    path = variables.get("PATH")
    for name in _in_order(variables):
        found = shutil.which(name, path=path)
        if found:
            return [found, *_TERMINALS[name], *program]
    return ()


def _in_order(variables: Mapping[str, str]) -> Sequence[str]:
    """Return the terminals, the one that the meeting runs in before all others."""
    marks = {"KITTY_WINDOW_ID": "kitty", "KONSOLE_VERSION": "konsole", "XTERM_VERSION": "xterm"}
    own = [name for mark, name in marks.items() if variables.get(mark)]
    return [*own, *(name for name in _TERMINALS if name not in own)]
