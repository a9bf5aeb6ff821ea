"""A route's file as an age file, with a line before the route.

    {"marks":{"route_id":…,"revision":…,"readers":[…],"secret":…,"vouchers":[…]},"proof":…,"format":5}
    {"head": …                                           the tables, as in an open file

The line has the header, in `marks`, and the code that proves it, in `proof`. In the formats 2, 4
and 6 the tables behind it are compressed with gzip; 1 to 4 have other codes. They are still read.

age keeps others from reading, but anyone with the public half of a key can write such a file, and
anyone with the folder can put an old one back. So whoever can read the route shares a secret that
is inside it, and each key signs that secret; the code covers all the rest. The revision tells what
is older than what was saved on this laptop before.
"""

import hmac
import os
import zlib
from collections.abc import Callable, Collection
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct, field

from relroute_tui.storage.errors import UnreadableKind
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

Vouching: TypeAlias = Callable[[str, str], bool]
"""Returns whether a colleague gave this route the secret with this tag: known only in a team."""


def nobody_vouches(_route_id: str, _tag: str) -> bool:
    """Return False: there is no team."""
    return False


class _FirstLine(Struct):
    header: EnvelopeHeader = field(name="marks")
    mac: str = field(name="proof")
    format: int


class SealedEnvelope:
    """Seals to a key, and to everyone with whom a route is shared."""

    suffix = ".age"

    def __init__(
        self,
        key: Key,
        last_saved: LastSaved,
        *,
        vouches: Vouching = nobody_vouches,
        standing: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        """Seal a route that is new to the `standing` public keys too, such as a council's."""
        self._key = key
        self.own = key.public
        self._last_saved = last_saved
        self._vouches = vouches
        self._standing = standing

    def unpack(self, packed: bytes) -> Unpacked | UnreadableKind:
        """Return what is in an age file; DAMAGED also for what nobody with a key wrote."""
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
            is_compressed = first.format in _COMPRESSED
            return Unpacked(first.header, _decompressed(body) if is_compressed else body)
        except (ValueError, RecursionError):
            return UnreadableKind.DAMAGED

    def pack(
        self, content: bytes, header: EnvelopeHeader, *, as_version: bool = False
    ) -> tuple[EnvelopeHeader, bytes]:
        """Seal `content` under the next revision, or a version under its own.

        A version under the next one would pass for the newest, were it put in the route's place.
        """
        header = self._next(header, as_version=as_version)
        return header, _sealed(content, header)

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
        return _sealed(content, handed)

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
        standing = () if header.secret else self._standing()
        readers = sorted({self.own, *standing, *(reader.lower() for reader in header.readers)})
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
        given = self._last_saved.signature(header.route_id)
        if given and hmac.compare_digest(given, self._key.mac(header.route_id, header.secret)):
            return True
        if not self._last_saved.revision(header.route_id):
            return True
        return self._vouches(header.route_id, tag_of(header.route_id, header.secret))


def _sealed(content: bytes, header: EnvelopeHeader) -> bytes:
    first = _FirstLine(header, mac_of(FORMAT, header, content), FORMAT)
    return seal_to(msgspec.json.encode(first) + b"\n" + content, *header.readers)


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
