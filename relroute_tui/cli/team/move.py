"""`relroute team move`: bring the organisation of this folder to the server."""

import argparse
from contextlib import closing
from typing import Final

from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, say_lines, storage_errors_reported
from relroute_tui.cli.team.opened import open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _


def _move(arguments: argparse.Namespace, environment: Environment) -> None:
    from relroute_tui.storage.archives.folder import FolderArchive
    from relroute_tui.team.moving import move

    place = environment.team_place
    if not place.address:
        raise CommandFailed(
            _("There is no shared archive yet. Its address goes into RELROUTE_ARCHIVE.")
        )
    if not place.is_founded_in_folder:
        raise CommandFailed(_("There is no organisation in this folder, so nothing was moved."))
    opened = open_team(arguments, environment, is_founded=False)
    with storage_errors_reported(), closing(place.archive(opened.unlocked.key)) as server:
        move(FolderArchive(place.folder), server)
        name = opened.team.organisation or _("An organisation")
    say_lines(
        [
            _("{name} is on the server, with its list, its log and its names.").format(name=name),
            _(
                "Let every colleague put the address into their settings now: what is written into "
                "the folder from here on, nobody hears."
            ),
        ]
    )


COMMAND: Final = Command(
    name="move",
    summary=N_("bring the organisation of this folder to the server"),
    usage="relroute team move",
    example="relroute team move",
    run=_move,
    opens_sealed_routes=True,
)
