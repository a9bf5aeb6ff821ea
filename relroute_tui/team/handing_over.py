"""Hands routes over to a colleague, and writes it into the log."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives.contract import SharedArchive
from relroute_tui.storage.errors import (
    ArchiveError,
    NoSuchRoute,
    ReadOnlyRoute,
    UnreadableKind,
)
from relroute_tui.storage.files import read_file
from relroute_tui.storage.progress import ReportProgress, unreported
from relroute_tui.storage.sealing.hand_over_note import HandOver, HandOverNote
from relroute_tui.storage.sealing.handing_over import (
    finish_hand_over,
    hand_over,
    plan_hand_over,
    readers_by_route,
)
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope
from relroute_tui.team.acts import Act
from relroute_tui.team.roll import Member
from relroute_tui.team.team import Team


class CouncilAtWork(Struct, frozen=True):
    """The key of a council, for a moment, and the archive beside the folder as it may use it."""

    key: Key
    shared: SharedArchive | None


def hand_over_routes(
    team: Team,
    archive: Archive,
    note: HandOverNote,
    route_ids: Collection[str],
    *,
    to: Member,
    without: Collection[str],
    council: CouncilAtWork | None = None,
    report: ReportProgress = unreported,
) -> None:
    """Let these routes open for a colleague, and for the holders of these keys no longer.

    All of them or none; of what we cannot open ourselves, a `council` does it. Raises
    StorageError; then nothing was changed, or the next start finishes.
    """
    known = map(team.roll.known_with, without)
    taken = {member.id for member in known if member is not None}
    plans = plan_hand_over(
        archive, route_ids, to={to.reader}, without=without, member=to.id, taken=sorted(taken)
    )
    if not any(team.signer.reader in plan.readers for plan in plans):
        # With a council's key too: they make the secret, and open nothing with it.
        whose = tuple(sorted({*taken, team.signer.id}))
        plans = tuple(replace(plan, taken=whose) for plan in plans)
    if council is None:
        hand_over(archive, note, plans, _announcing(team), team.beside, report=report)
    else:
        announce = _announcing(team, council.key)
        hand_over(archive, note, plans, announce, council.shared, report=report)


def take_back_routes(
    team: Team,
    archive: Archive,
    note: HandOverNote,
    route_ids: Collection[str],
    member: Member,
    *,
    report: ReportProgress = unreported,
) -> None:
    """Let these routes open for a colleague no longer; who else opens them goes on doing so.

    All of them or none. Raises StorageError; then nothing was changed, or the next start finishes.
    """
    plans = plan_hand_over(
        archive, route_ids, without={member.reader}, member=member.id, taken=(member.id,)
    )
    hand_over(archive, note, plans, _announcing(team), team.beside, report=report)


def take_back_route(
    team: Team, archive: Archive, note: HandOverNote, route_id: str, reader: str
) -> None:
    """Let a route open with this public key no longer, whosever it is. Raises StorageError."""
    member = team.roll.known_with(reader)
    its_id = member.id if member is not None else ""  # of somebody outside the organisation
    plans = plan_hand_over(archive, [route_id], without={reader}, member=its_id, taken=(its_id,))
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
        receive(team, archive)  # by the log: who lost a route writes it no more
        close_to_who_left(team, archive, note)
        team.keep_council_apart()
        team.send_waiting()
        team.erase_waiting()
        _ = team.names  # at hand from now on, as the list is


def receive(team: Team, archive: Archive) -> None:
    """Look at what was handed over: after that, its giver cannot replace it.

    Raises StorageError.
    """
    envelope = archive.new_envelope
    assert isinstance(envelope, SealedEnvelope)
    of_others, ours = [], team.given_to_us()
    for route_id, tag in team.not_received_yet().items():
        with suppress(OSError, NoSuchRoute):  # it is not here, or not yet
            packed = read_file(archive.path_to(route_id))
            is_received = envelope.receive(packed, tag) or route_id in ours
            if not is_received and envelope.unpack(packed) is UnreadableKind.SEALED:
                of_others.append(tag)
    if of_others:
        team.remember_of_others(of_others)


def close_to_who_left(team: Team, archive: Archive, note: HandOverNote) -> None:
    """Take the routes that we open back from those who left, with new secrets. Raises StorageError.

    Whoever takes somebody off the list does so for their own routes; this is for all the others.
    What is open in a window, or was saved by somebody else just now, has its turn at the next
    start. No save seals to who left meanwhile.
    """
    to_close = team.not_closed_yet()
    if not to_close:
        return
    opened = readers_by_route(archive)
    for member in to_close:
        shared = [route_id for route_id, readers in opened.items() if member.reader in readers]
        is_closed = True
        for route_ids in _batches(shared, team):
            try:
                take_back_routes(team, archive, note, route_ids, member)
            except (ReadOnlyRoute, ArchiveError):
                is_closed = False
        if is_closed:
            team.remember_closed(member)


def _batches(route_ids: list[str], team: Team) -> list[list[str]]:
    """Return what is closed at once: in a folder, each time costs a look at every file in it."""
    if team.beside is None:
        return [route_ids] if route_ids else []
    return [[route_id] for route_id in route_ids]


def _announcing(team: Team, council: Key | None = None) -> Callable[[Sequence[HandOver]], None]:
    """Return what writes it into the log."""

    def announce(plans: Sequence[HandOver]) -> None:
        member = team.roll.everybody.get(plans[0].member)
        is_given = member is not None and member.reader in plans[0].readers
        act = Act.RECOVERED if council else Act.HANDED_OVER if is_given else Act.TAKEN_BACK
        team.note(
            act,
            [plan.route_id for plan in plans],
            member=plans[0].member,
            seals=[plan.tag for plan in plans],
            taken=plans[0].taken,
            council=council,
        )

    return announce


def _is_announced(team: Team, plans: Sequence[HandOver]) -> bool:
    return all((plan.route_id, plan.tag) in team.log.givers for plan in plans)
