"""`relroute team prepare`: make the archive, or take an earlier one over, as its owner."""

import argparse
from typing import Final

from relroute_tui.cli.arguments import Parser
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, say_lines, storage_errors_reported
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _
from relroute_tui.storage.errors import ArchiveError, Problem


def _add_options(parser: Parser) -> None:
    about = _("of the database, with the name of its owner; without this, RELROUTE_ARCHIVE")
    parser.add_value("address", metavar="ADDRESS", help=about)


def _prepare(arguments: argparse.Namespace, environment: Environment) -> None:
    address = arguments.address or environment.archive
    if not address:
        raise CommandFailed(_("Say at which address: postgresql://OWNER@HOST/DATABASE."))
    with storage_errors_reported():
        try:
            from relroute_tui.storage.archives.postgresql.prepare import Prepared, prepare
        except ImportError:
            raise ArchiveError(Problem.NO_DRIVER) from None
        try:
            prepared = prepare(address)
        except ArchiveError as refused:
            if refused.problem is not Problem.NO_RIGHT:
                raise
            raise CommandFailed(
                _("Only the owner of the database can do this, in a role that may make roles.")
            ) from None
    match prepared:
        case Prepared.NEW:
            say_lines(
                [
                    _("The archive is prepared. Now each facilitator needs a role of their own:"),
                    "CREATE ROLE anna LOGIN PASSWORD '…' IN ROLE relroute_facilitator;",
                ]
            )
        case Prepared.TAKEN_OVER:
            say_lines(
                [
                    _("The archive is of this version now. Everything in it stayed."),
                    _("If there was a council, it is best to make it anew: relroute team council."),
                ]
            )
        case Prepared.BEFORE:
            say_lines([_("The archive was prepared before. Nothing was changed.")])


COMMAND: Final = Command(
    name="prepare",
    summary=N_("make the shared archive in an empty database, as its owner"),
    usage="relroute team prepare [ADDRESS]",
    example="relroute team prepare",
    run=_prepare,
    add_options=_add_options,
)
