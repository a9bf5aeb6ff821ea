"""`relroute share`: let a colleague's key open a route too, or no longer."""

import argparse
from typing import Final

from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, complain, say_lines, storage_errors_reported
from relroute_tui.cli.parser import Parser, route_in
from relroute_tui.cli.unlock import archive_with, unlock
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _


def _add_options(parser: Parser) -> None:
    parser.add_route()
    parser.add_option("--with", metavar="KEY", dest="with_key", help=_("this public key too"))
    parser.add_option("--without", metavar="KEY", dest="without_key", help=_("this one no longer"))


def _share(arguments: argparse.Namespace, environment: Environment) -> None:
    """Change who opens a route, and write the keys that do."""
    from relroute_tui.storage.sealing.key_folder import is_sealed

    route = route_in(arguments)
    with storage_errors_reported():
        sealed = is_sealed(environment.sessions)
    if not sealed:
        raise CommandFailed(
            _("These routes are not sealed, so there is no key to share with. Seal them first.")
        )
    from relroute_tui.storage.sealing.sharing import readers_of, share

    with_key, without_key = _public_key(arguments.with_key), _public_key(arguments.without_key)
    with storage_errors_reported():
        unlocked = unlock(environment, arguments.passphrase_fd)
        archive = archive_with(unlocked, environment)
        if with_key == unlocked.key.public:
            raise CommandFailed(_("That is your own key. It opens this route already."))
        route_id = archive.find(route).id
        readers = readers_of(archive, route_id)
        if without_key is not None and without_key not in readers:
            raise CommandFailed(_("This route is not shared with that key. Nothing was changed."))
        wanted = {*readers, *([with_key] if with_key else ())} - {without_key or ""}
        if wanted != set(readers):
            share(archive, route_id, tuple(sorted(wanted)))
    say_lines(sorted(wanted))
    if not wanted:
        complain(_("This route is not shared with anybody."))


def _public_key(text: str | None) -> str | None:
    """Return the one spelling of a public key. Raises CommandFailed for anything else."""
    from relroute_tui.storage.sealing.key import NotAKey, public_key

    try:
        return None if text is None else public_key(text)
    except NotAKey:
        raise CommandFailed(
            _("That is not a public key. It begins with age1; `relroute key` shows your own.")
        ) from None


COMMAND: Final = Command(
    name="share",
    summary=N_("let a colleague's key open a route too"),
    usage="relroute share ROUTE [--with KEY | --without KEY]",
    run=_share,
    add_options=_add_options,
    opens_sealed_routes=True,
)
