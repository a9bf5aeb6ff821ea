"""`relroute open`: straight into one route."""

from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, route_in
from relroute_tui.cli.command import Command
from relroute_tui.cli.launch import show_screen
from relroute_tui.cli.lines import add_plain_flag, show_lines
from relroute_tui.cli.output import storage_errors_reported
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _
from relroute_tui.ui.start import Start

if TYPE_CHECKING:
    import argparse


def _add_options(parser: Parser) -> None:
    parser.add_route()
    parser.add_flag("--meet", help=_("into today's meeting at once"))
    parser.add_flag("--audience", help=_("with the window for the television"))
    add_plain_flag(parser)


def _open(arguments: "argparse.Namespace", environment: Environment) -> None:
    from msgspec.structs import replace

    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.sealing.key_folder import is_sealed

    route = route_in(arguments)
    start = Start(route, meet=arguments.meet, audience=arguments.audience)
    if arguments.plain:
        show_lines(environment, start)
        return
    archive = Archive(environment.sessions)
    with storage_errors_reported():
        archive.prepare()
        sealed = is_sealed(environment.sessions)  # then it is looked up once there is a key
        route_id = route if sealed else archive.find(route).id
    show_screen(environment, replace(start, route_id=route_id))


COMMAND: Final = Command(
    name="open",
    summary=N_("straight into one route; no other name is shown"),
    usage="relroute open ROUTE [--meet] [--audience] [--plain]",
    example="relroute open Zwaluw --meet",
    run=_open,
    add_options=_add_options,
)
