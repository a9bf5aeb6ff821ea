"""Everything that a colleague can do in an organisation, through the archive that it shares."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from os import urandom
from threading import Lock
from typing import Final

import msgspec
from msgspec.structs import replace

from relroute_tui.storage.archives.contract import Answer, ArchiveError, Problem, SharedArchive
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.team_memory import TeamMemory
from relroute_tui.team import acts, names, roll
from relroute_tui.team.acts import Act, ActEntry
from relroute_tui.team.chain import Entry
from relroute_tui.team.council import NewCouncil
from relroute_tui.team.errors import TeamError, TeamProblem
from relroute_tui.team.identity import Signer
from relroute_tui.team.names import ORGANISATION, KeptName, new_name
from relroute_tui.team.roll import Member
from relroute_tui.team.shared_log import append
from relroute_tui.team.statements import (
    Confirmed,
    CouncilFormed,
    Founded,
    MemberLeft,
    Request,
    RuleMade,
    request_of,
)
from relroute_tui.team.view import TeamView

_REQUEST: Final = "request-"
_TRIES: Final = 20
"""Number of times at most that the names are written anew because somebody else was first."""
_WAITING: Final = 1000
"""Lines that are kept for later at most."""
_SENDING: Final = Lock()


class Team(TeamView):
    """Additions to the list of colleagues, their names and the log.

    Raises ArchiveError where the archive cannot be asked, and TeamError for what the organisation
    does not allow.
    """

    def __init__(
        self,
        archive: SharedArchive,
        key: Key,
        memory: TeamMemory,
        now: Callable[[], datetime],
        *,
        is_beside: bool = False,
    ) -> None:
        """Use an archive; `is_beside` says that it is not the folder in which we work itself."""
        super().__init__(archive, key, memory, is_beside=is_beside)
        self._now = now

    # Who is who

    def found(self, organisation: str, own_name: str) -> None:
        """Found an organisation, with ourselves as the first in it."""
        if self.roll.organisation:
            raise TeamError(TeamProblem.FOUNDED_ALREADY)
        kept, title = new_name(own_name), new_name(organisation)
        if not kept.name or not title.name:
            raise TeamError(TeamProblem.NO_NAME)
        signer = self.signer
        said = Founded(
            by=signer.id,
            at=self._time(),
            reader=signer.reader,
            verifier=signer.verifier,
            name=kept.proof,
            organisation=title.proof,
            nonce=urandom(16).hex(),
        )
        self._append(roll.NAME, said)
        self._keep_names({ORGANISATION: title, signer.id: kept})
        self.note(Act.FOUNDED)

    def ask_to_come_in(self) -> Request:
        """Leave a request for colleagues to confirm, and return it."""
        if not self.roll.organisation:
            raise TeamError(TeamProblem.NOT_FOUNDED)
        if self.own is not None:
            raise TeamError(TeamProblem.IN_ALREADY)
        request = request_of(self.signer, self.roll.organisation)
        name = f"{_REQUEST}{request.id}"
        there = self._archive.fetch_document(name)
        base = there.revision if there else None
        self._archive.replace_document(name, msgspec.json.encode(request), base)
        return request

    def waiting(self) -> tuple[Request, ...]:
        """Return the genuine requests of those who are not in yet."""
        found = []
        for name in self._archive.documents():
            document = self._archive.fetch_document(name) if name.startswith(_REQUEST) else None
            request = _request_in(document.content) if document else None
            if request is not None and request.organisation == self.roll.organisation:
                found.append(request)
        return tuple(request for request in found if not self.roll.is_in(request.id))

    def confirm(self, request: Request, name: str) -> Member:
        """Confirm somebody, after their six words were compared."""
        self._check_in()
        kept = new_name(name)
        if not kept.name:
            raise TeamError(TeamProblem.NO_NAME)
        if names.members_called(kept.name, self.roll, self.names):
            raise TeamError(TeamProblem.NAME_IS_TAKEN, kept.name)
        said = Confirmed(by=self.signer.id, at=self._time(), request=request, name=kept.proof)
        self._append(roll.NAME, said)
        if not self.roll.is_in(request.id):
            raise TeamError(TeamProblem.NOT_CONFIRMED)
        self._keep_names({request.id: kept})
        self.note(Act.ENROLLED, member=request.id)
        return self.roll.everybody[request.id]

    def take_off(self, member: Member) -> None:
        """Take somebody off the roll: nothing is sealed to them from now on."""
        self._check_in()
        self.note(Act.LEFT, member=member.id)
        known = self.log.newest
        said = MemberLeft(by=self.signer.id, at=self._time(), member=member.id, log=known)
        self._append(roll.NAME, said)
        if member.id != self.signer.id:
            self._keep_names({})

    def form_council(self, council: NewCouncil) -> None:
        """Say that the organisation has this key in parts, in place of any before."""
        self._check_in()
        said = CouncilFormed(
            by=self.signer.id,
            at=self._time(),
            reader=council.reader,
            needed=council.needed,
            parts=len(council.parts),
            verifier=council.verifier,
        )
        self._archive.reserve_for_council(council.reader)
        self._append(roll.NAME, said)
        self.note(Act.COUNCIL)

    def keep_council_apart(self) -> bool:
        """Keep the key of the council from being taken for anybody's own.

        In an archive of an earlier version it may be free, or taken: False then.
        """
        council = self.roll.council
        if council is None:
            return True
        try:
            self._archive.reserve_for_council(council.reader)
        except ArchiveError as refused:
            if refused.problem is not Problem.NO_RIGHT:
                raise
            return False
        return True

    def make_rule(self, days: int) -> None:
        """Let working copies end so many days after their routes were rounded off; 0: no rule."""
        self._check_in()
        self._append(roll.NAME, RuleMade(by=self.signer.id, at=self._time(), days=days))
        self.note(Act.RULE)

    def erase(self, route_id: str) -> None:
        """Take a route away from the archive, for everyone and for good. Raises ArchiveError.

        What this laptop keeps of it beside that stays.
        """
        there = self._archive.fetch(route_id)
        if there is None:
            return
        answer = self._archive.erase(route_id, there.revision)
        if answer is Answer.KEPT:
            return
        if route_id not in self._archive.erased() or self._archive.fetch(route_id) is not None:
            raise ArchiveError(Problem.BUSY)

    def keep_to_erase(self, route_id: str) -> None:
        """Remember that a route is to be erased in the archive too. Raises SaveError."""
        self._memory.change(lambda kept: replace(kept, to_erase=(*kept.to_erase, route_id)))

    def erase_waiting(self) -> None:
        """Erase in the archive what could not be erased there before. Raises ArchiveError."""
        while waiting := self._memory.read().to_erase:
            self.erase(waiting[0])
            self._memory.change(lambda kept: replace(kept, to_erase=kept.to_erase[1:]))

    # The log

    def note(
        self,
        act: Act,
        routes: Sequence[str] = (),
        *,
        member: str = "",
        seals: Sequence[str] = (),
        taken: Sequence[str] = (),
        council: Key | None = None,
    ) -> None:
        """Write into the log what was done, and prove that a council did it.

        `taken` are the ids of those who can open the routes no longer. Raises ArchiveError, and
        TeamError where we are not in: no colleague would believe the line.
        """
        self._check_in()
        said = self._done(act, routes, member)
        said = replace(said, seals=tuple(seals), taken=tuple(taken))
        if council is not None:
            said = replace(said, proof=Signer(council).sign(said.proved))
        self._append(acts.NAME, said)

    def note_or_keep(self, act: Act, routes: Sequence[str] = (), *, member: str = "") -> None:
        """Write into the log what was done, or keep it for when that can be done.

        That is where the archive is out of reach, or while we are not confirmed yet.
        """
        self.keep_act(act, routes, member=member)
        with suppress(ArchiveError):
            self.send_waiting()

    def keep_act(self, act: Act, routes: Sequence[str], *, member: str = "") -> None:
        """Keep on this laptop what was done, for the log. Raises SaveError."""
        act_line = self._done(act, routes, member)
        line = msgspec.json.encode(act_line).decode()
        self._memory.change(lambda kept: replace(kept, waiting=(*kept.waiting, line)[-_WAITING:]))

    def send_waiting(self) -> None:
        """Write into the log what could not be written before. Raises ArchiveError."""
        with _SENDING:
            while self.own is not None and (waiting := self._memory.read().waiting):
                self._append(acts.NAME, msgspec.json.decode(waiting[0], type=ActEntry))
                self._memory.change(lambda kept: replace(kept, waiting=kept.waiting[1:]))

    def _done(self, act: Act, routes: Sequence[str], member: str = "") -> ActEntry:
        by, at = self.signer.id, self._time()
        return ActEntry(by=by, at=at, act=act, routes=tuple(routes), member=member)

    def _append(self, log: str, said: Entry) -> None:
        append(self._archive, log, said, self.signer)
        self.forget()
        if log == roll.NAME:
            _ = self.roll  # so that this laptop knows at once

    def _keep_names(self, added: Mapping[str, KeptName]) -> None:
        """Keep these names beside those that are known, sealed to everyone who is in."""
        for _attempt in range(_TRIES):
            document = self._archive.fetch_document(names.NAME)
            known = self._names_in(document)
            readers = {member.reader for member in self.roll.members}
            sealed = names.sealed_names({**known, **added}, readers)
            base = document.revision if document else None
            if self._archive.replace_document(names.NAME, sealed, base):
                self.forget()
                return
        raise TeamError(TeamProblem.BUSY)

    def _check_in(self) -> None:
        if self.own is None:
            raise TeamError(TeamProblem.NOT_IN)

    def _time(self) -> datetime:
        return self._now().astimezone(UTC).replace(microsecond=0)


def _request_in(content: bytes) -> Request | None:
    try:
        request = msgspec.json.decode(content, type=Request)
    except (ValueError, RecursionError):
        return None
    return request if request.is_genuine else None
