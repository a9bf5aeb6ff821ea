"""A route's file as an age file, with a line of marks before the route.

    {"format":5,"route_id":…,"revision":…,"readers":[…],"secret":…,"vouchers":[…],"proof":…}
    {"about": …                                          the tables, as in an open file

In format 6, for a long route, the tables are compressed: gzip behind the line. Formats 1 to 4 are
the same, by turns, with other kinds of proof.

age keeps others from reading, but anyone with the public half of a key can write such a file, and
anyone with the folder can put an old one back. So whoever can read the route shares a secret that
is inside it, and each key vouches for that secret; the proof covers all the rest. The revision
tells what is older than what was saved on this laptop before.
"""

import hmac
import os
from typing import Final

import msgspec

from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.sealing.compressed import (
    LONGEST,
    Piece,
    compressed,
    decompressed,
)
from relroute_tui.storage.sealing.envelope import Marks, Unpacked
from relroute_tui.storage.sealing.key import Key, seal_to, unseal
from relroute_tui.storage.sealing.last_saved import LastSaved
from relroute_tui.storage.sealing.mac import Proofs, proof

_PLAIN: Final = 5
FORMAT: Final = 6
"""The newest."""
_COMPRESSED: Final = {2, 4, 6}
_LONG: Final = 64 * 1024
"""Bytes from which a route is compressed, some seventeen meetings: less to seal, prove and write.

A shorter one is plain text for who opens it with the `age` program.
"""


class _Line(msgspec.Struct):
    marks: Marks
    proof: str
    format: int


class SealedEnvelope:
    """Seals to a key, and to everyone with whom a route is shared."""

    suffix = ".age"

    def __init__(self, key: Key, last_saved: LastSaved) -> None:
        self._key = key
        self.own = key.public
        self._last_saved = last_saved
        self._pieces: tuple[Piece, ...] = ()
        """Of the last long route that was sealed."""
        self._proofs = Proofs()

    def unpack(self, packed: bytes) -> Unpacked | UnreadableKind:
        """What is in the age file `packed`; DAMAGED also for what nobody with a key wrote."""
        opened = unseal(packed, self._key)
        if isinstance(opened, UnreadableKind):
            return opened
        try:
            first, body = opened.split(b"\n", 1)
            line = msgspec.json.decode(first, type=_Line)
            if line.format > FORMAT:
                return UnreadableKind.NEWER
            if not self._is_genuine(line, body):
                return UnreadableKind.DAMAGED
            is_compressed = line.format in _COMPRESSED
            return Unpacked(line.marks, decompressed(body) if is_compressed else body)
        except (ValueError, RecursionError):
            return UnreadableKind.DAMAGED

    def pack(
        self, content: bytes, marks: Marks, *, as_version: bool = False
    ) -> tuple[Marks, bytes]:
        """Seal `content` under the next revision, or a version under its own.

        A version under the next one would pass for the newest, were it put in the route's place.
        """
        known = self._last_saved.revision(marks.route_id)
        revision = marks.revision if as_version else max(marks.revision, known) + 1
        secret = marks.secret or os.urandom(32).hex()
        readers = sorted({self._key.public, *marks.readers})
        vouchers = dict(marks.vouchers)
        if self.own not in vouchers:  # one that is there was looked at when the route was opened
            vouchers[self.own] = self._key.proof(marks.route_id, secret)
        marks = Marks(
            route_id=marks.route_id,
            revision=revision,
            readers=tuple(readers),
            secret=secret,
            vouchers=tuple((each, vouchers[each]) for each in readers if each in vouchers),
        )
        number, parts = self._parts(content)
        line = msgspec.json.encode(_Line(marks, self._proofs.of(marks, *parts), number))
        return marks, seal_to(b"".join((line, b"\n", *parts)), *readers)  # megabytes, copied once

    def _parts(self, content: bytes) -> tuple[int, tuple[bytes, ...]]:
        """The format in which `content` is sealed, and what that makes of it, one after another."""
        if not _LONG <= len(content) <= LONGEST:
            return _PLAIN, (content,)
        self._pieces = pieces = compressed(content, self._pieces)
        return FORMAT, tuple(each.packed for each in pieces)

    def is_outdated(self, marks: Marks) -> bool:
        """Whether a later revision was saved on this laptop."""
        return marks.revision < self._last_saved.revision(marks.route_id)

    def remember(self, marks: Marks) -> None:
        """Keep the revision, sealed, for the next time."""
        self._last_saved.note(marks.route_id, marks.revision)

    def forget(self, route_id: str) -> None:
        """Keep no revision of a route that was erased, nor what it held. Raises SaveError."""
        self._pieces = ()
        self._proofs.forget()
        self._last_saved.forget(route_id)

    def _is_genuine(self, line: _Line, body: bytes) -> bool:
        marks = line.marks
        if not hmac.compare_digest(line.proof, proof(line.format, marks, body)):
            return False
        voucher = dict(marks.vouchers).get(self._key.public)
        if voucher is None:  # a colleague shared it; not so for what was saved here before
            return not self._last_saved.revision(marks.route_id)
        return hmac.compare_digest(voucher, self._key.proof(marks.route_id, marks.secret))
