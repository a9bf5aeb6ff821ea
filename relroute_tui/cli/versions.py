"""`relroute versions`: the earlier versions of a route."""

import argparse
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, route_in
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import complain, say_json, say_lines, storage_errors_reported
from relroute_tui.cli.unlock import archive_in, route_id_of
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

if TYPE_CHECKING:
    from relroute_tui.storage.versions.restore import Version


def _add_options(parser: Parser) -> None:
    parser.add_route()
    parser.add_json()


def _list_versions(arguments: argparse.Namespace, environment: Environment) -> None:
    """Write a line for each version of a route, the newest first."""
    from relroute_tui.domain.route_size import size_of
    from relroute_tui.language.amounts import how_much
    from relroute_tui.storage.versions.restore import versions_of

    route = route_in(arguments)
    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        versions = versions_of(archive, route_id_of(archive, route))
    if arguments.json:
        say_json([_as_data(version) for version in versions])
        return
    say_lines(
        f"{version.name}\t{version.saved:%Y-%m-%d %H:%M}\t{how_much(size_of(version.route))}"
        for version in versions
    )
    if not versions:
        complain(_("This route has no earlier versions yet."))


def _as_data(version: "Version") -> dict[str, object]:
    from msgspec.structs import asdict

    from relroute_tui.domain.route_size import size_of

    amount = asdict(size_of(version.route))
    return {"version": version.name, "saved": version.saved.isoformat(), **amount}


COMMAND: Final = Command(
    name="versions",
    summary=N_("the earlier versions of a route"),
    usage="relroute versions ROUTE [--json]",
    example="relroute versions Zwaluw",
    run=_list_versions,
    add_options=_add_options,
    opens_sealed_routes=True,
)
