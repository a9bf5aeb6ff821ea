"""`relroute team leave`: somebody leaves; what nobody else can open is named before that."""

import argparse
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, complain, say_lines, storage_errors_reported
from relroute_tui.cli.prompt import ask_line
from relroute_tui.cli.team.handover import hand_over, routes_opened_by
from relroute_tui.cli.team.opened import OpenedTeam, colleague, handing_over_shown, open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from relroute_tui.team.roll import Member


def _add_options(parser: Parser) -> None:
    parser.add_value("name", metavar="NAME", help=_("who leaves; without this, you"))
    about = _("the colleague who gets what the one who leaves can open")
    parser.add_option("--to", metavar="NAME", help=about)


def _leave(arguments: argparse.Namespace, environment: Environment) -> None:
    from relroute_tui.domain.participant import same_name
    from relroute_tui.team.handing_over import take_back_routes

    opened = open_team(arguments, environment)
    leaver = colleague(opened, arguments.name or opened.team.signer.id)
    name = opened.team.name_of(leaver)
    with storage_errors_reported():
        routes = routes_opened_by(opened, leaver.reader)
        if leaver.reader != opened.own_reader:
            _name_what_we_cannot_open(opened, leaver)
        elif not arguments.to:
            _check_that_colleagues_open(opened, routes)
        if routes and arguments.to:
            hand_over(opened, routes, leaver.reader, colleague(opened, arguments.to))
        question = _("From now on nothing is sealed to {name}. Type that name: ")
        if not same_name(ask_line(question.format(name=name)), name):
            raise CommandFailed(_("That is not the name. Nobody was taken off the list."))
        if routes and not arguments.to:
            with handing_over_shown() as report:
                take_back_routes(
                    opened.team, opened.archive, opened.note, routes, leaver, report=report
                )
        opened.team.take_off(leaver)
    say_lines(
        [
            _(
                "{name} is no longer in. Take away what else lets them in as well: their login "
                "to the folder or the server. What they copied before, nobody can take back."
            ).format(name=name)
        ]
    )


def _check_that_colleagues_open(opened: OpenedTeam, routes: "Sequence[str]") -> None:
    """Raise CommandFailed where a route would be closed to everyone but a council."""
    others = {member.reader for member in opened.team.roll.members} - {opened.own_reader}
    alone = [route for route in routes if others.isdisjoint(opened.readers_of(route))]
    if alone:
        raise CommandFailed(
            ngettext(
                "No colleague can open this route but you: {routes}. Nothing was changed. Say "
                "with --to who gets it.",
                "No colleague can open these {n} routes but you: {routes}. Nothing was changed. "
                "Say with --to who gets them.",
                len(alone),
            ).format(n=len(alone), routes=", ".join(alone))
        )


def _name_what_we_cannot_open(opened: OpenedTeam, leaver: "Member") -> None:
    """Say which routes nobody, or perhaps nobody, opens once somebody's key is gone."""
    from relroute_tui.storage.errors import UnreadableKind

    name = opened.team.name_of(leaver)
    _name_what_only_they_open(name, opened.team.opened_by_them_alone(leaver))
    closed = [
        problem.path.stem
        for problem in opened.archive.listing().unreadable
        if problem.kind is UnreadableKind.SEALED
    ]
    if not closed:
        return
    complain(
        ngettext(
            "Your key does not open this route: {routes}.",
            "Your key does not open these {n} routes: {routes}.",
            len(closed),
        ).format(n=len(closed), routes=", ".join(closed))
    )
    council = opened.team.roll.council
    complain(
        _(
            "Where {name} is the only one who can, let {name} type `relroute team handover --all` "
            "first, while that is possible."
        ).format(name=name)
        if council is None
        else _(
            "Where {name} is the only one who can, let {name} type `relroute team handover --all` "
            "first; else only the council can open them, where they are sealed to it."
        ).format(name=name)
    )


def _name_what_only_they_open(name: str, routes: "Mapping[str, bool]") -> None:
    """Say what a server knows of it. `routes` says of each whether the council opens it too."""
    nobody = [route_id for route_id, has_council in routes.items() if not has_council]
    if nobody:
        complain(
            ngettext(
                "Nobody but {name} can open this route, and nobody can once {name} has left: "
                "{routes}. Stop here, and let {name} type `relroute team handover --all` first.",
                "Nobody but {name} can open these {n} routes, and nobody can once {name} has "
                "left: {routes}. Stop here, and let {name} type `relroute team handover --all` "
                "first.",
                len(nobody),
            ).format(name=name, n=len(nobody), routes=", ".join(nobody))
        )
    if with_council := [route_id for route_id in routes if route_id not in nobody]:
        complain(
            ngettext(
                "Of this route only the council has a key besides {name}: {routes}.",
                "Of these {n} routes only the council has a key besides {name}: {routes}.",
                len(with_council),
            ).format(name=name, n=len(with_council), routes=", ".join(with_council))
        )


COMMAND: Final = Command(
    name="leave",
    summary=N_("somebody leaves; what nobody else can open is named first"),
    usage="relroute team leave [NAME] [--to NAME]",
    example="relroute team leave Kees --to Noor",
    run=_leave,
    add_options=_add_options,
    opens_sealed_routes=True,
)
