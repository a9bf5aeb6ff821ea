"""A route's file as an age file, with a line of marks before the route.

    {"format":1,"route_id":…,"revision":…,"readers":[…],"secret":…,"vouchers":[…],"proof":…}
    {"about": …                                          the tables, as in an open file

age keeps others from reading, but anyone with the public half of a key can write such a file, and
anyone with the folder can put an old one back. So whoever can read the route shares a secret that
is inside it, and each key vouches for that secret; the proof covers all the rest. The revision
tells what is older than what was saved on this laptop before.
"""

import hmac
import os
from dataclasses import replace
from typing import Final

import msgspec

from relroute_tui.storage.envelope import Marks, Unpacked
from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.sealing.key import Key, seal_to, unseal
from relroute_tui.storage.sealing.last_saved import LastSaved

FORMAT: Final = 1


class _Line(msgspec.Struct):
    marks: Marks
    proof: str
    format: int = FORMAT


class SealedEnvelope:
    """Seals to a key, and to everyone with whom a route is shared."""

    suffix = ".age"

    def __init__(self, key: Key, last_saved: LastSaved) -> None:
        self._key = key
        self.own = key.public
        self._last_saved = last_saved

    def unpack(self, packed: bytes) -> Unpacked | UnreadableKind:
        """What is in the age file `packed`; DAMAGED also for what nobody with a key wrote."""
        opened = unseal(packed, self._key)
        if isinstance(opened, UnreadableKind):
            return opened
        try:
            first, content = opened.split(b"\n", 1)
            line = msgspec.json.decode(first, type=_Line)
        except (ValueError, RecursionError):
            return UnreadableKind.DAMAGED
        if line.format > FORMAT:
            return UnreadableKind.NEWER
        if not self._is_genuine(line, content):
            return UnreadableKind.DAMAGED
        return Unpacked(line.marks, content)

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
        vouchers[self._key.public] = self._key.proof(marks.route_id, secret)
        marks = replace(
            marks,
            revision=revision,
            readers=tuple(readers),
            secret=secret,
            vouchers=tuple((each, vouchers[each]) for each in readers if each in vouchers),
        )
        line = msgspec.json.encode(_Line(marks, _proof(marks, content)))
        return marks, seal_to(line + b"\n" + content, *readers)

    def is_outdated(self, marks: Marks) -> bool:
        """Whether a later revision was saved on this laptop."""
        return marks.revision < self._last_saved.revision(marks.route_id)

    def remember(self, marks: Marks) -> None:
        """Keep the revision, sealed, for the next time."""
        self._last_saved.note(marks.route_id, marks.revision)

    def forget(self, route_id: str) -> None:
        """Keep no revision of a route that was erased. Raises SaveError."""
        self._last_saved.forget(route_id)

    def _is_genuine(self, line: _Line, content: bytes) -> bool:
        marks = line.marks
        if not hmac.compare_digest(line.proof, _proof(marks, content)):
            return False
        voucher = dict(marks.vouchers).get(self._key.public)
        if voucher is None:  # a colleague shared it; not so for what was saved here before
            return not self._last_saved.revision(marks.route_id)
        return hmac.compare_digest(voucher, self._key.proof(marks.route_id, marks.secret))


def _proof(marks: Marks, content: bytes) -> str:
    mac = hmac.new(marks.secret.encode(), msgspec.json.encode(marks), "sha256")
    mac.update(b"\n")
    mac.update(content)
    return mac.hexdigest()
