"""`relroute calendar`: contact and planned meetings for people's own calendars."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.card_folders import card_folders
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, say_bytes, storage_errors_reported
from relroute_tui.cli.output_file import write_output
from relroute_tui.cli.parser import Parser, path_in, route_in
from relroute_tui.cli.unlock import archive_in
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from relroute_tui.domain.route import Route

_USAGE: Final = "relroute calendar ROUTE [--for NAME] [-o FILE.ics]"


def _add_options(parser: Parser) -> None:
    parser.add_route()
    about = _("only what this person has a part in")
    parser.add_option("--for", metavar="NAME", dest="name", help=about)
    parser.add_option(
        "-o", "--output", metavar="FILE", type=path_in, dest="file", help=_("into this file")
    )


def _calendar(arguments: "argparse.Namespace", environment: Environment) -> None:
    from relroute_tui.export.calendar.writing import calendar_of

    name = route_in(arguments)
    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        route = archive.load(archive.find(name).id)
    names = () if arguments.name is None else _names_called(arguments.name, route)
    minutes = _minutes(route, environment)
    _answer(calendar_of(route, minutes, environment.now(), names), arguments.file, environment)


def _answer(content: bytes, path: Path | None, environment: Environment) -> None:
    if path is None:
        say_bytes(content)
    else:
        write_output(path, content, environment)


def _names_called(name: str, route: "Route") -> tuple[str, ...]:
    """Return who is called this on the route. Raises CommandFailed where nobody is."""
    from relroute_tui.domain.progress.calendar import names_on
    from relroute_tui.domain.text import closest

    known = names_on(route)
    if names := closest(name, known, str):
        return names
    told = _("Nobody on this route is called that. On it are: {names}.")
    raise CommandFailed(told.format(names=", ".join(known)))


def _minutes(route: "Route", environment: Environment) -> "Mapping[str, int]":
    """Return how long each agenda takes, by its id; "" is the usual one for this route."""
    from relroute_tui.content.agendas import load_agendas
    from relroute_tui.domain.route import suggested_agenda

    agendas = load_agendas(card_folders(environment), environment.language)
    minutes = {agenda.id: agenda.minutes for agenda in agendas}
    return {**minutes, "": minutes.get(suggested_agenda(route), 0)}


COMMAND: Final = Command(
    name="calendar",
    summary=N_("contact and planned meetings, for a calendar"),
    usage=_USAGE,
    run=_calendar,
    add_options=_add_options,
    opens_sealed_routes=True,
)
