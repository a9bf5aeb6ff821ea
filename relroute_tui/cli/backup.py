"""`relroute backup`: a copy of everything, read back; or the way back."""

import argparse
from pathlib import Path
from typing import Final

from relroute_tui.cli.arguments import Parser, path_in
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, complain, say_lines, storage_errors_reported
from relroute_tui.cli.progress import progress_shown
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, ngettext


def _add_options(parser: Parser) -> None:
    parser.add_value("folder", metavar="DIR", type=path_in, help=_("where it goes"))
    parser.add_flag("--restore", help=_("bring back what is not here"))


def _back_up_or_restore(arguments: argparse.Namespace, environment: Environment) -> None:
    if arguments.folder is None:
        raise CommandFailed(_("Say in which folder. A separate disk is best."))
    with storage_errors_reported():
        if arguments.restore:
            _restore(arguments.folder, environment)
        else:
            _back_up(arguments.folder, environment)


def _back_up(folder: Path, environment: Environment) -> None:
    from relroute_tui.storage.sealing.key_folder import is_sealed
    from relroute_tui.storage.versions.backup import back_up

    with progress_shown() as report:
        place, routes = back_up(environment.sessions, folder, environment.now(), report)
    sealed = is_sealed(environment.sessions)
    sentence = ngettext(
        "{n} route was copied and read back: {path}",
        "{n} routes were copied and read back: {path}",
        routes,
    )
    say_lines([sentence.format(n=routes, path=place)])
    if not sealed:
        complain(_("This copy is not sealed: anyone who has it can read it. Keep it safe."))


def _restore(folder: Path, environment: Environment) -> None:
    from relroute_tui.storage.versions.backup import put_back

    with progress_shown() as report:
        done = put_back(environment.sessions, folder, report)
    added = ngettext(
        "{n} route came back that was not here.",
        "{n} routes came back that were not here.",
        done.added,
    )
    kept = ngettext(
        "{n} route differs from the one here, and is kept as a version of it.",
        "{n} routes differ from those here, and are kept as versions of them.",
        done.kept_beside,
    )
    say_lines([added.format(n=done.added), kept.format(n=done.kept_beside)])


COMMAND: Final = Command(
    name="backup",
    summary=N_("a copy of everything, and back"),
    usage="relroute backup [--restore] DIR",
    example="relroute backup /media/stick/relroute",
    run=_back_up_or_restore,
    add_options=_add_options,
)
