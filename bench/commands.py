"""The program itself and the programs beside it, as they are started."""

import compileall
import os
import shlex
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import relroute_tui

_BESIDE = Path(sys.executable).parent
_BARE_APP = Path(__file__).with_name("bare_app.py")
_BARE_STATIC = Path(__file__).with_name("bare_static.py")
_STOCK_SCREEN = Path(__file__).with_name("stock_screen.py")
NEIGHBOURS = ("nano", "micro", "posting", "harlequin")
"""Shown where they are installed: on the PATH, or in a folder that BENCH_NEIGHBOURS names, each in
an environment of its own (`python -m venv posting && posting/bin/pip install posting`)."""


def compile_ours() -> None:
    """Compile our modules, as pip does where it installs the program."""
    compileall.compile_dir(Path(relroute_tui.__file__).parent, quiet=1)


def relroute(*arguments: str | Path) -> list[str]:
    """Return the `relroute` command with these arguments."""
    return [str(_BESIDE / "relroute"), *map(str, arguments)]


def meeting(sessions: Path, route: str) -> list[str]:
    """Return the command that opens today's meeting of a route."""
    return relroute("open", route, "--meet", "--lang", "en", "--sessions", sessions)


def practice_meeting() -> list[str]:
    """Return the command that opens a meeting of the practice family."""
    return relroute("practice", "--meet", "--lang", "en")


def home(sessions: Path) -> list[str]:
    """Return the command that opens the app at home."""
    return relroute("--lang", "en", "--sessions", sessions)


def list_of(sessions: Path, pass_phrase: Path | None = None) -> list[str]:
    """Return the command that lists routes; where they are sealed, with a file to read."""
    command = relroute("list", "--sessions", sessions)
    if pass_phrase is None:
        return command
    opened = (
        f"exec {shlex.join([*command, '--passphrase-fd', '3'])} 3< {shlex.quote(str(pass_phrase))}"
    )
    return ["sh", "-c", opened]


def bare(text: Path) -> list[str]:
    """Return a bare Textual app with one text area."""
    return [sys.executable, str(_BARE_APP), str(text)]


def audience() -> list[str]:
    """Return the command that is the window for the television."""
    return relroute("audience", "--lang", "en")


def bare_static() -> list[str]:
    """Return a bare Textual app with one word."""
    return [sys.executable, str(_BARE_STATIC)]


def stock_screen(text: Path) -> list[str]:
    """Return a stock Textual screen with as many panels as a meeting."""
    return [sys.executable, str(_STOCK_SCREEN), str(text)]


def vim(text: Path) -> list[str]:
    """Return vim without a settings file."""
    return ["vim", "-u", "NONE", "-N", "-n", str(text)]


def neighbours(text: Path) -> Mapping[str, Sequence[str]]:
    """Return those of the neighbours that are here, with the text open where they edit text."""
    found: dict[str, Sequence[str]] = {}
    for name in NEIGHBOURS:
        own = Path(os.environ.get("BENCH_NEIGHBOURS", ".")) / name / "bin" / name
        path = str(own) if own.is_file() else shutil.which(name)
        if path:
            found[name] = [path, str(text)] if name in ("nano", "micro") else [path]
    return found


USABLE: Mapping[str, str] = {
    "nano": r"Vandaag",
    "micro": r"Vandaag",
    "posting": r"Collection",
    "harlequin": r"Query Editor|Run Query",
}
"""What is on the screen when one can begin, with a text that begins with "Vandaag"."""
