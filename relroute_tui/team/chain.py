"""Lines that are signed, and each of which names the newest ones that its writer had seen.

A line is JSON: what is said, as it was signed, and the signature. It is known by its digest, and
says among the rest `by` whom it is, `at` what time, and which lines were the newest `before` it.
Mostly that is one, so that the lines are a chain. Two people who write apart, each on a folder of
their own or without a connection, name the same one; the next line names both. So a line that was
changed or taken out, or that stands before one it names, is noticed by everyone who reads on.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from relroute_tui.team.identity import Signer, is_signed_by


class Said(Struct, frozen=True, kw_only=True):
    """Fields that every line has."""

    by: str
    """Id of the person who signed it."""
    at: datetime
    before: tuple[str, ...] = ()
    """The digests of the newest lines that were known to them."""


S = TypeVar("S", bound=Said)


class Line(Struct, Generic[S], frozen=True):
    """One line, read; whether it was signed by whom it says is another question."""

    digest: str
    said: S
    signed: bytes
    """Bytes that were signed, exactly."""
    signature: str

    def is_signed_by(self, verifier: str) -> bool:
        """Return whether the holder of this key signed it."""
        return is_signed_by(verifier, self.signed, self.signature)


class FaultKind(StrEnum):
    """The kind of fault in a line."""

    UNREADABLE = "unreadable"
    """It is no line, or was changed until it was none."""
    NOT_SIGNED = "not-signed"
    """It was changed, or somebody else wrote it."""
    NOT_IN_ORDER = "not-in-order"
    """It stands before a line that it names."""
    MISSING = "missing"
    """It is gone: a later line, or this laptop, knows it."""


class Fault(Struct, frozen=True):
    """Something that is wrong with a log."""

    kind: FaultKind
    number: int
    """Number of the line, from 1. For a missing line, that of the line that names it, or 0 if only
    this laptop knew it."""


class _Kept(Struct):
    said: msgspec.Raw
    signature: str


def new_line(said: Said, signer: Signer) -> bytes:
    """Return a line that says this, signed."""
    signed = msgspec.json.encode(said)
    return msgspec.json.encode(_Kept(msgspec.Raw(signed), signer.sign(signed)))


def read_line(line: bytes, decode: Callable[[bytes], S]) -> Line[S] | None:
    """Return what a line says; None where it is none. `decode` raises ValueError for others."""
    try:
        kept = msgspec.json.decode(line, type=_Kept)
        signed = bytes(kept.said)
        said = decode(signed)
    except (ValueError, RecursionError):
        return None
    return Line(hashlib.sha256(line).hexdigest(), said, signed, kept.signature)


def read_lines(lines: Iterable[bytes], decode: Callable[[bytes], S]) -> tuple[Line[S] | None, ...]:
    """Return each line in turn; None in the place of what is none."""
    return tuple(read_line(line, decode) for line in lines)


def newest(lines: Iterable[Line[S] | None]) -> tuple[str, ...]:
    """Return the digests of the lines that no other line names: what a new one has to name."""
    there = [line for line in lines if line is not None]
    named = {digest for line in there for digest in line.said.before}
    return tuple(sorted({line.digest for line in there} - named))


def faults_in(lines: Sequence[Line[S] | None], known: Iterable[str] = ()) -> Iterator[Fault]:
    """Yield what is wrong with the order of these lines, and which are gone.

    `known` are the digests of lines that were there before.
    """
    numbers = {line.digest: number for number, line in enumerate(lines, 1) if line is not None}
    for number, line in enumerate(lines, 1):
        if line is None:
            yield Fault(FaultKind.UNREADABLE, number)
            continue
        for digest in line.said.before:
            if digest not in numbers:
                yield Fault(FaultKind.MISSING, number)
            elif numbers[digest] > number:
                yield Fault(FaultKind.NOT_IN_ORDER, number)
    for digest in known:
        if digest not in numbers:
            yield Fault(FaultKind.MISSING, 0)
