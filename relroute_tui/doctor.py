"""A report that helps to mend: what is installed, what is allowed, how many files of which kind.

Not a word of content, no nickname, no id and no path: one can send it to anybody.
"""

import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from relroute_tui import __version__
from relroute_tui.environment import Environment, data_folder
from relroute_tui.storage.errors import FolderError
from relroute_tui.storage.generations import FOLDER
from relroute_tui.storage.key_folder import KEYS, key_files

_PACKAGES: Final = (
    "textual",
    "tinydb",
    "msgspec",
    "filelock",
    "platformdirs",
    "pyrage",
    "cryptography",
    "markdown-it-py",
    "pillow",
)
_OF_THE_TERMINAL: Final = ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "LC_ALL", "LC_CTYPE")


def report_lines(world: Environment) -> Iterator[str]:
    """The report, in English whatever the language, as it is for whoever mends."""
    for part in (_program(), _terminal(world), _folders(world), _files(world.sessions)):
        yield from (f"{name}: {value}" for name, value in part)


def _program() -> Iterator[tuple[str, str]]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    yield "relroute", __version__
    yield "python", platform.python_version()
    yield "system", f"{platform.system()} {platform.release()} {platform.machine()}"
    for name in _PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "missing"


def _terminal(world: Environment) -> Iterator[tuple[str, str]]:
    yield "language", world.language
    for name in _OF_THE_TERMINAL:
        value = os.environ.get(name, "")
        yield name, value if value.isascii() and len(value) < 40 else "set"
    yield "encoding", f"{sys.getfilesystemencoding()}, {getattr(sys.stdout, 'encoding', None)}"
    for name, stream in (("input", sys.stdin), ("output", sys.stdout)):
        yield f"{name} is a terminal", _yes(stream is not None and stream.isatty())
    try:
        size = os.get_terminal_size(sys.__stderr__.fileno() if sys.__stderr__ else 2)
        yield "size", f"{size.columns}x{size.lines}"
    except (OSError, ValueError):
        yield "size", "unknown"


def _folders(world: Environment) -> Iterator[tuple[str, str]]:
    usual = world.sessions.parent == data_folder()
    yield "routes are in", "the usual folder" if usual else "a folder that was named"
    for name, path in (
        ("folder with routes", world.sessions),
        ("folder with keys", world.sessions / KEYS),
        ("folder with versions", world.sessions / FOLDER),
        ("folder with exports", world.exports),
        ("settings", world.settings),
    ):
        yield name, _permissions(path)
    yield "can be written", _yes(os.access(world.sessions, os.W_OK))
    yield "room on the disk", _room(world.sessions)


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    kinds = Counter(_kind(path) for path in _all_in(folder))
    for name in sorted(kinds):
        yield f"files, {name}", str(kinds[name])
    yield "keys", _number_of_keys(folder)
    versions = [sum(1 for _ in _all_in(each)) for each in _all_in(folder / FOLDER)]
    yield "routes with versions", str(len(versions))
    yield "versions", str(sum(versions))
    unreadable = Counter(_unreadable(folder))
    for kind in sorted(unreadable):
        yield f"can not be opened, {kind}", str(unreadable[kind])


def _number_of_keys(folder: Path) -> str:
    try:
        return str(len(key_files(folder)))
    except FolderError as error:
        return f"can not be read ({error.reason})"


def _unreadable(folder: Path) -> list[str]:
    from relroute_tui.storage.archive import Archive

    try:
        return [str(each.kind) for each in Archive(folder).listing().unreadable]
    except FolderError as error:
        return [f"the folder ({error.reason})"]


def _kind(path: Path) -> str:
    if ".set-aside-" in path.name:
        return "set aside"
    known = {".json": "open", ".age": "sealed", ".lock": "lock", ".new": "half written"}
    hidden = path.name.startswith(".") and path.suffix != ".new"
    return "hidden" if hidden else known.get(path.suffix, "other")


def _all_in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _permissions(path: Path) -> str:
    try:
        return f"{stat.S_IMODE(path.stat().st_mode):o}"
    except FileNotFoundError:
        return "not there"
    except OSError as error:
        return f"refused ({error.errno})"


def _room(folder: Path) -> str:
    from shutil import disk_usage

    try:
        return f"{disk_usage(folder).free // 10**6} MB"
    except OSError:
        return "unknown"


def _yes(so: bool) -> str:
    return "yes" if so else "no"
