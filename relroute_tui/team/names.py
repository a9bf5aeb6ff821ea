"""The names of colleagues, sealed to all of them: the keeper of the archive can read none.

The roll has a proof of each name, signed with the rest of the line. So a name that was put in the
place of another is noticed, and not believed.
"""

import os
from collections.abc import Collection, Mapping
from typing import Final

import msgspec
from msgspec import Struct

from relroute_tui.domain.text import fold_line
from relroute_tui.storage.sealing.key import Key, seal_to, unseal
from relroute_tui.team.roll import Member, Roll
from relroute_tui.team.statements import name_proof

NAME: Final = "names"
"""The name of its document in the archive."""
_JOINERS: Final = "\u200c\u200d"
_LONGEST: Final = 120
"""Characters of a name."""
ORGANISATION: Final = "organisation"
"""Key under which the name of the organisation is kept."""


class KeptName(Struct, frozen=True):
    """A name, and the salt of its proof."""

    name: str
    salt: str

    @property
    def proof(self) -> str:
        """Proof of the name, as it is in the roll."""
        return name_proof(self.name, self.salt)


def new_name(name: str) -> KeptName:
    """Return a name with a salt of its own."""
    return KeptName(plain_name(name), os.urandom(16).hex())


def plain_name(name: str) -> str:
    """Return a name as it can stand on a line of any screen: no controls, one blank in between.

    What joins letters in some scripts stays.
    """
    shown = (
        character if character.isprintable() or character in _JOINERS else " " for character in name
    )
    return " ".join("".join(shown).split())[:_LONGEST].strip()


def sealed_names(names: Mapping[str, KeptName], readers: Collection[str]) -> bytes:
    """Return all names, sealed to these public keys."""
    return seal_to(msgspec.json.encode(names, order="sorted"), *sorted(readers))


def names_in(sealed: bytes, key: Key) -> dict[str, KeptName]:
    """Return the names by the ids of their bearers; none where they are not sealed to this key."""
    opened = unseal(sealed, key)
    try:
        kept = msgspec.json.decode(opened, type=dict[str, KeptName])
    except (TypeError, ValueError, RecursionError):
        return {}
    return kept if isinstance(opened, bytes) else {}


def proved(names: Mapping[str, KeptName], roll: Roll) -> dict[str, KeptName]:
    """Return those of the names of which the roll has the proof."""
    proofs = {member.id: member.name_proof for member in roll.everybody.values()}
    proofs[ORGANISATION] = roll.name_proof
    return {whose: kept for whose, kept in names.items() if kept.proof == proofs.get(whose)}


def name_of(member: Member, names: Mapping[str, KeptName]) -> str:
    """Return the name with which somebody was confirmed; empty where that is not known here."""
    kept = names.get(member.id)
    is_proved = kept is not None and kept.proof == member.name_proof
    return plain_name(kept.name) if kept is not None and is_proved else ""


def members_called(name: str, roll: Roll, names: Mapping[str, KeptName]) -> tuple[Member, ...]:
    """Return the members with this name or this id."""
    wanted = fold_line(name)
    return tuple(
        member
        for member in roll.members
        if wanted in (fold_line(name_of(member, names)), member.id) and wanted
    )
