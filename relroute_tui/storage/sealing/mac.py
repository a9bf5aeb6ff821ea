"""What only who knows the secret of a route can have computed of all that is in its file."""

import hmac
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import msgspec
from msgspec import Struct

from relroute_tui.storage.sealing.envelope import Marks

_BY_SHA256: Final = {1, 2}
"""Formats. Without OpenSSL, which no screen loads, that takes five times as long as BLAKE2b."""
_MARKS_FIRST: Final = {3, 4}
"""Formats with the marks, which always change, before the rest: each save proved all of it anew."""


class _Last(Struct, frozen=True):
    secret: str
    parts: tuple[bytes, ...]
    seen: int
    """How many of the parts `mac` has looked at."""
    mac: blake2b


class Proofs:
    """Proves what is sealed. The first parts that are the very ones of last time cost nothing."""

    def __init__(self) -> None:
        self._last: _Last | None = None

    def of(self, marks: Marks, *parts: bytes) -> str:
        """The proof of these parts, one after another, and of the marks that stand before them."""
        last = self._last  # read once: another thread may seal another route meanwhile
        if last is None or last.secret != marks.secret:
            last = _Last(marks.secret, (), 0, _keyed(marks.secret))
        same = _same_at_begin(last.parts, parts)
        mac, seen = last.mac.copy(), last.seen
        if seen > same:
            mac, seen = _keyed(marks.secret), 0
        for part in parts[seen:same]:
            mac.update(part)
        self._last = _Last(marks.secret, parts, same, mac)
        whole = mac.copy()
        for part in parts[same:]:
            whole.update(part)
        whole.update(b"\n" + _told(marks))  # holds no line feed, so where it begins is certain
        return whole.hexdigest()

    def forget(self) -> None:
        """Keep nothing of what was proved."""
        self._last = None


def proof(number: int, marks: Marks, body: bytes) -> str:
    """The proof of what was sealed in the format with this number."""
    if number in _BY_SHA256:
        told = _told(marks) + b"\n" + body
        return hmac.digest(marks.secret.encode(), told, "sha256").hex()
    if number in _MARKS_FIRST:
        mac = _keyed(marks.secret)
        mac.update(_told(marks) + b"\n")
        mac.update(body)
        return mac.hexdigest()
    return Proofs().of(marks, body)


def _told(marks: Marks) -> bytes:
    return msgspec.json.encode(marks)


def _keyed(secret: str) -> blake2b:
    key = blake2b(secret.encode()).digest()  # of the one length that is a key, whoever made it
    return blake2b(key=key, digest_size=32)  # RFC 7693


def _same_at_begin(before: Sequence[bytes], now: Sequence[bytes]) -> int:
    pairs = enumerate(zip(before, now, strict=False))
    return next((n for n, (was, part) in pairs if was is not part), min(len(before), len(now)))
