"""`relroute team rule`: how long a working copy stays after its route was rounded off."""

import argparse
from typing import Final

from relroute_tui.cli.arguments import Parser, WrongUsage
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import say_lines, storage_errors_reported
from relroute_tui.cli.team.opened import open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, ngettext

_LONGEST: Final = 36500
"""A hundred years."""


def _add_options(parser: Parser) -> None:
    about = _("days after the route was rounded off; 0: they stay until somebody erases them")
    parser.add_value("days", metavar="DAYS", help=about, type=int)


def _rule(arguments: argparse.Namespace, environment: Environment) -> None:
    days = arguments.days
    if days is None or not 0 <= days <= _LONGEST:
        raise WrongUsage(_("Say for how many days, such as 90; 0 for no rule."))
    opened = open_team(arguments, environment)
    with storage_errors_reported():
        opened.team.make_rule(days)
    sentence = ngettext(
        "A working copy ends {n} day after its route was rounded off. Nothing goes by itself: "
        "`relroute team end` asks.",
        "A working copy ends {n} days after its route was rounded off. Nothing goes by itself: "
        "`relroute team end` asks.",
        days,
    ).format(n=days)
    say_lines([sentence if days else _("Working copies stay until somebody erases them.")])


COMMAND: Final = Command(
    name="rule",
    summary=N_("how long a working copy stays after the route was rounded off"),
    usage="relroute team rule DAYS",
    example="relroute team rule 30",
    run=_rule,
    add_options=_add_options,
    opens_sealed_routes=True,
)
