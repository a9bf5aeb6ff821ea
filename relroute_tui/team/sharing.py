"""Lets a colleague's key open a route too, or no longer, and writes it into the log."""

from collections.abc import Set as AbstractSet

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.sealing.hand_over_note import HandOverNote
from relroute_tui.storage.sealing.sharing import share
from relroute_tui.team.acts import Act
from relroute_tui.team.handing_over import take_back_route
from relroute_tui.team.team import Team


def share_route(
    team: Team,
    archive: Archive,
    note: HandOverNote,
    route_id: str,
    readers: AbstractSet[str],
) -> None:
    """Share a route with just these public keys from now on, besides our own.

    Where one is taken off, the route gets new secrets. Raises StorageError.
    """
    before = set(archive.readers(archive.path_to(route_id)))
    for reader in sorted(before - readers):
        take_back_route(team, archive, note, route_id, reader)
    if added := readers - before:
        share(archive, route_id, tuple(sorted(readers)))
        for reader in sorted(added):
            member = team.roll.known_with(reader)
            team.note_or_keep(Act.SHARED, [route_id], member=member.id if member else "")
