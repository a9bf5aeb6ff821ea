"""A route for other people from now on: sealed to them, taken from the others, and new secrets.

What will be done is written down first, sealed, on this laptop. From then on it is done, also when
the laptop stops at any moment: the next start goes on where it was. Each file opens for those who
had it or for those who get it at every moment, and doing a part twice changes nothing.
"""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives.contract import SharedArchive
from relroute_tui.storage.archives.upload import check_up_to_date, upload
from relroute_tui.storage.errors import (
    NoSuchRoute,
    SaveError,
    UnreadableKind,
    UnreadableRoute,
    reason_of,
)
from relroute_tui.storage.files import (
    read_file,
    replace_file,
    with_retries,
)
from relroute_tui.storage.progress import ReportProgress, unreported
from relroute_tui.storage.route_lock import locked
from relroute_tui.storage.sealing.hand_over_note import HandOver, HandOverNote
from relroute_tui.storage.sealing.header import Unpacked
from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope
from relroute_tui.storage.versions.version_files import folder_of


def plan_hand_over(
    archive: Archive,
    route_ids: Collection[str],
    *,
    to: Collection[str] = (),
    without: Collection[str] = (),
    member: str = "",
    taken: Collection[str] = (),
) -> tuple[HandOver, ...]:
    """Return what handing these routes `to` some keys, and `without` others from then on, means.

    `member` is the id of whom it is about, and `taken` are those of the holders of the others.
    Nothing is changed. Raises NoSuchRoute and UnreadableRoute.
    """
    plans = []
    for route_id in sorted(route_ids):
        path = archive.path_to(route_id)
        opens = {archive.envelope(path).own, *archive.readers(path)}
        readers = tuple(sorted((opens - set(without)) | set(to)))
        secret = os.urandom(32).hex()
        plans.append(HandOver(route_id, readers, secret, member, tuple(taken)))
    return tuple(plans)


def hand_over(
    archive: Archive,
    note: HandOverNote,
    plans: Sequence[HandOver],
    announce: Callable[[Sequence[HandOver]], None],
    shared: SharedArchive | None = None,
    *,
    report: ReportProgress = unreported,
) -> None:
    """Hand over all of these, or none where one of them is open in a window.

    `announce` writes it into the log, before any file is changed; what is in the log is done, by
    the next start if need be. Where there is a `shared` archive beside the folder, it gets each
    route first, and has to have what is here; where it fails in the middle, the rest is done by
    the next start; also where `report` stops it. Raises ReadOnlyRoute, SaveError, FolderError,
    ArchiveError and Stopped.
    """
    with ExitStack() as locks:
        for plan in plans:
            path = archive.path_to(plan.route_id)
            locks.enter_context(locked(path))
            if shared is not None:
                check_up_to_date(shared, plan.route_id, _content(path))
        note.write(plans)
        report(0, len(plans))
        announce(plans)
        _seal_anew(archive, plans, shared, report)
        note.clear()


def finish_hand_over(
    archive: Archive,
    note: HandOverNote,
    is_announced: Callable[[Sequence[HandOver]], bool],
    shared: SharedArchive | None = None,
) -> bool:
    """Finish what was begun and not done. Return whether something was handed over by it.

    What is not in the log, as `is_announced` says, was not begun. Raises as `hand_over`.
    """
    plans = note.read()
    if not plans:
        return False
    with ExitStack() as locks:
        for plan in plans:
            locks.enter_context(locked(archive.path_to(plan.route_id)))
        is_decided = is_announced(plans)
        if is_decided:
            _seal_anew(archive, plans, shared)
        note.clear()
    return is_decided


def _seal_anew(
    archive: Archive,
    plans: Sequence[HandOver],
    shared: SharedArchive | None,
    report: ReportProgress = unreported,
) -> None:
    envelope = archive.envelope(archive.folder / "any.age")
    assert isinstance(envelope, SealedEnvelope)
    beside = _files_of(archive, envelope, plans)
    for done, plan in enumerate(plans, 1):
        path = archive.path_to(plan.route_id)
        _sweep(path)
        _seal_route(envelope, path, plan, shared)
        for file in (*_belonging_to(path), *beside[plan.route_id]):
            if file != path:
                _seal_version(envelope, file, plan)
        report(done, len(plans))
    archive.forget(*(plan.route_id for plan in plans if envelope.own not in plan.readers))


def readers_by_route(archive: Archive) -> dict[str, set[str]]:
    """Return for each route that we open every public key that opens a file of it.

    That is the route, its versions, and what a synchroniser left beside it.
    """
    found: dict[str, set[str]] = {}
    for file in archive.every_file():
        for path in (file, *_belonging_to(file)):
            with suppress(OSError):
                unpacked = archive.envelope(path).unpack(read_file(path))
                if isinstance(unpacked, Unpacked):
                    header = unpacked.header
                    found.setdefault(header.route_id, set()).update(header.readers)
    return found


def _sweep(path: Path) -> None:
    """Take away what interrupted writes left of a route; it may be sealed to anybody."""
    try:
        for folder, name in ((path.parent, f".{path.stem}*.new"), (folder_of(path), ".*.new")):
            for leftover in folder.glob(name):
                with_retries(partial(leftover.unlink, missing_ok=True))
    except OSError as error:
        raise SaveError(path, reason_of(error)) from error


def _files_of(
    archive: Archive, envelope: SealedEnvelope, plans: Sequence[HandOver]
) -> dict[str, list[Path]]:
    """Return the files in the folder that hold each of these routes, whatever they are called."""
    found: dict[str, list[Path]] = {plan.route_id: [] for plan in plans}
    losing = {member for plan in plans for member in plan.taken}
    for file in archive.every_file():
        with suppress(OSError):  # it went, or cannot be read: nobody could open it before either
            unpacked = envelope.unpack(read_file(file), losing=losing)
            if isinstance(unpacked, Unpacked) and unpacked.header.route_id in found:
                found[unpacked.header.route_id].append(file)
    return found


def _belonging_to(path: Path) -> Iterator[Path]:
    """Yield the versions of a route, and what was set aside of it."""
    with suppress(FileNotFoundError):
        yield from sorted(folder_of(path).iterdir())
    yield from sorted(path.parent.glob(f"{path.stem}.*.set-aside-*"))


def _seal_route(
    envelope: SealedEnvelope, path: Path, plan: HandOver, shared: SharedArchive | None
) -> None:
    """Seal the route itself anew, in the shared archive first where there is one."""
    was = _content(path)
    sealed = _sealed_anew(envelope, was, plan)
    if sealed is None:
        return
    if shared is not None:
        there = shared.fetch(plan.route_id)
        if there is None or _still_to_do(envelope, there.sealed, plan):
            upload(shared, plan.route_id, was=was, sealed=sealed, readers=plan.readers)
        else:
            sealed = there.sealed  # it was stopped after the archive had it
    replace_file(path, sealed)


def _seal_version(envelope: SealedEnvelope, file: Path, plan: HandOver) -> None:
    try:
        times = file.stat()
    except FileNotFoundError:
        return
    sealed = _sealed_anew(envelope, _content(file), plan, as_version=True)
    if sealed is not None:
        replace_file(file, sealed)
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def _sealed_anew(
    envelope: SealedEnvelope, packed: bytes, plan: HandOver, *, as_version: bool = False
) -> bytes | None:
    """Return a file of this route sealed anew; None for others, and where it is done already."""
    unpacked = _still_to_do(envelope, packed, plan)
    if unpacked is None:
        return None
    return envelope.hand_over(
        unpacked.content, unpacked.header, plan.readers, plan.secret, as_version=as_version
    )


def _still_to_do(envelope: SealedEnvelope, packed: bytes, plan: HandOver) -> Unpacked | None:
    """Return what is in a file of this route that we open, under another secret; else None."""
    unpacked = envelope.unpack(packed, losing=plan.taken)
    if not isinstance(unpacked, Unpacked) or unpacked.header.route_id != plan.route_id:
        return None
    return None if unpacked.header.secret == plan.secret else unpacked


def _content(path: Path) -> bytes:
    try:
        return read_file(path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise SaveError(path, reason_of(error)) from error


def opens(archive: Archive, route_id: str) -> bool:
    """Return whether our key opens this route."""
    try:
        archive.load(route_id)
    except UnreadableRoute as problem:
        return problem.kind is not UnreadableKind.SEALED
    except NoSuchRoute:
        return False
    return True
