"""`relroute team who`: who can open a route, and who saved it last."""

import argparse
from typing import Final

from relroute_tui.cli.arguments import Parser, route_in
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import say_lines, storage_errors_reported
from relroute_tui.cli.team.opened import open_team, warn_of_faults
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _


def _who(arguments: argparse.Namespace, environment: Environment) -> None:
    from relroute_tui.language.opener_words import opener_lines
    from relroute_tui.team.openers import openers_of

    route = route_in(arguments)
    opened = open_team(arguments, environment)
    with storage_errors_reported():
        warn_of_faults(opened)
        route_id = opened.archive.find(route).id
        say_lines(opener_lines(openers_of(opened.team, opened.readers_of(route_id))))
        author = opened.author_of(route_id)
        if author in opened.team.roll.everybody:
            say_lines([_("Saved last by {name}.").format(name=opened.name_of(author))])


COMMAND: Final = Command(
    name="who",
    summary=N_("who can open a route, and who saved it last"),
    usage="relroute team who ROUTE",
    example="relroute team who Zwaluw",
    run=_who,
    add_options=Parser.add_route,
    opens_sealed_routes=True,
)
