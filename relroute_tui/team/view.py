"""An organisation as one colleague reads it, from the archive that it shares."""

from collections.abc import Mapping
from functools import cached_property

from msgspec.structs import replace

from relroute_tui.storage.archives.contract import SharedArchive
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.team_memory import Remembered, TeamMemory
from relroute_tui.team import acts, names, roll
from relroute_tui.team.acts import ActLog, read_acts
from relroute_tui.team.chain import FaultKind
from relroute_tui.team.errors import TeamError, TeamProblem
from relroute_tui.team.identity import Signer
from relroute_tui.team.names import ORGANISATION, KeptName, name_of, names_in, plain_name
from relroute_tui.team.roll import Member, Roll, read_roll


class TeamView:
    """The list of colleagues, their names and the log: read once, and kept until `forget`.

    Raises ArchiveError where the archive cannot be asked.
    """

    def __init__(
        self,
        archive: SharedArchive,
        key: Key,
        memory: TeamMemory,
        *,
        is_beside: bool = False,
    ) -> None:
        """Use an archive; `is_beside` says that it is not the folder in which we work itself."""
        self._archive = archive
        self.beside = archive if is_beside else None
        self.key = key
        self._memory = memory
        self.signer = Signer(key)

    def close(self) -> None:
        """Let go of the archive; the next question opens it again."""
        self._archive.close()

    @cached_property
    def roll(self) -> Roll:
        """Who is in, as far as the lines prove it."""
        found = read_roll(self._archive.read_log(roll.NAME), self._seen(roll.NAME))
        standing = (found.council.reader,) if found.council and found.is_in(self.signer.id) else ()
        self._remember(roll.NAME, found, standing)
        return found

    @cached_property
    def log(self) -> ActLog:
        """What was done."""
        found = read_acts(self._archive.read_log(acts.NAME), self.roll, self._seen(acts.NAME))
        self._remember(acts.NAME, found)
        return found

    @cached_property
    def names(self) -> Mapping[str, KeptName]:
        """The names, as far as they are sealed to us."""
        document = self._archive.fetch_document(names.NAME)
        return names_in(document.content, self.key) if document else {}

    @property
    def own(self) -> Member | None:
        """We ourselves, if we are in."""
        return next((member for member in self.roll.members if member.id == self.signer.id), None)

    @property
    def organisation(self) -> str:
        """The name of the organisation; empty where it is not known here."""
        kept = self.names.get(ORGANISATION)
        is_proved = kept is not None and kept.proof == self.roll.name_proof
        return plain_name(kept.name) if kept is not None and is_proved else ""

    def name_of(self, member: Member) -> str:
        """Return the name of a colleague; their id where the name is not known here."""
        return name_of(member, self.names) or member.id

    def find(self, name: str) -> Member:
        """Return the colleague who is in under this name or this id. Raises TeamError."""
        found = names.members_called(name, self.roll, self.names)
        if len(found) != 1:
            raise TeamError(TeamProblem.TWO_OF_THEM if found else TeamProblem.NOBODY, name)
        return found[0]

    def _seen(self, log: str) -> tuple[str, ...]:
        return dict(self._memory.read().newest).get(log, ())

    def _remember(
        self, log: str, found: Roll | ActLog, standing: tuple[str, ...] | None = None
    ) -> None:
        """Remember the newest lines, unless some are gone: then those stay known that were."""
        is_less = any(fault.kind is FaultKind.MISSING for fault in found.faults)

        def remember(kept: Remembered) -> Remembered:
            newest = {**dict(kept.newest)} if is_less else {**dict(kept.newest), log: found.newest}
            return replace(
                kept,
                newest=tuple(sorted(newest.items())),
                standing=kept.standing if standing is None else standing,
            )

        self._memory.change(remember)

    def forget(self) -> None:
        """Read everything anew at the next question."""
        for read in ("roll", "log", "names"):
            self.__dict__.pop(read, None)
