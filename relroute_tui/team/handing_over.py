"""Hands routes over to a colleague, and writes it into the log."""

from collections.abc import Callable, Collection, Sequence

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.sealing.handing_over import (
    HandOver,
    HandOverNote,
    finish_hand_over,
    hand_over,
    plan_hand_over,
)
from relroute_tui.team.acts import Act
from relroute_tui.team.roll import Member
from relroute_tui.team.team import Team


def hand_over_routes(
    team: Team,
    archive: Archive,
    note: HandOverNote,
    route_ids: Collection[str],
    *,
    to: Member,
    without: Collection[str],
) -> None:
    """Let these routes open for a colleague, and for the holders of these keys no longer.

    All of them or none. Raises StorageError; then nothing was changed, or the next start finishes.
    """
    plans = plan_hand_over(archive, route_ids, to={to.reader}, without=without, member=to.id)
    hand_over(archive, note, plans, _announcing(team))


def take_back_routes(
    team: Team,
    archive: Archive,
    note: HandOverNote,
    route_ids: Collection[str],
    member: Member,
) -> None:
    """Let these routes open for a colleague no longer; who else opens them goes on doing so.

    All of them or none. Raises StorageError; then nothing was changed, or the next start finishes.
    """
    plans = plan_hand_over(archive, route_ids, without={member.reader}, member=member.id)
    hand_over(archive, note, plans, _announcing(team))


def take_back_route(
    team: Team, archive: Archive, note: HandOverNote, route_id: str, reader: str
) -> None:
    """Let a route open with this public key no longer, whosever it is. Raises StorageError."""
    member = team.roll.known_with(reader)
    plans = plan_hand_over(
        archive, [route_id], without={reader}, member=member.id if member else ""
    )
    hand_over(archive, note, plans, _announcing(team))


def finish(team: Team, archive: Archive, note: HandOverNote) -> bool:
    """Finish what was begun and not done; return whether there was such a thing."""
    return finish_hand_over(archive, note, _announcing(team))


def _announcing(team: Team) -> Callable[[Sequence[HandOver]], None]:
    def announce(plans: Sequence[HandOver]) -> None:
        """Write it into the log, unless a line for it is there from before a stop."""
        log = team.log
        if not all(log.vouches_for(plan.route_id, plan.tag) for plan in plans):
            member = team.roll.everybody.get(plans[0].member)
            is_given = member is not None and member.reader in plans[0].readers
            team.note(
                Act.HANDED_OVER if is_given else Act.TAKEN_BACK,
                [plan.route_id for plan in plans],
                member=plans[0].member,
                seals=[plan.tag for plan in plans],
            )

    return announce
