"""`relroute doctor`: what is installed, what is allowed, how many files of which kind.

Not a word of content, no nickname, no id and no path: one can send the report to anybody.
"""

import argparse
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from relroute_tui import __version__
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import say_lines
from relroute_tui.environment import Environment, data_folder
from relroute_tui.language import N_, _
from relroute_tui.storage.errors import FolderError, Reason, UnreadableKind, reason_of
from relroute_tui.storage.sealing.key_folder import KEYS, key_files
from relroute_tui.storage.settings.reading import read_settings
from relroute_tui.storage.versions.version_files import FOLDER

_PACKAGES: Final = (
    "textual",
    "tinydb",
    "msgspec",
    "tomlkit",
    "platformdirs",
    "pyrage",
    "cryptography",
    "markdown-it-py",
    "pillow",
)
_TERMINAL_VARIABLES: Final = ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "LC_ALL", "LC_CTYPE")
_REASONS: Final[Mapping[Reason, str]] = {
    Reason.NO_PERMISSION: N_("no access"),
    Reason.DISK_FULL: N_("the disk is full"),
    Reason.READ_ONLY: N_("only to be read"),
    Reason.GONE: N_("not there"),
    Reason.NOT_A_FOLDER: N_("a file, not a folder"),
    Reason.OTHER: N_("refused"),
}
_UNREADABLE: Final[Mapping[UnreadableKind, str]] = {
    UnreadableKind.DAMAGED: N_("cannot be opened, damaged"),
    UnreadableKind.FOREIGN: N_("cannot be opened, of another program"),
    UnreadableKind.NEWER: N_("cannot be opened, of a newer relroute"),
    UnreadableKind.COPY: N_("cannot be opened, a second version"),
    UnreadableKind.SEALED: N_("cannot be opened, sealed"),
    UnreadableKind.UNREACHABLE: N_("cannot be opened, no access"),
}
_SUFFIXES: Final = {
    ".json": N_("files, open"),
    ".age": N_("files, sealed"),
    ".lock": N_("files, lock"),
    ".new": N_("files, half written"),
}


def _report(_arguments: argparse.Namespace, environment: Environment) -> None:
    say_lines(_report_lines(environment))


def _report_lines(environment: Environment) -> Iterator[str]:
    """Yield the report. Names of programs and settings stay as they are."""
    for part in (
        _program(),
        _terminal(environment),
        _folders(environment),
        _files(environment.sessions),
    ):
        yield from (f"{name}: {value}" for name, value in part)


def _program() -> Iterator[tuple[str, str]]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    yield "relroute", __version__
    yield "Python", platform.python_version()
    yield _("system"), f"{platform.system()} {platform.release()} {platform.machine()}"
    for name in _PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, _("missing")
    yield _("cards from right to left"), _right_to_left()


def _right_to_left() -> str:
    """Say whether letters can be joined and turned round, as Arabic asks, and what lacks."""
    try:
        from PIL import features
    except ImportError:
        return _("cannot be drawn: Pillow is missing")
    if features.check("raqm"):
        return _("can be drawn")
    return _("cannot be drawn: FriBidi is missing (libfribidi0); other cards are as usual")


def _terminal(environment: Environment) -> Iterator[tuple[str, str]]:
    yield _("language"), environment.language
    for name in _TERMINAL_VARIABLES:
        value = os.environ.get(name, "")
        yield name, value if value.isascii() and len(value) < 40 else _("set")
    yield _("encoding"), f"{sys.getfilesystemencoding()}, {getattr(sys.stdout, 'encoding', None)}"
    for name, stream in (
        (_("input is a terminal"), sys.stdin),
        (_("output is a terminal"), sys.stdout),
    ):
        yield name, _yes_or_no(stream is not None and stream.isatty())
    try:
        size = os.get_terminal_size(sys.__stderr__.fileno() if sys.__stderr__ else 2)
        yield _("size"), f"{size.columns}x{size.lines}"
    except (OSError, ValueError):
        yield _("size"), _("unknown")


def _folders(environment: Environment) -> Iterator[tuple[str, str]]:
    is_default = environment.sessions.parent == data_folder()
    yield _("routes are in"), _("the usual folder") if is_default else _("a folder that was named")
    for name, path in (
        (_("folder with routes"), environment.sessions),
        (_("folder with keys"), environment.sessions / KEYS),
        (_("folder with versions"), environment.sessions / FOLDER),
        (_("folder with exports"), environment.exports),
    ):
        yield name, _permissions(path)
    yield _("settings"), _permissions(environment.settings, is_folder=False)
    faults = read_settings(environment.settings).faults
    if faults:
        lines = ", ".join(str(fault.line) for fault in faults)
        yield _("settings, lines that are not right"), lines
    can_be_written = environment.sessions.is_dir() and os.access(environment.sessions, os.W_OK)
    yield _("can be written"), _yes_or_no(can_be_written)
    yield _("free space on the disk"), _free_space(environment.sessions)


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    kinds = Counter(_kind(path) for path in _files_in(folder))
    for name in sorted(kinds):
        yield name, str(kinds[name])
    yield _("keys"), _number_of_keys(folder)
    versions = [len(_files_in(path)) for path in _files_in(folder / FOLDER)]
    yield _("routes with versions"), str(len(versions))
    yield _("versions"), str(sum(versions))
    yield from _unreadable(folder)


def _number_of_keys(folder: Path) -> str:
    try:
        return str(len(key_files(folder)))
    except FolderError as error:
        return _("cannot be read ({reason})").format(reason=_(_REASONS[error.reason]))


def _unreadable(folder: Path) -> Iterator[tuple[str, str]]:
    from relroute_tui.storage.archive import Archive

    try:
        found = Counter(problem.kind for problem in Archive(folder).listing().unreadable)
    except FolderError as error:
        yield _("the folder cannot be opened"), _(_REASONS[error.reason])
    else:
        for kind in sorted(found):
            yield _(_UNREADABLE[kind]), str(found[kind])


def _kind(path: Path) -> str:
    if ".set-aside-" in path.name:
        return _("files, set aside")
    if path.name.startswith(".") and path.suffix != ".new":
        return _("files, hidden")
    known = _SUFFIXES.get(path.suffix)
    return _(known) if known else _("files, other")


def _files_in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _permissions(path: Path, *, is_folder: bool = True) -> str:
    try:
        mode = path.stat().st_mode
        if is_folder and not stat.S_ISDIR(mode):
            return _(_REASONS[Reason.NOT_A_FOLDER])
        return f"{stat.S_IMODE(mode):o}"
    except FileNotFoundError:
        return _(_REASONS[Reason.GONE])
    except OSError as error:
        return _(_REASONS[reason_of(error)])


def _free_space(folder: Path) -> str:
    from shutil import disk_usage

    try:
        return f"{disk_usage(folder).free // 10**6} MB"
    except OSError:
        return _("unknown")


def _yes_or_no(answer: bool) -> str:
    return _("yes") if answer else _("no")


COMMAND: Final = Command(
    name="doctor",
    summary=N_("what helps to find a fault, without a word of content"),
    usage="relroute doctor",
    example="relroute doctor",
    run=_report,
)
