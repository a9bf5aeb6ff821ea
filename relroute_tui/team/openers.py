"""The people who can open a route, as a value: for a screen, and for what goes home."""

from collections.abc import Iterable

from relroute_tui.domain.openers import Openers
from relroute_tui.team.team import Team


def openers_of(team: Team, readers: Iterable[str]) -> Openers:
    """Return who these public keys belong to. Raises ArchiveError."""
    roll, unknown, has_council = team.roll, 0, False
    names: list[str] = []
    left: list[str] = []
    for reader in readers:
        member = roll.known_with(reader)
        if roll.council is not None and reader == roll.council.reader:
            has_council = True
        elif member is None:
            unknown += 1
        else:
            (left if member.left else names).append(team.name_of(member))
    return Openers(
        tuple(sorted(names)),
        tuple(sorted(left)),
        unknown,
        (roll.council.needed, roll.council.parts) if roll.council and has_council else None,
    )
