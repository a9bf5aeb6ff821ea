"""`relroute team list`: the members, and who confirmed each."""

import argparse
from typing import Final

from relroute_tui.cli.arguments import Parser
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import complain, say_json, say_lines, storage_errors_reported
from relroute_tui.cli.team.opened import OpenedTeam, open_team, warn_of_faults
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, dates, ngettext


def _list(arguments: argparse.Namespace, environment: Environment) -> None:
    opened = open_team(arguments, environment)
    with storage_errors_reported():
        warn_of_faults(opened)
        if not opened.team.keep_council_apart():
            complain(
                _(
                    "Somebody has taken the key of the council for their own on the server. They "
                    "read nothing with it, and can erase there what it opens. Make the council "
                    "anew: `relroute team council`."
                )
            )
        if arguments.json:
            say_json(_as_json(opened))
            return
        say_lines([opened.team.organisation or _("An organisation"), *_lines(opened)])
        everybody = opened.team.roll.everybody  # what somebody asked before they left is no news
        if waiting := sum(request.id not in everybody for request in opened.team.waiting()):
            complain(
                ngettext(
                    "{n} person has asked to come in.", "{n} people have asked to come in.", waiting
                ).format(n=waiting)
            )


def _lines(opened: OpenedTeam) -> list[str]:
    team = opened.team
    lines = [
        _("  {name}: since {day}, confirmed by {colleague} ({id})").format(
            name=team.name_of(member),
            day=dates.long_date(member.since.date()),
            colleague=opened.name_of(member.confirmed_by),
            id=member.id,
        )
        for member in team.roll.members
    ]
    if council := team.roll.council:
        lines.append(
            _("  The council: any {m} of its {n} people together can open a route.").format(
                m=council.needed, n=council.parts
            )
        )
    return lines


def _as_json(opened: OpenedTeam) -> dict[str, object]:
    team = opened.team
    council = team.roll.council
    return {
        "organisation": team.organisation,
        "members": [
            {
                "id": member.id,
                "name": team.name_of(member),
                "key": member.reader,
                "since": member.since.isoformat(),
                "confirmed_by": member.confirmed_by,
            }
            for member in team.roll.members
        ],
        "council": council and {"needed": council.needed, "parts": council.parts},
        "days_kept": team.roll.days_kept,
    }


COMMAND: Final = Command(
    name="list",
    summary=N_("who is in, and confirmed by whom"),
    usage="relroute team list [--json]",
    example="relroute team list",
    run=_list,
    add_options=Parser.add_json,
    opens_sealed_routes=True,
)
