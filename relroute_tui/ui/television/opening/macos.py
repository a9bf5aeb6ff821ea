"""macOS: its Terminal is asked by AppleScript, which takes a line for the shell."""

import re
import shlex
from collections.abc import Mapping, Sequence
from typing import Final

_PLAIN: Final = re.compile(r"[\w/.+-]+", re.ASCII)
"""Words that mean the same to AppleScript, to the shell and to us."""


def command_for(
    terminal: str,
    program: Sequence[str],
    variables: Mapping[str, str],  # noqa: ARG001 - as on every system
) -> Sequence[str]:
    """Return the command that opens a terminal with this program; () where that needs quoting."""
    if terminal:
        return [*shlex.split(terminal), *program]
    if not all(_PLAIN.fullmatch(word) for word in program):
        return ()
    line = " ".join(program)
    return [
        "osascript",
        "-e",
        f'tell application "Terminal" to do script "{line}"',
        "-e",
        'tell application "Terminal" to activate',
    ]
