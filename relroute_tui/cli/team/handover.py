"""`relroute team handover`: a route, or all that somebody can open, to a colleague."""

import argparse
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, WrongUsage
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, complain, say_lines, storage_errors_reported
from relroute_tui.cli.prompt import ask_line
from relroute_tui.cli.team.opened import OpenedTeam, colleague, handing_over_shown, open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relroute_tui.team.roll import Member


def _add_options(parser: Parser) -> None:
    parser.add_route()
    parser.add_flag("--all", help=_("in place of a route: all that you, or --from, can open"))
    parser.add_option("--to", metavar="NAME", help=_("the colleague who gets it"))
    about = _("from this colleague, where you can open it too; without this, from yourself")
    parser.add_option("--from", metavar="NAME", dest="giver", help=about)


def _hand_over(arguments: argparse.Namespace, environment: Environment) -> None:
    if bool(arguments.route) == arguments.all or not arguments.to:
        raise WrongUsage(_("Say which route, or --all, and with --to who gets it."))
    opened = open_team(arguments, environment)
    to = colleague(opened, arguments.to)
    giver = opened.own_reader
    if arguments.giver:
        giver = colleague(opened, arguments.giver).reader
    if to.reader == giver:
        raise CommandFailed(_("That is the same person. Nothing was handed over."))
    with storage_errors_reported():
        if arguments.all:
            route_ids = routes_opened_by(opened, giver)
        else:
            route_ids = [opened.archive.find(arguments.route).id]
        if not route_ids:
            raise CommandFailed(_("There is no route to hand over."))
        hand_over(opened, route_ids, giver, to)


def routes_opened_by(opened: OpenedTeam, reader: str) -> list[str]:
    """Return the routes that this key and ours both open. Raises StorageError."""
    routes = opened.archive.listing().routes
    return [route.id for route in routes if reader in opened.readers_of(route.id)]


def hand_over(opened: OpenedTeam, route_ids: "Sequence[str]", giver: str, to: "Member") -> None:
    """Ask, and hand these routes over. Raises CommandFailed and StorageError."""
    from relroute_tui.domain.participant import same_name
    from relroute_tui.team.handing_over import hand_over_routes

    name = opened.team.name_of(to)
    from_whom = opened.team.roll.known_with(giver)
    complain(
        ngettext(
            "{to} will open {n} route, also what was written before; {giver} no longer will.",
            "{to} will open {n} routes, also what was written before; {giver} no longer will.",
            len(route_ids),
        ).format(
            to=name, n=len(route_ids), giver=opened.team.name_of(from_whom) if from_whom else giver
        )
    )
    question = _("Type the name of the person who gets them: ")
    if not same_name(ask_line(question), name):
        raise CommandFailed(_("That is not the name. Nothing was handed over."))
    with handing_over_shown() as report:
        hand_over_routes(
            opened.team,
            opened.archive,
            opened.note,
            route_ids,
            to=to,
            without={giver},
            report=report,
        )
    say_lines(
        [
            ngettext(
                "Handed over: {n} route. What {to} needs to know: `relroute export ROUTE --what "
                "handover`.",
                "Handed over: {n} routes. What {to} needs to know: `relroute export ROUTE --what "
                "handover`.",
                len(route_ids),
            ).format(n=len(route_ids), to=name)
        ]
    )


COMMAND: Final = Command(
    name="handover",
    summary=N_("a route, or all of somebody's, to a colleague"),
    usage="relroute team handover ROUTE|--all --to NAME [--from NAME]",
    example="relroute team handover Zwaluw --to Kees",
    run=_hand_over,
    add_options=_add_options,
    opens_sealed_routes=True,
)
