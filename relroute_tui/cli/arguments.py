"""An argparse parser in the language of the person who types, for any command.

argparse does the parsing; the sentences are our own, as its own are for programmers.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from relroute_tui import __version__
from relroute_tui.cli.output import say
from relroute_tui.language import _, languages

SEPARATOR: Final = "|"
"""Stands between the values that one can choose from."""


class WrongUsage(Exception):  # noqa: N818 - shown to a person, not raised at a programmer
    """The command line asks for nothing that there is."""


class Parser(argparse.ArgumentParser):
    """An argparse parser with our words."""

    def __init__(
        self,
        *,
        prog: str | None = None,
        usage: str | None = None,
        description: str | None = None,
        values: dict[str, str] | None = None,
        example: str = "",
    ) -> None:
        """Make a parser; `values` are those of the parser that this one belongs to."""
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self._arguments_group = self.add_argument_group(_("to fill in"))
        self._options_group = self.add_argument_group(_("options"))
        self.values: dict[str, str] = {} if values is None else values
        """Text that the help shows behind each option; for a value, by its position, it is ""."""
        self.example = example
        self.taken: list[argparse.Action] = []
        """Every option and value that it takes, in the order of the help."""
        self.commands: dict[str, Parser] = {}
        """The parsers of its commands, in the order of the help."""

    def _take(self, group: argparse._ArgumentGroup, *names: str, **options: Any) -> None:
        self.taken.append(group.add_argument(*names, **options))

    def add_value(
        self,
        name: str,
        *,
        metavar: str,
        help: str,
        type: Callable[[str], object] = str,
        nargs: str = "?",
    ) -> None:
        """Take a value by its place on the command line; it may be left out."""
        group = self._arguments_group
        self._take(group, name, metavar=metavar, help=help, type=type, nargs=nargs)
        self.values[metavar] = ""

    def add_route(self) -> None:
        """Take a route by its id or its nickname; `route_in` says which."""
        self.add_value("route", metavar="ROUTE", help=_("its id or its nickname"))

    def add_flag(self, flag: str, *, help: str) -> None:
        """Take an option that has no value."""
        self._take(self._options_group, flag, action="store_true", help=help)

    def add_option(
        self,
        *flags: str,
        metavar: str,
        help: str,
        type: Callable[[str], object] = str,
        dest: str | None = None,
        default: str | None = None,
        choices: Sequence[str] | None = None,
    ) -> None:
        """Take an option with a value."""
        self._take(
            self._options_group,
            *flags,
            metavar=metavar,
            help=help,
            type=type,
            dest=dest,
            default=default,
            choices=choices,
        )
        self.values["/".join(flags)] = metavar

    def add_several(
        self, flag: str, *, metavar: str, help: str, type: Callable[[str], object] = str
    ) -> None:
        """Take an option with a value that may be given more than once: a list, perhaps empty."""
        self._take(
            self._options_group,
            flag,
            metavar=metavar,
            help=help,
            type=type,
            action="append",
            default=[],
        )
        self.values[flag] = metavar

    def add_choice(
        self, flag: str, choices: Sequence[str], *, help: str, default: str | None = None
    ) -> None:
        """Take an option whose value is one of a few words."""
        metavar = SEPARATOR.join(choices)
        self.add_option(flag, metavar=metavar, help=help, default=default, choices=tuple(choices))

    def add_json(self) -> None:
        """Take --json."""
        self.add_flag("--json", help=_("for another program to read"))

    def add_pass_phrase(self) -> None:
        """Take what opens sealed routes without a screen; on a screen, the screen asks."""
        group = self.add_argument_group(_("where the routes are sealed"))
        self._take(
            group,
            "--passphrase-fd",
            metavar="N",
            type=int,
            help=_("read the pass phrase from this open file, one line"),
        )
        self.values["--passphrase-fd"] = "N"

    def add_common_options(self) -> None:
        """Take what may stand before a command and after it; left out, it sets nothing."""
        group = self.add_argument_group(_("with every command"))
        folders = {
            "--sessions": _("the folder with the routes (also RELROUTE_SESSIONS)"),
            "--cards": _("a folder with decks of your own, beside ours (also RELROUTE_CARDS)"),
        }
        for flag, about in folders.items():
            self._take(
                group, flag, metavar="DIR", type=path_in, default=argparse.SUPPRESS, help=about
            )
            self.values[flag] = "DIR"
        self.values["--lang"] = SEPARATOR.join(languages())
        self._take(
            group,
            "--lang",
            metavar=self.values["--lang"],
            choices=languages(),
            default=argparse.SUPPRESS,
            help=_("the language of the screen (also RELROUTE_LANG)"),
        )
        self._take(
            group,
            "--version",
            action="version",
            version=f"relroute {__version__}",
            help=_("show the version"),
        )
        self._take(group, "-h", "--help", action="help", help=_("show this help"))

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print. Raises WrongUsage."""
        raise WrongUsage(message)

    def format_help(self) -> str:
        """Return the help with our word on its first line, and an example at its end."""
        text = super().format_help().replace("usage: ", _("usage: "), 1)
        if not self.example:
            return text
        return "{text}\n{title}\n  {line}\n".format(
            text=text, title=_("for example:"), line=self.example
        )

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - always the same place
        """Write the help to standard output."""
        say(self.format_help())


def path_in(text: str) -> Path:
    """Return the path that was typed. Raises ArgumentTypeError for an empty one."""
    if not text:
        raise argparse.ArgumentTypeError
    return Path(os.path.expanduser(text))  # noqa: PTH111 - "~" may be unknown


def route_in(arguments: argparse.Namespace) -> str:
    """Return the route that was named. Raises WrongUsage where there is none."""
    if arguments.route is None:
        raise WrongUsage(_("Say which route. `relroute list` shows which there are."))
    return str(arguments.route)


def choose_from(names: Sequence[str]) -> str:
    """Return a sentence with what there is to choose from."""
    return _("Choose one of these: {commands}.").format(commands=", ".join(names))
