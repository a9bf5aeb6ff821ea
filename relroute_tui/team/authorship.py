"""Authorship of files: the colleagues of an organisation, as sealing asks about them.

A route is sealed with public keys, and its secret stays known to everyone who could ever open it.
So a save is signed, and a file counts if its author is in the organisation and has not lost the
route: has not handed it over, and has not had it taken away. The memory of the organisation
answers that; only a new person or a new fact is looked up in the archive, which may be out of
reach.

A file without a signature is older than the organisation, or is by somebody outside it with whom
the route was shared on purpose. It counts if it has a secret that nobody who lost the route knows.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.sealing.colleagues import Author, Writing
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.team_memory import KnownMember, Loss, TeamMemory

if TYPE_CHECKING:  # what signs is loaded only where there is an organisation
    from relroute_tui.team.identity import Signer
    from relroute_tui.team.team import Team

_REMEMBERED: Final = 5000
_NO_LOSS: Final = Loss((), "", "")


class KnownColleagues:
    """Colleagues in the organisation, if there is one, as far as the holder of a key knows.

    The organisation itself is looked up at the first question, and where something is new.
    """

    def __init__(self, key: Key, memory: TeamMemory, team: "Callable[[], Team | None]") -> None:
        self._key = key
        self._memory = memory
        self._team = team
        self._looked_up: set[str] = set()

    @cached_property
    def _signer(self) -> "Signer":
        from relroute_tui.team.identity import Signer

        return Signer(self._key)

    def standing(self) -> tuple[str, ...]:
        """Return the public key of the council, to which every new route is sealed too."""
        return self._memory.read().standing

    def gone(self) -> frozenset[str]:
        """Return the public keys of those who left."""
        members = self._memory.read().members
        return frozenset(member.reader for member in members if member.has_left)

    def sign(self, code: str) -> Author | None:
        """Sign what we save where there may be an organisation, also before it was heard of."""
        if not self._memory.read().newest and self._team() is None:
            return None
        return Author(self._signer.id, self._signer.sign(_signed(code)))

    def may_have_written(self, writing: Writing, losing: Collection[str] = ()) -> bool:
        """Return whether its author could write this route, as far as is known here."""
        if not self._memory.read().members:
            return True
        member = None if writing.author is None else self._member(writing.author.id)
        loss = self._loss(writing)
        lost = {*loss.members} - {*losing}
        is_given = writing.tag == loss.seal
        if writing.author is None or member is None:
            return not lost or (is_given and loss.giver not in lost)
        from relroute_tui.team.identity import is_signed_by

        if not is_signed_by(member.verifier, _signed(writing.code), writing.author.signature):
            return False
        if member.id not in lost or member.id == self._signer.id:
            return True
        # Who handed a route over wrote the very file that was handed over, but none after that.
        is_the_file = dict(self._memory.read().given).get(writing.tag) == writing.code
        return is_given and loss.giver == member.id and (is_the_file or not writing.is_newer)

    def _loss(self, writing: Writing) -> Loss:
        """Return who lost the route; a secret that we know nothing of is looked up once."""
        found = dict(self._memory.read().losses).get(writing.route_id, _NO_LOSS)
        if found is not _NO_LOSS and found.seal != writing.tag and self._is_new(writing.tag):
            with suppress(StorageError):
                team = self._team()
                if team is not None:
                    _ = team.log
            found = dict(self._memory.read().losses).get(writing.route_id, _NO_LOSS)
        return found

    def _is_new(self, name: str) -> bool:
        """Return whether this is to be looked up: each member and secret is once."""
        if name in self._looked_up:
            return False
        self._looked_up.add(name)
        return True

    def vouch_for(self, route_id: str, tag: str) -> bool:
        """Return whether somebody who could gave this route the secret with this tag.

        What the log once said of that is remembered.
        """
        if tag in self._memory.read().vouched:
            return True
        with suppress(StorageError):  # then nobody vouches now, and it is asked again
            team = self._team()
            if team is not None and (route_id, tag) in team.log.givers:
                self._memory.change(
                    lambda kept: replace(kept, vouched=(*kept.vouched, tag)[-_REMEMBERED:])
                )
                return True
        return False

    def remember_given(self, tag: str, code: str) -> None:
        """Remember with which code a route came under this secret. Raises SaveError."""
        self._memory.change(lambda kept: replace(kept, given=(*kept.given, (tag, code))))

    def _member(self, member_id: str) -> KnownMember | None:
        if member_id == self._signer.id:
            return KnownMember(member_id, self._key.public, self._signer.verifier, has_left=False)
        return self._known(member_id) or self._looked_up_member(member_id)

    def _known(self, member_id: str) -> KnownMember | None:
        members = self._memory.read().members
        return next((member for member in members if member.id == member_id), None)

    def _looked_up_member(self, member_id: str) -> KnownMember | None:
        """Return who may have come in since the organisation was read."""
        if not self._is_new(member_id):
            return None
        with suppress(StorageError):
            team = self._team()
            if team is not None:
                _ = team.roll
        return self._known(member_id)


def _signed(code: str) -> bytes:
    return f"relroute save\n{code}".encode()
