"""`relroute team log`: who did what with which route, and whether every line is still there."""

import argparse
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, say_json, say_lines, storage_errors_reported
from relroute_tui.cli.team.opened import OpenedTeam, open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, dates

if TYPE_CHECKING:
    from relroute_tui.team.acts import ActEntry


def _add_options(parser: Parser) -> None:
    parser.add_option("--route", metavar="ID", help=_("only what is about this route"))
    parser.add_json()


def _log(arguments: argparse.Namespace, environment: Environment) -> None:
    from relroute_tui.language.team_messages import fault_sentences

    opened = open_team(arguments, environment)
    with storage_errors_reported():
        log = opened.team.log
    done = [line.said for line in log.lines]
    if arguments.route:
        done = [entry for entry in done if arguments.route in entry.routes]
    if arguments.json:
        say_json([_as_json(entry) for entry in done])
    else:
        say_lines(_line(entry, opened) for entry in done)
    if log.faults:
        raise CommandFailed(*fault_sentences(log.faults))


def _line(done: "ActEntry", opened: OpenedTeam) -> str:
    from relroute_tui.language.team_messages import act_sentence

    sentence = act_sentence(
        done.act,
        who=opened.name_of(done.by),
        routes=done.routes,
        whom=opened.name_of(done.member) if done.member else "",
    )
    at = done.at.astimezone()
    return f"{dates.short_date(at.date())} {dates.clock_time(at)}  {sentence}"


def _as_json(done: "ActEntry") -> dict[str, object]:
    return {
        "at": done.at.isoformat(),
        "by": done.by,
        "act": done.act,
        "routes": done.routes,
        "member": done.member,
    }


COMMAND: Final = Command(
    name="log",
    summary=N_("who did what with which route, without a word of what is in it"),
    usage="relroute team log [--route ID] [--json]",
    example="relroute team log --json",
    run=_log,
    add_options=_add_options,
    opens_sealed_routes=True,
)
