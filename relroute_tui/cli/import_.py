"""`relroute import`: a route from the JSON that `relroute export --format json` wrote."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, WrongUsage, path_in
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, say_lines, storage_errors_reported
from relroute_tui.cli.unlock import archive_in
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _
from relroute_tui.storage.errors import UnreadableKind

if TYPE_CHECKING:
    from relroute_tui.domain.route import Route

_LARGEST: Final = 200_000_000
"""Bytes; a route of ten years with a meeting every week has 50 million."""
_SENTENCES: Final[Mapping[UnreadableKind, str]] = {
    UnreadableKind.NEWER: N_(
        "{path} was written by a newer relroute. Nothing was imported. "
        "Install the newer version to import it."
    ),
    UnreadableKind.FOREIGN: N_(
        "{path} holds no route as JSON. Nothing was imported. "
        "Name a file that `relroute export ROUTE --format json` wrote."
    ),
    UnreadableKind.DAMAGED: N_(
        "{path} holds a route, but something in it is not as it should be. Nothing was imported. "
        "Write the route out again."
    ),
}
_AT_PLACE: Final = N_(
    "{path} holds a route, but what stands at {place} is not as it should be. "
    "Nothing was imported. Put it right there, or write the route out again."
)


def _add_options(parser: Parser) -> None:
    about = _("what `relroute export ROUTE --format json` wrote")
    parser.add_value("file", metavar="FILE", help=about, type=path_in)
    about = _("the nickname for the route; without this, the one it had")
    parser.add_option("--nickname", metavar="NAME", help=about)


def _import(arguments: argparse.Namespace, environment: Environment) -> None:
    from msgspec.structs import replace

    from relroute_tui.domain.route import name_problem
    from relroute_tui.language.words import name_problem_sentence

    if arguments.file is None:
        raise WrongUsage(_("Say which file."))
    route = _route_in(arguments.file)
    if arguments.nickname is not None:
        route = replace(route, nickname=arguments.nickname.strip())
    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        archive.prepare()
        taken = [other.nickname for other in archive.listing().routes]
        if problem := name_problem(route.nickname, taken):
            hint = _("Nothing was imported; with --nickname you give the route another.")
            raise CommandFailed(f"{name_problem_sentence(problem)} {hint}")
        route = replace(route, id=archive.new_id())
        archive.create(route).close()
    say_lines([_("It is here now, under the id {id}.").format(id=route.id)])


def _route_in(path: Path) -> "Route":
    """Return the route in this file. Raises CommandFailed."""
    from relroute_tui.storage.route_json import NotARoute, route_in_json

    try:
        return route_in_json(_content(path))
    except NotARoute as problem:
        sentence = _AT_PLACE if problem.place else _SENTENCES[problem.kind]
        raise CommandFailed(_(sentence).format(path=path, place=problem.place)) from None


def _content(path: Path) -> bytes:
    """Return what is in the file. Raises CommandFailed."""
    from relroute_tui.storage.files import read_file

    try:
        if path.stat().st_size <= _LARGEST:
            return read_file(path)
    except FileNotFoundError:
        sentence = _("There is no file {path}. Nothing was imported. Look at its name again.")
    except (OSError, ValueError):  # a folder, no permission, or no file can be called so
        sentence = _("{path} cannot be read. Nothing was imported. Is it a file that you may read?")
    else:
        sentence = _("{path} is too large to be a route. Nothing was imported.")
    raise CommandFailed(sentence.format(path=path))


COMMAND: Final = Command(
    name="import",
    summary=N_("a route that was exported as JSON, under a new id"),
    usage="relroute import FILE [--nickname NAME]",
    example="relroute import zwaluw.json --nickname Zwaluw",
    run=_import,
    add_options=_add_options,
    opens_sealed_routes=True,
)
