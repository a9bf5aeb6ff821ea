"""Statements in the lines of a roll, and the signed request of somebody who wants to come in."""

import hashlib
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct

from relroute_tui.storage.sealing.key import NotAKey, public_key
from relroute_tui.team.chain import Entry
from relroute_tui.team.identity import Signer, is_signed_by, member_id


class Request(Struct, frozen=True, kw_only=True):
    """Somebody's wish to come in, signed with the key that they come with."""

    organisation: str
    reader: str
    """Routes will be sealed to this public key."""
    verifier: str
    signature: str = ""

    @property
    def id(self) -> str:
        """The id that they have in the organisation."""
        return member_id(self.reader, self.verifier)

    @property
    def content(self) -> bytes:
        """Bytes that are signed, and from which the six words are made."""
        return f"relroute team\n{self.organisation}\n{self.reader}\n{self.verifier}".encode()

    @property
    def is_genuine(self) -> bool:
        """Whether the holder of both keys wrote it."""
        try:
            is_reader = public_key(self.reader) == self.reader
        except NotAKey:
            return False
        return is_reader and is_signed_by(self.verifier, self.content, self.signature)


def request_of(signer: Signer, organisation: str) -> Request:
    """Return the request of this person to come in."""
    request = Request(organisation=organisation, reader=signer.reader, verifier=signer.verifier)
    return msgspec.structs.replace(request, signature=signer.sign(request.content))


class Founded(Entry, frozen=True, kw_only=True, tag="founded", tag_field="act"):
    """The first line: the organisation is founded, with its signer as the first member."""

    reader: str
    verifier: str
    name: str
    """The proof of the founder's name."""
    organisation: str
    """The proof of the name of the organisation."""
    nonce: str


class Confirmed(Entry, frozen=True, kw_only=True, tag="confirmed", tag_field="act"):
    """Somebody came in: the signer compared six words with them."""

    request: Request
    name: str
    """The proof of their name."""


class MemberLeft(Entry, frozen=True, kw_only=True, tag="left", tag_field="act"):
    """Somebody is in no longer."""

    member: str
    log: tuple[str, ...] = ()
    """Newest lines of the log of acts that were known to the signer."""


class CouncilFormed(Entry, frozen=True, kw_only=True, tag="council", tag_field="act"):
    """The organisation has a key in parts; one that it had before is used no more."""

    reader: str
    """Its public key."""
    needed: int
    parts: int
    verifier: str = ""
    """Public key with which a recovery is checked."""


class RuleMade(Entry, frozen=True, kw_only=True, tag="rule", tag_field="act"):
    """Rule for the number of days that a working copy stays after its route was rounded off."""

    days: int
    """0: no rule."""


RollSaid: TypeAlias = Founded | Confirmed | MemberLeft | CouncilFormed | RuleMade
DECODER: Final[msgspec.json.Decoder[RollSaid]] = msgspec.json.Decoder(RollSaid)


def name_proof(name: str, salt: str) -> str:
    """Return what proves a name without telling it."""
    return hashlib.sha256(f"relroute team name\n{salt}\n{name}".encode()).hexdigest()
