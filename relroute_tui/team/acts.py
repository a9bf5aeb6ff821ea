"""The log of an organisation: who did what with which route, and when. It has no word of content.

A line holds ids, a time and one of the acts below, and no text that anybody typed. It is no secret
who wrote it: whoever can read the archive can check it.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

import msgspec
from msgspec import Struct

from relroute_tui.team.chain import Fault, FaultKind, Line, Said, faults_in, newest, read_lines
from relroute_tui.team.roll import Roll

NAME: Final = "acts"
"""The name of its log in the archive."""


class Act(StrEnum):
    """What was done."""

    FOUNDED = "founded"
    ENROLLED = "enrolled"
    """Somebody was confirmed."""
    LEFT = "left"
    COUNCIL = "council"
    """The organisation got a key in parts."""
    RULE = "rule"
    SHARED = "shared"
    TAKEN_BACK = "taken-back"
    HANDED_OVER = "handed-over"
    RECOVERED = "recovered"
    """The council opened it for somebody."""
    ERASED = "erased"
    EXPORTED = "exported"


class Done(Said, frozen=True, kw_only=True):
    """One line: an act, with the routes and the person that it was about."""

    act: Act
    routes: tuple[str, ...] = ()
    member: str = ""
    """The id of who came, left, or can open these routes from now on."""
    seals: tuple[str, ...] = ()
    """For each route, what its new secret is known by (`mac.tag_of`)."""


_DECODER: Final[msgspec.json.Decoder[Done]] = msgspec.json.Decoder(Done)


class ActLog(Struct, frozen=True):
    """The log, checked."""

    lines: tuple[Line[Done], ...] = ()
    """Those that were signed by somebody who is or was in, in their order."""
    faults: tuple[Fault, ...] = ()
    newest: tuple[str, ...] = ()

    def vouches_for(self, route_id: str, seal: str) -> bool:
        """Return whether somebody who was in gave this route the secret with this tag."""
        return any(
            (route_id, seal) in zip(line.said.routes, line.said.seals, strict=False)
            for line in self.lines
        )

    def about(self, route_id: str) -> tuple[Done, ...]:
        """Return what was done with one route."""
        return tuple(line.said for line in self.lines if route_id in line.said.routes)


def read_acts(lines: Sequence[bytes], roll: Roll, known: Iterable[str] = ()) -> ActLog:
    """Return the log in these lines; `known` are the digests that this laptop saw before."""
    read = read_lines(lines, _DECODER.decode)
    faults = [*faults_in(read, known)]
    good = []
    for number, line in enumerate(read, 1):
        if line is None:
            continue
        signer = roll.everybody.get(line.said.by)
        if signer is None or not line.is_signed_by(signer.verifier):
            faults.append(Fault(FaultKind.NOT_SIGNED, number))
        else:
            good.append(line)
    return ActLog(tuple(good), tuple(sorted(faults, key=lambda fault: fault.number)), newest(read))
