"""Windows: a new window of Windows Terminal, or of the console where that is not there."""

import shutil
from collections.abc import Mapping, Sequence


def command_for(
    terminal: str, program: Sequence[str], variables: Mapping[str, str]
) -> Sequence[str]:
    """Return the command that opens a terminal with this program; () where there is no way."""
    if terminal:
        return [*terminal.split(), *program]  # backslashes are part of a path here
    path = variables.get("PATH")
    windows_terminal = shutil.which("wt", path=path)
    if windows_terminal:
        return [windows_terminal, "--window", "new", *program]
    console = shutil.which("conhost", path=path)
    return [console, *program] if console else ()
