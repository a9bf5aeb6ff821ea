"""Hands routes over to a colleague, and writes it into the log."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.sealing.hand_over_note import HandOver, HandOverNote
from relroute_tui.storage.sealing.handing_over import (
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
    act: Act = Act.HANDED_OVER,
) -> None:
    """Let these routes open for a colleague, and for the holders of these keys no longer.

    All of them or none. Raises StorageError; then nothing was changed, or the next start finishes.
    """
    plans = plan_hand_over(archive, route_ids, to={to.reader}, without=without, member=to.id)
    hand_over(archive, note, plans, _announcing(team, act), team.beside)


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
    hand_over(archive, note, plans, _announcing(team), team.beside)


def take_back_route(
    team: Team, archive: Archive, note: HandOverNote, route_id: str, reader: str
) -> None:
    """Let a route open with this public key no longer, whosever it is. Raises StorageError."""
    member = team.roll.known_with(reader)
    plans = plan_hand_over(
        archive, [route_id], without={reader}, member=member.id if member else ""
    )
    hand_over(archive, note, plans, _announcing(team), team.beside)


def finish(team: Team, archive: Archive, note: HandOverNote) -> bool:
    """Finish what was begun and not done; return whether there was such a thing."""
    return finish_hand_over(archive, note, partial(_is_announced, team), team.beside)


def catch_up(team: Team, archive: Archive, note: HandOverNote) -> None:
    """Read who is in, finish what was begun, and send what waits. Raises StorageError.

    For a start: what cannot be done now is done at the next one.
    """
    if team.own is not None:
        finish(team, archive, note)
        team.send_waiting()
        _ = team.names  # at hand from now on, as the list is


def _announcing(team: Team, act: Act = Act.HANDED_OVER) -> Callable[[Sequence[HandOver]], None]:
    """Return what writes it into the log."""

    def announce(plans: Sequence[HandOver]) -> None:
        member = team.roll.everybody.get(plans[0].member)
        is_given = member is not None and member.reader in plans[0].readers
        team.note(
            act if is_given else Act.TAKEN_BACK,
            [plan.route_id for plan in plans],
            member=plans[0].member,
            seals=[plan.tag for plan in plans],
        )

    return announce


def _is_announced(team: Team, plans: Sequence[HandOver]) -> bool:
    return all(team.log.vouches_for(plan.route_id, plan.tag) for plan in plans)
