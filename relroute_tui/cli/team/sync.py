"""`relroute team sync`: bring this laptop and the shared archive together, once."""

import argparse
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, say_lines, storage_errors_reported
from relroute_tui.cli.unlock import archive_with, unlock
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, ngettext
from relroute_tui.storage.errors import ArchiveError, Problem

if TYPE_CHECKING:
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.archives.sync_state import SyncReport


def _sync(arguments: argparse.Namespace, environment: Environment) -> None:
    from relroute_tui.storage.sealing.key_folder import is_sealed

    if not environment.archive:
        raise CommandFailed(
            _("There is no shared archive yet. Its address goes into RELROUTE_ARCHIVE.")
        )
    with storage_errors_reported():
        if not is_sealed(environment.sessions):
            raise ArchiveError(Problem.NOT_SEALED)
        archive = archive_with(unlock(environment, arguments.passphrase_fd), environment)
        report = _bring_together(archive, environment)
    _tell(report, archive)


def _bring_together(archive: "Archive", environment: Environment) -> "SyncReport":
    """Return what came of it. Raises CommandFailed where an open app does it already."""
    from relroute_tui.storage.archives.linking import archive_sync, lock_of

    lock = lock_of(environment.private)
    if not lock.take():
        raise CommandFailed(
            _("The app is open and does this itself. The home screen says what waits.")
        )
    try:
        sync = archive_sync(archive, environment.archive, environment.private)
        report = sync.everything()
        sync.close()
    finally:
        lock.release()
    if report.problem is not None:
        raise ArchiveError(report.problem)
    return report


def _tell(report: "SyncReport", archive: "Archive") -> None:
    """Say how the routes stand. Raises CommandFailed where something is for people to do."""
    from relroute_tui.language.archive_messages import sync_state_sentences
    from relroute_tui.storage.archives.sync_state import SyncState

    in_step = len(report.having(SyncState.IN_STEP))
    say_lines(
        [
            ngettext(
                "{n} route is on this laptop and in the archive, the same in both.",
                "{n} routes are on this laptop and in the archive, the same in both.",
                in_step,
            ).format(n=in_step)
        ]
    )
    names = {route.id: route.nickname for route in archive.listing().routes}
    to_do = sync_state_sentences(report.states, lambda route_id: names.get(route_id, route_id))
    if sentences := [*to_do]:
        raise CommandFailed(*sentences)


COMMAND: Final = Command(
    name="sync",
    summary=N_("bring this laptop and the shared archive together, without opening the app"),
    usage="relroute team sync",
    example="relroute team sync",
    run=_sync,
    opens_sealed_routes=True,
)
