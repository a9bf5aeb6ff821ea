"""`relroute team found`: an organisation, with oneself as the first in it."""

import argparse
from typing import Final

from relroute_tui.cli.arguments import Parser, WrongUsage
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import say_lines, storage_errors_reported
from relroute_tui.cli.team.opened import open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _


def _add_options(parser: Parser) -> None:
    parser.add_value("organisation", metavar="NAME", help=_("what the organisation is called"))
    parser.add_option("--as", metavar="NAME", dest="own_name", help=_("what you are called"))


def _found(arguments: argparse.Namespace, environment: Environment) -> None:
    if not arguments.organisation or not arguments.own_name:
        raise WrongUsage(_("Say what the organisation is called, and with --as who you are."))
    opened = open_team(arguments, environment, is_founded=False)
    with storage_errors_reported():
        opened.team.found(arguments.organisation, arguments.own_name)
    say_lines(
        [
            _("{name} is founded, and you are in it.").format(name=opened.team.organisation),
            _(
                "A colleague types `relroute team join` and reads six words to you; you type "
                "`relroute team confirm NAME`."
            ),
        ]
    )


COMMAND: Final = Command(
    name="found",
    summary=N_("an organisation, with you as the first"),
    usage="relroute team found NAME --as NAME",
    example='relroute team found "De Brug" --as Noor',
    run=_found,
    add_options=_add_options,
    opens_sealed_routes=True,
)
