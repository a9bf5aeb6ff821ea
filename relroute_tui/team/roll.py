"""The roll of an organisation: its members, each confirmed by an earlier member.

It is a chain of signed lines that begins with the founding. The digest of that line is the id of
the organisation, and everyone who asks to come in signs it: so nobody can be shown another
organisation in its place. No name is in the roll, but a proof of it (`names.py`).

A line counts where whoever signed it was in at that moment and had not left. What somebody signs
apart counts no more once they are known to have left: of that nobody can tell when it was written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.team.chain import (
    Fault,
    Line,
    faults_in,
    in_order,
    newest,
    read_lines,
    with_not_counted,
)
from relroute_tui.team.identity import is_signed_by, member_id
from relroute_tui.team.statements import (
    DECODER,
    Confirmed,
    CouncilFormed,
    Founded,
    MemberLeft,
    Request,
    RollSaid,
    RuleMade,
)

NAME: Final = "roll"
"""The name of its log in the archive."""


class Member(Struct, frozen=True):
    """Somebody who is, or was, in the organisation."""

    id: str
    reader: str
    verifier: str
    name_proof: str
    since: datetime
    confirmed_by: str
    """Id of the person who compared the six words; for the founder, their own."""
    left: datetime | None = None
    log_when_left: tuple[str, ...] = ()
    """The newest lines of the log of acts then: what they signed apart from those is void."""


class Council(Struct, frozen=True):
    """The organisation's key, of which people keep parts on paper."""

    reader: str
    needed: int
    parts: int
    verifier: str = ""


class Roll(Struct, frozen=True):
    """State of the organisation that the lines add up to."""

    organisation: str = ""
    """Empty where nothing was founded."""
    name_proof: str = ""
    """The proof of the name of the organisation."""
    everybody: Mapping[str, Member] = {}
    """Present and former members, by their ids."""
    councils: tuple[Council, ...] = ()
    """The newest last; only that one counts."""
    days_kept: int = 0
    """Days that a working copy stays after its route was rounded off; 0: there is no rule."""
    faults: tuple[Fault, ...] = ()
    newest: tuple[str, ...] = ()

    @property
    def council(self) -> Council | None:
        """The council that there is."""
        return self.councils[-1] if self.councils else None

    def is_of_a_council(self, content: bytes, signature: str) -> bool:
        """Return whether enough of a council signed this, the present one or one before."""
        return any(is_signed_by(council.verifier, content, signature) for council in self.councils)

    @property
    def members(self) -> tuple[Member, ...]:
        """Those who are in, in the order in which they came."""
        return tuple(member for member in self.everybody.values() if member.left is None)

    def is_in(self, member: str) -> bool:
        """Return whether the person with this id is a member now."""
        found = self.everybody.get(member)
        return found is not None and found.left is None

    def member_with(self, reader: str) -> Member | None:
        """Return the member who opens routes with this public key."""
        return next((member for member in self.members if member.reader == reader), None)

    def known_with(self, reader: str) -> Member | None:
        """Return who is or was in and opens routes with this public key."""
        known = [member for member in self.everybody.values() if member.reader == reader]
        return known[-1] if known else None


def read_roll(lines: Sequence[bytes], known: Iterable[str] = ()) -> Roll:
    """Return what these lines come to; a line that does not count is among the faults.

    `known` are the digests of lines that this laptop saw before.
    """
    read = read_lines(lines, DECODER.decode)
    ordered = tuple(in_order(read))
    seen_by = _seen_by(line for _number, line in ordered)
    first = _fold(ordered, frozenset())
    apart = frozenset(_written_apart(ordered, first.left_in, seen_by))
    folded = _fold(ordered, apart) if apart else first
    return Roll(
        organisation=folded.organisation,
        name_proof=folded.name_proof,
        everybody=folded.everybody,
        councils=tuple(folded.councils),
        days_kept=folded.days_kept,
        faults=with_not_counted(faults_in(read, known), folded.not_counted),
        newest=newest(line for number, line in ordered if number not in folded.not_counted),
    )


class _Folded(Struct):
    organisation: str = ""
    name_proof: str = ""
    everybody: dict[str, Member] = {}
    councils: list[Council] = []
    days_kept: int = 0
    left_in: dict[str, str] = {}
    """Digest of the line that says so, for each former member."""
    not_counted: list[int] = []


def _fold(ordered: Iterable[tuple[int, Line[RollSaid]]], void: frozenset[str]) -> _Folded:
    folded = _Folded()
    for number, line in ordered:
        if line.digest in void or not _counts(folded, line):
            folded.not_counted.append(number)
        else:
            _take(folded, line)
    return folded


def _counts(folded: _Folded, line: Line[RollSaid]) -> bool:
    said = line.said
    if isinstance(said, Founded):
        is_first = not folded.organisation and said.by == member_id(said.reader, said.verifier)
        return is_first and line.is_signed_by(said.verifier)
    signer = folded.everybody.get(said.by)
    if signer is None or signer.left is not None or not line.is_signed_by(signer.verifier):
        return False
    if isinstance(said, Confirmed):
        return _may_come_in(said.request, folded)
    return not isinstance(said, MemberLeft) or said.member in folded.everybody


def _may_come_in(request: Request, folded: _Folded) -> bool:
    """Return whether it is for this organisation, and nobody else has this key, nor a council."""
    is_own = all(
        member.id == request.id or member.reader != request.reader
        for member in folded.everybody.values()
    ) and all(council.reader != request.reader for council in folded.councils)
    return is_own and request.organisation == folded.organisation and request.is_genuine


def _take(folded: _Folded, line: Line[RollSaid]) -> None:
    match line.said:
        case Founded() as said:
            folded.organisation, folded.name_proof = line.digest, said.organisation
            folded.everybody[said.by] = Member(
                said.by, said.reader, said.verifier, said.name, said.at, said.by
            )
        case Confirmed() as said:
            request = said.request
            folded.everybody.pop(request.id, None)  # who comes back stands last again
            folded.everybody[request.id] = Member(
                request.id, request.reader, request.verifier, said.name, said.at, said.by
            )
            folded.left_in.pop(request.id, None)
        case MemberLeft() as said:
            member = folded.everybody[said.member]
            folded.everybody[said.member] = replace(member, left=said.at, log_when_left=said.log)
            folded.left_in[said.member] = line.digest
        case CouncilFormed() as said:
            folded.councils.append(Council(said.reader, said.needed, said.parts, said.verifier))
        case RuleMade() as said:
            folded.days_kept = said.days


def _seen_by(lines: Iterable[Line[RollSaid]]) -> dict[str, int]:
    """Return for each line which ones its writer had seen, each a bit; itself too."""
    seen: dict[str, int] = {}
    for bit, line in enumerate(lines):
        mask = 1 << bit
        for digest in line.said.before:
            mask |= seen.get(digest, 0)
        seen[line.digest] = mask
    return seen


def _written_apart(
    ordered: Sequence[tuple[int, Line[RollSaid]]],
    left_in: Mapping[str, str],
    seen_by: Mapping[str, int],
) -> Iterator[str]:
    """Yield what those who left signed without it being known to whoever took them off."""
    for bit, (_number, line) in enumerate(ordered):
        leaving = left_in.get(line.said.by)
        if leaving not in (None, line.digest) and not seen_by[leaving] >> bit & 1:
            yield line.digest
