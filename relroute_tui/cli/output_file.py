"""Writes the answer of a command into a file that was named."""

from pathlib import Path

from relroute_tui.cli.output import CommandFailed, storage_errors_reported
from relroute_tui.environment import Environment
from relroute_tui.language import _


def write_output(path: Path, content: bytes, environment: Environment) -> None:
    """Write the content to a file, whole or not at all. Raises CommandFailed."""
    from relroute_tui.storage.files import replace_file

    try:
        problem = _problem_with(path, environment)
    except (OSError, RuntimeError, ValueError):  # one may not look there, or no file is called so
        sentence = _("{path} cannot be reached. Nothing was written. Name another file.")
        problem = sentence.format(path=path)
    if problem:
        raise CommandFailed(problem)
    with storage_errors_reported():
        replace_file(path, content)


def _problem_with(path: Path, environment: Environment) -> str:
    """Return why no text goes there; "" where one may. Raises what looking there raises."""
    if path.is_dir():
        return _("{path} is a folder. Name a file in it.").format(path=path)
    if not path.parent.is_dir():
        return _("There is no folder {path}. Make it first.").format(path=path.parent)
    if path.exists() and not path.is_file():
        return _("{path} is no ordinary file. Name another.").format(path=path)
    if path.suffix == ".json" and path.parent.resolve() == environment.sessions.resolve():
        return _("A route may be kept in {path}. Name another file.").format(path=path)
    return ""
