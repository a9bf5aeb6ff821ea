"""`relroute restore`: put a version back; what it replaces is kept."""

import argparse
from typing import Final

from relroute_tui.cli.arguments import Parser, route_in
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, say_lines, storage_errors_reported
from relroute_tui.cli.unlock import archive_in, route_id_of
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

_LATEST: Final = "latest"


def _add_options(parser: Parser) -> None:
    parser.add_route()
    about = _("as `relroute versions` shows it, or latest")
    parser.add_value("version", metavar="VERSION", help=about)


def _restore(arguments: argparse.Namespace, environment: Environment) -> None:
    from relroute_tui.storage.errors import NoSuchVersion
    from relroute_tui.storage.versions.restore import restore, versions_of

    route = route_in(arguments)
    if not arguments.version:
        raise CommandFailed(
            _("Say which version. `relroute versions ROUTE` shows which there are.")
        )
    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        route_id = route_id_of(archive, route)
        name = arguments.version
        if name == _LATEST:
            newest = versions_of(archive, route_id)[:1]
            if not newest:
                raise NoSuchVersion
            name = newest[0].name
        restore(archive, route_id, name)
    say_lines([_("It has been put back. What was there is kept; `relroute versions` shows it.")])


COMMAND: Final = Command(
    name="restore",
    summary=N_("put a version back; nothing is lost"),
    usage="relroute restore ROUTE VERSION|latest",
    example="relroute restore Zwaluw latest",
    run=_restore,
    add_options=_add_options,
    opens_sealed_routes=True,
)
