"""An organisation as one colleague reads it, from the archive that it shares."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec.structs import replace

from relroute_tui.storage.archives.contract import ArchiveError, Document, SharedArchive
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.team_memory import TeamMemory
from relroute_tui.team import acts, names, roll
from relroute_tui.team.acts import ActLog, read_acts
from relroute_tui.team.errors import TeamError, TeamProblem
from relroute_tui.team.identity import Signer
from relroute_tui.team.memory_updates import (
    News,
    news_in,
    with_log,
    with_names,
    with_news_shown,
    with_roll,
)
from relroute_tui.team.names import ORGANISATION, KeptName, name_of, names_in, plain_name, proved
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
        """List of members, as far as the lines prove it."""
        found = read_roll(self._archive.read_log(roll.NAME), self._seen(roll.NAME))
        self._memory.change(lambda kept: with_roll(kept, found, self.signer.id))
        return found

    @cached_property
    def log(self) -> ActLog:
        """Log of acts."""
        found = read_acts(self._archive.read_log(acts.NAME), self.roll, self._seen(acts.NAME))
        self._memory.change(lambda kept: with_log(kept, found))
        return found

    @cached_property
    def names(self) -> Mapping[str, KeptName]:
        """The names, as far as they are sealed to us, or were known here before."""
        found = self._names_in(self._archive.fetch_document(names.NAME))
        known = {whose: (kept.name, kept.salt) for whose, kept in proved(found, self.roll).items()}
        self._memory.change(lambda kept: with_names(kept, known))
        return found

    def _names_in(self, document: Document | None) -> dict[str, KeptName]:
        """Return the names in a document, with those that it lost: anyone can write over it."""
        kept = {whose: KeptName(name, salt) for whose, name, salt in self._memory.read().names}
        found = names_in(document.content, self.key) if document else {}
        return {**found, **proved(kept, self.roll)}

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

    def colleagues_with(self, readers: Iterable[str]) -> tuple[str, ...]:
        """Return the names of the colleagues with these public keys.

        Where the archive cannot be asked, the ids of those whom this laptop knows.
        """
        readers = tuple(readers)
        try:
            found = map(self.roll.member_with, readers)
            names = [
                self.name_of(request)
                for request in found
                if request and request.id != self.signer.id
            ]
        except ArchiveError:
            others = {*readers} - {self.key.public}
            known = self._memory.read().members
            names = [
                member.id for member in known if member.reader in others and not member.has_left
            ]
        return tuple(sorted(names))

    def find(self, name: str) -> Member:
        """Return the member with this name or this id. Raises TeamError."""
        found = names.members_called(name, self.roll, self.names)
        if len(found) != 1:
            raise TeamError(TeamProblem.TWO_OF_THEM if found else TeamProblem.NOBODY, name)
        return found[0]

    def hear_news(self) -> News:
        """Return what is new in the list since this was asked before."""
        news = news_in(self.roll, self._memory.read())
        self._memory.change(lambda kept: with_news_shown(kept, self.roll))
        return news

    def opened_by_them_alone(self, member: Member) -> dict[str, bool]:
        """Return what the archive says that nobody else opens, and whether a council does.

        Only of an archive that shows nobody what others open; else nothing.
        """
        councils = {council.reader for council in self.roll.councils}
        return {
            route_id: not councils.isdisjoint(readers)
            for route_id, readers in sorted(self._archive.opened_by_one().items())
            if member.reader in readers
        }

    def not_closed_yet(self) -> tuple[Member, ...]:
        """Return those who left, of whom it is not remembered that our routes are shut to them."""
        closed = self._memory.read().closed
        everybody = self.roll.everybody.values()
        return tuple(
            member for member in everybody if member.left and _leaving(member) not in closed
        )

    def remember_closed(self, member: Member) -> None:
        """Remember that none of our routes opens for somebody who left. Raises SaveError."""
        self._memory.change(lambda kept: replace(kept, closed=(*kept.closed, _leaving(member))))

    def not_received_yet(self) -> dict[str, str]:
        """Return the routes that somebody handed over, of which this laptop saw no file since.

        For the id of each, what its secret is known by. Also those that are not for us.
        """
        received = dict(self._memory.read().given)
        return {
            route_id: loss.seal
            for route_id, loss in self.log.losses.items()
            if loss.giver in loss.members and loss.seal not in received
        }

    def given_to_us(self) -> frozenset[str]:
        """Return the ids of the routes that somebody let us open, as the log says."""
        ours = (line.said for line in self.log.lines if line.said.member == self.signer.id)
        return frozenset(route_id for said in ours for route_id in said.routes)

    def remember_of_others(self, tags: Iterable[str]) -> None:
        """Remember which secrets are of routes that are not for us: they are not looked at again.

        Raises SaveError.
        """
        added = tuple((tag, "") for tag in tags)
        self._memory.change(lambda kept: replace(kept, given=(*kept.given, *added)))

    def _seen(self, log: str) -> tuple[str, ...]:
        return dict(self._memory.read().newest).get(log, ())

    def forget(self) -> None:
        """Read everything anew at the next question."""
        for read in ("roll", "log", "names"):
            self.__dict__.pop(read, None)


def _leaving(member: Member) -> str:
    """Name the leaving of somebody who left: they may come back, and leave again."""
    return f"{member.id} {member.left}"
