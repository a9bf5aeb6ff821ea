"""Asks for a line: on the terminal, from standard input, or from an open file."""

import os
import sys
from typing import Final

from relroute_tui.cli.output import CommandFailed, columns_of, fitted
from relroute_tui.language import _

_LONGEST_LINE: Final = 4096
"""Bytes that are read of a line at most."""


def ask_secret(question: str) -> str:
    """Ask for something on the terminal without showing it. Raises NoPassPhrase."""
    from getpass import getpass

    from relroute_tui.storage.errors import NoPassPhrase

    if sys.stdin is None or not sys.stdin.isatty():
        raise NoPassPhrase
    try:
        return getpass(question)
    except (EOFError, OSError, UnicodeError):
        raise NoPassPhrase from None


def ask_line(question: str) -> str:
    """Read a line from standard input, and ask for it on a terminal. Raises CommandFailed."""
    from relroute_tui.storage.errors import NoLine

    if sys.stdin is None:
        return ""
    try:
        if sys.stdin.isatty():  # decodes what this terminal's keys send
            asked = fitted(question.rstrip(), columns_of(sys.stderr))
            print(asked, end=" ", file=sys.stderr, flush=True)  # noqa: T201
            return sys.stdin.readline().strip()
        return read_line(sys.stdin.fileno()).strip()
    except (NoLine, OSError, UnicodeError):
        raise CommandFailed(_("What was typed cannot be read. Nothing was changed.")) from None


def read_line(descriptor: int) -> str:
    """Read one line from an open file, and not a byte more. Raises NoLine."""
    from relroute_tui.storage.errors import NoLine

    line = bytearray()
    try:
        while len(line) < _LONGEST_LINE and (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
            line += byte
        return line.decode("utf-8-sig").removesuffix("\r")  # Windows may write a mark before it
    except (OSError, OverflowError, UnicodeDecodeError):
        raise NoLine from None
