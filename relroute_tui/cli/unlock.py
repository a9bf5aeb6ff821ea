"""Archive of a folder, opened by asking for the pass phrase where the routes are sealed."""

import os
import sys
import time
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.prompt import ask_secret, read_line
from relroute_tui.environment import Environment
from relroute_tui.language import _

if TYPE_CHECKING:  # each is loaded where it is needed, and not before
    from relroute_tui.domain.openers import Openers
    from relroute_tui.domain.route import Route
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.sealing.vault import Unlocked, Vault

_ATTEMPTS: Final = 3


def archive_in(environment: Environment, descriptor: int | None = None) -> "Archive":
    """Return the archive of this environment; where it is sealed, opened with the pass phrase.

    Raises WrongPassPhrase, NoPassPhrase, NoLine and FolderError. Where there is no key, nothing
    that can open one is loaded.
    """
    return archive_for(unlocked_in(environment, descriptor), environment)


def unlocked_in(environment: Environment, descriptor: int | None = None) -> "Unlocked | None":
    """Return the key that the pass phrase opens; None where nothing is sealed. Raises as unlock."""
    from relroute_tui.storage.sealing.key_folder import is_sealed

    return unlock(environment, descriptor) if is_sealed(environment.sessions) else None


def archive_for(unlocked: "Unlocked | None", environment: Environment) -> "Archive":
    """Return the archive of this environment, opened with this key where there is one."""
    from relroute_tui.storage.archive import Archive

    if unlocked is None:
        return Archive(environment.sessions, now=environment.now)
    return archive_with(unlocked, environment)


def route_to_export(name: str, environment: Environment, descriptor: int | None = None) -> "Route":
    """Return the route with this id or nickname, to write out.

    The log of an organisation says so first. Raises StorageError.
    """
    return opened_to_export(name, environment, descriptor)[0]


def opened_to_export(
    name: str, environment: Environment, descriptor: int | None = None
) -> "tuple[Route, Openers | None]":
    """Return a route as `route_to_export` does, and who can open it, in an organisation."""
    unlocked = unlocked_in(environment, descriptor)
    archive = archive_for(unlocked, environment)
    route = archive.load(archive.find(name).id)
    if unlocked is None:
        return route, None
    from relroute_tui.cli.team_notes import known_openers, note_act

    note_act(unlocked, environment, "exported", route.id)
    readers = archive.readers(archive.path_to(route.id))
    return route, known_openers(unlocked, environment, readers)


def archive_with(unlocked: "Unlocked", environment: Environment) -> "Archive":
    """Return the sealed archive of this environment, opened with this key."""
    from relroute_tui.storage.sealing.sealed_archive import sealed_archive

    return sealed_archive(
        environment.sessions,
        unlocked.key,
        environment.private,
        environment.now,
        colleagues=environment.team_place.colleagues(unlocked.key),
    )


def route_id_of(archive: "Archive", name: str) -> str:
    """Return the id of a route, also of one whose file cannot be read. Raises StorageError."""
    from relroute_tui.storage.route_id import is_route_id
    from relroute_tui.storage.versions.version_files import folder_of

    if is_route_id(name):
        path = archive.path_to(name)
        if os.path.lexists(path) or folder_of(path).is_dir():
            return name
    return archive.find(name).id


def unlock(environment: Environment, descriptor: int | None = None) -> "Unlocked":
    """Return the key that the pass phrase opens.

    The pass phrase is asked on the terminal, or is a line from the open file `descriptor`: never an
    argument or a variable, which other programs can read. Raises WrongPassPhrase, NoPassPhrase,
    NoLine and FolderError.
    """
    from relroute_tui.storage.sealing.vault import Vault

    vault = Vault(environment.sessions)
    if descriptor is not None:
        return vault.open(read_line(descriptor))
    return _unlock_by_asking(vault)


def _unlock_by_asking(vault: "Vault") -> "Unlocked":
    from relroute_tui.language.storage_messages import pass_phrase_sentence
    from relroute_tui.storage.errors import WrongPassPhrase

    if vault.has_key_conflict:
        print(pass_phrase_sentence(has_key_conflict=True), file=sys.stderr)  # noqa: T201
    for failed in range(_ATTEMPTS):
        time.sleep(2**failed - 1)
        try:
            return vault.open(ask_secret(_("Pass phrase: ")))
        except WrongPassPhrase:
            print(_("That was not it. Nothing was changed."), file=sys.stderr)  # noqa: T201
    raise WrongPassPhrase
