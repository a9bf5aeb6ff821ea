"""The log of an organisation: who did what with which route, and when. It has no word of content.

A line holds ids, a time and one of the acts below, and no text that anybody typed. It is no secret
who wrote it: whoever can read the archive can check it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.storage.sealing.team_memory import Loss
from relroute_tui.team.chain import (
    Entry,
    Fault,
    Line,
    faults_in,
    in_order,
    newest,
    read_lines,
    with_not_counted,
)
from relroute_tui.team.roll import Roll

NAME: Final = "acts"
"""The name of its log in the archive."""


class Act(StrEnum):
    """The kind of an act."""

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


_GIVE: Final = {Act.SHARED, Act.HANDED_OVER, Act.RECOVERED}
"""Acts after which the person in the line can open the routes."""


class ActEntry(Entry, frozen=True, kw_only=True):
    """One line: an act, with the routes and the person that it was about."""

    act: Act
    routes: tuple[str, ...] = ()
    member: str = ""
    """Id of the person who came, left, or can open these routes from now on."""
    seals: tuple[str, ...] = ()
    """Tag of the new secret of each route (`mac.tag_of`)."""
    taken: tuple[str, ...] = ()
    """The ids of those who can open these routes no longer."""
    proof: str = ""
    """Signature of the council under all the rest, for a recovery."""

    @property
    def proved(self) -> bytes:
        """Bytes that the council signs."""
        return msgspec.json.encode(replace(self, before=(), proof=""))


_DECODER: Final[msgspec.json.Decoder[ActEntry]] = msgspec.json.Decoder(ActEntry)


class ActLog(Struct, frozen=True):
    """The log, checked."""

    lines: tuple[Line[ActEntry], ...] = ()
    """Lines that a present or former member signed, in their order."""
    faults: tuple[Fault, ...] = ()
    newest: tuple[str, ...] = ()
    givers: Mapping[tuple[str, str], str] = {}
    """Id of the colleague who gave a route its secret, by the route's id and the secret's tag."""
    losses: Mapping[str, Loss] = {}
    """Loss of access to each route that somebody lost."""

    def about(self, route_id: str) -> tuple[ActEntry, ...]:
        """Return what was done with one route."""
        return tuple(line.said for line in self.lines if route_id in line.said.routes)


def read_acts(lines: Sequence[bytes], roll: Roll, known: Iterable[str] = ()) -> ActLog:
    """Return the log in these lines; `known` are the digests that this laptop saw before."""
    read = read_lines(lines, _DECODER.decode)
    too_late = frozenset(_written_after_leaving(read, roll))
    good, not_counted = [], []
    for number, line in in_order(read):
        signer = roll.everybody.get(line.said.by)
        is_signed = signer is not None and line.is_signed_by(signer.verifier)
        if is_signed and line.digest not in too_late:
            good.append(line)
        else:
            not_counted.append(number)
    givers, losses = _fold((line.said for line in good), roll)
    return ActLog(
        tuple(good),
        with_not_counted(faults_in(read, known), not_counted),
        newest(good),
        givers,
        losses,
    )


def _written_after_leaving(read: Sequence[Line[ActEntry] | None], roll: Roll) -> Iterator[str]:
    """Yield the lines of former members that the person who took them off had not seen."""
    there = {line.digest: line for line in read if line is not None}
    for member in roll.everybody.values():
        if member.left is None or not member.log_when_left:
            continue
        before: set[str] = set()
        to_see = [digest for digest in member.log_when_left if digest in there]
        while to_see:
            digest = to_see.pop()
            if digest not in before:
                before.add(digest)
                to_see += [
                    digest_before
                    for digest_before in there[digest].said.before
                    if digest_before in there
                ]
        yield from (
            digest
            for digest, line in there.items()
            if line.said.by == member.id and digest not in before
        )


def _fold(
    done: Iterable[ActEntry], roll: Roll
) -> tuple[dict[tuple[str, str], str], dict[str, Loss]]:
    """Return who gave routes their secrets, and who lost them.

    Nobody gives what they lost, unless with the council, which proves each act once.
    """
    givers: dict[tuple[str, str], str] = {}
    losses: dict[str, Loss] = {}
    recoveries: set[bytes] = set()
    for line in done:
        is_recovered = (
            line.act is Act.RECOVERED
            and line.proved not in recoveries
            and roll.is_of_a_council(line.proved, line.proof)
        )
        if is_recovered:
            recoveries.add(line.proved)
        gets_it = {line.member} if line.act in _GIVE else set()
        for route_id, seal in zip_longest(line.routes, line.seals[: len(line.routes)]):
            loss = losses.get(route_id, Loss((), "", ""))
            if line.by in loss.members and not is_recovered:
                continue
            if seal:
                givers[route_id, seal] = line.by
                loss = replace(loss, seal=seal, giver=line.by)
            members = tuple(sorted({*loss.members, *line.taken} - gets_it))
            if members or route_id in losses:
                losses[route_id] = replace(loss, members=members)
    return givers, losses
