"""`relroute erase`: a route and all that is left of it, after its nickname was typed."""

import argparse
from typing import Final

from relroute_tui.cli.arguments import Parser, route_in
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import (
    CommandFailed,
    complain,
    say_lines,
    storage_errors_reported,
)
from relroute_tui.cli.prompt import ask_line
from relroute_tui.cli.team_notes import note_act
from relroute_tui.cli.unlock import archive_for, route_id_of, unlocked_in
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _


def _erase(arguments: argparse.Namespace, environment: Environment) -> None:
    from relroute_tui.cli.team_notes import erase_there, reach_of_erasing
    from relroute_tui.domain.participant import same_name
    from relroute_tui.domain.route import Route
    from relroute_tui.language.opener_words import after_erasing, before_erasing
    from relroute_tui.storage.versions.erase import erase
    from relroute_tui.storage.versions.restore import versions_of

    route = route_in(arguments)
    with storage_errors_reported():
        unlocked = unlocked_in(environment, arguments.passphrase_fd)
        archive = archive_for(unlocked, environment)
        route_id = route_id_of(archive, route)
        path = archive.path_to(route_id)
        read = archive.read(path)
        known = [read] if isinstance(read, Route) else []
        known += [version.route for version in versions_of(archive, route_id)[:1]]
        name = known[0].nickname if known else route_id
        reach = None if unlocked is None else reach_of_erasing(unlocked, environment, archive, path)
        if reach is not None and (sentence := before_erasing(reach)):
            complain(sentence)
        question = _("This erases all of it, for good. Type its nickname: ")
        if not known:
            question = _("This erases all of it, for good. It cannot be read; type its id: ")
        if not same_name(ask_line(question), name):
            raise CommandFailed(_("That is not what it is called. Nothing was erased."))
        erase(archive, route_id, environment.exports, environment.now())
        lines = [_("Erased: the route, its versions, and its texts in our folder.")]
        if unlocked is not None:
            note_act(unlocked, environment, "erased", route_id)
            if reach is not None:
                waits = reach.is_for_server and not erase_there(unlocked, environment, route_id)
                lines.append(after_erasing(reach, waits=waits))
    say_lines(lines)


COMMAND: Final = Command(
    name="erase",
    summary=N_("a route and all that is left of it"),
    usage="relroute erase ROUTE",
    example="relroute erase Zwaluw",
    run=_erase,
    add_options=Parser.add_route,
    opens_sealed_routes=True,
)
