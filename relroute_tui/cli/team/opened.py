"""The organisation that shares this folder, opened with one's own key."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from relroute_tui.cli.output import CommandFailed, complain, storage_errors_reported
from relroute_tui.cli.progress import progress_shown
from relroute_tui.cli.unlock import archive_with, unlock
from relroute_tui.environment import Environment
from relroute_tui.language import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.progress import ReportProgress
    from relroute_tui.storage.sealing.hand_over_note import HandOverNote
    from relroute_tui.storage.sealing.vault import Unlocked
    from relroute_tui.team.roll import Member
    from relroute_tui.team.team import Team


class OpenedTeam(Struct, frozen=True):
    """An organisation, opened for the commands."""

    unlocked: "Unlocked"
    archive: "Archive"
    team: "Team"
    note: "HandOverNote"

    @property
    def own_reader(self) -> str:
        """One's own public key."""
        return self.unlocked.key.public

    def readers_of(self, route_id: str) -> tuple[str, ...]:
        """Return every public key that opens a route that we can open. Raises StorageError."""
        readers = self.archive.readers(self.archive.path_to(route_id))
        return (self.own_reader, *readers)

    def author_of(self, route_id: str) -> str:
        """Return the id of the person who saved a route last; empty where nobody signed it.

        Raises StorageError.
        """
        from relroute_tui.storage.files import read_file
        from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope

        path = self.archive.path_to(route_id)
        envelope = self.archive.envelope(path)
        return envelope.author_of(read_file(path)) if isinstance(envelope, SealedEnvelope) else ""

    def name_of(self, member_id: str) -> str:
        """Return the name of the person with this id, also of somebody who left."""
        member = self.team.roll.everybody.get(member_id)
        return self.team.name_of(member) if member is not None else member_id


def open_team(
    arguments: "argparse.Namespace", environment: Environment, *, is_founded: bool = True
) -> OpenedTeam:
    """Open the organisation here, and finish what was begun and not done. Raises CommandFailed."""
    from relroute_tui.storage.sealing.hand_over_note import HandOverNote
    from relroute_tui.storage.sealing.key_folder import is_sealed
    from relroute_tui.team import handing_over

    place = environment.team_place
    with storage_errors_reported():
        if not is_sealed(place.folder):
            raise CommandFailed(_("There is no key here yet. `relroute key --new` makes one."))
        if is_founded and not place.has_team:
            raise CommandFailed(
                _("There is no organisation here yet. `relroute team found` makes one.")
            )
        unlocked = unlock(environment, arguments.passphrase_fd)
        key = unlocked.key
        opened = OpenedTeam(
            unlocked,
            archive_with(unlocked, environment),
            place.team(key),
            HandOverNote(place.notes, key),
        )
        if is_founded:
            if handing_over.finish(opened.team, opened.archive, opened.note):
                complain(_("What was being handed over when it was stopped is handed over now."))
            opened.team.send_waiting()
            opened.team.erase_waiting()
    return opened


def warn_of_faults(opened: OpenedTeam) -> None:
    """Say on standard error what is wrong with the roll."""
    from relroute_tui.language.team_messages import fault_sentences

    for sentence in fault_sentences(opened.team.roll.faults):
        complain(_("The list of colleagues: {sentence}").format(sentence=sentence))


def colleague(opened: OpenedTeam, name: str) -> "Member":
    """Return the colleague with this name. Raises CommandFailed."""
    with storage_errors_reported():
        return opened.team.find(name)


@contextmanager
def handing_over_shown() -> "Iterator[ReportProgress]":
    """Show how far a handing over is; where somebody stops it, say what is safe."""
    try:
        with progress_shown() as report:
            yield report
    except KeyboardInterrupt:
        complain(
            _(
                "Stopped. Every route is whole. What was begun is finished by the next `relroute "
                "team` command, or when the app is opened."
            )
        )
        raise
