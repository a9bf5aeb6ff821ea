"""Lines that are signed, and each of which names the newest ones that its writer had seen.

A line is JSON: what is said, as it was signed, and the signature. It is known by its digest, and
says among the rest `by` whom it is, `at` what time, and which lines were the newest `before` it.
Mostly that is one, so that the lines are a chain. Two people who write apart, each on a folder of
their own or without a connection, name the same one; the next line names both. So a line that was
changed or taken out, or that stands before one it names, is noticed by everyone who reads on.

Whoever may write there can write a line of somebody else once more, or put lines in another order.
So each line counts once, in one spelling, and after those that it names.
"""

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, Generic, TypeVar

import msgspec
from msgspec import Struct

from relroute_tui.team.identity import Signer, is_signed_by

_SIGNATURE: Final = re.compile("[0-9a-f]{128}")


class Entry(Struct, frozen=True, kw_only=True):
    """The content of a line: the fields that every kind of line has."""

    by: str
    """Id of the person who signed it."""
    at: datetime
    before: tuple[str, ...] = ()
    """The digests of the newest lines that were known to them."""


S = TypeVar("S", bound=Entry)


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
    """It stands before a line that it names, or a second time."""
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


def new_line(said: Entry, signer: Signer) -> bytes:
    """Return a line that says this, signed."""
    signed = msgspec.json.encode(said)
    return msgspec.json.encode(_Kept(msgspec.Raw(signed), signer.sign(signed)))


def read_line(line: bytes, decode: Callable[[bytes], S]) -> Line[S] | None:
    """Return what a line says; None where it is none. `decode` raises ValueError for others."""
    try:
        kept = msgspec.json.decode(line, type=_Kept)
        if msgspec.json.encode(kept) != line or not _SIGNATURE.fullmatch(kept.signature):
            return None
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


def with_not_counted(faults: Iterable[Fault], numbers: Collection[int]) -> tuple[Fault, ...]:
    """Return the faults of a log in which the lines with these numbers do not count.

    What such a line names may never have been there: anybody can write one.
    """
    believed = [
        fault
        for fault in faults
        if fault.kind is not FaultKind.MISSING or fault.number not in numbers
    ]
    not_signed = [Fault(FaultKind.NOT_SIGNED, number) for number in numbers]
    return tuple(sorted((*believed, *not_signed), key=lambda fault: fault.number))


def in_order(lines: Iterable[Line[S] | None]) -> Iterator[tuple[int, Line[S]]]:
    """Yield each line once, with its number from 1, after the lines that it names."""
    there: dict[str, tuple[int, Line[S]]] = {}
    for number, line in enumerate(lines, 1):
        if line is not None:
            there.setdefault(line.digest, (number, line))
    done: set[str] = set()
    for digest in there:
        waiting = [digest]
        while waiting:
            number, line = there[waiting[-1]]
            before = [name for name in line.said.before if name in there and name not in done]
            if before:
                waiting += sorted(before, key=lambda name: there[name][0], reverse=True)
                continue
            waiting.pop()
            if line.digest not in done:
                done.add(line.digest)
                yield number, line


def faults_in(lines: Sequence[Line[S] | None], known: Iterable[str] = ()) -> Iterator[Fault]:
    """Yield what is wrong with the order of these lines, and which are gone.

    `known` are the digests of lines that were there before.
    """
    numbers: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if line is not None:
            numbers.setdefault(line.digest, number)
    for number, line in enumerate(lines, 1):
        if line is None:
            yield Fault(FaultKind.UNREADABLE, number)
            continue
        if numbers[line.digest] != number:
            yield Fault(FaultKind.NOT_IN_ORDER, number)
            continue
        for digest in line.said.before:
            if digest not in numbers:
                yield Fault(FaultKind.MISSING, number)
            elif numbers[digest] > number:
                yield Fault(FaultKind.NOT_IN_ORDER, number)
    for digest in known:
        if digest not in numbers:
            yield Fault(FaultKind.MISSING, 0)
