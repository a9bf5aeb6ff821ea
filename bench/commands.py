"""The program itself and the programs beside it, as one starts them."""

import compileall
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import relroute_tui

_BESIDE = Path(sys.executable).parent
_BARE = Path(__file__).with_name("bare.py")
_STOCK_TABLE = Path(__file__).with_name("stock_table.py")
NEIGHBOURS = ("nano", "micro", "posting", "harlequin")
"""Shown where they are installed: on the PATH, or in a folder that BENCH_NEIGHBOURS names, each in
an environment of its own (`python -m venv posting && posting/bin/pip install posting`)."""


def compile_ours() -> None:
    """As pip does where it installs the program; a checkout may hold what was changed since."""
    compileall.compile_dir(Path(relroute_tui.__file__).parent, quiet=1)


def relroute(*words: str | Path) -> list[str]:
    """The `relroute` command."""
    return [str(_BESIDE / "relroute"), *map(str, words)]


def bare(text: Path) -> list[str]:
    """A bare Textual app with one text area."""
    return [sys.executable, str(_BARE), str(text)]


def stock_table(text: Path) -> list[str]:
    """A stock Textual screen with as many panels as a meeting."""
    return [sys.executable, str(_STOCK_TABLE), str(text)]


def vim(text: Path) -> list[str]:
    """vim without a settings file."""
    return ["vim", "-u", "NONE", "-N", "-n", str(text)]


def neighbours(text: Path) -> Mapping[str, Sequence[str]]:
    """Those of the neighbours that are here, each with the text open where it edits text."""
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
