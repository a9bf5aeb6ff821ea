"""`relroute share`: let a colleague's key open a route too, or no longer.

Where an organisation shares the folder, a colleague is named, and the log says what was done.
"""

import argparse
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, route_in
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, complain, say_lines, storage_errors_reported
from relroute_tui.cli.unlock import archive_with, unlock
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

if TYPE_CHECKING:
    from relroute_tui.team.team import Team


def _add_options(parser: Parser) -> None:
    parser.add_route()
    about = _("this public key too, or in an organisation this colleague")
    parser.add_option("--with", metavar="KEY|NAME", dest="with_key", help=about)
    about = _("this one no longer")
    parser.add_option("--without", metavar="KEY|NAME", dest="without_key", help=about)


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
    from relroute_tui.cli.team_notes import check_confirmed, team_of
    from relroute_tui.storage.sealing.hand_over_note import HandOverNote
    from relroute_tui.storage.sealing.sharing import readers_of, share
    from relroute_tui.team.sharing import share_route

    has_organisation = environment.team_place.has_team
    if not has_organisation:
        _check_keys(arguments.with_key, arguments.without_key)
    with storage_errors_reported():
        unlocked = unlock(environment, arguments.passphrase_fd)
        archive = archive_with(unlocked, environment)
        team = team_of(unlocked, environment) if has_organisation else None
        if team is not None and not team.roll.organisation:  # a server, and nothing founded
            team = None
        with_key = _public_key(arguments.with_key, team)
        without_key = _public_key(arguments.without_key, team)
        if with_key == unlocked.key.public:
            raise CommandFailed(_("That is your own key. It opens this route already."))
        route_id = archive.find(route).id
        readers = readers_of(archive, route_id)
        if without_key is not None and without_key not in readers:
            raise CommandFailed(_("This route is not shared with that key. Nothing was changed."))
        wanted = {*readers, *([with_key] if with_key else ())} - {without_key or ""}
        if team is not None and with_key is not None and with_key not in readers:
            check_confirmed(team, with_key)
        if wanted != set(readers) and team is not None:
            note = HandOverNote(environment.private, unlocked.key)
            share_route(team, archive, note, route_id, wanted)
        elif wanted != set(readers):
            share(archive, route_id, tuple(sorted(wanted)))
    say_lines(sorted(wanted))
    if not wanted:
        complain(_("This route is not shared with anybody."))


def _check_keys(*typed: str | None) -> None:
    """Raise CommandFailed for what is no key, before the pass phrase is asked."""
    for text in typed:
        _public_key(text, None)


def _public_key(text: str | None, team: "Team | None") -> str | None:
    """Return the one spelling of a public key, or the key of this colleague. Raises CommandFailed.

    Where it is the name of nobody, raises TeamError.
    """
    from relroute_tui.storage.sealing.key import NotAKey, public_key

    if text is None:
        return None
    try:
        return public_key(text)
    except NotAKey:
        if team is not None:
            return team.find(text).reader
        raise CommandFailed(
            _("That is not a public key. It begins with age1; `relroute key` shows your own.")
        ) from None


COMMAND: Final = Command(
    name="share",
    summary=N_("let a colleague's key open a route too"),
    usage="relroute share ROUTE [--with KEY|NAME] [--without KEY|NAME]",
    example="relroute share Zwaluw --with Noor",
    run=_share,
    add_options=_add_options,
    opens_sealed_routes=True,
)
