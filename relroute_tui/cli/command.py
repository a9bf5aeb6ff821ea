"""The commands of `relroute`.

A command is one module of this package with its name, which holds a `COMMAND`; `import_` has the
underscore that Python's own word needs. Only the module of
the command that was asked for is loaded; the general help loads them all.
"""

import argparse
from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from relroute_tui.environment import Environment

if TYPE_CHECKING:
    from relroute_tui.cli.arguments import Parser

NAMES: Final = (
    "open",
    "practice",
    "audience",
    "list",
    "search",
    "export",
    "import",
    "report",
    "book",
    "calendar",
    "versions",
    "restore",
    "erase",
    "backup",
    "share",
    "key",
    "team",
    "doctor",
    "cards",
    "completion",
)
"""Every command, in the order of the help."""

Handler: TypeAlias = Callable[[argparse.Namespace, Environment], None]
"""Does what was asked. Raises CommandFailed and WrongUsage."""


def _no_options(_parser: "Parser") -> None:
    """Take only the options that every command takes."""


class Command(Struct, frozen=True):
    """One command: its words in the help, its options, and what it does."""

    name: str
    summary: str
    """Purpose of the command, in the source language; the help translates it."""
    usage: str
    example: str = ""
    """One line that somebody could type, for the help and the man page."""
    run: Handler | None = None
    """None for a command that only has `subcommands`."""
    add_options: Callable[["Parser"], None] = _no_options
    opens_sealed_routes: bool = False
    """Whether it asks for the pass phrase without a screen, and so takes --passphrase-fd."""
    subcommands: tuple["Command", ...] = ()


def load_command(name: str) -> Command:
    """Load the module of one command."""
    module = f"{name}_" if iskeyword(name) else name
    command = import_module(f"relroute_tui.cli.{module}").COMMAND
    assert isinstance(command, Command)
    return command
