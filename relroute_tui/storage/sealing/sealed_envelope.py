"""A route's file as an age file, with a line before the route.

    {"marks":{"route_id":…,"revision":…,"readers":[…],"secret":…,"vouchers":[…]},"proof":…,"format":5}
    {"head": …                                           the tables, as in an open file

The line has the header, in `marks`, and the code that proves it, in `proof`; in an organisation
`author` too, who signed that code. In the formats 2, 4 and 6 the tables behind it are compressed
with gzip; 1 to 4 have other codes. They are still read.

age keeps others from reading, but anyone with the public half of a key can write such a file, and
anyone with the folder can put an old one back. So whoever can read the route shares a secret that
is inside it, and each key signs that secret; the code covers all the rest. The revision tells what
is older than what was saved on this laptop before. Who once shared the secret keeps it: that they
can write no more is known by the signature of the author.
"""

import hmac
import os
import zlib
from collections.abc import Collection
from typing import Final

import msgspec
from msgspec import Struct, field

from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.sealing.colleagues import (
    NO_COLLEAGUES,
    Author,
    Colleagues,
    Writing,
)
from relroute_tui.storage.sealing.header import EnvelopeHeader, Unpacked
from relroute_tui.storage.sealing.key import Key, seal_to, unseal
from relroute_tui.storage.sealing.last_saved import LastSaved
from relroute_tui.storage.sealing.mac import mac_of, tag_of

FORMAT: Final = 5
"""The one that is written: the tables as they are."""
_NEWEST: Final = 6
_COMPRESSED: Final = {2, 4, 6}
LONGEST: Final = 128 * 1024 * 1024
"""Bytes of text that is decompressed at most: some 30,000 meetings."""
_WINDOW: Final = 64 * 1024
_GZIP: Final = 16 + zlib.MAX_WBITS


class _FirstLine(Struct, omit_defaults=True):
    header: EnvelopeHeader = field(name="marks")
    mac: str = field(name="proof")
    format: int
    author: Author | None = None


class SealedEnvelope:
    """Seals to a key, and to everyone with whom a route is shared."""

    suffix = ".age"

    def __init__(
        self, key: Key, last_saved: LastSaved, colleagues: Colleagues = NO_COLLEAGUES
    ) -> None:
        self._key = key
        self.own = key.public
        self._last_saved = last_saved
        self._colleagues = colleagues

    def unpack(self, packed: bytes, *, losing: Collection[str] = ()) -> Unpacked | UnreadableKind:
        """Return what is in an age file; DAMAGED also for what nobody with a key wrote.

        What somebody wrote counts as long as they were not known to have lost the route; who is
        `losing` it just now, by their ids, wrote while they had it.
        """
        read = self._read(packed, losing)
        return read if isinstance(read, UnreadableKind) else read[1]

    def author_of(self, packed: bytes) -> str:
        """Return the id of a file's signer; empty where nobody signed it, or it does not count."""
        read = self._read(packed)
        author = None if isinstance(read, UnreadableKind) else read[0].author
        return "" if author is None else author.id

    def receive(self, packed: bytes, tag: str) -> bool:
        """Take this for the file in which a route came under the secret with this tag.

        From then on whoever handed it over can put nothing in its place. False where it does not
        open, or has another secret.
        """
        read = self._read(packed)
        if isinstance(read, UnreadableKind):
            return False
        first, unpacked = read
        header = unpacked.header
        if tag_of(header.route_id, header.secret) != tag:
            return False
        self._colleagues.remember_given(tag, _code(first.format, first.mac))
        accepted = self._key.mac(header.route_id, header.secret)
        self._last_saved.note(header.route_id, header.revision, accepted)
        return True

    def _read(
        self, packed: bytes, losing: Collection[str] = ()
    ) -> tuple[_FirstLine, Unpacked] | UnreadableKind:
        opened = unseal(packed, self._key)
        if isinstance(opened, UnreadableKind):
            return opened
        try:
            line, body = opened.split(b"\n", 1)
            first = msgspec.json.decode(line, type=_FirstLine)
            if first.format > _NEWEST:
                return UnreadableKind.NEWER
            if not self._is_genuine(first, body):
                return UnreadableKind.DAMAGED
            if not self._colleagues.may_have_written(self._writing(first), losing):
                return UnreadableKind.NOT_BY_A_READER
            is_compressed = first.format in _COMPRESSED
            content = _decompressed(body) if is_compressed else body
            return first, Unpacked(first.header, content)
        except (ValueError, RecursionError):
            return UnreadableKind.DAMAGED

    def pack(
        self, content: bytes, header: EnvelopeHeader, *, as_version: bool = False
    ) -> tuple[EnvelopeHeader, bytes]:
        """Seal `content` under the next revision, or a version under its own.

        A version under the next one would pass for the newest, were it put in the route's place.
        """
        header = self._next(header, as_version=as_version)
        return header, self._sealed(content, header)

    def hand_over(
        self,
        content: bytes,
        header: EnvelopeHeader,
        readers: Collection[str],
        secret: str,
        *,
        as_version: bool = False,
    ) -> bytes:
        """Seal `content` to just these public keys, under a new secret.

        Those who are not among them, perhaps we ourselves, know nothing that opens or proves it.
        """
        known = self._last_saved.revision(header.route_id)
        signature = (self.own, self._key.mac(header.route_id, secret))
        handed = EnvelopeHeader(
            route_id=header.route_id,
            revision=header.revision if as_version else max(header.revision, known) + 1,
            readers=tuple(sorted(readers)),
            secret=secret,
            signatures=(signature,) if self.own in readers else (),
        )
        return self._sealed(content, handed)

    def is_outdated(self, header: EnvelopeHeader) -> bool:
        """Return whether a later revision was saved on this laptop."""
        return header.revision < self._last_saved.revision(header.route_id)

    def remember(self, header: EnvelopeHeader) -> None:
        """Keep the revision, sealed, for the next time; not of what was only read here.

        A colleague's file has no signature of ours, which is expected of what we saved ourselves.
        """
        signature = dict(header.signatures).get(self.own)
        if signature is not None:
            self._last_saved.note(header.route_id, header.revision, signature)

    def forget(self, *route_ids: str) -> None:
        """Keep no revision of routes that were erased or handed over. Raises SaveError."""
        self._last_saved.forget(*route_ids)

    def _next(self, header: EnvelopeHeader, *, as_version: bool) -> EnvelopeHeader:
        known = self._last_saved.revision(header.route_id)
        standing = () if header.secret else self._colleagues.standing()
        shared = {*standing, *(reader.lower() for reader in header.readers)}
        readers = sorted({self.own, *(shared - self._colleagues.gone())})
        secret = header.secret or os.urandom(32).hex()
        signatures = dict(header.signatures)
        if self.own not in signatures:  # one that is there was checked when the route was opened
            signatures[self.own] = self._key.mac(header.route_id, secret)
        return EnvelopeHeader(
            route_id=header.route_id,
            revision=header.revision if as_version else max(header.revision, known) + 1,
            readers=tuple(readers),
            secret=secret,
            signatures=tuple(
                (reader, signatures[reader]) for reader in readers if reader in signatures
            ),
        )

    def _sealed(self, content: bytes, header: EnvelopeHeader) -> bytes:
        mac = mac_of(FORMAT, header, content)
        first = _FirstLine(header, mac, FORMAT, self._colleagues.sign(_code(FORMAT, mac)))
        return seal_to(msgspec.json.encode(first) + b"\n" + content, *header.readers)

    def _is_genuine(self, first: _FirstLine, body: bytes) -> bool:
        header = first.header
        if not hmac.compare_digest(first.mac, mac_of(first.format, header, body)):
            return False
        signature = dict(header.signatures).get(self.own)
        if signature is None:  # a colleague saved it who had not had ours yet
            return self._is_known(header)
        return hmac.compare_digest(signature, self._key.mac(header.route_id, header.secret))

    def _is_known(self, header: EnvelopeHeader) -> bool:
        """Return whether it is new here, or has a secret of which we know where it is from."""
        if self._saved_under_it(header) or not self._last_saved.revision(header.route_id):
            return True
        return self._colleagues.vouch_for(header.route_id, tag_of(header.route_id, header.secret))

    def _saved_under_it(self, header: EnvelopeHeader) -> bool:
        """Return whether our last save of the route was under the same secret."""
        accepted = self._key.mac(header.route_id, header.secret)
        return hmac.compare_digest(self._last_saved.signature(header.route_id), accepted)

    def _writing(self, first: _FirstLine) -> Writing:
        header = first.header
        return Writing(
            route_id=header.route_id,
            tag=tag_of(header.route_id, header.secret),
            code=_code(first.format, first.mac),
            author=first.author,
            is_newer=self._saved_under_it(header) and not self.is_outdated(header),
        )


def _code(number: int, mac: str) -> str:
    """Return what an author signs: the code of a file, and by which format it was made."""
    return f"{number} {mac}"


def _decompressed(packed: bytes) -> bytes:
    """Return the text in gzip members one after another. Raises ValueError for anything else.

    Also for what would fill the memory: it may come from a stranger.
    """
    parts: list[bytes] = []
    at, left = 0, LONGEST
    while at < len(packed):
        member = zlib.decompressobj(_GZIP)
        while not member.eof:
            window = packed[at : at + _WINDOW]
            try:
                part = member.decompress(window, left + 1)
            except zlib.error:
                raise ValueError from None
            left -= len(part)
            if not window or left < 0:
                raise ValueError
            parts.append(part)
            at += len(window) - len(member.unused_data)
    return b"".join(parts)
