"""What the commands do that are about keeping: versions, erasing, a backup, sharing, keys."""

import argparse
import os
import sys
from typing import TYPE_CHECKING

from relroute_tui.cli.launch import (
    CommandFailed,
    complain,
    say_json,
    say_lines,
    storage_errors_reported,
)
from relroute_tui.cli.unlock import archive_in, ask, line_from, unlock
from relroute_tui.environment import Environment
from relroute_tui.language import _, ngettext

if TYPE_CHECKING:
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.sealing.vault import RecoveryKey
    from relroute_tui.storage.versions.restore import Version


def list_versions(arguments: argparse.Namespace, environment: Environment) -> None:
    """A line for each version of a route, the newest first."""
    from relroute_tui.domain.amounts import amount_of
    from relroute_tui.language.amounts import how_much
    from relroute_tui.storage.versions.restore import versions_of

    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        found = versions_of(archive, _id_of(archive, arguments.route))
    if arguments.json:
        say_json([_as_data(each) for each in found])
        return
    say_lines(
        f"{each.name}\t{each.saved:%Y-%m-%d %H:%M}\t{how_much(amount_of(each.route))}"
        for each in found
    )
    if not found:
        complain(_("This route has no earlier versions yet."))


def _as_data(version: "Version") -> dict[str, object]:
    from msgspec.structs import asdict

    from relroute_tui.domain.amounts import amount_of

    holds = asdict(amount_of(version.route))
    return {"version": version.name, "saved": version.saved.isoformat(), **holds}


def restore(arguments: argparse.Namespace, environment: Environment) -> None:
    """Put a version back; what it takes the place of is kept."""
    from relroute_tui.storage.errors import NoSuchVersion
    from relroute_tui.storage.versions.restore import restore, versions_of

    if not arguments.version:
        raise CommandFailed(
            _("Say which version. `relroute versions ROUTE` shows which there are.")
        )
    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        route_id = _id_of(archive, arguments.route)
        name = arguments.version
        if name == "latest":
            newest = versions_of(archive, route_id)[:1]
            if not newest:
                raise NoSuchVersion
            name = newest[0].name
        restore(archive, route_id, name)
    say_lines([_("It is put back. What was there is kept; `relroute versions` shows it.")])


def _id_of(archive: "Archive", wanted: str) -> str:
    """The id of a route, also of one whose file does not read. Raises StorageError."""
    from relroute_tui.storage.archive import is_route_id
    from relroute_tui.storage.versions.version_files import folder_of

    if is_route_id(wanted):
        path = archive.path_to(wanted)
        if os.path.lexists(path) or folder_of(path).is_dir():
            return wanted
    return archive.find(wanted).id


def erase(arguments: argparse.Namespace, environment: Environment) -> None:
    """Erase a route, after its nickname was typed."""
    from relroute_tui.domain.participant import same_name
    from relroute_tui.domain.route import Route
    from relroute_tui.storage.versions.erase import erase
    from relroute_tui.storage.versions.restore import versions_of

    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        route_id = _id_of(archive, arguments.route)
        read = archive.read(archive.path_to(route_id))
        known = [read] if isinstance(read, Route) else []
        known += [each.route for each in versions_of(archive, route_id)[:1]]
        name = known[0].nickname if known else route_id
        question = _("This erases all of it, for good. Type its nickname: ")
        if not known:
            question = _("This erases all of it, for good. It cannot be read; type its id: ")
        if not same_name(_typed(question), name):
            raise CommandFailed(_("That is not what it is called. Nothing was erased."))
        erase(archive, route_id, environment.exports, environment.now())
    say_lines([_("It is erased: the route, its versions, and its texts in our folder.")])


def _typed(question: str) -> str:
    """A line from standard input; asked for where somebody sits at it."""
    if sys.stdin is None:
        return ""
    from relroute_tui.storage.errors import NoLine

    try:
        if sys.stdin.isatty():  # knows how the keys of this terminal are written
            print(question, end="", file=sys.stderr, flush=True)  # noqa: T201
            return sys.stdin.readline().strip()
        return line_from(sys.stdin.fileno()).strip()
    except (NoLine, OSError, UnicodeError):
        raise CommandFailed(_("What was typed cannot be read. Nothing was changed.")) from None


def back_up(arguments: argparse.Namespace, environment: Environment) -> None:
    """A copy of everything, read back; or the way back."""
    from relroute_tui.storage.sealing.key_folder import is_sealed
    from relroute_tui.storage.versions.backup import back_up, put_back

    if arguments.folder is None:
        raise CommandFailed(_("Say in which folder. Best is a disk of its own."))
    with storage_errors_reported():
        if arguments.restore:
            done = put_back(environment.sessions, arguments.folder)
            say_lines(
                [
                    ngettext(
                        "{n} route came back that was not here.",
                        "{n} routes came back that were not here.",
                        done.added,
                    ).format(n=done.added),
                    ngettext(
                        "{n} route differs from the one here, and is kept as a version of it.",
                        "{n} routes differ from those here, and are kept as versions of them.",
                        done.kept_beside,
                    ).format(n=done.kept_beside),
                ]
            )
            return
        where, routes = back_up(environment.sessions, arguments.folder, environment.now())
        sealed = is_sealed(environment.sessions)
    say_lines(
        [
            ngettext(
                "{n} route was copied and read back: {path}",
                "{n} routes were copied and read back: {path}",
                routes,
            ).format(n=routes, path=where)
        ]
    )
    if not sealed:
        complain(_("This copy is not sealed: whoever has it can read it. Keep it safe."))


def share(arguments: argparse.Namespace, environment: Environment) -> None:
    """Let another key open a route too, or no longer; without a key, say which do."""
    from relroute_tui.storage.sealing.key_folder import is_sealed

    with storage_errors_reported():
        sealed = is_sealed(environment.sessions)
    if not sealed:
        raise CommandFailed(
            _("These routes are not sealed, so there is no key to share with. Seal them first.")
        )
    from relroute_tui.storage.sealing.key import is_public_key
    from relroute_tui.storage.sealing.sharing import readers_of, share

    for each in (arguments.with_key, arguments.without_key):
        if each is not None and not is_public_key(each):
            raise CommandFailed(
                _("That is not a public key. It begins with age1; `relroute key` shows one's own.")
            )
    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        route_id = archive.find(arguments.route).id
        readers = readers_of(archive, route_id)
        wanted = {*readers, arguments.with_key} - {arguments.without_key, None}
        if wanted != set(readers):
            share(archive, route_id, tuple(sorted(wanted)))
    say_lines(sorted(wanted))
    if not wanted:
        complain(_("This route is shared with nobody."))


def show_key(arguments: argparse.Namespace, environment: Environment) -> None:
    """One's own public key, for a colleague to share with; or a new key in this folder."""
    from relroute_tui.storage.sealing.key_folder import is_sealed

    with storage_errors_reported():
        if arguments.new:
            say_lines([_new_key(environment)])
            return
        if not is_sealed(environment.sessions):
            raise CommandFailed(_("There is no key here yet. `relroute key --new` makes one."))
        say_lines([unlock(environment, arguments.passphrase_fd).key.public])


def _new_key(environment: Environment) -> str:
    """Make a key under a pass phrase, with its recovery key on paper; its public half."""
    from relroute_tui.storage.sealing.migrate import seal_everything
    from relroute_tui.storage.sealing.sealed_archive import sealed_archive
    from relroute_tui.storage.sealing.vault import SHORTEST, RecoveryKey, Vault

    pass_phrase = ask(_("A pass phrase, best of four words or more: "))
    if len(pass_phrase) < SHORTEST:
        raise CommandFailed(_("That is too short to keep anybody out. Nothing was made."))
    if ask(_("The same once more: ")) != pass_phrase:
        raise CommandFailed(_("Those two are not the same. Nothing was made."))
    recovery = RecoveryKey.new()
    _try_out(recovery)
    key = Vault(environment.sessions).make(pass_phrase, recovery).key
    if seal_everything(sealed_archive(environment.sessions, key, environment.settings.parent)):
        complain(_("Not everything could be sealed: close the other window first."))
    return key.public


def _try_out(recovery: "RecoveryKey") -> None:
    """Show the recovery key, and let its first and last group be typed over."""
    print(  # noqa: T201
        _("The recovery key opens the routes when the pass phrase is forgotten. Write it down:"),
        " ".join(recovery.groups),
        sep="\n\n  ",
        end="\n\n",
        file=sys.stderr,
    )
    typed = _typed(_("Type its first and its last group of letters: "))
    if not recovery.is_tried_out_by(typed):
        raise CommandFailed(_("That is not what it says. Nothing was made. Begin again."))


def report(_arguments: argparse.Namespace, environment: Environment) -> None:
    """What helps to mend, without a word of content."""
    from relroute_tui.cli.doctor import report_lines

    say_lines(report_lines(environment))
