"""Updates of a laptop's memory once it has read the list of colleagues or the log.

Where lines are gone that it saw before, somebody may have taken them away, or the server was put
back to an earlier state: then the laptop forgets nothing of who left or lost a route.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.storage.sealing.team_memory import KnownMember, Loss, Remembered
from relroute_tui.team import acts, roll
from relroute_tui.team.acts import ActLog
from relroute_tui.team.chain import Fault, FaultKind
from relroute_tui.team.roll import Member, Roll


class News(Struct, frozen=True):
    """Changes in the organisation since this laptop showed it the last time."""

    came: tuple[Member, ...] = ()
    left: tuple[Member, ...] = ()
    has_new_council: bool = False
    is_shortened: bool = False
    """Whether lines are gone that were there before."""


NO_NEWS: Final = News()


def news_in(found: Roll, kept: Remembered) -> News:
    """Return what is new in the list; of one that is seen for the first time only what is wrong."""
    shown = dict(kept.shown)
    is_shortened = _is_shorter(found, kept)
    if not shown:
        return News(is_shortened=is_shortened)
    everybody = found.everybody.values()
    return News(
        tuple(member for member in everybody if not member.left and shown.get(member.id, True)),
        tuple(member for member in everybody if member.left and not shown.get(member.id, True)),
        found.council is not None and found.council.reader != kept.shown_council,
        is_shortened,
    )


def with_news_shown(kept: Remembered, found: Roll) -> Remembered:
    """Return what is remembered once this list was shown."""
    shown = tuple((member.id, member.left is not None) for member in found.everybody.values())
    council = found.council.reader if found.council else ""
    return replace(kept, shown=shown, shown_council=council)


def _are_lines_gone(faults: Sequence[Fault]) -> bool:
    """Return whether a line is gone that was there before."""
    return any(fault.kind is FaultKind.MISSING for fault in faults)


def _is_shorter(found: Roll, kept: Remembered) -> bool:
    """Return whether lines of the list are gone, or somebody whom this laptop knew."""
    is_missed = any(member.id not in found.everybody for member in kept.members)
    return is_missed or _are_lines_gone(found.faults)


def with_roll(kept: Remembered, found: Roll, own: str) -> Remembered:
    """Return what is remembered after this list was read by the member with the id `own`."""
    if not found.is_in(own):
        return _with_newest(kept, roll.NAME, found) if not kept.members else kept
    members = {
        member.id: KnownMember(member.id, member.reader, member.verifier, member.left is not None)
        for member in found.everybody.values()
    }
    standing = (found.council.reader,) if found.council else ()
    if not _is_shorter(found, kept):
        kept = _with_newest(kept, roll.NAME, found)
        return replace(kept, standing=standing, members=tuple(members.values()))
    before = {member.id: member for member in kept.members}
    left = [member for member in before.values() if member.has_left]
    members = {**before, **members, **{member.id: member for member in left}}
    return replace(kept, standing=standing or kept.standing, members=tuple(members.values()))


def with_names(kept: Remembered, found: Mapping[str, tuple[str, str]]) -> Remembered:
    """Return what is remembered after these names were proved."""
    before = {whose: (name, salt) for whose, name, salt in kept.names}
    names = tuple((whose, *known) for whose, known in sorted({**before, **found}.items()))
    return replace(kept, names=names)


def with_log(kept: Remembered, found: ActLog) -> Remembered:
    """Return what is remembered after the log was read."""
    if not _are_lines_gone(found.faults):
        kept = _with_newest(kept, acts.NAME, found)
        return replace(kept, losses=tuple(found.losses.items()))
    losses = dict(kept.losses)
    for route_id, loss in found.losses.items():
        before = losses.get(route_id, Loss((), "", ""))
        members = tuple(sorted({*before.members, *loss.members}))
        losses[route_id] = replace(loss, members=members)
    return replace(kept, losses=tuple(losses.items()))


def _with_newest(kept: Remembered, log: str, found: Roll | ActLog) -> Remembered:
    newest = {**dict(kept.newest), log: found.newest}
    return replace(kept, newest=tuple(sorted(newest.items())))
